import Inventory

/// For each reached entity the chain of crossings that made its earliest holding: the one with the fewest crossings, and
/// among those the one whose last crossing comes from the smallest id.
///
/// Every crossing leads to the next level, so level *n* gives what *n* crossings can reach. An entity's path is found at
/// the first level at which a label starts when the entity is first held.
struct EarliestPaths: Sendable {
    private let inventory: Inventory
    private let labels: [Label]
    /// The weakest evidence on the chain that leads to each label.
    private let weakest: [Evidence]
    /// For each entity the number of crossings and the last label of its chain.
    private var ends: [Int: End] = [:]
    private let renewable: Set<Int>

    private struct End: Sendable {
        let hops: Int
        let label: Label
    }

    init(_ terrain: Terrain, seeds: [Seed], holdings: Holdings) {
        let inventory = terrain.inventory
        var ends: [Int: End] = [:]
        var propagation = Propagation(terrain: terrain, seeds: seeds, isCostly: { _ in true })
        var lastNews = 0
        repeat {
            var arrived: [(label: Label, level: Int)] = []
            propagation.runLevel { label, level in
                if label.holding.from == holdings.firstHeld(label.entity) { arrived.append((label, level)) }
            }
            for (label, level) in arrived {
                if let known = ends[label.entity] {
                    guard known.hops == level,
                        Self.precedes(label, known.label, propagation.labels, inventory)
                    else { continue }
                } else {
                    lastNews = level
                }
                ends[label.entity] = End(hops: level, label: label)
            }
            if propagation.level - lastNews == Propagation.patience { propagation.allowCostlyRenewal() }
        } while ends.count < holdings.reached.count && propagation.advance()
        self.inventory = inventory
        self.ends = ends
        renewable = holdings.renewable
        labels = propagation.labels
        var weakest: [Evidence] = []
        weakest.reserveCapacity(labels.count)
        for label in labels { weakest.append(Self.weakest(label, weakest, inventory)) }
        self.weakest = weakest
    }

    /// Whether `left`'s last crossing comes from a smaller id, or by a relation of a smaller name, than `right`'s.
    private static func precedes(_ left: Label, _ right: Label, _ labels: [Label], _ inventory: Inventory) -> Bool {
        guard let leftParent = left.parent, let rightParent = right.parent else { return false }
        let (a, b) = (labels[leftParent].entity, labels[rightParent].entity)
        if a != b { return inventory.idPrecedes(a, b) }
        guard let x = left.relation, let y = right.relation else { return false }
        let names = (inventory.relation(at: x).kindName, inventory.relation(at: y).kindName)
        return names.0 == names.1 ? x < y : names.0 < names.1
    }

    private static func weakest(_ label: Label, _ known: [Evidence], _ inventory: Inventory) -> Evidence {
        guard let parent = label.parent, let relation = label.relation else { return .observed }
        return min(known[parent], inventory.traits(of: relation).evidence)
    }

    /// How many crossings the chain has; nil for what is not reached.
    func hops(to entity: Int) -> Int? { ends[entity]?.hops }

    /// The last crossing of the chain; nil for a seed and for what is not reached.
    func via(_ entity: Int) -> HeldEntity.Via? {
        guard let label = ends[entity]?.label, let parent = label.parent, let relation = label.relation else {
            return nil
        }
        return HeldEntity.Via(
            relation: inventory.relation(at: relation), from: inventory.entity(at: labels[parent].entity))
    }

    /// The weakest evidence on the chain; nil for what is not reached.
    func confidence(in entity: Int) -> Evidence? {
        ends[entity].map { Self.weakest($0.label, weakest, inventory) }
    }

    /// The chain, seed first; empty for a seed, nil for what is not reached. O(hops).
    func chain(to entity: Int) -> [Step]? {
        guard var label = ends[entity]?.label else { return nil }
        var chain: [Step] = []
        while let parent = label.parent, let relation = label.relation {
            chain.append(
                Step(
                    at: label.holding.from, relation: inventory.relation(at: relation),
                    from: inventory.entity(at: labels[parent].entity), to: inventory.entity(at: label.entity),
                    isRenewable: renewable.contains(label.entity)))
            label = labels[parent]
        }
        return chain.reversed()
    }
}
