import Inventory

/// The search of the start: finds what an analyst would name as compromised, the likeliest first.
struct EntitySearch {
    let state: State

    /// How many entities are ranked; of more, those later in the inventory are left out and counted.
    private static let limit = 20_000
    /// How many are shown.
    private static let shown = 1_000

    var lines: [StartLine] {
        let found = matching
        let ranked = ranked(Array(found.prefix(Self.limit)))
        let all = Words.grouped(found.count)
        let heading = found.count > ranked.count ? "First \(Words.grouped(ranked.count)) of \(all)" : "Found \(all)"
        guard !ranked.isEmpty else {
            return [.heading("Found 0"), .remark("no entity has this in its name, id or kind")]
        }
        return [.heading("\(heading): c declares the selected one compromised")] + ranked.map { .found($0) }
    }

    /// The entities that match the text as a filter; or, for plain words, by name, id or kind word for word.
    private var matching: [Int] {
        let exact = state.boundQuery(state.answer)
        let words = words.map { word in
            Self.kindNames[word].map { Self.query("kind:\($0)") } ?? Self.query("\(word)", orIn: "id")
        }
        let loose = words.contains { $0 == nil } ? nil : words.compactMap { $0 }.reduce(Query.everything) { $0.and($1) }
        let bound = loose?.bound(to: state.inventory, context: state.context(state.answer))
        return (0..<state.inventory.entityCount).filter { exact.matches($0) || bound?.matches($0) == true }
    }

    private var words: [String] { state.place.query.lowercased().split(separator: " ").map(String.init) }

    /// The kinds by their name in files and in words.
    private static let kindNames: [String: String] = Dictionary(
        EntityKind.table.flatMap { row in [row.name, row.singular, row.plural].map { ($0, row.name) } },
        uniquingKeysWith: { first, _ in first })

    private static func query(_ word: String, orIn field: String? = nil) -> Query? {
        guard let field else { return try? Query(parsing: word) }
        let isPlain = word.allSatisfy { $0.isLetter || $0.isNumber || "-_./#@".contains($0) }
        return isPlain ? try? Query(parsing: "name~\"\(word)\" or \(field)~\"\(word)\"") : nil
    }

    /// By how well the name fits, then by how often such an entity is where an incident begins, then by name and id.
    private func ranked(_ found: [Int]) -> [Int] {
        let text = words.filter { Self.kindNames[$0] == nil }.joined(separator: " ")
        let inventory = state.inventory
        let keyed = found.map { index -> (fit: Int, kind: Int, name: String, index: Int) in
            let entity = inventory.entity(at: index)
            let name = entity.name.lowercased()
            let fit = name == text ? 0 : name.hasPrefix(text) ? 1 : name.contains(text) ? 2 : 3
            return (fit, Self.kindOrder.firstIndex(of: entity.kind) ?? Self.kindOrder.count, name, index)
        }
        return keyed.sorted { left, right in
            if left.fit != right.fit { return left.fit < right.fit }
            if left.kind != right.kind { return left.kind < right.kind }
            if left.name != right.name { return left.name < right.name }
            return inventory.idPrecedes(left.index, right.index)
        }.prefix(Self.shown).map(\.index)
    }

    private static let kindOrder: [EntityKind] = [
        .runner, .run, .token, .action, .package, .repository, .workflow, .serviceAccount, .person, .agent, .secret,
    ]
}
