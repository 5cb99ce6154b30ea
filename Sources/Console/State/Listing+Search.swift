import Inventory

extension Listing {
    /// How many entities are ranked; of more, those later in the inventory are left out.
    private static let rankedLimit = 20_000

    /// The entities that match the text as a filter, or by name, id or kind word for word; by how well the name fits,
    /// then by how often such an entity is where an incident begins, then by name and id.
    func search(_ inventory: Inventory) -> [Int] {
        let exact = bound(to: inventory)
        let loose = looseQuery?.bound(to: inventory, context: context)
        let found = (0..<inventory.entityCount).lazy
            .filter { exact.matches($0) || loose?.matches($0) == true }.prefix(Self.rankedLimit)
        return ranked(Array(found), in: inventory)
    }

    private var words: [String] { query.lowercased().split(separator: " ").map(String.init) }

    /// The text with names of kinds taken as kinds, and other words looked for in ids too; nil when it is more than
    /// plain words.
    private var looseQuery: Query? {
        var query = Query.everything
        for word in words {
            let isPlain = word.allSatisfy { $0.isLetter || $0.isNumber || "-_./#@".contains($0) }
            let text = Self.kindNames[word].map { "kind:\($0)" } ?? "name~\"\(word)\" or id~\"\(word)\""
            guard isPlain, let term = try? Query(parsing: text) else { return nil }
            query = query.and(term)
        }
        return query
    }

    /// The kinds by their name in files and in words.
    private static let kindNames: [String: String] = Dictionary(
        EntityKind.table.flatMap { row in [row.name, row.singular, row.plural].map { ($0, row.name) } },
        uniquingKeysWith: { first, _ in first })

    private func ranked(_ found: [Int], in inventory: Inventory) -> [Int] {
        let text = words.filter { Self.kindNames[$0] == nil }.joined(separator: " ")
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
        }.map(\.index)
    }

    private static let kindOrder: [EntityKind] = [
        .runner, .run, .token, .action, .package, .repository, .workflow, .serviceAccount, .person, .agent, .secret,
    ]
}
