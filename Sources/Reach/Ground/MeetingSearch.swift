import Inventory

/// A search from the seeds and from targets towards each other, for what lies between the two.
///
/// Both ends take turns, and the one that has less to look at ends the matter: what the other end has yet to find counts
/// only where this one was. So it costs about twice what the smaller end finds. What was found is a bit an entity for
/// each end: a set of bits of a million entities stays in a cache, cells of eight bytes do not.
struct MeetingSearch {
    /// One end: what it found, and of that what it has looked at, which took `work` crossings.
    private struct Side {
        let queue: UnsafeMutablePointer<UInt32>
        let found: BitMarks
        var head = 0
        var tail = 0
        var work = 0

        init(_ queue: UnsafeMutablePointer<UInt32>, _ found: BitMarks) {
            self.queue = queue
            self.found = found
        }

        var isExhausted: Bool { head == tail }

        @inline(__always)
        mutating func append(_ entity: Int) {
            found.insert(entity)
            queue[tail] = UInt32(truncatingIfNeeded: entity)
            tail &+= 1
        }
    }

    private let ground: TimelessGround
    private var near: Side
    private var far: Side

    /// How many entities one end looks at before it is asked whose turn it is.
    private static let turn = 64

    /// `targets` must be present and no seeds. Has to be ``finish``ed.
    init(_ ground: TimelessGround, targets: [Int]) {
        self.ground = ground
        near = Side(ground.memory.queue, ground.memory.marks)
        far = Side(ground.memory.secondQueue, ground.memory.secondMarks)
        // Marked as found without being looked at: nothing passes over what is absent, nor does the targets' end look
        // behind a seed.
        for entity in ground.removed {
            near.found.insert(entity)
            far.found.insert(entity)
        }
        for seed in ground.seeds where !near.found.contains(seed) {
            near.append(seed)
            far.found.insert(seed)
        }
        for target in targets where !far.found.contains(target) { far.append(target) }
    }

    /// Finds all that reaches a target, as far as a seed reaches it; beyond that, some of what does not.
    /// - Returns: The seeds from which a target is reached. From then on ``isBetween(_:)`` can be asked.
    mutating func markBetween<P: Patience>(_ stage: Stage<P>) throws(P.Failure) -> [Int] {
        var turns = 0
        while !near.isExhausted, !far.isExhausted {
            try pause(&turns, stage)
            takeTurn()
        }
        while !far.isExhausted {
            try pause(&turns, stage)
            lookBack(onlyWhereSeedsReach: true)
        }
        for entity in ground.removed { far.found.remove(entity) }
        for seed in ground.seeds { far.found.remove(seed) }
        return ground.seeds.filter(reachesFarEnd)
    }

    /// Looks at the clock before every 64th turn.
    private func pause<P: Patience>(_ turns: inout Int, _ stage: Stage<P>) throws(P.Failure) {
        if turns & 63 == 0 { try stage.check(Double(near.tail + far.tail) / Double(2 * ground.memory.count)) }
        turns &+= 1
    }

    /// Whether the entity, which a seed reaches, also reaches a target.
    @inline(__always)
    func isBetween(_ entity: Int) -> Bool { far.found.contains(entity) }

    /// Whether a seed reaches a target over what lies between when `cut` is taken away. Goes over the inventory's own
    /// crossings, and can be asked once: it uses up what ``isBetween(_:)`` tells. O(what is reached then).
    /// - Parameter graph: What ``markBetween()`` found, numbered.
    func reachesTarget<P: Patience>(
        of graph: Subgraph, without cut: [Int], _ stage: Stage<P>
    ) throws(P.Failure) -> Bool {
        let (rows, passage, between, cells) = (ground.leaving, ground.passage, far.found, ground.memory.cells)
        let stamp = ground.memory.freshStamps(1)
        for target in graph.targets { cells[Int(graph.entities[target])].stamp = stamp }
        for entity in cut { between.remove(entity) }
        return try withUnsafeTemporaryAllocation(of: UInt32.self, capacity: max(graph.count, 1)) {
            (memory) throws(P.Failure) -> Bool in
            guard let queue = memory.baseAddress else { return false }
            var (head, tail) = (0, graph.sourceCount)
            for source in 0..<tail { queue[source] = graph.entities[source] }
            var isReached = false
            while !isReached, head < tail {
                if Stage<P>.isDue(head) { try stage.check(Double(head) / Double(graph.count)) }
                rows.prefetch(queue, head, tail)
                let entity = Int(queue[head])
                head &+= 1
                rows.forEach(of: entity, passage) { next, _ in
                    guard between.contains(next), tail < memory.count else { return }
                    between.remove(next)
                    queue[tail] = UInt32(truncatingIfNeeded: next)
                    tail &+= 1
                    if cells[next].stamp == stamp { isReached = true }
                }
            }
            return isReached
        }
    }

    /// Leaves the work memory as it was. O(what was found).
    func finish() {
        for side in [near, far] {
            side.found.clear(UnsafeBufferPointer(start: side.queue, count: side.tail))
            for entity in ground.removed { side.found.remove(entity) }
            for seed in ground.seeds { side.found.remove(seed) }
        }
    }

    private func reachesFarEnd(_ seed: Int) -> Bool {
        ground.leaving.contains(of: seed, ground.passage) { far.found.contains($0) }
    }

    private mutating func takeTurn() {
        if near.work <= far.work { lookAhead() } else { lookBack(onlyWhereSeedsReach: false) }
    }

    private mutating func lookAhead() {
        var side = near
        let (rows, passage) = (ground.leaving, ground.passage)
        let end = min(side.head + Self.turn, side.tail)
        while side.head < end {
            rows.prefetch(side.queue, side.head, side.tail)
            let entity = Int(side.queue[side.head])
            side.head &+= 1
            side.work &+= rows.places(of: entity).count
            rows.forEach(of: entity, passage) { next, _ in
                if !side.found.contains(next) { side.append(next) }
            }
        }
        near = side
    }

    /// - Parameter onlyWhereSeedsReach: The seeds' end has found all it can: nothing else counts.
    private mutating func lookBack(onlyWhereSeedsReach: Bool) {
        var side = far
        let (rows, passage, other) = (ground.entering, ground.passage, near.found)
        let end = min(side.head + Self.turn, side.tail)
        while side.head < end {
            let entity = Int(side.queue[side.head])
            rows.prefetch(side.queue, side.head, side.tail)
            side.head &+= 1
            // What the seeds do not reach, nothing leads to that they do.
            if onlyWhereSeedsReach, !other.contains(entity) { continue }
            side.work &+= rows.places(of: entity).count
            rows.forEach(of: entity, passage) { previous, _ in
                guard !side.found.contains(previous) else { return }
                if !onlyWhereSeedsReach || other.contains(previous) { side.append(previous) }
            }
        }
        far = side
    }
}
