import Inventory

extension State {
    /// What the palette offers for a text, the best first; everything for an empty one.
    func paletteEntries(for text: String) -> [PaletteEntry] {
        if let first = text.first, "/\\".contains(first) { return [typedQuery(text)].compactMap { $0 } }
        let offers = commandEntries + kindEntries
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
        let exact = [typedRow(text), typedPlace(text)].compactMap { $0 }
        let entities = entityEntries(text)
        func isCalledSo(_ entry: PaletteEntry) -> Bool { entry.match?.kind == .whole }
        // No name of an entity comes before a command that the text can hardly fail to mean.
        let others = ranked.filter { !isCalledSo($0) }
        let sure = others.prefix { $0.match?.kind.isSure == true }
        return exact + ranked.filter(isCalledSo) + entities.filter(isCalledSo) + sure
            + entities.filter { !isCalledSo($0) } + others.dropFirst(sure.count)
    }

    private func match(_ text: String, _ entry: PaletteEntry) -> FuzzyMatch? {
        let others = entry.otherNames.compactMap { FuzzyMatch(text, in: $0) }.min()
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

    /// A place as `--place` names it: `blast:live`, `entity:ID`.
    private func typedPlace(_ text: String) -> PaletteEntry? {
        guard text.contains(":"), let place = Place(text: text) else { return nil }
        return PaletteEntry(target: .place(place), name: text, meaning: "Go to this place")
    }

    private func entityEntries(_ text: String) -> [PaletteEntry] {
        guard text.count >= Self.leastName else { return [] }
        let found: [Int] =
            if inventory.entityCount <= Self.promptEntities {
                inventory.entities(named: text) ?? []
            } else if case .list(let listed)? = findings[.named(text)] {
                listed.indices
            } else {
                []
            }
        return found.map { index in
            let entity = inventory.entity(at: index)
            var entry = PaletteEntry(
                target: .entity(index), name: entity.name, meaning: "\(Words.kind(entity)) \(entity.id)")
            let others = [entity.id, "\(entity.kindName):\(entity.name)"].compactMap {
                FuzzyMatch(text, in: $0)?.unplaced
            }
            entry.match = (others + [FuzzyMatch(text, in: entity.name)].compactMap { $0 }).min()
            return entry
        }
    }

    /// Shorter texts are in too many names.
    private static let leastName = 2

    /// What the palette looks for among names of entities; nil while nothing is typed that could be one.
    var paletteName: String? {
        guard case .palette(let palette) = overlay else { return nil }
        let text = palette.text
        return text.count < Self.leastName || text.hasPrefix("/") || text.hasPrefix("\\") ? nil : text
    }
}

extension PaletteEntry {
    /// Whether it is a command that everybody finds without the palette.
    fileprivate var moves: Bool {
        if case .command(let id) = target { Command[id]?.group == .move } else { false }
    }

    /// What else one may type for it.
    fileprivate var otherNames: [String] {
        switch target {
        case .command(let id):
            [id.rawValue] + (Command[id]?.labels.values.sorted() ?? []) + (Self.commandAliases[id] ?? [])
        case .section(let name):
            [name] + (EntityKind(name: name)?.row.map { [$0.plural, $0.short, $0.singular] } ?? [])
                + (Self.kindAliases[name] ?? [])
        case .place, .entity, .filter, .search, .row: []
        }
    }

    /// What users of other programs type.
    private static let commandAliases: [Command.ID: [String]] = [
        .quit: ["q", "exit"], .leave: ["q!"], .help: ["h", "keys"], .inventory: ["ls", "list"],
    ]

    /// What kinds are called besides their names.
    private static let kindAliases: [String: [String]] = [
        "service_account": ["sa", "role"], "repository": ["repos"], "workflow": ["wf"], "environment": ["envs"],
        "organization": ["orgs"], "person": ["user", "users", "persons"],
        "token": ["credential", "credentials", "key"],
        "secret": ["slot", "slots"], "package": ["pkg"], "resource": ["asset", "assets"],
        "nhi": ["identities", "non-human identities"], "all": ["entities", "everything"],
    ]
}

extension FuzzyMatch {
    /// The same with no places, because they are those of another name.
    fileprivate var unplaced: FuzzyMatch { FuzzyMatch(kind: kind, rest: rest, places: []) }

    private init(kind: Kind, rest: Int, places: [Int]) {
        self.kind = kind
        self.rest = rest
        self.places = places
    }
}

extension Inventory {
    /// How many entities are named at once.
    private static let namedEntities = 20

    /// The entities that are called so, by id, by name, or as `kind:name`, and behind them those whose names contain it:
    /// a few at most, each sort by id. Nil when `isCancelled` said so first. O(length of all names).
    func entities(named text: String, isCancelled: Cancellation? = nil) -> [Int]? {
        if let entity = entity(id: text) { return [entity.index] }
        guard !text.isEmpty, !text.contains(where: { "\"\\".contains($0) }) else { return [] }
        var name = text[...]
        var kind = ""
        if let colon = text.firstIndex(of: ":"), let row = EntityKind(name: text[..<colon])?.row {
            kind = "kind:\(row.name) "
            name = text[text.index(after: colon)...]
        }
        guard !name.isEmpty else { return [] }
        var found: [Int] = []
        for term in ["name:\"\(name)\"", "name~\"\(name)\" -name:\"\(name)\""] where found.count < Self.namedEntities {
            guard let query = try? Query(parsing: kind + term) else { continue }
            let bound = query.bound(to: self, context: QueryContext(now: .beginning))
            guard let rows = bound.matchingRows(isCancelled: isCancelled) else { return nil }
            found += InventorySort(.id).sorted(rows, of: self).prefix(Self.namedEntities - found.count)
        }
        return found
    }
}
