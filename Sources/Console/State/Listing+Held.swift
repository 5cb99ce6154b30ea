import Inventory
import Reach

extension Listing {
    /// The places of the held entities that are in the section and pass the filter, in the order of the place; in that
    /// of the answer seeds come first; conditional ones always come after the others. Nil when given up. O(entities).
    func held(_ section: HeldSection, _ inventory: Inventory, _ isCancelled: Cancellation?) -> [Int]? {
        guard let answer else { return [] }
        guard let passing = bound(to: inventory).matchingRows(isCancelled: isCancelled) else { return nil }
        let entities = answer.radius.entities
        let shown = entities.indices.filter {
            passing.contains(entities[$0].entity.index) && section.contains(entities[$0])
        }
        if isCancelled?() == true { return nil }
        var order = RowOrder(shown)
        if let sort, let column = HeldColumn(rawValue: sort.column) {
            let key = column.key(in: inventory)
            order.sort(ascending: sort.ascending) { key(entities[$0]) }
        } else {
            order.sort(ascending: true) { entities[$0].isSeed ? 0 : 1 }
        }
        order.sort(ascending: true) { entities[$0].isConditional ? 1 : 0 }
        return order.rows
    }
}
