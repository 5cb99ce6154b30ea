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

    /// All entities of `inventory`, sorted. O(n).
    public func sorted(_ inventory: Inventory) -> [Int] {
        sorted(RowSet(allOf: inventory.entityCount), of: inventory)
    }

    /// The entities with these numbers, sorted; numbers that the inventory does not have are left out. O(n), with n the
    /// number of all entities when most are asked for. What stands in a computed column `computed` says.
    public func sorted(
        _ indices: [Int], of inventory: Inventory, computed: (Int) -> Int? = { _ in nil }
    ) -> [Int] {
        var set = RowSet(noneOf: inventory.entityCount)
        for index in indices { set.insert(index) }
        if set.count == indices.count { return sorted(set, of: inventory, computed: computed) }
        let known = indices.filter { $0 >= 0 && $0 < inventory.entityCount }
        return sorted(inventory.idOrder(known), of: inventory, computed: computed).rows
    }

    /// The entities of a set, sorted. O(n), with n the number of all entities when most are asked for. The ranks that
    /// an order by texts goes by are made when it is first asked for. What stands in a computed column `computed` says.
    public func sorted(
        _ set: RowSet, of inventory: Inventory, computed: (Int) -> Int? = { _ in nil }
    ) -> [Int] {
        Self.sorted(set, by: [self], of: inventory, computed: computed)
    }

    /// The entities of a set, sorted by several orders, the weightiest first. O(n) for each. What stands in a computed
    /// column `computed` says.
    public static func sorted(
        _ set: RowSet, by sorts: [InventorySort], of inventory: Inventory, computed: (Int) -> Int? = { _ in nil }
    ) -> [Int] {
        // No two ids are equal: what comes after them decides nothing.
        let last = sorts.firstIndex { $0.column == .id } ?? sorts.count
        var sorts = Array(sorts.prefix(last + 1).reversed())
        var order: RowOrder
        if let first = sorts.first, first.column == .kind, let byKind = inventory.kindOrder(set, first.ascending) {
            order = byKind
            sorts.removeFirst()
        } else {
            order = inventory.idOrder(set)
        }
        for sort in sorts {
            order = sort.sorted(order, of: inventory, computed: computed)
        }
        return order.rows
    }

    /// The entities with these numbers, sorted; those with equal values keep the order in which they come. What stands in
    /// a computed column `computed` says. O(n).
    public func sorted(
        keeping indices: [Int], of inventory: Inventory, computed: (Int) -> Int? = { _ in nil }
    ) -> [Int] {
        let order = column == .id ? inventory.idOrder(indices) : RowOrder(indices)
        return sorted(order, of: inventory, computed: computed).rows
    }

    /// Sorts what comes in the order of ids, or in one that rows with equal values shall keep.
    private func sorted(_ order: RowOrder, of inventory: Inventory, computed: (Int) -> Int?) -> RowOrder {
        let columns = inventory.entities
        var order = order
        switch column {
        case .id: if !ascending { order.reverse() }
        case .shortID:
            let ids = ShortIDs(inventory)
            order.sort(ascending: ascending) { ids[$0].rank }
        case .name: sort(&order, inventory.nameRanks)
        case .owner: sort(&order, inventory.ownerRanks)
        case .provider: sort(&order, inventory.providerRanks)
        case .parent:
            let (parents, ranks) = (columns.parent, inventory.nameRanks)
            order.sort(by: ascending) { row in
                let parent = Int(parents[row])
                return parent < ranks.count ? ranks.unsafeRows[parent] : RowOrder.none
            }
        case .kind:
            sort(&order, columns.kind) { inventory.name(of: EntityKind(rawValue: $0)) }
        case .flags:
            sort(&order, columns.flags) {
                EntityFlags(rawValue: $0).names.joined(separator: " ")
            }
        case .privilege:
            let levels = columns.privilege
            order.sort(by: ascending) { row in
                let level = levels.unsafeRows[row]
                return level <= EntityColumns.highestPrivilege ? UInt32(level) : RowOrder.none
            }
        case .created: order.sort(by: ascending, times: columns.created)
        case .issued: order.sort(by: ascending, times: columns.issued)
        case .rotated: order.sort(by: ascending, times: columns.rotated)
        case .lastUsed: order.sort(by: ascending, times: columns.lastUsed)
        case .expires: order.sort(by: ascending, times: columns.expires)
        case .revoked: order.sort(by: ascending, times: columns.revoked)
        case .relations:
            order.sort(by: ascending) { row in UInt32(clamping: inventory.relationCount(of: row)) }
        case .exposure:
            order.sort(by: ascending) { row in computed(row).map(UInt32.init(clamping:)) ?? RowOrder.none }
        }
        return order
    }

    private func sort(_ order: inout RowOrder, _ ranks: Column<UInt32>) {
        order.sort(by: ascending) { row in row < ranks.count ? ranks.unsafeRows[row] : RowOrder.none }
    }

    /// Sorts by texts that few values have, which are of the vocabulary: by their bytes.
    private func sort<Value: RawRepresentable<UInt16>>(
        _ order: inout RowOrder, _ column: Column<Value>, text: (UInt16) -> String
    ) {
        var ranks = [UInt32](repeating: RowOrder.none, count: Int(UInt16.max) + 1)
        var isPresent = [Bool](repeating: false, count: ranks.count)
        order.forEach { row in isPresent[Int(column.unsafeRows[row].rawValue)] = true }
        let texts = isPresent.indices.filter { isPresent[$0] }.map { (value: $0, text: text(UInt16($0))) }
        let names = Set(texts.map(\.text)).subtracting([""]).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        let places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($0.element, UInt32($0.offset)) })
        for (value, text) in texts { ranks[value] = places[text] ?? RowOrder.none }
        order.sort(by: ascending) { row in ranks[Int(column.unsafeRows[row].rawValue)] }
    }
}

extension Inventory {
    /// Up to this part of all rows sorting them by their ids costs less than picking them from all.
    private static let sparse = 16

    /// The rows of a set in the order of their ids.
    fileprivate func idOrder(_ set: RowSet) -> RowOrder {
        if set.count > entityCount / Self.sparse { return RowOrder(set, asIn: byID.rows) }
        return idOrder(set.rows)
    }

    /// The rows of a set by the names of their kinds, and those of one kind by their ids; nil where few of all rows are
    /// in it. What all lists of the inventory begin with.
    fileprivate func kindOrder(_ set: RowSet, _ ascending: Bool) -> RowOrder? {
        guard set.count > entityCount / Self.sparse else { return nil }
        let kinds = kindCounts(of: set).map { (number: Int($0.kind.rawValue), name: name(of: $0.kind)) }
        let groups = kinds.sorted {
            ascending
                ? $0.name.utf8.lexicographicallyPrecedes($1.name.utf8)
                : $1.name.utf8.lexicographicallyPrecedes($0.name.utf8)
        }
        // Kinds without a name, and those that share one, are left to the order by texts.
        guard groups.allSatisfy({ !$0.name.isEmpty }), Set(groups.map(\.name)).count == groups.count else { return nil }
        var places = [Int](repeating: 0, count: Int(UInt16.max) + 1)
        for (place, group) in groups.enumerated() { places[group.number] = place }
        let kindOf = entities.kind.unsafeRows
        return places.withUnsafeBufferPointer { places in
            RowOrder(set, asIn: byID.rows, groups: groups.count) { row in places[Int(kindOf[row].rawValue)] }
        }
    }

    /// These rows, which the inventory has, in the order of their ids.
    fileprivate func idOrder(_ rows: [Int]) -> RowOrder {
        var order = RowOrder(rows.count) { UInt32(truncatingIfNeeded: rows[$0]) }
        let ranks = idRanks
        order.sort { ranks.unsafeRows[$0] }
        return order
    }
}
