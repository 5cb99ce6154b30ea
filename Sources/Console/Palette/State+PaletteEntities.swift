import Inventory

extension State {
    /// The entities that a text names: by id, by name, or by words of its kind, name and id.
    func entityEntries(_ text: String) -> [PaletteEntry] {
        guard text.count >= Self.leastName else { return [] }
        let short = ShortIDPrefix(naming: text)
        let found: [Int] =
            if inventory.entityCount <= Self.promptEntities {
                inventory.entities(named: text) ?? []
            } else if case .list(let listed)? = findings[.named(text)] {
                listed.indices
            } else {
                []
            }
        let entries = found.map { index in
            let entity = inventory.entity(at: index)
            let isShort = short.map { $0.matches(inventory.shortID(of: index)) } ?? false
            // What tells it from others of its name comes first: of a long id the end is cut.
            let home = Words.home(entity).map { "in \($0)" }
            var entry = PaletteEntry(
                target: .entity(index), name: entity.name,
                meaning: [Words.kind(entity), entity.shortID, home, entity.id].compactMap { $0 }.joined(separator: " "))
            var others = [entity.id, "\(entity.kindName):\(entity.name)"].compactMap {
                FuzzyMatch(text, in: $0)?.unplaced
            }
            if isShort, short?.isWhole(in: inventory) == true { others.append(.wholly) }
            entry.match = (others + [FuzzyMatch(text, in: entity.name)].compactMap { $0 }).min() ?? .loosely
            return entry
        }
        return entries.enumerated().sorted { left, right in
            let (first, second) = (left.element.match ?? .loosely, right.element.match ?? .loosely)
            return first < second || !(second < first) && left.offset < right.offset
        }.map(\.element)
    }

    /// Shorter texts are in too many names.
    private static let leastName = 2

    /// What the palette looks for among names of entities; nil while nothing is typed that could be one.
    var paletteName: String? {
        guard case .palette(let palette) = overlay else { return nil }
        let text = placeName(palette.text) ?? palette.text
        return text.count < Self.leastName || text.hasPrefix("/") || text.hasPrefix("\\") ? nil : text
    }
}

extension Inventory {
    /// How many entities are named at once.
    static let namedEntities = 20

    /// The entities that are called so, by id, by name, as `kind:name`, or by short id; behind them those whose names
    /// contain it, those of whose kind, name and id it has words, and those whose names have its letters in their order.
    /// ``namedEntities`` at most, each sort by id. Nil when `isCancelled` said so first. O(length of all names and ids).
    func entities(named text: String, isCancelled: Cancellation? = nil) -> [Int]? {
        if let entity = entity(id: text) { return [entity.index] }
        guard !text.isEmpty, !text.contains(where: { "\"\\".contains($0) }) else { return [] }
        var name = text[...]
        var kind = ""
        if let colon = text.firstIndex(of: ":"), let row = EntityKind.row(meantBy: String(text[..<colon])) {
            kind = "kind:\(row.name) "
            name = text[text.index(after: colon)...]
        }
        guard !name.allSatisfy(\.isWhitespace) else { return [] }
        let isCalledSo = "name:\"\(name)\""
        var wanted = [
            isCalledSo, "name~\"\(name)\" -\(isCalledSo)", "\(Self.query(forWordsOf: name)) -name~\"\(name)\"",
        ]
        if let short = ShortIDPrefix(naming: text) {
            // The beginning of one comes last: it may be a word as well.
            let hasIt = "short:\(short.text)"
            for place in 1..<wanted.count { wanted[place] += " -\(hasIt)" }
            wanted.insert("\(hasIt) -\(isCalledSo)", at: short.isWhole(in: self) ? 1 : wanted.count)
        }
        var found: [Int] = []
        if let letters = Self.query(forLettersOf: name) { wanted.append(letters) }
        for query in wanted where found.count < Self.namedEntities {
            guard let query = try? Query(parsing: kind + query) else { continue }
            let bound = query.bound(to: self, context: QueryContext(now: .beginning))
            guard let rows = bound.matchingRows(isCancelled: isCancelled) else { return nil }
            // Those that fit more loosely may have been found before.
            let news = InventorySort(.id).sorted(rows, of: self).lazy.filter { !found.contains($0) }
            found += Array(news.prefix(Self.namedEntities - found.count))
        }
        return found
    }

    /// The letters of a text in their order: `plx07` is in `prod-linux-07`. Nil where too much would have them.
    private static func query(forLettersOf text: Substring) -> String? {
        guard text.count >= leastLetters, text.allSatisfy({ $0.isLetter || $0.isNumber || "-_".contains($0) }) else {
            return nil
        }
        return "name~/\(text.map(String.init).joined(separator: ".*"))/"
    }

    private static let leastLetters = 4

    /// Each word must stand in the name or the id; of several a word may also name the kind.
    private static func query(forWordsOf text: Substring) -> String {
        let words = text.split(separator: " ")
        return words.map { word in
            var places = ["name~\"\(word)\""]
            // Two letters are in every id.
            if word.count > 2 { places.append("id~\"\(word)\"") }
            if words.count > 1 {
                places.append(EntityKind.row(meantBy: String(word)).map { "kind:\($0.name)" } ?? "kind~\"\(word)\"")
            }
            return "(\(places.joined(separator: " or ")))"
        }.joined(separator: " ")
    }
}
