/// The properties of all entities, a column each. A missing time is the end of time that makes it harmless to compare.
struct EntityColumns: Sendable {
    var kind: Column<EntityKind>
    var id: Column<TextReference>
    var name: Column<TextReference>
    /// The entity's scope; `UInt32.max` when it has none.
    var parent: BoundedColumn
    var owner: Column<TextReference>
    var provider: Column<TextReference>
    /// 0–4, or ``unknownPrivilege``.
    var privilege: Column<UInt8>
    var created: Column<Instant>
    var issued: Column<Instant>
    var rotated: Column<Instant>
    var lastUsed: Column<Instant>
    var expires: Column<Instant>
    var revoked: Column<Instant>
    var compromised: Column<Interval>
    var flags: Column<EntityFlags>

    static let noParent = UInt32.max
    static let unknownPrivilege = UInt8.max
    static let highestPrivilege: UInt8 = 4
}

/// The properties of all relations, a column each, in the order of their near ends.
struct RelationColumns: Sendable {
    var kind: Column<RelationKind>
    var from: BoundedColumn
    var to: BoundedColumn
    var valid: Column<Interval>
    var traits: Column<PackedTraits>
    /// The length of the sessions; rows that are none have none.
    var sessionSeconds: SparseColumn<UInt32>
    var `guard`: SparseColumn<TextReference>
}

/// The traits of a relation in two bytes: gain, act, hold and evidence, two to three bits each, and whether it is guarded.
public struct PackedTraits: BitwiseCopyable, Hashable, Sendable {
    /// All of them; only the low ``width`` bits are ever set.
    public let bits: UInt16
    /// How many bits are used.
    public static let width = 10

    /// The traits that these bits stand for.
    public init(bits: UInt16) { self.bits = bits }

    init(_ traits: RelationTraits, isGuarded: Bool = false) {
        let hold: UInt16 =
            switch traits.hold {
            case .keep: 0
            case .borrow: 1
            case .session: 2
            }
        bits =
            UInt16(traits.gain.rawValue) | UInt16(traits.act.rawValue) << 2 | hold << 5
            | UInt16(traits.evidence.rawValue) << 7 | (isGuarded ? 1 << 9 : 0)
    }

    /// Which end gains.
    public var gain: Gain { Gain(rawValue: UInt8(bits & 3)) ?? .none }
    /// What the attacker does.
    public var act: Act { Act(rawValue: UInt8(bits >> 2 & 7)) ?? .harvest }
    /// How it is known.
    public var evidence: Evidence { Evidence(rawValue: UInt8(bits >> 7 & 3)) ?? .inferred }
    /// Whether a control stands in the way.
    public var isGuarded: Bool { bits >> 9 & 1 == 1 }
    /// Whether the far end stays held once the relation is crossed.
    public var isKept: Bool { bits >> 5 & 3 == 0 }
    /// Whether the far end is held for a time of its own after the near end is lost.
    public var isSession: Bool { bits >> 5 & 3 >= 2 }

    func unpacked(sessionSeconds: UInt32) -> RelationTraits {
        let hold: Hold =
            switch bits >> 5 & 3 {
            case 0: .keep
            case 1: .borrow
            default: .session(seconds: sessionSeconds)
            }
        return RelationTraits(
            gain: gain, act: act, hold: hold, evidence: evidence)
    }
}

/// A named value of one entity or relation.
public struct AttributeReference: BitwiseCopyable, Hashable, Sendable {
    var name: TextReference
    var value: TextReference

    /// A named value of which both texts are known.
    public init(name: TextReference, value: TextReference) {
        self.name = name
        self.value = value
    }
}
