import Inventory

/// The ways by which an attacker comes to chosen entities: what is held on them, and the crossings between.
///
/// Every entity stands with its earliest path, so that each is connected with a seed. Besides the crossings of these
/// paths there are all others between them that some holding allows and that come early enough to lead on to a target.
/// Each is possible by itself; that several follow one another is certain of the earliest paths alone.
public struct Routes: Sendable {
    /// A crossing that some holding of its near end allows.
    public struct Crossing: Hashable, Sendable {
        /// What is held before, and what is gained: places in ``Routes/entities``.
        public let from: Int, to: Int
        /// The relation that is crossed.
        public let relation: Int
        /// When it could first be crossed; ``Instant/beginning`` when no time is known.
        public let at: Instant
        /// Whether it is the last step of the earliest path to its far end.
        public let isEarliest: Bool
    }

    /// What is shown, in the order of the answer: seeds and what they lead over to the targets.
    public let entities: [HeldEntity]
    /// For each entity how many steps of earliest paths lead to it: 0 for seeds.
    public let levels: [Int]
    /// By near end, far end and moment.
    public let crossings: [Crossing]
    /// The places of the targets among ``entities``.
    public let targets: [Int]
    /// How many of the chosen entities are never held.
    public let unreached: Int
    /// How many chosen entities are held and left out, because too much would be shown.
    public let leftOutTargets: Int
    /// How many other entities on ways to the targets are left out.
    public let leftOut: Int
    /// Whether ``leftOut`` is all that there is to leave out: the search for it may be given up.
    public let isCountComplete: Bool

    /// The ways to `targets` in an answer; nil when `isCancelled` said so first.
    ///
    /// Targets come in the order in which they are first held, then what leads to them in the fewest steps, each with
    /// its earliest path, as long as there are no more than `limit` entities. O(crossings looked at · log), and no more
    /// than `effort` of them are looked at.
    public init?(
        to targets: [Int], in answer: BlastRadius, of inventory: Inventory, limit: Int = 300, effort: Int = 400_000,
        isCancelled: Cancellation? = nil
    ) {
        let held = Set(targets).compactMap { answer[$0] }.sorted { $0.precedes($1) }
        var choice = RouteChoice(answer, limit: limit)
        var shown: [Int] = []
        for target in held where choice.take(target.entity.index) { shown.append(target.entity.index) }
        var search = RouteSearch(inventory, answer, targets: held.map(\.entity.index))
        guard search.run(effort: effort, isCancelled: isCancelled) else { return nil }
        var leftOut = 0
        for entity in search.found where !choice.take(entity) { leftOut += 1 }
        let members = choice.members.compactMap { answer[$0] }.sorted { $0.precedes($1) }
        let places = Dictionary(
            members.enumerated().map { ($1.entity.index, $0) }, uniquingKeysWith: { first, _ in first })
        entities = members
        // What comes first in the order has its level when what it leads to asks for it.
        var levels = [Int](repeating: 0, count: members.count)
        for (place, held) in members.enumerated() {
            guard let near = held.via.flatMap({ places[$0.from.index] }), near < place else { continue }
            levels[place] = levels[near] + 1
        }
        self.levels = levels
        crossings = search.crossings(among: places, earliest: choice.crossings)
        self.targets = shown.compactMap { places[$0] }.sorted()
        unreached = Set(targets).count - held.count
        leftOutTargets = held.count - shown.count
        self.leftOut = leftOut
        isCountComplete = search.isComplete
    }
}

extension HeldEntity {
    /// Whether it comes first in the order in which ways are told: by first held, then steps, then id.
    fileprivate func precedes(_ other: HeldEntity) -> Bool {
        if isSeed != other.isSeed { return isSeed }
        if firstHeld != other.firstHeld { return firstHeld < other.firstHeld }
        if hops != other.hops { return hops < other.hops }
        return entity.inventory.idPrecedes(entity.index, other.entity.index)
    }
}

/// Which entities are shown: each with its earliest path, up to a limit.
private struct RouteChoice {
    private let answer: BlastRadius
    private let limit: Int
    private(set) var members: Set<Int> = []
    /// The crossings of the earliest paths, with the moment of each.
    private(set) var crossings: [Int: Instant] = [:]

    init(_ answer: BlastRadius, limit: Int) {
        self.answer = answer
        self.limit = limit
    }

    /// Takes an entity with its path; false where there is no room for both.
    mutating func take(_ entity: Int) -> Bool {
        if members.contains(entity) { return true }
        guard members.count < limit, let path = answer.path(to: entity) else { return false }
        var more: Set<Int> = [entity]
        for step in path { more.formUnion([step.from.index, step.to.index]) }
        guard members.union(more).count <= limit else { return false }
        members.formUnion(more)
        for step in path { crossings[step.relation.index] = min(crossings[step.relation.index] ?? .never, step.at) }
        return true
    }
}
