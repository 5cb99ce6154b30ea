import Inventory

extension BlastRadius {
    /// The figures of an answer. Conditional entities are in ``conditional`` only; seeds in no plane.
    public struct Counts: Sendable, Equatable {
        /// Entities held at some moment, the seeds included.
        public var reached = 0
        /// Of these, the ones held at the moment that the question asks about.
        public var live = 0
        /// Of these, the ones that are held only after that moment; the rest of those that are not live has ended.
        public var notYetHeld = 0
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

    /// Counts everything once, without making a view of anything. O(entities).
    public var counts: Counts {
        let columns = entities.columns
        let kinds = columns.inventory.entityKinds.unsafeRows
        defer { withExtendedLifetime(columns) {} }
        var counts = Counts()
        counts.reached = columns.count
        counts.conditional = entities.count - columns.count
        var byKind: [Int] = []
        var byTier: [Int] = []
        var byPlane = (identity: 0, integrity: 0)
        for place in 0..<columns.count {
            if columns.holdings.liveUntil(place, at: question.at) != nil { counts.live += 1 }
            if columns.holdings.first(place) > question.at { counts.notYetHeld += 1 }
            byKind.count(Int(kinds[Int(columns.entities[place])].rawValue))
            let tier = columns.tier(place)
            byTier.count(tier)
            switch columns.act(place)?.plane {
            case .identity: byPlane.identity += 1
            case .integrity: byPlane.integrity += 1
            case nil: break
            }
            if tier == 0, !columns.isSeed(place) { counts.inherited += 1 }
        }
        for (kind, count) in byKind.enumerated() where count > 0 {
            counts.byKind[EntityKind(rawValue: UInt16(kind))] = count
        }
        for (tier, count) in byTier.enumerated() where count > 0 { counts.byTier[tier] = count }
        if byPlane.identity > 0 { counts.byPlane[.identity] = byPlane.identity }
        if byPlane.integrity > 0 { counts.byPlane[.integrity] = byPlane.integrity }
        return counts
    }
}

extension [Int] {
    /// One more of what has this number.
    fileprivate mutating func count(_ number: Int) {
        if number >= count { self += repeatElement(0, count: number + 1 - count) }
        self[number] += 1
    }
}
