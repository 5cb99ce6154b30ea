import Inventory

extension BlastRadius {
    /// The figures of an answer. Conditional entities are in ``conditional`` only; seeds in no plane.
    public struct Counts: Sendable, Equatable {
        /// Entities held at some moment, the seeds included.
        public var reached = 0
        /// Of these, the ones held at the moment that the question asks about.
        public var live = 0
        /// Of these, the ones that were inherited without altering or running anything: tier 0, without the seeds.
        public var inherited = 0
        /// Entities held only when guards fail.
        public var conditional = 0
        /// Reached entities by kind.
        public var byKind: [EntityKind: Int] = [:]
        /// Reached entities by the plane on which they were gained.
        public var byPlane: [Plane: Int] = [:]
        /// Reached entities by tier.
        public var byTier: [Int: Int] = [:]
    }

    /// Counts everything once. O(entities).
    public var counts: Counts {
        var counts = Counts()
        for held in entities {
            if held.isConditional {
                counts.conditional += 1
                continue
            }
            counts.reached += 1
            if held.isLive { counts.live += 1 }
            if held.tier == 0, !held.isSeed { counts.inherited += 1 }
            counts.byKind[held.entity.kind, default: 0] += 1
            counts.byTier[held.tier, default: 0] += 1
            if let plane = held.plane { counts.byPlane[plane, default: 0] += 1 }
        }
        return counts
    }
}
