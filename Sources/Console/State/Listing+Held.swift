import Inventory
import Reach

extension Listing {
    /// The places of the held entities that are in the section and pass the filter, in the order of the place; without
    /// one by time, then by steps, seeds first; conditional ones always come after the others. Nil when given up. O(entities).
    func held(_ section: HeldSection, _ inventory: Inventory, _ isCancelled: Cancellation?) -> Listed? {
        guard let answer else { return Listed([]) }
        guard let passing = bound(to: inventory).matchingRows(isCancelled: isCancelled) else { return nil }
        let entities = answer.radius.entities
        var listed = Listed([])
        var (total, sections) = (0, [Int](repeating: 0, count: HeldSection.allCases.count))
        for place in entities.indices {
            let held = entities[place]
            let isListed = section.contains(held)
            if isListed { total += 1 }
            if !hiddenKinds.isEmpty {
                if hiddenKinds.contains(held.entity.kind) {
                    if isListed { listed.hiddenByKind += 1 }
                    continue
                }
                for (number, section) in HeldSection.allCases.enumerated() where section.contains(held) {
                    sections[number] += 1
                }
            }
            if isListed, passing.contains(held.entity.index) { listed.indices.append(place) }
        }
        if isCancelled?() == true { return nil }
        listed.total = total
        if !hiddenKinds.isEmpty {
            listed.sections = Dictionary(uniqueKeysWithValues: zip(HeldSection.allCases, sections))
        }
        listed.indices = ordered(listed.indices, of: entities, in: inventory)
        return listed
    }

    private func ordered(_ shown: [Int], of entities: HeldEntities, in inventory: Inventory) -> [Int] {
        var order = RowOrder(shown)
        // Of one moment causes come before what follows from them: readers take an order for a cause.
        order.sort(ascending: true) { UInt64(entities[$0].hops) }
        let firstHeld = HeldColumn.firstHeld.key(in: inventory)
        order.sort(ascending: true) { firstHeld(entities[$0]) }
        if sort == nil { order.sort(ascending: true) { entities[$0].isSeed ? 0 : 1 } }
        for sort in ([sort].compactMap { $0 } + furtherSorts).reversed() {
            guard let column = HeldColumn(rawValue: sort.column) else { continue }
            let key = column.key(in: inventory)
            order.sort(ascending: sort.ascending) { key(entities[$0]) }
        }
        order.sort(ascending: true) { entities[$0].isConditional ? 1 : 0 }
        return order.rows
    }
}
