/// What one place in one source says about one entity, or what all of them said so far: plain bits, its texts in the
/// builder's arena. Unknown times are at the ends of time, as in the columns.
public struct EntityRecord: BitwiseCopyable, Sendable {
    /// The stable id.
    public var id: TextReference
    /// What it is; nil when the source only adds to what another declares.
    public var kind: EntityKind?
    /// The name to show; empty when the source gives none.
    public var name = TextReference.empty
    /// The id of what it belongs to.
    public var parent = TextReference.empty
    /// Who answers for it.
    public var owner = TextReference.empty
    /// Who issues or hosts it.
    public var provider = TextReference.empty
    /// 0 (none) to 4 (full control).
    public var privilege: UInt8?
    /// When it came into being.
    public var created = Instant.beginning
    /// From when on it can be used.
    public var issued = Instant.beginning
    /// When its value was last changed.
    public var rotated = Instant.beginning
    /// When it was last used.
    public var lastUsed = Instant.beginning
    /// From when on it can no longer be used.
    public var expires = Instant.never
    /// When it was taken back.
    public var revoked = Instant.never
    /// The time over which it is known to have been an attacker's.
    public var compromised: Interval?
    /// Yes-or-no facts.
    public var flags: EntityFlags = []
    /// Where this is said.
    public var provenance: ProvenanceReference
    /// Whether some source records that it exists, so that it is no mere inference, whatever comes later.
    var isRecorded = false

    /// A record that says no more than what it is about.
    public init(id: TextReference, kind: EntityKind?, provenance: ProvenanceReference) {
        self.id = id
        self.kind = kind
        self.provenance = provenance
    }
}
