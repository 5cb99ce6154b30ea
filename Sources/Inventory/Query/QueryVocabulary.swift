/// The words that make sense in queries over one inventory. Worked out once, kept for as long as the inventory is open.
public struct QueryVocabulary: Sendable {
    /// The inventory whose words these are.
    public let inventory: Inventory
    /// The kinds that occur, by name, in alphabetical order.
    public let kinds: [String]
    /// The providers that occur, in alphabetical order.
    public let providers: [String]
    /// The owners that occur, in alphabetical order.
    public let owners: [String]
    /// The names of what others belong to, in alphabetical order.
    public let scopes: [String]
    /// The names of attributes, in lower case and alphabetical order.
    public let attributes: [String]

    /// The names of relations, those that only the sources know included.
    public let relations: [String]

    /// What a case says under its fields, in the order in which it is offered. Nobody but who has the case knows it.
    public var said: [QueryField: [String]] = [:]

    /// Collects the words of `inventory`. O(entities + attributes).
    public init(_ inventory: Inventory) {
        self.inventory = inventory
        let (columns, arena) = (inventory.entities, inventory.texts)
        func texts(_ references: some Sequence<TextReference>) -> [String] {
            var seen = RowSet(noneOf: arena.count)
            for reference in references where !reference.isEmpty { seen.insert(Int(reference.place)) }
            return seen.rows.map { arena[TextReference(UInt32(truncatingIfNeeded: $0))] }.sorted()
        }
        kinds = inventory.kindCounts.map { inventory.name(of: $0.kind) }.sorted()
        relations = RelationTable.names + inventory.importedRelations
        providers = texts(columns.provider)
        owners = texts(columns.owner)
        var parents = RowSet(noneOf: inventory.entityCount)
        for parent in columns.parent { parents.insert(Int(parent)) }
        scopes = texts(parents.rows.lazy.map { columns.name[$0] })
        attributes = Set(texts(inventory.entityAttributes.values.lazy.map(\.name)).map { $0.lowercased() })
            .sorted()
    }

    /// Whether some entity has an attribute called `name`, which is in lower case. O(log n).
    func hasAttribute(_ name: String) -> Bool {
        var (low, high) = (0, attributes.count)
        while low < high {
            let middle = (low + high) / 2
            if attributes[middle] < name { low = middle + 1 } else { high = middle }
        }
        return low < attributes.count && attributes[low] == name
    }

    /// How many entities are looked through for a name while one types.
    private static let searchedEntities = 20_000

    /// The kind of the first entity of this name; nil where there is none, or too many to look for it. O(entities).
    func kind(ofEntityNamed name: String) -> String? {
        guard inventory.entityCount <= Self.searchedEntities,
            let test = TextTest(.text(name), .equal, isPath: false)
        else { return nil }
        let names = inventory.entities.name
        let found = names.indices.first { test.matches(names[$0], in: inventory.texts) }
        return found.map { inventory.entity(at: $0).kindName }
    }

    /// The values of the attribute called `name`, in alphabetical order. O(attributes).
    func values(ofAttribute name: String) -> [String] {
        guard let isNamed = TextTest(.text(name), .equal, isPath: false) else { return [] }
        let arena = inventory.texts
        let rows = inventory.entityAttributes.values
        let names = Set(Set(rows.lazy.map(\.name)).filter { isNamed.matches($0, in: arena) })
        let values = Set(rows.lazy.filter { names.contains($0.name) }.map(\.value))
        return values.lazy.filter { !$0.isEmpty }.map { arena[$0] }.sorted()
    }
}
