import Inventory

/// Everything that an attacker who had the seeds could come to hold, when, and how: the answer to a ``Question``.
///
/// The answer lies in columns; ``HeldEntity`` is a view of one row.
public struct BlastRadius: Sendable {
    /// What was asked.
    public let question: Question
    /// The seeds that could be held at all.
    public let seeds: [Seed]
    /// The seeds that never could: expired or revoked before their window, or removed by the question.
    public let impossibleSeeds: [Seed]
    /// Every entity that is held at some moment, by first held, then id; conditional ones among them, marked.
    public let entities: HeldEntities

    /// What the answer says of the entity with this number; nil when it is never held. O(1).
    public subscript(entity: Int) -> HeldEntity? {
        if let place = entities.columns.place(of: entity) {
            return HeldEntity(columns: entities.columns, place: place, at: question.at, isConditional: false)
        }
        guard let failing = entities.failing, let place = failing.place(of: entity) else { return nil }
        return HeldEntity(columns: failing, place: place, at: question.at, isConditional: true)
    }

    /// The chain of crossings that made the entity's earliest holding, seed first; nil when it is never held. Empty for a
    /// seed, unless crossings reach it before its window opens: then they are why it is held earlier than declared.
    public func path(to entity: Int) -> [Step]? { self[entity].map { $0.columns.chain($0.place) } }

    /// Entities that are held whatever guards do: the answer proper.
    public var unconditional: HeldEntities { entities.unconditional }

    /// The code that rolling back restores: repositories, workflows, actions, packages and artifacts that were gained on
    /// the integrity plane or declared as seeds.
    public var alteredCode: [Int] { unconditional.filter(\.isAlteredCode).map(\.entity.index) }
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
