import Inventory

/// What an answer says of one entity that the attacker held, holds or will hold: a view of one row, cheap to make and to
/// copy.
public struct HeldEntity: Sendable {
    let columns: HeldColumns
    let place: Int
    /// The moment that the question asks about.
    let at: Instant
    /// Whether it is held only when guards fail.
    public let isConditional: Bool

    /// The entity.
    public var entity: Entity { columns.inventory.entity(at: Int(columns.entities[place])) }
    /// When it is held: disjoint, ascending.
    public var holdings: [Interval] { columns.holdings.intervals(place) }
    /// When the holding ends that contains the moment that the question asks about; nil when none does.
    public var liveUntil: Instant? { columns.holdings.liveUntil(place, at: at) }
    /// Whether it was declared, and not derived.
    public var isSeed: Bool { columns.isSeed(place) }
    /// The least number of tamper, execute and mint steps on any path; 0 is inherited.
    public var tier: Int { columns.tier(place) }
    /// How many crossings made its earliest holding; 0 for a seed.
    public var hops: Int { columns.hops(place) }
    /// The weakest evidence on the path that made its earliest holding; observed for a seed.
    public var confidence: Evidence { columns.confidence(place) }
    /// Whether it is held longer because sessions renew one another.
    public var isRenewable: Bool { columns.isRenewable(place) }

    /// The crossing by which an entity was gained.
    public struct Via: Sendable {
        /// The relation that was crossed.
        public let relation: Relation
        /// What was held before.
        public let from: Entity
    }

    /// The last of the crossings that made its earliest holding; nil for a seed.
    public var via: Via? {
        guard let relation = columns.via(place), relation < columns.inventory.relationCount else { return nil }
        let inventory = columns.inventory
        return Via(
            relation: inventory.relation(at: relation),
            from: inventory.entity(at: inventory.crossingEnds(relation).near))
    }

    /// Whether it is held at the moment that the question asks about.
    public var isLive: Bool { liveUntil != nil }

    /// Whether it was held before that moment and is no longer: expired, revoked, or out of reach for another reason.
    public var hasEnded: Bool { !isLive && !isNotYetHeld }

    /// Whether it is held only after that moment.
    public var isNotYetHeld: Bool { firstHeld > at }

    /// When it was first held; ``Instant/beginning`` when no start is known.
    public var firstHeld: Instant { columns.holdings.first(place) }

    /// When the last holding ends; ``Instant/never`` when it does not.
    public var heldUntil: Instant { columns.holdings.until(place) }

    /// The risk that it stands for: that of the crossing by which it was gained; nil for a seed.
    public var plane: Plane? { columns.act(place)?.plane }

    /// Whether rolling code back restores it: code that was gained on the integrity plane, or declared.
    public var isAlteredCode: Bool { entity.kind.isCode && (isSeed || plane == .integrity) }

    /// Whether it was used at or after the moment it was first held; nil when no use is recorded.
    public var usedSince: Bool? { entity.lastUsed.map { $0 >= firstHeld } }
}
