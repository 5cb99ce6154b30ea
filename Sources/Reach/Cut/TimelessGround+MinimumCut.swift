import Inventory

extension TimelessGround {
    /// The cheapest entities to take away so that no seed reaches one of `targets`: the least cut, as near to the seeds as
    /// its cost allows. Neither seeds nor targets are cut. O(what reaches a target) and a maximum flow through it.
    public func minimumCut(before targets: [Int], cost: MinimumCut.Cost = .entities) -> MinimumCut {
        minimumCut(before: targets, cost: cost, patience: EndlessPatience())
    }

    /// The same for an asker who may lose patience.
    public func minimumCut<P: Patience>(
        before targets: [Int], cost: MinimumCut.Cost, patience: P
    ) throws(P.Failure) -> MinimumCut {
        let stage = Stage(whole: patience)
        func result(
            _ finding: MinimumCut.Finding, cut: [Int] = [], total: Int = 0, network: CutNetwork? = nil
        ) -> MinimumCut {
            MinimumCut(
                inventory, question, targets: targets, cost: cost, finding: finding, cut: cut, total: total,
                impossibleSeeds: impossibleSeeds, network: network)
        }
        let open = present(targets)
        if let seed = open.first(where: seeds.contains) {
            return result(
                .noneExists(MinimumCut.Obstacle(target: inventory.entity(at: seed), isHeld: true, path: [])))
        }
        var search = MeetingSearch(self, targets: open)
        defer { search.finish() }
        let graph = try between(&search, open, stage.part(0, 0.3))
        guard !graph.targets.isEmpty else { return result(.nothingOpen) }
        let network = CutNetwork(graph) { leaving.relation(at: $0) }
        let isTarget = Set(network.targets)
        let cuttable = network.entities.indices.filter { number in
            number >= graph.sourceCount && inventory.isRevocable(network.entities[number])
                && !isTarget.contains(number)
        }
        let weights = cost.weights(of: cuttable.map { network.entities[$0] }, in: inventory)
        var capacities = [Int64](repeating: FlowNetwork.unlimited, count: network.entities.count)
        var told = [Int: Int](minimumCapacity: cost == .breakage ? cuttable.count : 0)
        for (place, number) in cuttable.enumerated() {
            capacities[number] = weights.capacities[place]
            if cost == .breakage { told[number] = weights.told[place] }
        }
        guard let numbers = try network.minimumCut(capacities, stage.part(0.3, 0.9)) else {
            return result(obstacle(in: network) { capacities[$0] == FlowNetwork.unlimited }, network: network)
        }
        let cut = numbers.map { network.entities[$0] }
        // The answer is tried on the inventory itself, not on the network that it was made with.
        guard try !search.reachesTarget(of: graph, without: cut, stage.part(0.9, 1)) else {
            return result(obstacle(in: network) { !numbers.contains($0) }, network: network)
        }
        let total = cost == .entities ? cut.count : numbers.reduce(0) { $0 + (told[$1] ?? 0) }
        return result(.found, cut: cut, total: total, network: network)
    }

    /// Why there is no cut: the shortest way to a target that leads over nothing but `isOpen`.
    private func obstacle(in network: CutNetwork, where isOpen: (Int) -> Bool) -> MinimumCut.Finding {
        let steps = (network.path(where: isOpen) ?? []).compactMap { arc in
            crossing(from: network.entities[Int(arc.tail)], to: network.entities[Int(arc.head)])
        }
        guard let target = steps.last?.to else {
            let first = network.targets.first.map { network.entities[$0] } ?? 0
            return .noneFound(MinimumCut.Obstacle(target: inventory.entity(at: first), isHeld: false, path: []))
        }
        return .noneExists(MinimumCut.Obstacle(target: target, isHeld: false, path: steps))
    }
}
