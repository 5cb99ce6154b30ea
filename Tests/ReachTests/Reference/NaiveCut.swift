import Inventory
import Reach

/// The cheapest cut by trying every set of entities that may be cut.
struct NaiveCut {
    /// The least cost, and the fewest entities at that cost; nil when no set is enough.
    private(set) var least: (cost: Int, count: Int)?

    /// - Parameters:
    ///   - costs: what each entity that may be cut costs.
    ///   - isEnough: whether disabling these entities closes every target.
    init(costs: [Int: Int], isEnough: (Set<Int>) -> Bool) {
        let entities = costs.keys.sorted()
        for bits in 0..<(1 << entities.count) {
            let set = Set(entities.indices.filter { bits >> $0 & 1 == 1 }.map { entities[$0] })
            let cost = set.reduce(0) { $0 + (costs[$1] ?? 0) }
            if let least, (least.cost, least.count) <= (cost, set.count) { continue }
            if isEnough(set) { least = (cost, set.count) }
        }
    }
}

/// The network of a cut at one moment, tick by tick from the slow reference.
struct NaiveCutNetwork {
    private(set) var sources: Set<Int> = []
    private(set) var arcs: [(near: Int, far: Int)] = []

    init(_ reach: NaiveReach, at moment: Int) {
        let world = reach.world
        let last = max(reach.held.count, moment + 1)
        func stays(_ entity: Int, from tick: Int, to end: Int) -> Bool {
            world.usable[entity].contains(end) && !world.cleared[entity].contains { $0 > tick && $0 <= end }
        }
        for start in world.starts {
            if start.tick >= moment || stays(start.entity, from: start.tick, to: moment) {
                sources.insert(start.entity)
            }
        }
        for crossing in world.crossings {
            for tick in 0..<last {
                guard reach.isHeld(crossing.near, at: tick), crossing.open.contains(tick),
                    world.usable[crossing.far].contains(tick)
                else { continue }
                if tick >= moment {
                    arcs.append((crossing.near, crossing.far))
                } else if stays(crossing.far, from: tick, to: moment) {
                    switch crossing.hold {
                    case .borrow: break
                    case .keep: sources.insert(crossing.far)
                    case .session(let ticks): if tick + 1 + ticks > moment { sources.insert(crossing.far) }
                    }
                }
            }
        }
    }

    /// Whether a source reaches a target over nothing of `removed`.
    func reaches(_ targets: Set<Int>, without removed: Set<Int>) -> Bool {
        var found = sources.subtracting(removed)
        var before = -1
        while before != found.count {
            before = found.count
            for arc in arcs where found.contains(arc.near) && !removed.contains(arc.far) { found.insert(arc.far) }
        }
        return !found.isDisjoint(with: targets)
    }
}
