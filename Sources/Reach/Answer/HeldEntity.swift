import Inventory

/// What an answer says of one entity that the attacker held, holds or will hold.
public struct HeldEntity: Sendable {
    /// The entity.
    public let entity: Entity
    /// When it is held: disjoint, ascending.
    public let holdings: [Interval]
    /// When the holding ends that contains the moment that the question asks about; nil when none does.
    public let liveUntil: Instant?
    /// Whether it is held only when guards fail.
    public let isConditional: Bool
    /// Whether it was declared, and not derived.
    public let isSeed: Bool
    /// The least number of tamper, execute and mint steps on any path; 0 is inherited.
    public let tier: Int
    /// How many crossings made its earliest holding; 0 for a seed.
    public let hops: Int
    /// The last of these crossings; nil for a seed.
    public let via: Via?
    /// The weakest evidence on the path that made its earliest holding; observed for a seed.
    public let confidence: Evidence
    /// Whether it is held longer because sessions renew one another.
    public let isRenewable: Bool

    /// The crossing by which an entity was gained.
    public struct Via: Sendable {
        /// The relation that was crossed.
        public let relation: Relation
        /// What was held before.
        public let from: Entity
    }

    /// Whether it is held at the moment that the question asks about.
    public var isLive: Bool { liveUntil != nil }

    /// When it was first held; ``Instant/beginning`` when no start is known.
    public var firstHeld: Instant { holdings.first?.from ?? .never }

    /// When the last holding ends; ``Instant/never`` when it does not.
    public var heldUntil: Instant { holdings.last?.until ?? .beginning }

    /// The risk that it stands for: that of the crossing by which it was gained; nil for a seed.
    public var plane: Plane? { via?.relation.traits.act.plane }

    /// Whether rolling code back restores it: code that was gained on the integrity plane, or declared.
    public var isAlteredCode: Bool { entity.kind.isCode && (isSeed || plane == .integrity) }

    /// Whether it was used at or after the moment it was first held; nil when no use is recorded.
    public var usedSince: Bool? { entity.lastUsed.map { $0 >= firstHeld } }
}
