import Inventory
import Reach

/// A list of choke points to be made: filtered and ordered as the place says. Equal ones give equal lists.
struct ChokeListing: Sendable {
    let counting: ChokeCounting
    /// The filter and the order, as of a list of all entities.
    let filter: Listing
    /// What ``counting`` found. Follows from it, and so has no part in equality.
    let counts: ChokeCounts

    /// Makes the list, most first where no other order is chosen; nil when `isCancelled` said so first. O(entities).
    func listed(in inventory: Inventory, isCancelled: Cancellation?) -> Listed? {
        let ground = counting.ground
        let all = ground.points.map(\.entity)
        guard let passing = filter.bound(to: inventory).matchingRows(isCancelled: isCancelled) else { return nil }
        let shown = filter.query.isEmpty ? all : all.filter(passing.contains)
        let points = RowSet(all, of: inventory.entityCount)
        let gaps = filter.gaps(in: inventory, isFound: !shown.isEmpty, isCancelled) { rows in
            inventory.rows(passing: rows, in: points)
        }
        guard let gaps else { return nil }
        var listed = Listed(ordered(shown, in: inventory))
        listed.total = all.count
        listed.gaps = gaps
        return isCancelled?() == true ? nil : listed
    }

    private func ordered(_ entities: [Int], in inventory: Inventory) -> [Int] {
        var order = entities
        for key in ([filter.sort].compactMap { $0 } + filter.furtherSorts).reversed() {
            guard let column = ChokeColumn(rawValue: key.column) else { continue }
            if let column = column.entityColumn {
                let sort = InventorySort(column, ascending: key.ascending)
                order = sort.sorted(keeping: order, of: inventory) { _ in nil }
            } else {
                var rows = RowOrder(order)
                // What is not counted comes last either way.
                let unknown = key.ascending ? UInt64.max : 0
                rows.sort(ascending: key.ascending) { entity in
                    column.count(of: entity, counting.ground, counts).map { UInt64($0) + 1 } ?? unknown
                }
                order = rows.rows
            }
        }
        return order
    }
}

extension ChokeListing: Hashable {
    static func == (left: ChokeListing, right: ChokeListing) -> Bool {
        left.counting == right.counting && left.filter == right.filter
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(counting)
        hasher.combine(filter)
    }
}

extension Inventory {
    /// The rows that both sets have.
    fileprivate func rows(passing rows: RowSet, in other: RowSet) -> RowSet {
        RowSet(other.rows.filter(rows.contains), of: entityCount)
    }
}
