/// An order of entities by one column. Texts are ordered by their bytes, ASCII letters whatever their case. Equal
/// entities come in the order of their ids, and those without a value last, whichever the direction: the same inventory
/// always gives the same order.
public struct InventorySort: Hashable, Sendable {
    /// What is compared.
    public var column: EntityColumn
    /// Whether the least comes first.
    public var ascending: Bool

    /// The order by `column`.
    public init(_ column: EntityColumn, ascending: Bool = true) {
        self.column = column
        self.ascending = ascending
    }

    /// Reads the name of a column, with `-` before it when the greatest comes first; nil when there is no such column.
    public init?(parsing text: String) {
        let isDescending = text.hasPrefix("-")
        guard let column = EntityColumn(named: String(text.dropFirst(isDescending ? 1 : 0))) else { return nil }
        self.init(column, ascending: !isDescending)
    }

    /// The canonical text, which reads back as an equal order.
    public var text: String { (ascending ? "" : "-") + column.row.name }

    /// All entities of `inventory`, sorted. O(n log n).
    public func sorted(_ inventory: Inventory) -> [Int] { sorted(Array(0..<inventory.entityCount), of: inventory) }

    /// The entities with these numbers, sorted; numbers that the inventory does not have are left out. O(n log n), and
    /// for columns of texts as much for all different texts among them. What stands in a computed column `computed` says.
    public func sorted(
        _ indices: [Int], of inventory: Inventory, computed: (Int) -> Int? = { _ in nil }
    ) -> [Int] {
        struct Place {
            var index: Int
            var key: Int64?
            var rank: UInt32
        }
        let indices = indices.filter { $0 >= 0 && $0 < inventory.entityCount }
        let keys =
            column.isComputed
            ? indices.map { computed($0).map(Int64.init) } : column.keys(of: indices, in: inventory)
        var places = zip(indices, keys).map { Place(index: $0, key: $1, rank: inventory.idRanks[$0]) }
        places.sort { left, right in
            switch (left.key, right.key) {
            case (let a?, let b?): a == b ? left.rank < right.rank : ascending ? a < b : a > b
            case (nil, nil): left.rank < right.rank
            case (let a, _): a != nil
            }
        }
        return places.map(\.index)
    }
}

extension EntityColumn {
    /// For each of `indices` a number by which to sort; nil where no source gives a value.
    fileprivate func keys(of indices: [Int], in inventory: Inventory) -> [Int64?] {
        let columns = inventory.entities
        switch self {
        case .kind:
            let ranks = Self.ranks(Set(indices.map { columns.kind[$0] }).map { ($0, inventory.name(of: $0)) })
            return indices.map { ranks[columns.kind[$0]] }
        case .flags:
            let set = Set(indices.lazy.map { columns.flags[$0] }.filter { !$0.isEmpty })
            let ranks = Self.ranks(set.map { ($0, $0.names.joined(separator: " ")) })
            return indices.map { ranks[columns.flags[$0]] }
        case .id: return indices.map { Int64(inventory.idRanks[$0]) }
        case .name: return Self.keys(of: indices.map { columns.name[$0] }, in: inventory.texts)
        case .provider: return Self.keys(of: indices.map { columns.provider[$0] }, in: inventory.texts)
        case .owner: return Self.keys(of: indices.map { columns.owner[$0] }, in: inventory.texts)
        case .parent:
            let names = indices.map { index in
                let parent = columns.parent[index]
                return parent == EntityColumns.noParent ? .empty : columns.name[Int(parent)]
            }
            return Self.keys(of: names, in: inventory.texts)
        case .privilege:
            return indices.map {
                columns.privilege[$0] == EntityColumns.unknownPrivilege ? nil : Int64(columns.privilege[$0])
            }
        case .created: return indices.map { columns.created[$0].bounded }
        case .issued: return indices.map { columns.issued[$0].bounded }
        case .rotated: return indices.map { columns.rotated[$0].bounded }
        case .lastUsed: return indices.map { columns.lastUsed[$0].bounded }
        case .expires: return indices.map { columns.expires[$0].bounded }
        case .revoked: return indices.map { columns.revoked[$0].bounded }
        case .exposure: return indices.map { _ in nil }
        }
    }

    private static func keys(of texts: [TextReference], in arena: TextArena) -> [Int64?] {
        let ranks = arena.foldedRanks(of: texts.lazy.filter { !$0.isEmpty })
        return texts.map { $0.isEmpty ? nil : Int64(ranks[Int($0.place)]) }
    }

    /// The place of each value in the order of the texts, which are few and of the vocabulary; equal texts share one.
    private static func ranks<Value: Hashable>(_ texts: [(value: Value, text: String)]) -> [Value: Int64] {
        let names = Set(texts.map(\.text)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($0.element, Int64($0.offset)) })
        return Dictionary(texts.map { ($0.value, places[$0.text] ?? 0) }, uniquingKeysWith: { first, _ in first })
    }
}
