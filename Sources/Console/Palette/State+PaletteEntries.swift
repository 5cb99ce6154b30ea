import Inventory

extension State {
    /// What the palette offers for a text, the best first; everything for an empty one.
    func paletteEntries(for text: String) -> [PaletteEntry] {
        if let first = text.first, "/\\".contains(first) { return [typedQuery(text)].compactMap { $0 } }
        let offers = commandEntries + PaletteEntry.roomEntries + kindEntries + queryEntries
        guard !text.isEmpty else { return commandEntries.filter { !$0.moves } + commandEntries.filter(\.moves) }
        let matched = offers.compactMap { entry -> PaletteEntry? in
            var entry = entry
            entry.match = match(text, entry)
            return entry.match == nil ? nil : entry
        }
        // One that fits as well as another stays behind it: the table's order is that of help.
        let ranked = matched.enumerated().sorted { left, right in
            guard let first = left.element.match, let second = right.element.match, first < second || second < first
            else { return left.offset < right.offset }
            return first < second
        }.map(\.element)
        let exact = [typedRow(text)].compactMap { $0 } + typedPlaces(text) + [typedMoment(text)].compactMap { $0 }
        let entities = entityEntries(text)
        func isCalledSo(_ entry: PaletteEntry) -> Bool { entry.match?.kind == .whole }
        let isNamed = ranked.contains(where: isCalledSo)
        let typed = isNamed || placeName(text) != nil ? [] : [typedListing(text), typedFilter(text)].compactMap { $0 }
        // A name of an entity comes before a command only where that has the text merely somewhere in its name.
        let others = ranked.filter { !isCalledSo($0) }
        let sure = others.prefix { $0.match?.kind.isBeginning == true }
        return exact + ranked.filter(isCalledSo) + entities.filter(isCalledSo) + sure + typed
            + entities.filter { !isCalledSo($0) } + others.dropFirst(sure.count)
    }

    private func match(_ text: String, _ entry: PaletteEntry) -> FuzzyMatch? {
        // What is not shown must be typed from its beginning, or from that of a word.
        let others = entry.otherNames.compactMap { FuzzyMatch(text, in: $0) }.filter(\.kind.isBeginning).min()
        guard let own = FuzzyMatch(text, in: entry.name, meaning: entry.meaning) else { return others?.unplaced }
        guard let others, others < own else { return own }
        return others.unplaced
    }

    private var commandEntries: [PaletteEntry] {
        Command.table.map { command in
            PaletteEntry(
                target: .command(command.id), name: command.label, meaning: command.description)
        }
    }

    private var kindEntries: [PaletteEntry] {
        let all = [
            PaletteEntry(target: .section("all"), name: "all", meaning: "List all entities"),
            PaletteEntry(target: .section("nhi"), name: "nhi", meaning: "List the non-human identities"),
        ]
        let vocabulary = EntityKind.table.map(\.kind)
        let kinds = vocabulary + kindCounts.map(\.kind).filter { !vocabulary.contains($0) }
        return all
            + kinds.map { kind in
                let name = inventory.name(of: kind)
                return PaletteEntry(
                    target: .section(name), name: Words.kind(kind, named: name),
                    meaning: "List the \(Words.kinds(kind, in: inventory))")
            }
    }

    private var queryEntries: [PaletteEntry] {
        readyQueries.enumerated().map { number, query in
            PaletteEntry(target: .query(number), name: query.name, meaning: query.explanation)
        }
    }

    /// `/query` and `\text`.
    private func typedQuery(_ text: String) -> PaletteEntry? {
        let rest = String(text.dropFirst())
        return text.first == "/"
            ? PaletteEntry(target: .filter(rest), name: text, meaning: "Narrow the list to what matches")
            : PaletteEntry(target: .search(rest), name: text, meaning: "Go to the rows that match, and hide none")
    }

    private func typedRow(_ text: String) -> PaletteEntry? {
        guard let number = Int(text), number > 0, number <= rows.selectableCount else { return nil }
        return PaletteEntry(target: .row(number), name: text, meaning: "Select row \(Words.grouped(number))")
    }

    /// A moment: a day, or a day and a time.
    private func typedMoment(_ text: String) -> PaletteEntry? {
        guard Int(text) == nil, text.first?.isNumber == true, let moment = WindowText.instant(text, now: opened)
        else { return nil }
        return PaletteEntry(
            target: .lens(text), name: text, meaning: "Set the lens of time to \(TimeWords.minute(moment))")
    }

    /// A kind, and a query that its rows must match: `tokens aws`.
    private func typedListing(_ text: String) -> PaletteEntry? {
        let typed = text.lowercased()
        let named = kindEntries.compactMap { kind -> (kind: PaletteEntry, length: Int)? in
            let names = ([kind.name] + kind.otherNames).filter { typed.hasPrefix($0.lowercased() + " ") }
            return names.map(\.count).max().map { (kind, $0) }
        }
        guard let (kind, length) = named.max(by: { $0.length < $1.length }), case .section(let name) = kind.target
        else { return nil }
        let query = String(text.dropFirst(length)).trimmed
        return PaletteEntry(
            target: .listing(section: name, query: query), name: text, meaning: "\(kind.meaning) that match \(query)")
    }

    /// A query that is typed without the sign that begins one.
    private func typedFilter(_ text: String) -> PaletteEntry? {
        guard Self.looksLikeQuery(text), let query = try? filter(text), query.plainWords == nil else { return nil }
        return PaletteEntry(target: .filter(text), name: "/" + text, meaning: "Narrow the list to what matches")
    }

    /// Whether a text has signs that stand in queries rather than in names.
    static func looksLikeQuery(_ text: String) -> Bool { text.contains { ":~<>=".contains($0) } }
}
