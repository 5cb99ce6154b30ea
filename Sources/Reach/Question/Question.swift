import Inventory

/// Everything that an answer depends on besides the inventory: two equal questions have equal answers.
public struct Question: Hashable, Sendable {
    /// Whether the controls on guarded relations hold or fail.
    public enum Guards: String, Hashable, Sendable, CaseIterable {
        case hold, fail
    }

    /// What the attacker had to begin with.
    public var seeds: [Seed]
    /// The moment that decides what is live. It limits nothing: what is reached later is reached.
    public var at: Instant
    /// Leave every time out of account: what could be reached.
    public var timeless = false
    /// Whether guarded relations can be crossed.
    public var guards = Guards.hold
    /// Cross only relations of this plane; nil crosses both.
    public var plane: Plane?
    /// The weakest relations that may be crossed.
    public var evidence = Evidence.inferred
    /// What is remediated, besides what the sources record.
    public var remedies: [Remedy] = []
    /// Relations that end earlier than the sources say.
    public var severances: [Severance] = []

    /// The plain question: everything reachable from `seeds`, live at `at`.
    public init(seeds: [Seed], at: Instant) {
        self.seeds = seeds
        self.at = at
    }
}
