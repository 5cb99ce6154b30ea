/// What one place in one source says about how two entities are related. The ends may be declared later, or elsewhere.
public struct RelationFact: Sendable {
    /// What the relation says.
    public var kind: RelationKind
    /// The id of the near end.
    public var from: String
    /// The id of the far end.
    public var to: String
    /// When it was so.
    public var valid: Interval = .always
    /// What this source says of the relation's meaning; nil takes the table's default.
    public var gain: Gain?
    /// What the attacker does.
    public var act: Act?
    /// How long the far end stays held.
    public var hold: Hold?
    /// How it is known.
    public var evidence: Evidence?
    /// The control that must fail before the relation can be crossed.
    public var `guard`: String?
    /// Anything else, by name.
    public var attributes: [Attribute] = []
    /// Where this is said.
    public var provenance: Provenance

    /// A fact with the table's meaning.
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
