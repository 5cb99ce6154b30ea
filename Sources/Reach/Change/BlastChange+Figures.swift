import Inventory

extension BlastChange.Figures {
    /// The figures of one answer.
    init(_ answer: BlastRadius, rollbackOnlyLive: Int) {
        let counts = answer.counts
        reached = counts.reached
        live = counts.live
        conditional = counts.conditional
        byPlane = counts.byPlane
        liveByPlane = Dictionary(grouping: answer.unconditional.lazy.filter(\.isLive).compactMap(\.plane)) { $0 }
            .mapValues(\.count)
        self.rollbackOnlyLive = rollbackOnlyLive
    }

    /// Counts what the new inventory reaches beyond what is `kept` in the old one. An entity of both counts once, on the
    /// plane on which the old one has it, and as conditional only where both do.
    mutating func add(_ after: BlastRadius, beyond kept: BlastRadius, _ diff: InventoryDiff) {
        for held in after.entities {
            let known = diff.counterpart(ofNew: held.entity.index).flatMap { kept[$0] }
            guard !held.isConditional else {
                if known == nil { conditional += 1 }
                continue
            }
            let isReached = known.map { !$0.isConditional } ?? false
            if let known, known.isConditional { conditional -= 1 }
            let plane = isReached ? known?.plane : held.plane
            if !isReached {
                reached += 1
                if let plane { byPlane[plane, default: 0] += 1 }
            }
            guard held.isLive, !(isReached && known?.isLive == true) else { continue }
            live += 1
            if let plane { liveByPlane[plane, default: 0] += 1 }
        }
    }
}

extension BlastRadius {
    /// The numbers of the entities that are held at the moment of the question, whatever guards do. O(entities).
    var live: [Int] { unconditional.lazy.filter(\.isLive).map(\.entity.index) }

    /// Whether the entity is among them. O(1).
    func isLive(_ entity: Int) -> Bool { self[entity].map { $0.isLive && !$0.isConditional } ?? false }
}
