import Inventory
import Reach

/// What all ways to some targets lead through, to be found. Times are left out of account, so that a moved lens and a
/// changed window ask nothing anew.
struct ChokeInquiry: Hashable, Sendable {
    let targets: MapTargets
    let question: Question

    init(_ targets: MapTargets, _ question: Question) {
        self.targets = targets
        var timeless = question
        timeless.at = Instant(0)
        timeless.timeless = true
        timeless.seeds = Set(question.seeds.map(\.entity)).sorted().map { Seed(entity: $0, window: .always) }
        self.question = timeless
    }

    func ground<P: Patience>(in inventory: Inventory, patience: P) throws(P.Failure) -> ChokeGround {
        let dominance = try TimelessGround(inventory, question).dominance(patience: patience)
        return ChokeGround(dominance, before: targets.chosen(in: inventory), self, in: inventory)
    }
}

/// The choke points before some targets, or before all that is reached: what is true of them whatever the time.
struct ChokeGround: Sendable {
    let dominance: Dominance
    /// Most first.
    let points: [Dominance.Point]
    /// The place of each among ``points``, by entity.
    let positions: [Int: Int]
    /// The targets; nil where all that is reached counts.
    let targets: [Int]?
    /// How many of the targets are reached, or of all entities.
    let reached: Int
    /// How many jobs break without it, by entity: of the first of ``points``.
    let breaks: [Int: Int]
    /// The first targets behind each, by entity.
    let names: [Int: [Int]]

    /// Of so many points it is counted what breaks.
    static let breakageLimit = 2_000
    private static let namedTargets = 200
    private static let namesShown = 8

    fileprivate init(
        _ dominance: Dominance, before targets: [Int]?, _ asked: ChokeInquiry, in inventory: Inventory
    ) {
        self.dominance = dominance
        self.targets = targets
        if let targets {
            // What is declared is behind nothing.
            let open = Set(targets).subtracting(asked.question.seeds.map(\.entity))
            points = dominance.points(counting: open.contains)
            reached = dominance.reached(among: Set(targets))
            names = dominance.names(of: Array(targets.prefix(Self.namedTargets)), limit: Self.namesShown)
        } else {
            points = dominance.points()
            reached = dominance.reached
            names = [:]
        }
        let first = points.prefix(Self.breakageLimit).map(\.entity)
        let counts = Breakage(inventory).counts(of: first)
        breaks = Dictionary(zip(first, counts), uniquingKeysWith: { first, _ in first })
        positions = Dictionary(points.enumerated().map { ($1.entity, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// How many targets, or entities, lie behind an entity; nil where it is no choke point.
    func dominates(_ entity: Int) -> Int? { positions[entity].map { points[$0].dominates } }

    /// The points that alone lie before every target that is reached.
    func lyingBeforeAll(in inventory: Inventory) -> [Entity] {
        guard targets != nil, reached > 0 else { return [] }
        return points.lazy.prefix { $0.dominates == reached }.map { inventory.entity(at: $0.entity) }
    }
}
