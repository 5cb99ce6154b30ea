import Inventory

/// Which entities are held at some moment, with the guards as asked, and when: what an answer costs least to say. No
/// paths, no tiers, nothing conditional.
public struct Reached: Sendable {
    /// What was asked.
    public let question: Question
    /// The entities' numbers, by first held; among equals in no order.
    public let entities: [UInt32]
    private let holdings: HoldingColumns

    init(_ question: Question, _ entities: [UInt32], _ holdings: HoldingColumns) {
        self.question = question
        self.entities = entities
        self.holdings = holdings
    }

    /// How many there are.
    public var count: Int { entities.count }

    /// How many are held at the moment that the question asks about. O(entities).
    public var liveCount: Int { entities.indices.count { isLive($0) } }

    /// The numbers of those that are held at the moment that the question asks about. O(entities).
    public var live: [Int] { entities.indices.filter(isLive).map { Int(entities[$0]) } }

    /// When the entity at this place of ``entities`` is first held.
    public func firstHeld(_ place: Int) -> Instant { holdings.first(place) }

    /// Whether the entity at this place is held at the moment that the question asks about.
    public func isLive(_ place: Int) -> Bool { holdings.liveUntil(place, at: question.at) != nil }

    /// When the entity at this place is held: disjoint, ascending.
    public func holdings(_ place: Int) -> [Interval] { holdings.intervals(place) }
}
