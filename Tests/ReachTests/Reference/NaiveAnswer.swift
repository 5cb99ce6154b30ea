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

    /// - Parameter rollback: the tick at which the code altered in each state of the guards is cleansed.
    init(_ inventory: Inventory, _ question: Question, clock: TickClock, rollback: Int? = nil) {
        self.inventory = inventory
        self.question = question
        func reach(_ guards: Question.Guards) -> NaiveReach {
            let untouched = NaiveReach(NaiveWorld(inventory, question, guards: guards, clock: clock))
            guard let rollback else { return untouched }
            let altered = Self.alteredCode(untouched)
            return NaiveReach(
                NaiveWorld(inventory, question, guards: guards, clock: clock, rolledBack: (altered, rollback)))
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

    /// Seeds among the code, and code whose last crossing is on the integrity plane. Of parallel relations that are equally
    /// good, the one named first by name decides, then the one that stands first.
    private static func alteredCode(_ reach: NaiveReach) -> Set<Int> {
        let inventory = reach.world.inventory
        let code: Set<EntityKind> = [.repository, .workflow, .action, .package, .artifact]
        return Set(
            (0..<inventory.entityCount).filter { entity in
                guard code.contains(inventory.entity(at: entity).kind), reach.first(entity) != nil else { return false }
                if reach.world.starts.contains(where: { $0.entity == entity }) { return true }
                let last = reach.lastCrossings(to: entity).min {
                    (inventory.relation(at: $0.relation).kindName, $0.relation)
                        < (inventory.relation(at: $1.relation).kindName, $1.relation)
                }
                return last?.act.plane == .integrity
            })
    }

    /// What stays open when code is rolled back at `tick` and no credential is touched.
    static func rollbackOnly(
        _ inventory: Inventory, _ question: Question, clock: TickClock, at tick: Int
    ) -> NaiveAnswer {
        var unplanned = question
        unplanned.remedies = []
        unplanned.severances = []
        return NaiveAnswer(inventory, unplanned, clock: clock, rollback: tick)
    }
}
