import Inventory
import Reach

extension NaiveAnswer {
    /// What is wrong with `path` as a chain of crossings to `entity`; nil when nothing is.
    ///
    /// The chain is walked with its own holdings alone: what it has of each entity is what its own last crossing gave.
    func fault(in path: [Step], to entity: Int) -> String? {
        guard let expected = held[entity] else { return "a path to what is not held" }
        let reach = reach(for: entity)
        let world = reach.world
        // A seed counts no hops; where it was reached before its window, the path still says how.
        let hops = reach.first(entity).flatMap { reach.held[$0][entity]?.hops }
        guard path.count == hops else { return "\(path.count) steps, least hops \(String(describing: hops))" }
        guard let start = path.first?.from.index else { return nil }
        var own = Set(
            world.starts.filter { $0.entity == start }.flatMap { reach.untilLost($0.entity, from: $0.tick) })
        if own.isEmpty { return "does not start at a seed" }
        var here = start
        var last = Instant.beginning
        for step in path {
            let tick = world.clock.tick(step.at)
            guard step.from.index == here else { return "steps are not connected" }
            guard
                let crossing = world.crossings.first(where: { $0.relation == step.relation.index }),
                crossing.near == here, crossing.far == step.to.index
            else { return "crosses what may not be crossed" }
            guard step.at >= last else { return "goes back in time" }
            guard crossing.open.contains(tick) else { return "crosses a relation that is not open" }
            guard own.contains(tick) else { return "crosses from \(step.from.id) when the chain has lost it" }
            own = reach.gained(by: crossing, from: own)
            guard own.contains(tick) else { return "crosses to \(step.to.id) when it cannot be used" }
            here = crossing.far
            last = step.at
        }
        guard here == entity else { return "ends elsewhere" }
        return last == expected.holdings.first?.from ? nil : "ends at another time than first held"
    }
}

extension NaiveReach {
    /// The ticks from `tick` until the entity is lost.
    fileprivate func untilLost(_ entity: Int, from tick: Int) -> Set<Int> {
        let later = world.cleared[entity].filter { $0 > tick }.min() ?? held.count
        return Set(tick..<max(tick, min(later, world.usable[entity].upperBound, held.count)))
    }

    /// The ticks at which the far end is held by crossings from these ticks of the near end alone.
    fileprivate func gained(by crossing: NaiveWorld.Crossing, from near: Set<Int>) -> Set<Int> {
        var gained: Set<Int> = []
        for tick in near where crossing.open.contains(tick) && world.usable[crossing.far].contains(tick) {
            switch crossing.hold {
            case .borrow: gained.insert(tick)
            case .keep: gained.formUnion(untilLost(crossing.far, from: tick))
            case .session(let ticks):
                gained.formUnion(untilLost(crossing.far, from: tick).filter { $0 < tick + 1 + ticks })
            }
        }
        return gained
    }
}
