import Inventory
import Reach

/// What a question without time lets the attacker cross, as a plain list of pairs, and slow answers by trying.
struct NaiveGraph {
    let inventory: Inventory
    let arcs: [(near: Int, far: Int)]
    let seeds: Set<Int>

    init(_ inventory: Inventory, _ question: Question) {
        var timeless = question
        timeless.timeless = true
        let world = NaiveWorld(inventory, timeless, guards: question.guards, clock: TickClock())
        self.inventory = inventory
        arcs = world.crossings.filter { !$0.open.isEmpty && !world.usable[$0.far].isEmpty }.map { ($0.near, $0.far) }
        seeds = Set(world.starts.map(\.entity))
    }

    /// For each entity that a seed reaches over nothing of `removed`, the least number of crossings.
    func distances(without removed: Set<Int> = []) -> [Int: Int] {
        var found = Dictionary(uniqueKeysWithValues: seeds.subtracting(removed).map { ($0, 0) })
        var level = 0
        var changed = true
        while changed {
            changed = false
            for arc in arcs where found[arc.near] == level && found[arc.far] == nil && !removed.contains(arc.far) {
                found[arc.far] = level + 1
                changed = true
            }
            level += 1
        }
        return found
    }

    /// The chain with the fewest crossings, from the smallest id at each step back; nil when there is none.
    func chain(to target: Int) -> [Int]? {
        let distances = distances()
        guard var distance = distances[target] else { return nil }
        var chain = [target]
        while distance > 0, let here = chain.last {
            distance -= 1
            let near = arcs.filter { $0.far == here && distances[$0.near] == distance }.map(\.near)
            let ids = near.map { (Array(inventory.entity(at: $0).id.utf8), $0) }
            guard let first = ids.min(by: { $0.0.lexicographicallyPrecedes($1.0) }) else { return nil }
            chain.append(first.1)
        }
        return chain.reversed()
    }

    /// For each reached entity that is no seed, what is no longer reached when it is taken away, itself not counted.
    func dominated() -> [Int: Set<Int>] {
        let reached = Set(distances().keys)
        var dominated: [Int: Set<Int>] = [:]
        for entity in reached.subtracting(seeds) {
            let lost = reached.subtracting(distances(without: [entity]).keys).subtracting([entity])
            if !lost.isEmpty { dominated[entity] = lost }
        }
        return dominated
    }
}

/// What depends on an entity, by asking again and again until nothing is added.
struct NaiveImpact {
    let jobs: Set<Int>
    let runs: Int

    init(_ inventory: Inventory, _ entity: Int) {
        var needed: Set<Int> = [entity]
        var before = 0
        while before != needed.count {
            before = needed.count
            for number in 0..<inventory.relationCount {
                let relation = inventory.relation(at: number)
                guard [.harvest, .impersonate].contains(relation.traits.act) else { continue }
                switch relation.traits.gain {
                case .forward: if needed.contains(relation.toIndex) { needed.insert(relation.fromIndex) }
                case .backward: if needed.contains(relation.fromIndex) { needed.insert(relation.toIndex) }
                case .none: break
                }
            }
        }
        needed.remove(entity)
        jobs = needed.filter { inventory.entity(at: $0).kind == .job }
        runs = needed.count { inventory.entity(at: $0).kind == .run }
    }
}
