import Inventory

/// The crossings that a filter lets through, by the entity that they leave: a checked copy.
///
/// Every number in it is that of an entity or a place in it, whatever the columns say that it was made from, even when
/// those lie in a file that changes: loops over it need no checks of their own.
struct OpenCrossings {
    /// Where each entity's crossings start; one more than there are entities.
    let starts: [UInt32]
    /// The entity that each crossing gains.
    let targets: [UInt32]

    var entityCount: Int { starts.count - 1 }

    /// Copies the crossings of `graph` whose relations `filter` allows. O(entities + crossings).
    init(_ inventory: Inventory, _ filter: CrossingFilter) {
        let graph = inventory.control
        let (relations, traits) = (graph.leavingRelations, inventory.relationTraits)
        self.init(starts: graph.leavingStarts, targets: graph.targets) { place in
            let relation = relations.isEmpty ? place : place < relations.count ? Int(relations.unsafeRows[place]) : .max
            return relation < traits.count && filter.allows(traits.unsafeRows[relation])
        }
    }

    /// Copies the crossings at the places that `isOpen` allows; such as lead nowhere, or back at once, are left out.
    init(starts: Column<UInt32>, targets: Column<UInt32>, isOpen: (Int) -> Bool) {
        let count = max(starts.count - 1, 0)
        var kept = [UInt32](unsafeUninitializedCapacity: count + 1) { _, filled in filled = 0 }
        self.targets = targets.withUnsafeBufferPointer { targets in
            [UInt32](unsafeUninitializedCapacity: targets.count) { copy, filled in
                kept.append(0)
                var place = 0
                for entity in 0..<count {
                    // Runs follow one another, so that the copy never holds more than the original.
                    let end = min(Int(starts.unsafeRows[entity + 1]), targets.count)
                    while place < end {
                        let target = targets[place]
                        if Int(target) < count, Int(target) != entity, isOpen(place) {
                            copy[filled] = target
                            filled += 1
                        }
                        place += 1
                    }
                    kept.append(UInt32(filled))
                }
            }
        }
        self.starts = kept
    }
}
