/// What one place in one source says about how two entities are related. The ends may be declared later, or elsewhere.
public struct RelationFact: Sendable {
    public var kind: RelationKind
    /// The id of the near end.
    public var from: String
    /// The id of the far end.
    public var to: String
    /// When it was so.
    public var valid: Interval = .always
    /// What this source says of the relation's meaning; nil takes the table's default.
    public var gain: Gain?
    public var act: Act?
    public var hold: Hold?
    public var evidence: Evidence?
    /// The control that must fail before the relation can be crossed.
    public var `guard`: String?
    public var attributes: [Attribute] = []
    public var provenance: Provenance

    public init(
        _ kind: RelationKind, from: String, to: String, valid: Interval = .always, evidence: Evidence? = nil,
        provenance: Provenance
    ) {
        self.kind = kind
        self.from = from
        self.to = to
        self.valid = valid
        self.evidence = evidence
        self.provenance = provenance
    }
}
