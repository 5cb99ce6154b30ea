import Inventory

/// The entities that every way from the seeds to others leads through, time left out of account.
///
/// An entity *dominates* another when each path from a seed to the other passes it. Closing it closes all that it
/// dominates.
public struct ChokePoints: Sendable {
    /// One entity that dominates others.
    public struct Point: Sendable {
        /// The entity, which is no seed.
        public let entity: Entity
        /// How many reached entities, or chosen targets, it dominates, itself not counted.
        public let dominates: Int
    }

    /// What every way to one chosen target leads through.
    public struct Chain: Sendable {
        /// The target.
        public let target: Entity
        /// Whether a seed reaches it at all.
        public let isReached: Bool
        /// From the seeds' side on, the target itself not among them; a seed is there when all ways start with it.
        public let entities: [Entity]
    }

    /// Those that dominate at least one, most first, then by id.
    public let points: [Point]
    /// For each chosen target, in the order of their ids, what dominates it; empty when none was chosen.
    public let chains: [Chain]
    /// How many entities the seeds reach, the seeds included; where targets were chosen, how many of these.
    public let reached: Int
}

extension TimelessGround {
    /// What dominates the entities that the seeds reach or, when given, those of `targets` that they reach. O(what is
    /// reached); with targets O(what reaches a target).
    public func chokePoints(toward targets: [Int]? = nil) -> ChokePoints {
        chokePoints(toward: targets, patience: EndlessPatience())
    }

    /// The same for an asker who may lose patience.
    public func chokePoints<P: Patience>(toward targets: [Int]?, patience: P) throws(P.Failure) -> ChokePoints {
        let stage = Stage(whole: patience)
        let chosen = (targets ?? []).filter { $0 >= 0 && $0 < inventory.entityCount }
        let open = present(chosen).filter { !seeds.contains($0) }
        let sought = stage.part(0, 0.4)
        let graph = try targets == nil ? reachable(sought) : between(seedsAnd: open, sought)
        let tree = try DominatorTree(graph, stage.part(0.4, 0.9))
        let isTarget = Set(graph.targets)
        let dominated = tree.dominated { number in targets == nil || isTarget.contains(number) ? 1 : 0 }
        var points: [ChokePoints.Point] = []
        for place in 1..<max(dominated.count, 1) where dominated[place] > 0 {
            let number = Int(tree.numbers[place])
            guard number >= graph.sourceCount else { continue }
            points.append(
                ChokePoints.Point(
                    entity: inventory.entity(at: Int(graph.entities[number])), dominates: Int(dominated[place])))
        }
        try stage.check(0.95)
        points.sort { left, right in
            left.dominates == right.dominates
                ? inventory.idPrecedes(left.entity.index, right.entity.index) : left.dominates > right.dominates
        }
        let numbers = Dictionary(graph.targets.map { (Int(graph.entities[$0]), $0) }, uniquingKeysWith: min)
        let chains = Set(chosen).sorted(by: inventory.idPrecedes).map { target in
            ChokePoints.Chain(
                target: inventory.entity(at: target), isReached: numbers[target] != nil || seeds.contains(target),
                entities: numbers[target].map(tree.chain)?.map { inventory.entity(at: Int(graph.entities[$0])) } ?? [])
        }
        return ChokePoints(
            points: points, chains: chains,
            reached: targets == nil ? graph.count : chains.count(where: \.isReached))
    }
}
