/// What one place in one source says about one entity. Whatever is left out stays as other sources have it.
public struct EntityFact: Sendable {
    /// The stable id, by which facts from all sources meet.
    public var id: String
    /// What it is. Nil when this source only adds to what another declares; an entity that none declares is left out.
    public var kind: EntityKind?
    /// The name to show; the id when no source gives one.
    public var name: String?
    /// The id of what it belongs to.
    public var parent: String?
    /// Who answers for it.
    public var owner: String?
    /// Who issues or hosts it: `github`, `aws`…
    public var provider: String?
    /// 0 (none) to 4 (full control).
    public var privilege: UInt8?
    /// When it came into being.
    public var created: Instant?
    /// From when on it can be used.
    public var issued: Instant?
    /// When its value was last changed.
    public var rotated: Instant?
    /// When it was last used.
    public var lastUsed: Instant?
    /// From when on it can no longer be used.
    public var expires: Instant?
    /// When it was taken back.
    public var revoked: Instant?
    /// When it was cleaned up in the past.
    public var cleanups: [Instant] = []
    /// The time over which it is known to have been an attacker's.
    public var compromised: Interval?
    /// Yes-or-no facts.
    public var flags: EntityFlags = []
    /// Anything else, by name. Names that are used more than once keep every value.
    public var attributes: [Attribute] = []
    /// Where this is said.
    public var provenance: Provenance

    /// A fact that says no more than what it is about.
    public init(id: String, kind: EntityKind?, name: String? = nil, provenance: Provenance) {
        self.id = id
        self.kind = kind
        self.name = name
        self.provenance = provenance
    }
}

/// A named value that the vocabulary has no place for.
public struct Attribute: Hashable, Sendable {
    /// The name; several values may share one.
    public var name: String
    /// The value.
    public var value: String

    /// A named value.
    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}
