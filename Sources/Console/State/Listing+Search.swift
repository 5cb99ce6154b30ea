import Inventory

extension Listing {
    /// How many entities are ranked; of more, those later in the inventory are left out.
    private static let rankedLimit = 20_000

    /// The entities that match the text as a filter, by name, id or kind word for word, or by short id; by how well the
    /// name fits, then by how often such an entity is where an incident begins, then by name and id.
    func search(_ inventory: Inventory, _ isCancelled: Cancellation?) -> Listed? {
        guard let found = found(in: inventory, isCancelled) else { return nil }
        var listed = Listed(ranked(Array(found.rows.prefix(Self.rankedLimit)), in: inventory))
        listed.unranked = found.count - listed.indices.count
        return listed
    }

    /// The same in no order, and all of them.
    func found(in inventory: Inventory, _ isCancelled: Cancellation?) -> RowSet? {
        guard var found = bound(to: inventory).matchingRows(isCancelled: isCancelled) else { return nil }
        if let loose = looseQuery?.bound(to: inventory, context: context) {
            guard let more = loose.matchingRows(isCancelled: isCancelled) else { return nil }
            found.formUnion(more)
        }
        if let short, let rows = inventory.rows(withShortID: short, isCancelled: isCancelled),
            short.isWhole(in: inventory) || found.isEmpty
        {
            found.formUnion(rows)
        }
        return found
    }

    /// The short id, or the beginning of one, that the text may be.
    private var short: ShortIDPrefix? { ShortIDPrefix(naming: query) }

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
        let text = words.filter { Self.kindNames[$0] == nil && !$0.contains(":") }.joined(separator: " ")
        var keys: [Int: UInt64] = [:]
        for index in found {
            let entity = inventory.entity(at: index)
            let name = entity.name.lowercased()
            let isShort = short.map { $0.isWhole(in: inventory) && $0.matches(inventory.shortID(of: index)) } ?? false
            let fit = name == text || isShort ? 0 : name.hasPrefix(text) ? 1 : name.contains(text) ? 2 : 3
            let kind = Self.kindOrder.firstIndex(of: entity.kind) ?? Self.kindOrder.count
            keys[index] = UInt64(fit * (Self.kindOrder.count + 1) + kind)
        }
        var order = RowOrder(InventorySort(.name).sorted(found, of: inventory))
        order.sort(ascending: true) { keys[$0] ?? .max }
        return order.rows
    }

    private static let kindOrder: [EntityKind] = [
        .runner, .run, .token, .action, .package, .repository, .workflow, .serviceAccount, .person, .agent, .secret,
    ]
}
