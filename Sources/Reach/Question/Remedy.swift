import Inventory

/// A remediation of one entity at one moment: every holding of it ends then.
public struct Remedy: Hashable, Sendable {
    /// The entity's number in the inventory.
    public let entity: Int
    /// When it is taken back.
    public let at: Instant
    /// Whether it is gone for good or can be regained.
    public let means: Remediation

    /// A remediation.
    public init(entity: Int, at: Instant, means: Remediation) {
        self.entity = entity
        self.at = at
        self.means = means
    }
}

/// The end of one relation at one moment: a grant withdrawn, a trust closed.
public struct Severance: Hashable, Sendable {
    /// The relation's number in the inventory.
    public let relation: Int
    /// When it ends.
    public let at: Instant

    /// The end of a relation.
    public init(relation: Int, at: Instant) {
        self.relation = relation
        self.at = at
    }
}
