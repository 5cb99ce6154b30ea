import Inventory

/// The cheapest set of entities to disable so that no chosen target is held or reachable after: a firebreak.
///
/// With time, *after* is from the moment on that the question asks about: sources are the seeds that are held then or
/// later, and what was taken before and is still held; control flows over the relations that some holding crosses from
/// that moment on, their order left out of account. That is always sufficient, and seldom larger than the least. Without
/// time the seeds are the only sources, neither they nor targets may be cut, and the cut is the least there is.
public struct MinimumCut: Sendable {
    /// What a cut costs.
    public enum Cost: String, Sendable, CaseIterable {
        /// The number of entities.
        case entities
        /// The number of jobs that break, added up over the entities; at equal breakage the number of entities.
        case breakage
    }

    /// What was found.
    public enum Finding: Sendable {
        /// No target is held or reachable: there is nothing to cut.
        case nothingOpen
        /// Once the entities are disabled, no target is held or reachable. The engine was asked again and says so.
        case found
        /// There is no such set: whatever is revoked, the obstacle stays.
        case noneExists(Obstacle)
        /// No such set was found; it is not proved that there is none.
        case noneFound(Obstacle)
    }

    /// A target that stays open, and how.
    public struct Obstacle: Sendable {
        /// The target.
        public let target: Entity
        /// Whether it is held to begin with: a seed, or taken before the moment.
        public let isHeld: Bool
        /// The crossings that lead to it, none of them to anything that may be cut; how it was taken, where it is held.
        public let path: [Step]
    }

    /// What was asked.
    public let question: Question
    /// The targets, by id.
    public let targets: [Entity]
    /// How cost was counted.
    public let cost: Cost
    /// What was found.
    public let finding: Finding
    /// What to disable, by id; none unless something was found.
    public let entities: [Entity]
    /// What it costs.
    public let total: Int
    /// The seeds that never could be held.
    public let impossibleSeeds: [Seed]
    /// Whether no cheaper set would do. Where it is not, it may still be so.
    public let isLeast: Bool
    /// The targets that are kept from the attacker only as long as guards hold, by id.
    public private(set) var conditionalTargets: [Entity] = []
    /// The slots of what is cut that are open all the same, by its number: see ``BlastRadius/openSlots(of:)``.
    public private(set) var openSlots: [Int: [OpenSlot]] = [:]
    /// Where the cut was sought; nil where no search was needed.
    let network: CutNetwork?

    /// Whether the targets can be kept from the attacker, by the entities or because none is open.
    public var isPossible: Bool {
        switch finding {
        case .nothingOpen, .found: true
        case .noneExists, .noneFound: false
        }
    }

    init(
        _ inventory: Inventory, _ question: Question, targets: [Int], cost: Cost, finding: Finding, cut: [Int] = [],
        total: Int = 0, isLeast: Bool = true, impossibleSeeds: [Seed], network: CutNetwork? = nil,
        leaving after: BlastRadius? = nil
    ) {
        self.question = question
        self.targets = Set(targets).sorted(by: inventory.idPrecedes).map(inventory.entity(at:))
        self.cost = cost
        self.finding = finding
        entities = cut.sorted(by: inventory.idPrecedes).map(inventory.entity(at:))
        self.total = total
        self.isLeast = isLeast
        self.impossibleSeeds = impossibleSeeds
        self.network = network
        if let after { note(after) }
    }

    /// Takes in what the cut leaves open besides.
    private mutating func note(_ after: BlastRadius) {
        conditionalTargets = targets.filter { target in
            after[target.index].map { $0.isConditional && $0.heldUntil > question.at } ?? false
        }
        openSlots = Dictionary(
            entities.map { ($0.index, after.openSlots(of: $0)) }.filter { !$0.1.isEmpty },
            uniquingKeysWith: { first, _ in first })
    }

    /// Seeks the cheapest cut for `question`. With `rollback`, code that was altered is cleansed at that moment.
    ///
    /// Without time O(what reaches a target) and a maximum flow through it; with time two answers of the engine besides.
    public init(
        _ inventory: Inventory, _ question: Question, targets: [Int], cost: Cost = .entities,
        rollback: Instant? = nil
    ) {
        self.init(
            by: ReachEngine(inventory), question, targets: targets, cost: cost, rollback: rollback,
            patience: EndlessPatience())
    }

    /// The same for an asker who may lose patience, with an engine that is kept.
    public init<P: Patience>(
        by engine: ReachEngine, _ question: Question, targets: [Int], cost: Cost = .entities,
        rollback: Instant? = nil, patience: P
    ) throws(P.Failure) {
        let inventory = engine.inventory
        let known = targets.filter { $0 >= 0 && $0 < inventory.entityCount }
        let stage = Stage(whole: patience)
        func timeless(_ stage: Stage<P>) throws(P.Failure) -> MinimumCut {
            try TimelessGround(inventory, question).minimumCut(before: known, cost: cost, patience: stage)
        }
        if question.timeless, rollback == nil {
            self = try timeless(stage)
        } else if question.timeless {
            let answer = try engine.blastRadius(question, rollback: rollback, patience: stage.part(0, 0.5))
            let isOpen = known.contains { answer.isHeld($0, atOrAfter: question.at) }
            // What the seeds reach with no rollback includes what they reach with one.
            self =
                try isOpen
                ? timeless(stage.part(0.5, 1)).unproven
                : MinimumCut(
                    inventory, question, targets: known, cost: cost, finding: .nothingOpen,
                    impossibleSeeds: answer.impossibleSeeds)
        } else {
            self = try TimedCut(
                by: engine, question, targets: known, cost: cost, rollback: rollback, patience: patience
            ).result()
        }
        if question.timeless, isPossible, !targets.isEmpty {
            let cut = entities.map { Remedy(entity: $0.index, at: question.at, means: .disable) }
            var after = question
            after.remedies += cut
            note(try engine.blastRadius(after, rollback: rollback, patience: patience))
        }
        try stage.check(1)
    }

    /// The same where more is known to be closed than was taken into account.
    private var unproven: MinimumCut {
        var finding = finding
        if case .noneExists(let obstacle) = finding { finding = .noneFound(obstacle) }
        guard let inventory = targets.first?.inventory else { return self }
        return MinimumCut(
            inventory, question, targets: targets.map(\.index), cost: cost, finding: finding,
            cut: entities.map(\.index), total: total, isLeast: false, impossibleSeeds: impossibleSeeds,
            network: network)
    }
}

extension MinimumCut.Cost {
    /// What cutting each of `entities` costs, as capacities and as it is told: at equal breakage fewer entities win.
    func weights(of entities: [Int], in inventory: Inventory) -> (capacities: [Int64], told: [Int]) {
        switch self {
        case .entities:
            return (entities.map { _ in 1 }, entities.map { _ in 1 })
        case .breakage:
            let breaks = Breakage(inventory).counts(of: entities)
            let scale = Int64(entities.count) + 1
            let most = (FlowNetwork.unlimited - 1) / scale
            let capacities = breaks.map { breaks in
                let (scaled, overflows) = Int64(breaks).multipliedReportingOverflow(by: scale)
                return overflows ? most : min(scaled &+ 1, most)
            }
            return (capacities, breaks)
        }
    }
}

extension BlastRadius {
    /// Whether the entity is held at that moment or later, whatever guards do.
    func isHeld(_ entity: Int, atOrAfter moment: Instant) -> Bool {
        self[entity].map { !$0.isConditional && $0.heldUntil > moment } ?? false
    }
}
