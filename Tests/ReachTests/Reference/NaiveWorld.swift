import Inventory
import Reach

/// An inventory and a question in ticks, with the rules on what may be crossed, used and remediated already applied.
struct NaiveWorld {
    /// A relation that may be crossed, from the end that is held to the end that is gained.
    struct Crossing {
        let relation: Int
        let near: Int
        let far: Int
        /// The ticks at which it can be crossed.
        let open: Range<Int>
        let hold: NaiveHold
        let act: Act
    }

    enum NaiveHold {
        case keep, borrow
        case session(ticks: Int)
    }

    let inventory: Inventory
    let clock: TickClock
    /// Whether the question leaves time out of account: then everything is so, and can be used, at every tick. Only a
    /// rollback still divides time, into before and after.
    let isTimeless: Bool
    var crossings: [Crossing] = []
    /// When each entity can be used at all.
    var usable: [Range<Int>] = []
    /// The ticks at which whatever is held of an entity is lost.
    var cleared: [Set<Int>] = []
    /// For each seed that can be held, its entity and its first tick.
    var starts: [(entity: Int, tick: Int)] = []
    var seeds: [Seed] = []
    var impossibleSeeds: [Seed] = []
    /// Some tick after which nothing begins, ends or is remediated any more.
    var quiet = 1
    /// The longest session, in ticks.
    var longestSession = 0

    /// - Parameter rolledBack: entities that are cleansed at a tick besides everything else.
    init(
        _ inventory: Inventory, _ question: Question, guards: Question.Guards, clock: TickClock,
        rolledBack: (entities: Set<Int>, tick: Int)? = nil
    ) {
        self.inventory = inventory
        self.clock = clock
        isTimeless = question.timeless
        let entities = 0..<inventory.entityCount
        cleared = entities.map { _ in [] }
        if question.timeless {
            let removed = Set(question.remedies.map(\.entity))
            usable = entities.map { removed.contains($0) ? 0..<0 : 0..<TickClock.forEver }
        } else {
            usable = entities.map { entity in
                let view = inventory.entity(at: entity)
                let ends = [view.expires, view.revoked].compactMap { $0 }.map(clock.tick)
                return Self.range(view.issued.map(clock.tick) ?? 0, ends.min() ?? TickClock.forEver)
            }
            for entity in entities {
                let view = inventory.entity(at: entity)
                for moment in view.cleanups { remediate(entity, clock.tick(moment), view.kind.remediation) }
            }
            for seed in question.seeds where seed.window.until != .never {
                let kind = inventory.entity(at: seed.entity).kind
                remediate(seed.entity, clock.tick(seed.window.until), kind.remediation)
            }
            for remedy in question.remedies { remediate(remedy.entity, clock.tick(remedy.at), remedy.means) }
        }
        if let rolledBack {
            for entity in rolledBack.entities { remediate(entity, rolledBack.tick, .cleanse) }
        }
        for seed in question.seeds { place(seed) }
        for relation in 0..<inventory.relationCount { place(inventory.relation(at: relation), question, guards) }
        noteQuiet()
    }

    private static func range(_ from: Int, _ until: Int) -> Range<Int> { from..<max(from, until) }

    private mutating func remediate(_ entity: Int, _ tick: Int, _ means: Remediation) {
        switch means {
        case .disable: usable[entity] = Self.range(usable[entity].lowerBound, min(usable[entity].upperBound, tick))
        case .cleanse: cleared[entity].insert(tick)
        }
    }

    private mutating func place(_ seed: Seed) {
        let window =
            isTimeless ? 0..<TickClock.forEver : Self.range(clock.tick(seed.window.from), clock.tick(seed.window.until))
        let held = window.clamped(to: usable[seed.entity])
        if window.isEmpty || held.isEmpty {
            impossibleSeeds.append(seed)
        } else {
            seeds.append(seed)
            starts.append((seed.entity, held.lowerBound))
        }
    }

    private mutating func place(_ relation: Relation, _ question: Question, _ guards: Question.Guards) {
        let traits = relation.traits
        if traits.gain == .none { return }
        if guards == .hold, relation.guard != nil { return }
        if traits.evidence < question.evidence { return }
        if let plane = question.plane, plane != traits.act.plane { return }
        let severed = question.severances.filter { $0.relation == relation.index }.map { clock.tick($0.at) }.min()
        let open: Range<Int>
        if isTimeless {
            open = severed == nil ? 0..<TickClock.forEver : 0..<0
        } else {
            let until = min(clock.tick(relation.valid.until), severed ?? TickClock.forEver)
            open = Self.range(clock.tick(relation.valid.from), until)
        }
        let forward = traits.gain == .forward
        let hold: NaiveHold
        switch traits.hold {
        case .keep: hold = .keep
        case .borrow: hold = .borrow
        case .session(let seconds):
            let ticks = Int(Int64(seconds) / clock.secondsPerTick)
            hold = .session(ticks: ticks)
            longestSession = max(longestSession, ticks)
        }
        crossings.append(
            Crossing(
                relation: relation.index, near: forward ? relation.fromIndex : relation.toIndex,
                far: forward ? relation.toIndex : relation.fromIndex, open: open, hold: hold, act: traits.act))
    }

    private mutating func noteQuiet() {
        let ranges = usable + crossings.map(\.open)
        let events =
            ranges.flatMap { [$0.lowerBound, $0.upperBound] } + cleared.flatMap { $0 } + starts.map(\.tick)
        quiet = events.filter { $0 < TickClock.forEver }.max() ?? 0
    }
}
