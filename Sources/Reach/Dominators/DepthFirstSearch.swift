/// A subgraph in the order of a depth-first search from a virtual root before its sources, without recursion.
///
/// Each arc is seen when both of its ends have their place, so the arcs that enter each place are gathered on the way and
/// the graph is never walked backwards. O(entities + arcs).
struct DepthFirstSearch {
    /// The number at each place; nothing at place 0, the virtual root.
    let numbers: [UInt32]
    /// The place of each number.
    let places: [UInt32]
    /// The place from which each place was found.
    let parents: [UInt32]
    /// Where the arcs that enter each place start; one more than there are places.
    let predecessorStarts: [UInt32]
    /// The places that they come from.
    let predecessors: [UInt32]

    init<P: Patience>(_ graph: Subgraph, _ stage: Stage<P>) throws(P.Failure) {
        let count = graph.count + 1
        let arcCount = graph.arcHeads.count + graph.sourceCount
        var numbers = [UInt32](repeating: 0, count: count)
        var places = [UInt32](repeating: 0, count: graph.count)
        var parents = numbers
        var entering = Entering(room: arcCount, places: count)
        try numbers.withUnsafeMutableBufferPointer { (numbers) throws(P.Failure) in
            try places.withUnsafeMutableBufferPointer { (places) throws(P.Failure) in
                try parents.withUnsafeMutableBufferPointer { (parents) throws(P.Failure) in
                    try Self.walk(graph, numbers: numbers, places: places, parents: parents, &entering, stage)
                }
            }
        }
        self.numbers = numbers
        self.places = places
        self.parents = parents
        (predecessorStarts, predecessors) = entering.sorted()
    }

    private static func walk<P: Patience>(
        _ graph: Subgraph, numbers: UnsafeMutableBufferPointer<UInt32>, places: UnsafeMutableBufferPointer<UInt32>,
        parents: UnsafeMutableBufferPointer<UInt32>, _ entering: inout Entering, _ stage: Stage<P>
    ) throws(P.Failure) {
        // For each place on the way down from the root, the next of its arcs.
        var path = [(place: UInt32, next: UInt32, end: UInt32)]()
        path.reserveCapacity(1024)
        var last: UInt32 = 0
        let (starts, heads) = (graph.arcStarts, graph.arcHeads)
        func enter(_ number: Int, from parent: UInt32) -> UInt32 {
            last &+= 1
            places[number] = last
            numbers[Int(last)] = UInt32(truncatingIfNeeded: number)
            parents[Int(last)] = parent
            return last
        }
        var steps = 0
        for source in 0..<graph.sourceCount {
            let place = enter(source, from: 0)
            entering.append(place, from: 0)
            var here = (place: place, next: starts[source], end: starts[source + 1])
            while true {
                if Stage<P>.isDue(steps) { try stage.check(Double(last) / Double(graph.count)) }
                steps &+= 1
                if here.next < here.end {
                    let number = Int(heads[Int(here.next)])
                    here.next &+= 1
                    let known = places[number]
                    if known != 0 {
                        entering.append(known, from: here.place)
                    } else {
                        path.append(here)
                        let place = enter(number, from: here.place)
                        entering.append(place, from: here.place)
                        here = (place, starts[number], starts[number + 1])
                    }
                } else if let above = path.popLast() {
                    here = above
                } else {
                    break
                }
            }
        }
    }

    /// Arcs as they are found, to be sorted by the place that they enter.
    private struct Entering {
        private var ends: [UInt32] = []
        private var origins: [UInt32] = []
        private var counts: [UInt32]

        init(room: Int, places: Int) {
            ends.reserveCapacity(room)
            origins.reserveCapacity(room)
            counts = [UInt32](repeating: 0, count: places + 1)
        }

        mutating func append(_ place: UInt32, from origin: UInt32) {
            ends.append(place)
            origins.append(origin)
            counts[Int(place) + 1] &+= 1
        }

        /// Where each place's arcs start, and where they come from. O(arcs + places).
        consuming func sorted() -> (starts: [UInt32], origins: [UInt32]) {
            var starts = counts
            for place in 1..<starts.count { starts[place] &+= starts[place - 1] }
            var next = starts
            let sorted = [UInt32](unsafeUninitializedCapacity: ends.count) { buffer, filled in
                next.withUnsafeMutableBufferPointer { next in
                    for (end, origin) in zip(ends, origins) {
                        buffer[Int(next[Int(end)])] = origin
                        next[Int(end)] &+= 1
                    }
                }
                filled = ends.count
            }
            return (starts, sorted)
        }
    }
}
