import Inventory

/// A cut at one moment, and the engine's word on it. One engine answers all that is asked for it.
struct TimedCut<P: Patience> {
    private let engine: ReachEngine
    private let question: Question
    private let targets: [Int]
    private let cost: MinimumCut.Cost
    private let rollback: Instant?
    /// What is held when nothing is cut.
    private let answer: BlastRadius
    /// What is left to do.
    private let stage: Stage<P>

    private var inventory: Inventory { engine.inventory }

    /// How often the engine is asked while a set that no network gives is made smaller.
    private static var limit: Int { 48 }

    init(
        by engine: ReachEngine, _ question: Question, targets: [Int], cost: MinimumCut.Cost, rollback: Instant?,
        patience: P
    ) throws(P.Failure) {
        let whole = Stage(whole: patience)
        self.engine = engine
        self.question = question
        self.targets = Set(targets).sorted(by: engine.inventory.idPrecedes)
        self.cost = cost
        self.rollback = rollback
        answer = try engine.blastRadius(question, rollback: rollback, patience: whole.part(0, 0.3))
        stage = whole.part(0.3, 1)
    }

    func result() throws(P.Failure) -> MinimumCut {
        let open = targets.filter { answer.isHeld($0, atOrAfter: question.at) }
        guard !open.isEmpty else { return result(.nothingOpen, leaving: answer) }
        let flow = try TimedFlow(by: engine, answer, targets: open, rollback: rollback, stage.part(0, 0.2))
        let network = flow.network
        let cuttable = network.entities.indices.filter { inventory.isRevocable(network.entities[$0]) }
        let weights = cost.weights(of: cuttable.map { network.entities[$0] }, in: inventory)
        var capacities = [Int64](repeating: FlowNetwork.unlimited, count: network.entities.count)
        for (place, number) in cuttable.enumerated() { capacities[number] = weights.capacities[place] }
        if let numbers = try network.minimumCut(capacities, stage.part(0.2, 0.5)) {
            let cut = numbers.map { network.entities[$0] }
            let left = try remaining(cut, stage.part(0.5, 0.7))
            if closesAll(left) {
                // One entity is the least there can be: with none, a target is open.
                return result(
                    .found, cut: cut, isLeast: cost == .entities && cut.count == 1, network: network, leaving: left)
            }
        }
        return try withoutNetwork(open, flow) { capacities[$0] == FlowNetwork.unlimited }
    }

    /// What is left to say when the network gives no cut, or one that does not hold: its arcs may never be crossed in the
    /// order in which they lead to a target, so only the engine can tell whether there is a cut at all.
    private func withoutNetwork(
        _ open: [Int], _ flow: TimedFlow, isUncuttable: (Int) -> Bool
    ) throws(P.Failure) -> MinimumCut {
        let all = answer.unconditional.filter { $0.heldUntil > question.at && $0.entity.isRevocable }.map(
            \.entity.index)
        let left = try remaining(all, stage.part(0.7, 0.8))
        if let target = open.first(where: { left.isHeld($0, atOrAfter: question.at) }) {
            let path = flow.network.path(where: isUncuttable)
            if let steps = path.flatMap(flow.walked), let last = steps.last?.to {
                return result(
                    .noneExists(MinimumCut.Obstacle(target: last, isHeld: false, path: steps)), network: flow.network)
            }
            return result(
                .noneExists(
                    MinimumCut.Obstacle(
                        target: inventory.entity(at: target), isHeld: flow.isSource(target),
                        path: left.path(to: target) ?? [])), network: flow.network)
        }
        let (cut, rest) = try shrunk(all, leaving: left)
        return result(.found, cut: cut, isLeast: false, network: flow.network, leaving: rest)
    }

    /// `cut`, without what it can do without, dearest first, and what is held once that is done. Asks the engine a limited
    /// number of times.
    private func shrunk(_ cut: [Int], leaving rest: BlastRadius) throws(P.Failure) -> ([Int], BlastRadius) {
        let dear = Dictionary(zip(cut, cost.weights(of: cut, in: inventory).told), uniquingKeysWith: max)
        var kept = cut.sorted { left, right in
            let (a, b) = (dear[left] ?? 0, dear[right] ?? 0)
            return a == b ? inventory.idPrecedes(left, right) : a > b
        }
        let shrinking = stage.part(0.8, 1)
        func part(_ number: Int) -> Double { Double(number) / Double(Self.limit) }
        var rest = rest
        var asked = 0
        var size = (kept.count + 1) / 2
        while size > 0 {
            var place = 0
            while place < kept.count, asked < Self.limit {
                var fewer = kept
                fewer.removeSubrange(place..<min(place + size, kept.count))
                asked += 1
                let left = try remaining(fewer, shrinking.part(part(asked - 1), part(asked)))
                if closesAll(left) {
                    (kept, rest) = (fewer, left)
                } else {
                    place += size
                }
            }
            size = size == 1 ? 0 : (size + 1) / 2
        }
        return (kept, rest)
    }

    /// What is held once `cut` is disabled at the moment.
    private func remaining(_ cut: [Int], _ stage: Stage<P>) throws(P.Failure) -> BlastRadius {
        var after = question
        after.remedies += cut.map { Remedy(entity: $0, at: question.at, means: .disable) }
        return try engine.blastRadius(after, rollback: rollback, patience: stage)
    }

    private func closesAll(_ left: BlastRadius) -> Bool {
        !targets.contains { left.isHeld($0, atOrAfter: question.at) }
    }

    private func result(
        _ finding: MinimumCut.Finding, cut: [Int] = [], isLeast: Bool = true, network: CutNetwork? = nil,
        leaving after: BlastRadius? = nil
    ) -> MinimumCut {
        MinimumCut(
            inventory, question, targets: targets, cost: cost, finding: finding, cut: cut,
            total: cost.weights(of: cut, in: inventory).told.reduce(0, +), isLeast: isLeast,
            impossibleSeeds: answer.impossibleSeeds, network: network, leaving: after)
    }
}
