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
        relations.traits[relation].unpacked(sessionSeconds: relations.sessionSeconds[relation])
    }

    /// When the relation is so. O(1).
    public func valid(of relation: Int) -> Interval { relations.valid[relation] }

    /// Whether a control stands in the relation's way. O(1).
    public func isGuarded(_ relation: Int) -> Bool { !relations.guard[relation].isEmpty }

    /// Every clean-up that the sources record, with the entity that was cleaned.
    public var recordedCleanups: [(entity: Int, at: Instant)] {
        cleanups.values.count == 0
            ? [] : (0..<entityCount).flatMap { entity in cleanups[entity].map { (entity, $0) } }
    }
}
