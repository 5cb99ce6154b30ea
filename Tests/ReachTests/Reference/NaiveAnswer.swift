import Inventory
import Reach

/// The whole answer to a question, by ``NaiveReach``.
struct NaiveAnswer {
    /// What is said of one entity.
    struct Held {
        var holdings: [Interval]
        var isLive: Bool
        var isConditional: Bool
        var isSeed: Bool
        var tier: Int
        var hops: Int
        /// The crossings that may be its last; parallel relations between the same ends are equally good.
        var via: [NaiveWorld.Crossing]

        var planes: Set<Plane> { Set(via.map(\.act.plane)) }
    }

    let inventory: Inventory
    let question: Question
    /// What is reached with the guards as asked, and, where they hold, what is reached when they fail.
    let asked: NaiveReach
    let failing: NaiveReach?
    private(set) var held: [Int: Held] = [:]

    var seeds: [Seed] { asked.world.seeds }
    var impossibleSeeds: [Seed] { asked.world.impossibleSeeds }

    init(
        _ inventory: Inventory, _ question: Question, clock: TickClock,
        rolledBack: (entities: Set<Int>, tick: Int)? = nil
    ) {
        self.inventory = inventory
        self.question = question
        func reach(_ guards: Question.Guards) -> NaiveReach {
            NaiveReach(NaiveWorld(inventory, question, guards: guards, clock: clock, rolledBack: rolledBack))
        }
        asked = reach(question.guards)
        let isGuarded = (0..<inventory.relationCount).contains { inventory.relation(at: $0).guard != nil }
        failing = question.guards == .hold && isGuarded ? reach(.fail) : nil
        for entity in 0..<inventory.entityCount {
            if let sure = Self.describe(entity, asked, question.at, conditional: false) {
                held[entity] = sure
            } else if let failing {
                held[entity] = Self.describe(entity, failing, question.at, conditional: true)
            }
        }
    }

    private static func describe(_ entity: Int, _ reach: NaiveReach, _ at: Instant, conditional: Bool) -> Held? {
        guard let first = reach.first(entity), let tier = reach.tier(entity),
            let hops = reach.held[first][entity]?.hops
        else { return nil }
        let isSeed = reach.world.starts.contains { $0.entity == entity }
        let holdings = reach.holdings(entity)
        return Held(
            holdings: holdings, isLive: holdings.contains { $0.contains(at) }, isConditional: conditional,
            isSeed: isSeed, tier: tier, hops: isSeed ? 0 : hops, via: isSeed ? [] : reach.lastCrossings(to: entity))
    }

    /// The run in which an entity is reached.
    func reach(for entity: Int) -> NaiveReach { held[entity]?.isConditional == true ? failing ?? asked : asked }

    var live: Int { held.values.filter { !$0.isConditional && $0.isLive }.count }

    /// The code that rolling back restores; nil where it depends on which of two parallel relations is named.
    var alteredCode: Set<Int>? {
        let code: Set<EntityKind> = [.repository, .workflow, .action, .package, .artifact]
        var altered: Set<Int> = []
        for (entity, held) in held where code.contains(inventory.entity(at: entity).kind) {
            if held.planes.count > 1 { return nil }
            if held.isSeed || held.planes == [.integrity] { altered.insert(entity) }
        }
        return altered
    }

    /// What stays open when code is rolled back and no credential is touched; nil where ``alteredCode`` is.
    func rollbackOnly(at tick: Int) -> NaiveAnswer? {
        var unplanned = question
        unplanned.remedies = []
        unplanned.severances = []
        let clock = asked.world.clock
        guard let altered = NaiveAnswer(inventory, unplanned, clock: clock).alteredCode else { return nil }
        return NaiveAnswer(inventory, unplanned, clock: clock, rolledBack: (altered, tick))
    }
}
