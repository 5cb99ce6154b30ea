import Inventory

/// What control can flow over from the moment of a cut on, when nothing is cut: the relations that some holding crosses
/// then, from what is held by its own right to the targets.
struct TimedFlow {
    /// The part between sources and targets.
    let network: CutNetwork
    private let inventory: Inventory
    private let moment: Instant
    private let ends: Endings
    private let severed: [Int: Instant]
    /// For each source until when it is held at least, from the moment on, when nothing is regained.
    private let sources: [Int: Interval]

    /// `answer` is what is held when nothing is cut.
    init<P: Patience>(
        by engine: ReachEngine, _ answer: BlastRadius, targets: [Int], rollback: Instant?, _ stage: Stage<P>
    ) throws(P.Failure) {
        let (inventory, question) = (engine.inventory, answer.question)
        let moment = question.at
        let altered =
            try rollback == nil ? [] : engine.blastRadius(question, patience: stage.part(0, 0.6)).alteredCode
        let ends = Endings(inventory, question, rollback: rollback.map { (altered, $0) })
        let severed = Dictionary(question.severances.map { ($0.relation, $0.at) }, uniquingKeysWith: min)
        let rows = DirectedRows(leaving: inventory)
        let passage = Passage(inventory, question)
        let held = answer.unconditional
        var numbers: [Int: Int] = [:]
        var entities: [Int] = []
        for one in held where one.heldUntil > moment {
            numbers[one.entity.index] = entities.count
            entities.append(one.entity.index)
        }
        var sources: [Int: Interval] = [:]
        func start(_ entity: Int, _ holding: Interval) {
            if let known = sources[entity], known.until >= holding.until { return }
            sources[entity] = holding
        }
        for seed in question.seeds {
            guard let holding = ends.holding(of: seed), holding.until > moment else { continue }
            start(seed.entity, Interval(max(holding.from, moment), holding.until))
        }
        var arcs: [CutNetwork.Arc] = []
        let walking = stage.part(0.6, 1)
        var looked = 0
        for one in held {
            if Stage<P>.isDue(looked) { try walking.check(Double(looked) / Double(held.count)) }
            looked += 1
            let near = one.entity.index
            rows.forEach(of: near, passage) { far, place in
                guard let number = numbers[far], let relation = rows.relation(at: place) else { return }
                let open = Self.open(relation, inventory, severed).intersection(ends.usable(far))
                if let own = numbers[near], far != near,
                    one.holdings.contains(where: {
                        !$0.intersection(open).intersection(Interval(moment, .never)).isEmpty
                    })
                {
                    arcs.append(
                        CutNetwork.Arc(
                            tail: UInt32(truncatingIfNeeded: own), head: UInt32(truncatingIfNeeded: number),
                            relation: UInt32(truncatingIfNeeded: relation)))
                }
                if let until = ends.taken(far, over: relation, while: one.holdings, open, before: moment) {
                    start(far, Interval(moment, until))
                }
            }
        }
        self.inventory = inventory
        self.moment = moment
        self.ends = ends
        self.severed = severed
        self.sources = sources
        network = CutNetwork(
            entities: entities, arcs: arcs, sources: sources.keys.compactMap { numbers[$0] }.sorted(),
            targets: targets.compactMap { numbers[$0] }
        ).pruned()
    }

    private static func open(_ relation: Int, _ inventory: Inventory, _ severed: [Int: Instant]) -> Interval {
        let valid = inventory.valid(of: relation)
        return Interval(valid.from, min(valid.until, severed[relation] ?? .never))
    }

    /// Whether the entity is held at the moment by its own right.
    func isSource(_ entity: Int) -> Bool { sources[entity] != nil }

    /// The path as steps in time, each taken as early as the one before allows; nil when it cannot be walked in this order.
    func walked(_ path: [CutNetwork.Arc]) -> [Step]? {
        guard let first = path.first, var holding = sources[network.entities[Int(first.tail)]] else { return nil }
        var steps: [Step] = []
        for arc in path {
            let (near, far) = (network.entities[Int(arc.tail)], network.entities[Int(arc.head)])
            let relation = Int(arc.relation)
            let window = holding.intersection(Self.open(relation, inventory, severed))
                .intersection(ends.usable(far))
            guard !window.isEmpty else { return nil }
            let limit = min(ends.usable(far).until, ends.nextCleansing(of: far, after: window.from))
            let until: Instant =
                switch inventory.traits(of: relation).hold {
                case .keep: limit
                case .borrow: min(window.until, limit)
                case .session(let seconds): min(window.until.advanced(by: Int64(seconds)), limit)
                }
            steps.append(
                Step(
                    at: window.from, relation: inventory.relation(at: relation), from: inventory.entity(at: near),
                    to: inventory.entity(at: far), isRenewable: false))
            holding = Interval(window.from, until)
        }
        return steps
    }
}
