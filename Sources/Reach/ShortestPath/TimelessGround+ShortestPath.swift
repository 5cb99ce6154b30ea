import Inventory

extension TimelessGround {
    /// The fewest crossings by which a seed gives `target`, seed first: empty when the target is a seed, nil when it
    /// cannot be reached. Of several chains, the one whose last crossing comes from the smallest id, then the one before
    /// it, and so on back.
    ///
    /// Searches from both ends at once, a whole level at a time from the side with less to look at ("Bi-directional and
    /// heuristic search in path problems", Pohl 1969). O(crossings of what both sides find).
    public func shortestPath(to target: Int) -> [Step]? {
        guard inventory.exists(target), !removed.contains(target), !seeds.isEmpty else { return nil }
        if seeds.contains(target) { return [] }
        var search = BidirectionalSearch(self, target: target)
        return search.run() ? search.chain(from: target) : nil
    }
}

/// One search from the seeds and from the target towards each other.
private struct BidirectionalSearch {
    /// What a cell's stamp says, from the first of the search's stamps on; its number is the distance from that end.
    private enum Mark: UInt32 {
        case removed, fromSeeds, fromTarget, met
        static let count: UInt32 = 4
    }

    /// One end's queue: what lies before `head` has been looked at.
    private struct Side {
        let queue: UnsafeMutablePointer<UInt32>
        var head = 0
        var tail = 0
        /// Where the level ends that is being looked at.
        var levelEnd = 0
        /// The distance of the last level that is known whole.
        var depth: UInt32 = 0
        /// How many crossings the next level looks at; nil until somebody asks.
        var work: Int?

        init(_ queue: UnsafeMutablePointer<UInt32>) { self.queue = queue }
    }

    private let ground: TimelessGround
    private let cells: UnsafeMutablePointer<SearchMemory.Cell>
    private let base: UInt32
    private var near: Side
    private var far: Side
    /// How many crossings may still be looked at to find out where the ends met before it pays to mark all these places.
    private var patience = 0
    /// Whether every place where the ends met is marked.
    private var isMarked = false

    init(_ ground: TimelessGround, target: Int) {
        self.ground = ground
        cells = ground.memory.cells
        base = ground.memory.freshStamps(Mark.count)
        near = Side(ground.memory.queue)
        far = Side(ground.memory.secondQueue)
        for entity in ground.removed { set(entity, .removed, 0) }
        for seed in ground.seeds { append(seed, .fromSeeds, to: \.near) }
        append(target, .fromTarget, to: \.far)
    }

    private func set(_ entity: Int, _ mark: Mark, _ number: UInt32) {
        cells[entity] = SearchMemory.Cell(stamp: base &+ mark.rawValue, number: number)
    }

    private func has(_ entity: Int, _ mark: Mark) -> Bool { cells[entity].stamp == base &+ mark.rawValue }

    private mutating func append(_ entity: Int, _ mark: Mark, to side: WritableKeyPath<Self, Side>) {
        set(entity, mark, self[keyPath: side].depth)
        self[keyPath: side].queue[self[keyPath: side].tail] = UInt32(truncatingIfNeeded: entity)
        self[keyPath: side].tail += 1
    }

    /// Searches until the two ends meet; false when they never do.
    mutating func run() -> Bool {
        while near.head < near.tail, far.head < far.tail {
            near.levelEnd = near.tail
            far.levelEnd = far.tail
            let (nearWork, farWork) = (work(\.near, ground.leaving), work(\.far, ground.entering))
            patience = min(nearWork, farWork)
            if nearWork <= farWork ? expandNear() : expandFar() { return true }
        }
        return false
    }

    /// How many crossings the next level of this side looks at.
    private mutating func work(_ side: WritableKeyPath<Self, Side>, _ rows: DirectedRows) -> Int {
        let known = self[keyPath: side]
        if let work = known.work { return work }
        let work = (known.head..<known.levelEnd).reduce(0) { $0 + rows.places(of: Int(known.queue[$1])).count }
        self[keyPath: side].work = work
        return work
    }

    /// Marks every place where the ends met: by the rest of the level that was being looked at.
    private mutating func markAll() {
        isMarked = true
        near.work = nil
        far.work = nil
        if work(\.near, ground.leaving) <= work(\.far, ground.entering) {
            _ = expandNear()
        } else {
            _ = expandFar()
        }
    }

    /// Looks at the next level from the seeds: as far as a crossing to the other side, whose far end is where they meet;
    /// or, to mark all these places, to its end.
    private mutating func expandNear() -> Bool {
        var side = near
        var met = false
        while side.head < side.levelEnd, isMarked || !met {
            ground.leaving.prefetch(side.queue, side.head, side.levelEnd, cells)
            ground.leaving.forEach(of: Int(side.queue[side.head]), ground.passage) { next, _ in
                switch cells[next].stamp &- base {
                case Mark.removed.rawValue, Mark.fromSeeds.rawValue, Mark.met.rawValue: break
                case Mark.fromTarget.rawValue:
                    met = true
                    if isMarked, cells[next].number == far.depth { set(next, .met, far.depth) }
                default:
                    set(next, .fromSeeds, side.depth &+ 1)
                    side.queue[side.tail] = UInt32(truncatingIfNeeded: next)
                    side.tail += 1
                }
            }
            if isMarked || !met { side.head += 1 }
        }
        if !met { side.depth += 1 }
        side.work = nil
        near = side
        return met
    }

    /// Looks at the next level from the target, in the same manner: the ends meet at what a crossing from the other side
    /// enters.
    private mutating func expandFar() -> Bool {
        var side = far
        var met = false
        while side.head < side.levelEnd, isMarked || !met {
            let entity = Int(side.queue[side.head])
            ground.entering.prefetch(side.queue, side.head, side.levelEnd, cells)
            ground.entering.forEach(of: entity, ground.passage) { next, _ in
                switch cells[next].stamp &- base {
                case Mark.removed.rawValue, Mark.fromTarget.rawValue, Mark.met.rawValue: break
                case Mark.fromSeeds.rawValue:
                    met = true
                    if isMarked, cells[next].number == near.depth { set(entity, .met, far.depth) }
                default:
                    set(next, .fromTarget, side.depth &+ 1)
                    side.queue[side.tail] = UInt32(truncatingIfNeeded: next)
                    side.tail += 1
                }
            }
            if isMarked || !met { side.head += 1 }
        }
        if !met { side.depth += 1 }
        side.work = nil
        far = side
        return met
    }

    /// Whether a crossing from the farthest level of the seeds' side enters the entity, which the target's side found
    /// at its own farthest level.
    private mutating func isMet(_ entity: Int) -> Bool {
        if has(entity, .met) { return true }
        guard cells[entity].number == far.depth else { return false }
        if !isMarked {
            patience -= ground.entering.places(of: entity).count
            if patience < 0 { markAll() }
        }
        if isMarked { return has(entity, .met) }
        return first(before: entity) { isOnSeedsSide($0, near.depth) } != nil
    }

    /// The chain to `target`, once the two ends have met.
    mutating func chain(from target: Int) -> [Step]? {
        guard var entities = descent(from: target) else { return nil }
        // From the place where the two ends met, every entity at the right distance from the seeds is on a shortest path.
        var distance = near.depth
        while true {
            guard let next = first(before: entities[entities.count - 1], where: { isOnSeedsSide($0, distance) }) else {
                return nil
            }
            entities.append(next)
            if distance == 0 { break }
            distance -= 1
        }
        entities.reverse()
        let steps = zip(entities, entities.dropFirst()).compactMap { ground.crossing(from: $0, to: $1) }
        return steps.count == entities.count - 1 ? steps : nil
    }

    /// From the target back to an entity at which the two ends met, always over the smallest id that leads to one.
    ///
    /// Depth first. What leads to none is left and never looked at again; only then are the other ways sorted.
    private mutating func descent(from target: Int) -> [Int]? {
        var path = [target]
        /// For each entity of the path but the last, the ways that are left, the next one at the end; nil where they were
        /// never listed.
        var left: [[Int]?] = []
        while let here = path.last {
            if isMet(here) { return path }
            let distance = cells[here].number &+ 1
            if distance <= far.depth, let next = first(before: here, where: { isOnTargetsSide($0, distance) }) {
                left.append(nil)
                path.append(next)
                continue
            }
            repeat {
                guard let failed = path.popLast(), let above = path.last else { return nil }
                // At no distance any more: found by nothing that looks for the way.
                cells[failed].number = .max
                let distance = cells[above].number &+ 1
                var ways =
                    left.removeLast() ?? all(before: above, where: { isOnTargetsSide($0, distance) }).reversed()
                ways.removeAll { cells[$0].number != distance }
                guard let next = ways.popLast() else { continue }
                left.append(ways)
                path.append(next)
                break
            } while true
        }
        return nil
    }

    private func isOnSeedsSide(_ entity: Int, _ distance: UInt32) -> Bool {
        has(entity, .fromSeeds) && cells[entity].number == distance
    }

    /// Where the two ends met counts as found from the target.
    private func isOnTargetsSide(_ entity: Int, _ distance: UInt32) -> Bool {
        (has(entity, .fromTarget) || has(entity, .met)) && cells[entity].number == distance
    }

    /// Of the entities that a crossing leads from to `entity`, the first by id that is wanted.
    private func first(before entity: Int, where isWanted: (Int) -> Bool) -> Int? {
        var first: Int?
        ground.entering.forEach(of: entity, ground.passage) { near, _ in
            guard isWanted(near) else { return }
            if let known = first, !ground.inventory.idPrecedes(near, known) { return }
            first = near
        }
        return first
    }

    /// All of them, by id.
    private func all(before entity: Int, where isWanted: (Int) -> Bool) -> [Int] {
        var all: Set<Int> = []
        ground.entering.forEach(of: entity, ground.passage) { near, _ in if isWanted(near) { all.insert(near) } }
        return all.sorted(by: ground.inventory.idPrecedes)
    }
}
