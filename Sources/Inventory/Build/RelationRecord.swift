/// What one place in one source says about how two entities are related: plain bits, its texts in the builder's arena.
public struct RelationRecord: BitwiseCopyable, Sendable {
    /// When it was so.
    public var valid = Interval.always
    /// The id of the near end.
    public var from: TextReference
    /// The id of the far end.
    public var to: TextReference
    /// The control that must fail before the relation can be crossed; empty when there is none.
    public var `guard` = TextReference.empty
    /// Where this is said.
    public var provenance: ProvenanceReference
    /// How long the far end stays held; nil takes the table's default, here and below.
    public var hold: Hold?
    /// Which end gains control.
    public var gain: Gain?
    /// What the attacker does.
    public var act: Act?
    /// How it is known.
    public var evidence: Evidence?
    /// What the relation says.
    public var kind: RelationKind

    /// A record with the table's meaning.
    public init(_ kind: RelationKind, from: TextReference, to: TextReference, provenance: ProvenanceReference) {
        self.kind = kind
        self.from = from
        self.to = to
        self.provenance = provenance
    }
}
