import Inventory

/// Which crossings count, when time is left out of account.
public struct CrossingFilter: Hashable, Sendable {
    /// Whether guarded relations can be crossed.
    public var guards: Question.Guards
    /// Cross only relations of this plane; nil crosses both.
    public var plane: Plane?
    /// The weakest relations that may be crossed.
    public var evidence: Evidence

    /// The crossings that an analyst means who says nothing more: guards hold, both planes, any evidence.
    public init(guards: Question.Guards = .hold, plane: Plane? = nil, evidence: Evidence = .inferred) {
        self.guards = guards
        self.plane = plane
        self.evidence = evidence
    }

    /// The crossings that `question` allows.
    public init(_ question: Question) {
        self.init(guards: question.guards, plane: question.plane, evidence: question.evidence)
    }

    /// Whether a relation with these traits may be crossed by whoever holds the end that gives control.
    func allows(_ traits: PackedTraits) -> Bool {
        if guards == .hold, traits.isGuarded { return false }
        if let plane, traits.act.plane != plane { return false }
        return traits.evidence >= evidence
    }
}
