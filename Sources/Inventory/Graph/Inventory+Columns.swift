// Single values by number, for loops that cannot afford a view of the whole row.
extension Inventory {
    /// When the entity can be used; see ``Entity/usable``. O(1).
    public func usable(of entity: Int) -> Interval {
        Interval(entities.issued[entity], min(entities.expires[entity], entities.revoked[entity]))
    }

    /// The numbers of a relation's near and far end. O(1).
    public func relationEnds(_ relation: Int) -> (from: Int, to: Int) {
        (Int(relations.from[relation]), Int(relations.to[relation]))
    }

    /// What crossing the relation means. O(1).
    public func traits(of relation: Int) -> RelationTraits {
        let traits = relations.traits[relation]
        return traits.unpacked(sessionSeconds: traits.isSession ? sessionSeconds(of: relation) : 0)
    }

    /// How long sessions over the relation last. O(log sessions).
    public func sessionSeconds(of relation: Int) -> UInt32 { relations.sessionSeconds[relation] ?? 0 }

    /// What crossing each relation means, packed.
    public var relationTraits: Column<PackedTraits> { relations.traits }

    /// When each relation is so.
    public var relationTimes: Column<Interval> { relations.valid }

    /// Whether the entity may be chosen when a cut is sought; see ``Entity/isRevocable``. O(1).
    public func isRevocable(_ entity: Int) -> Bool {
        let flags = entities.flags[entity]
        if flags.contains(.irrevocable) { return false }
        return flags.contains(.revocable) || entities.kind[entity].remediation == .disable
    }

    /// Whether a control stands in the way of any relation. O(1).
    public var hasGuards: Bool { !relations.guard.keys.isEmpty }

    /// What each entity is.
    public var entityKinds: Column<EntityKind> { entities.kind }

    /// The place of each entity's id among all ids in the order of their bytes.
    public var entityIDRanks: Column<UInt32> { idRanks }

    /// Whether control of some relation's far end gives its near end.
    public var hasBackwardGain: Bool { derived.figures.hasBackwardGain }

    /// Whether some relation that gives control has a guard.
    public var hasGuardedGain: Bool { derived.figures.hasGuardedGain }
    /// Whether every relation that gives control keeps what it gains: no far end is lost because the near end is. False
    /// where that is not known. O(1).
    public var keepsAllGain: Bool { derived.figures.keepsAllGain }

    /// When the relation is so. O(1).
    public func valid(of relation: Int) -> Interval { relations.valid[relation] }

    /// Whether a control stands in the relation's way. O(1).
    public func isGuarded(_ relation: Int) -> Bool { relations.traits[relation].isGuarded }

    /// Every clean-up that the sources record, with the entity that was cleaned.
    public var recordedCleanups: [(entity: Int, at: Instant)] {
        if cleanups.values.isEmpty { return [] }
        return (0..<entityCount).flatMap { entity in
            cleanups.range(of: entity).lazy.map { (entity, self.cleanups.values[$0]) }
        }
    }
}
