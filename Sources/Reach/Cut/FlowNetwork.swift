/// A network with capacities on its arcs, and the greatest flow through it.
///
/// Dinic's algorithm ("Algorithm for solution of a problem of maximum flow in networks with power estimation", 1970) with
/// distances counted from the sinks, on arrays, without recursion. O(nodes² × arcs) at worst; O(arcs × √arcs) where
/// capacities are one.
struct FlowNetwork {
    /// A capacity that no sum of finite ones reaches.
    static let unlimited = Int64.max / 4

    /// One arc, before the network is built.
    struct Arc {
        let from: UInt32
        let to: UInt32
        let capacity: Int64
    }

    private let nodeCount: Int
    /// Where each node's half-arcs start; one more than there are nodes. Each arc is a half-arc at either end.
    private let starts: [UInt32]
    private let heads: [UInt32]
    /// The half-arc at the other end.
    private let pairs: [UInt32]
    /// How much can still flow over each half-arc.
    private var room: [Int64]

    /// Sorts the arcs by node. O(nodes + arcs).
    init(nodes count: Int, arcs: [Arc]) {
        nodeCount = count
        var starts = [UInt32](repeating: 0, count: count + 1)
        for arc in arcs {
            starts[Int(arc.from) + 1] += 1
            starts[Int(arc.to) + 1] += 1
        }
        for node in 0..<count { starts[node + 1] += starts[node] }
        var next = starts
        var pairs: [UInt32] = []
        var room: [Int64] = []
        let halves = 2 * arcs.count
        heads = [UInt32](unsafeUninitializedCapacity: halves) { heads, filled in
            pairs = [UInt32](unsafeUninitializedCapacity: halves) { pairs, filled in
                room = [Int64](unsafeUninitializedCapacity: halves) { room, filled in
                    next.withUnsafeMutableBufferPointer { next in
                        for arc in arcs {
                            let there = Int(next[Int(arc.from)])
                            next[Int(arc.from)] += 1
                            let back = Int(next[Int(arc.to)])
                            next[Int(arc.to)] += 1
                            heads.initializeElement(at: there, to: arc.to)
                            heads.initializeElement(at: back, to: arc.from)
                            pairs.initializeElement(at: there, to: UInt32(truncatingIfNeeded: back))
                            pairs.initializeElement(at: back, to: UInt32(truncatingIfNeeded: there))
                            room.initializeElement(at: there, to: arc.capacity)
                            room.initializeElement(at: back, to: 0)
                        }
                    }
                    filled = halves
                }
                filled = halves
            }
            filled = halves
        }
        self.starts = starts
        self.pairs = pairs
        self.room = room
    }

    /// The most that can flow from the sources to the sinks; nil when there is no limit. Nobody knows beforehand how often
    /// distances have to be measured: what is left counts half as much after each time.
    mutating func maximize<P: Patience>(
        from sources: [Int], to sinks: [Int], _ stage: Stage<P>
    ) throws(P.Failure) -> Int64? {
        var distances = [UInt32](repeating: 0, count: nodeCount)
        var cursors = starts
        var queue = distances
        var total: Int64 = 0
        return try room.withUnsafeMutableBufferPointer { (room) throws(P.Failure) -> Int64? in
            let search = Search(starts: starts, heads: heads, pairs: pairs)
            var rest = stage
            while try search.measure(from: sinks, until: sources, room, &distances, &queue, rest) {
                for node in 0..<nodeCount { cursors[node] = starts[node] }
                for source in sources where distances[source] != Search.far {
                    guard let more = try search.block(from: source, room, &distances, &cursors, rest) else {
                        return nil
                    }
                    total = total.addingReportingOverflow(more).overflow ? Self.unlimited : total + more
                }
                rest = rest.part(0.5, 1)
            }
            return total
        }
    }

    /// Whether each node can still be reached from the sources: the side of the least cut that is nearest to them. The
    /// same for every greatest flow.
    func sourceSide(of sources: [Int]) -> [Bool] {
        var isReached = [Bool](repeating: false, count: nodeCount)
        for source in sources { isReached[source] = true }
        isReached.withUnsafeMutableBufferPointer { isReached in
            starts.withUnsafeBufferPointer { starts in
                heads.withUnsafeBufferPointer { heads in
                    room.withUnsafeBufferPointer { room in
                        var open = sources
                        while let node = open.popLast() {
                            for half in Int(starts[node])..<Int(starts[node &+ 1]) where room[half] > 0 {
                                let head = Int(heads[half])
                                guard !isReached[head] else { continue }
                                isReached[head] = true
                                open.append(head)
                            }
                        }
                    }
                }
            }
        }
        return isReached
    }
}

/// The two searches that Dinic's algorithm repeats.
private struct Search {
    static let far = UInt32.max

    let starts: [UInt32]
    let heads: [UInt32]
    let pairs: [UInt32]

    /// Counts each node's distance to the nearest sink, as far as the farthest source; false when no source has one.
    func measure<P: Patience>(
        from sinks: [Int], until sources: [Int], _ room: UnsafeMutableBufferPointer<Int64>,
        _ distances: inout [UInt32], _ queue: inout [UInt32], _ stage: Stage<P>
    ) throws(P.Failure) -> Bool {
        distances.withUnsafeMutableBufferPointer { $0.update(repeating: Self.far) }
        var (head, tail) = (0, 0)
        for sink in sinks {
            distances[sink] = 0
            queue[tail] = UInt32(truncatingIfNeeded: sink)
            tail += 1
        }
        var isMissing = sources.contains { distances[$0] == Self.far }
        let single = sources.count == 1 ? sources[0] : -1
        while head < tail, isMissing {
            try stage.check(0)
            let pause = min(tail, head + Stage<P>.steps)
            isMissing = spread(&head, until: pause, &tail, room, &distances, &queue, single)
        }
        return sources.contains { distances[$0] != Self.far }
    }

    /// Goes on to what lies next to the nodes in the queue up to `pause`; false once the single source has its distance.
    private func spread(
        _ head: inout Int, until pause: Int, _ tail: inout Int, _ room: UnsafeMutableBufferPointer<Int64>,
        _ distances: inout [UInt32], _ queue: inout [UInt32], _ single: Int
    ) -> Bool {
        var isMissing = true
        distances.withUnsafeMutableBufferPointer { distances in
            queue.withUnsafeMutableBufferPointer { queue in
                starts.withUnsafeBufferPointer { starts in
                    heads.withUnsafeBufferPointer { heads in
                        pairs.withUnsafeBufferPointer { pairs in
                            var (at, end) = (head, tail)
                            while at < pause, isMissing {
                                let node = Int(queue[at])
                                at &+= 1
                                let next = distances[node] &+ 1
                                for half in Int(starts[node])..<Int(starts[node &+ 1]) {
                                    let near = Int(heads[half])
                                    guard distances[near] == Self.far, room[Int(pairs[half])] > 0 else { continue }
                                    distances[near] = next
                                    queue[end] = UInt32(truncatingIfNeeded: near)
                                    end &+= 1
                                    if near == single { isMissing = false }
                                }
                            }
                            (head, tail) = (at, end)
                        }
                    }
                }
            }
        }
        return isMissing
    }

    /// Sends from `source` whatever goes along ever shorter distances; nil when there is no limit to it.
    func block<P: Patience>(
        from source: Int, _ room: UnsafeMutableBufferPointer<Int64>, _ distances: inout [UInt32],
        _ cursors: inout [UInt32], _ stage: Stage<P>
    ) throws(P.Failure) -> Int64? {
        var total: Int64 = 0
        var path: [Int] = []
        var node = source
        var steps = 0
        while true {
            if Stage<P>.isDue(steps) { try stage.check(0) }
            steps &+= 1
            if distances[node] == 0 {
                let least = path.reduce(FlowNetwork.unlimited) { min($0, room[$1]) }
                guard least < FlowNetwork.unlimited else { return nil }
                total = total.addingReportingOverflow(least).partialValue
                var kept = path.count
                for (place, half) in path.enumerated() {
                    if room[half] < FlowNetwork.unlimited {
                        room[half] -= least
                        if room[half] == 0, place < kept { kept = place }
                    }
                    let back = Int(pairs[half])
                    if room[back] < FlowNetwork.unlimited {
                        room[back] = min(room[back] + least, FlowNetwork.unlimited)
                    }
                }
                // On from where the way is now full.
                if kept < path.count {
                    node = Int(heads[Int(pairs[path[kept]])])
                    path.removeSubrange(kept...)
                }
                continue
            }
            if let half = nextHalf(from: node, room, distances, &cursors) {
                path.append(half)
                node = Int(heads[half])
            } else {
                distances[node] = Self.far
                guard let last = path.popLast() else { return total }
                node = Int(heads[Int(pairs[last])])
            }
        }
    }

    /// The next half-arc from `node` that brings it nearer to a sink.
    @inline(__always)
    private func nextHalf(
        from node: Int, _ room: UnsafeMutableBufferPointer<Int64>, _ distances: [UInt32], _ cursors: inout [UInt32]
    ) -> Int? {
        let nearer = distances[node] &- 1
        let end = starts[node + 1]
        while cursors[node] < end {
            let half = Int(cursors[node])
            if room[half] > 0, distances[Int(heads[half])] == nearer { return half }
            cursors[node] += 1
        }
        return nil
    }
}
