import Inventory
import Reach

extension Listing {
    /// The places of the held entities that are in the section and pass the filter, in the order of the place; without
    /// one by time, then by steps, seeds first; conditional ones always come after the others. Nil when given up. O(entities).
    func held(_ section: HeldSection, _ inventory: Inventory, _ isCancelled: Cancellation?) -> Listed? {
        guard let answer else { return Listed([]) }
        guard let passing = bound(to: inventory).matchingRows(isCancelled: isCancelled) else { return nil }
        let entities = answer.radius.entities
        let isNarrowed = !hiddenKinds.isEmpty || !query.isEmpty
        var listed = Listed([])
        var (total, sections) = (0, [Int](repeating: 0, count: HeldSection.allCases.count))
        for place in entities.indices {
            let held = entities[place]
            let isListed = section.contains(held)
            if isListed { total += 1 }
            if hiddenKinds.contains(held.entity.kind) {
                if isListed { listed.hiddenByKind += 1 }
                continue
            }
            guard passing.contains(held.entity.index) else { continue }
            if isListed { listed.indices.append(place) }
            guard isNarrowed else { continue }
            for (number, section) in HeldSection.allCases.enumerated() where section.contains(held) {
                sections[number] += 1
            }
        }
        if isCancelled?() == true { return nil }
        listed.total = total
        if isNarrowed {
            listed.sections = Dictionary(uniqueKeysWithValues: zip(HeldSection.allCases, sections))
        }
        let members = { (rows: RowSet) in
            let kept = entities.lazy.filter { section.contains($0) && !hiddenKinds.contains($0.entity.kind) }
                .map(\.entity.index).filter(rows.contains)
            return RowSet(kept, of: inventory.entityCount)
        }
        guard let gaps = gaps(in: inventory, isFound: !listed.indices.isEmpty, isCancelled, members) else { return nil }
        listed.gaps = gaps
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
            if let column = HeldColumn(rawValue: sort.column) {
                let key = column.key(in: inventory)
                order.sort(ascending: sort.ascending) { key(entities[$0]) }
            } else if let column = EntityColumn(named: sort.column) {
                let column = InventorySort(column, ascending: sort.ascending)
                order = sorted(order, by: column, of: entities, in: inventory)
            }
        }
        // A chosen order is that of all rows: each that is held only if a guard fails says so itself.
        if sort == nil { order.sort(ascending: true) { entities[$0].isConditional ? 1 : 0 } }
        return order.rows
    }

    /// Sorts by what tables of entities show too. Entities with equal values keep their order, and those without one
    /// come last.
    private func sorted(
        _ order: RowOrder, by sort: InventorySort, of entities: HeldEntities, in inventory: Inventory
    ) -> RowOrder {
        var places = [Int](repeating: 0, count: inventory.entityCount)
        let rows = order.rows.map { place in
            let row = entities[place].entity.index
            places[row] = place
            return row
        }
        return RowOrder(sort.sorted(keeping: rows, of: inventory) { exposures?[$0]?.count }.map { places[$0] })
    }
}
