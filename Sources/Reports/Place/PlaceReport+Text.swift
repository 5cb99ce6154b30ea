import PlainText

extension PlaceReport {
    /// The place in words, a fact a line.
    public var text: String {
        let parts = [heading, rowLines, blindLines, keyLines].filter { !$0.isEmpty }
        return parts.map { lines in lines.map { $0.printable + "\n" }.joined() }.joined(separator: "\n")
    }

    private var heading: [String] {
        var lines = [title, "place: \(name) (\(place))", lens]
        lines += declared.isEmpty ? ["nothing is declared compromised"] : declared.map { "declared: \($0)" }
        if !counts.isEmpty { lines.append("counts: \(counts.joined(separator: "; "))") }
        if !lists.isEmpty {
            let words = lists.map { list in
                "\(list.title)\(list.count.map { " \($0)" } ?? "")\(list.isShown ? " (shown)" : "")"
            }
            lines.append("lists: \(words.joined(separator: "; "))")
        }
        if !filter.isEmpty { lines.append("filter: \(filter)") }
        if let order { lines.append("order: \(order)") }
        lines += notes.map { "note: \($0)" }
        return lines + head
    }

    private var rowLines: [String] {
        guard total > 0 else { return [emptiness.isEmpty ? "no rows" : "no rows: \(emptiness)"] }
        var lines = [total == 1 ? "1 row" : "\(total) rows"]
        for row in rows {
            lines.append(row.number.map { "\($0) of \(total): \(row.words)" } ?? "\(row.words):")
        }
        let rest = total - rows.count { $0.number != nil }
        if rest > 0 { lines.append("\(rest) more; --limit \(total) prints all") }
        return lines
    }

    private var blindLines: [String] {
        blind.isEmpty
            ? ["blind: the sources report no gaps"]
            : ["blind, what the sources do not tell:"] + blind.map { "\($0.count) \($0.what): \($0.why)" }
    }

    private var keyLines: [String] {
        let main = keys.filter { $0.isMain && $0.obstacle == nil }
        guard !main.isEmpty else { return [] }
        return ["in the console:"]
            + main.map { key in
                let keys = key.keys.isEmpty ? "no key, command \(key.name)" : key.keys.joined(separator: " or ")
                return "\(keys): \(key.name). \(key.description)"
            }
    }
}
