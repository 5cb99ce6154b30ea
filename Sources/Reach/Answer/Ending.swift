import Inventory

/// What ended a holding: the last link on the way that gave out.
public enum Ending: Sendable {
    /// It expired.
    case expired(Entity)
    /// It was revoked.
    case revoked(Entity)
    /// A clean-up that the sources record.
    case cleaned(Entity)
    /// The window over which it was declared is over.
    case declared(Entity)
    /// The plan takes it back.
    case planned(Entity)
    /// What gave it was over: a run, a value that was replaced.
    case over(Relation)
}

extension BlastRadius {
    /// What ended the holding of an entity that was held before the moment of the question and is not now: what was only
    /// borrowed is followed to whatever ended. Nil where that is not found. O(relations of what is on the way, of each at
    /// most a few thousand).
    public func ending(of entity: Int) -> Ending? {
        guard let held = self[entity], !held.isLive else { return nil }
        guard var end = held.holdings.last(where: { $0.until <= question.at })?.until else { return nil }
        var (now, seen) = (held, Set<Int>())
        while seen.insert(now.entity.index).inserted {
            if let own = ending(of: now.entity, at: end) { return own }
            guard let lender = lender(of: now.entity.index, until: end) else { return nil }
            if lender.isOver { return .over(lender.relation) }
            (now, end) = (lender.held, lender.end)
        }
        return nil
    }

    /// What ended at that moment of the entity itself.
    private func ending(of entity: Entity, at end: Instant) -> Ending? {
        if entity.revoked == end { return .revoked(entity) }
        if entity.expires == end { return .expired(entity) }
        if entity.cleanups.contains(end) { return .cleaned(entity) }
        if question.remedies.contains(where: { $0.entity == entity.index && $0.at == end }) { return .planned(entity) }
        let isDeclared = question.seeds.contains { $0.entity == entity.index && $0.window.until == end }
        return isDeclared ? .declared(entity) : nil
    }

    /// The crossing by which the entity was held up to that moment, of several that from what is nearest to a seed;
    /// whether the relation itself ended, and when what lent it was lost.
    private func lender(
        of entity: Int, until end: Instant
    ) -> (held: HeldEntity, relation: Relation, isOver: Bool, end: Instant)? {
        guard let inventory = self[entity]?.entity.inventory else { return nil }
        let near =
            Array(inventory.incoming(entity).prefix(OpenSlot.looked))
            + Array(inventory.outgoing(entity).prefix(OpenSlot.looked))
        var best: (held: HeldEntity, relation: Relation, isOver: Bool, end: Instant)?
        for relation in near.lazy.map(inventory.relation(at:)) where relation.gaining == entity {
            let other = relation.fromIndex == entity ? relation.toIndex : relation.fromIndex
            guard let seconds = relation.traits.hold.lingering, let held = self[other] else { continue }
            for holding in held.holdings {
                let lost = min(holding.until, relation.valid.until)
                guard max(holding.from, relation.valid.from) < lost, lost.isBounded,
                    lost.advanced(by: seconds) == end, held.hops < best?.held.hops ?? .max
                else { continue }
                best = (held, relation, relation.valid.until == lost && holding.until != lost, lost)
            }
        }
        return best
    }
}

extension Hold {
    /// How long what was lent stays once the lender is lost, in seconds; nil for what stays for good.
    fileprivate var lingering: Int64? {
        switch self {
        case .keep: nil
        case .borrow: 0
        case .session(let seconds): Int64(seconds)
        }
    }
}
