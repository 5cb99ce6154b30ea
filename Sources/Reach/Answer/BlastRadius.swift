import Inventory

/// Everything that an attacker who had the seeds could come to hold, when, and how: the answer to a ``Question``.
public struct BlastRadius: Sendable {
    /// What was asked.
    public let question: Question
    /// The seeds that could be held at all.
    public let seeds: [Seed]
    /// The seeds that never could: expired or revoked before their window, or removed by the question.
    public let impossibleSeeds: [Seed]
    /// Every entity that is held at some moment, by first held, then id; conditional ones among them, marked.
    public let entities: [HeldEntity]
    /// Where the paths lead from: with the guards as asked, and with failing guards for conditional entities.
    private let paths: EarliestPaths
    private let conditionalPaths: EarliestPaths?
    private let places: [Int: Int]

    init(
        question: Question, seeds: [Seed], impossibleSeeds: [Seed], entities: [HeldEntity], paths: EarliestPaths,
        conditionalPaths: EarliestPaths?
    ) {
        self.question = question
        self.seeds = seeds
        self.impossibleSeeds = impossibleSeeds
        self.entities = entities
        self.paths = paths
        self.conditionalPaths = conditionalPaths
        places = Dictionary(uniqueKeysWithValues: entities.enumerated().map { ($1.entity.index, $0) })
    }

    /// What the answer says of the entity with this number; nil when it is never held.
    public subscript(entity: Int) -> HeldEntity? { places[entity].map { entities[$0] } }

    /// The chain of crossings that made the entity's earliest holding, seed first; nil when it is never held. Empty for a
    /// seed, unless crossings reach it before its window opens: then they are why it is held earlier than declared.
    public func path(to entity: Int) -> [Step]? {
        guard let held = self[entity] else { return nil }
        return (held.isConditional ? conditionalPaths : paths)?.chain(to: entity)
    }

    /// Entities that are held whatever guards do: the answer proper.
    public var unconditional: [HeldEntity] { entities.filter { !$0.isConditional } }
}

/// One crossing on a path.
public struct Step: Sendable {
    /// When it was taken; ``Instant/beginning`` when no time is known.
    public let at: Instant
    /// What was crossed.
    public let relation: Relation
    /// What was held before.
    public let from: Entity
    /// What was gained.
    public let to: Entity
    /// Whether what was gained is held longer because sessions renew one another.
    public let isRenewable: Bool
}
