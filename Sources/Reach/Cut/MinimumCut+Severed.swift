import Inventory

extension MinimumCut {
    /// What one entity of a cut closes: what would be open again if it alone were spared.
    public struct Severed: Sendable {
        /// The entity.
        public let entity: Entity
        /// How many jobs break when it is revoked.
        public let breaks: Int
        /// The relations that control could flow over from it towards the targets.
        public let crossings: [Relation]
        /// How many entities, between it and the targets, it alone leads to; the targets included, itself not.
        public let reached: Int
        /// The targets among them, by id. When the entity is a target, itself as well.
        public let targets: [Entity]
    }

    /// What each entity of the cut severs, in the order of their ids. O(entities of the cut × what lies behind them).
    public func severed() -> [Severed] { severed(patience: EndlessPatience()) }

    /// The same for an asker who may lose patience.
    public func severed<P: Patience>(patience: P) throws(P.Failure) -> [Severed] {
        guard let network, let inventory = targets.first?.inventory else { return [] }
        let breaks = Breakage(inventory).counts(of: entities.map(\.index))
        let numbers = Dictionary(network.entities.enumerated().map { ($1, $0) }, uniquingKeysWith: min)
        let cut = Set(entities.compactMap { numbers[$0.index] })
        let isTarget = Set(network.targets)
        var all: [Severed] = []
        var steps = 0
        for (entity, breaks) in zip(entities, breaks) {
            guard let number = numbers[entity.index] else {
                all.append(Severed(entity: entity, breaks: breaks, crossings: [], reached: 0, targets: []))
                continue
            }
            var found: Set<Int> = [number]
            var open = [number]
            while let here = open.popLast() {
                if Stage<P>.isDue(steps) { try patience.check(Double(all.count) / Double(entities.count)) }
                steps += 1
                for arc in network.arcs(of: here) where !cut.contains(Int(arc.head)) {
                    if found.insert(Int(arc.head)).inserted { open.append(Int(arc.head)) }
                }
            }
            let targets = found.filter(isTarget.contains).map { network.entities[$0] }
            all.append(
                Severed(
                    entity: entity, breaks: breaks,
                    crossings: Set(network.arcs(of: number).map { Int($0.relation) }).sorted()
                        .map(inventory.relation(at:)),
                    reached: found.count - 1,
                    targets: targets.sorted(by: inventory.idPrecedes).map(inventory.entity(at:))))
        }
        return all
    }

    /// How many different jobs break when the whole cut is revoked.
    public var brokenJobs: Int {
        guard let inventory = targets.first?.inventory else { return 0 }
        return Breakage(inventory).count(ofAll: entities.map(\.index))
    }

    /// In which order the cut is carried out.
    public var order: PlanOrder? { order(patience: EndlessPatience()) }

    /// The same for an asker who may lose patience.
    public func order<P: Patience>(patience: P) throws(P.Failure) -> PlanOrder? {
        guard let inventory = targets.first?.inventory else { return nil }
        return try PlanOrder(inventory, items: entities.map(\.index), question, patience: patience)
    }
}
