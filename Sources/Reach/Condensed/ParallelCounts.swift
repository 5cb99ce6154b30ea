/// Counts from up to 64 components at once, in one pass over the groups: each component has a bit, and a group has the
/// bits of all components that gain it. Where the answers are wide, much faster than 64 counts.
struct ParallelCounts {
    /// How many components are counted from at once.
    static let width = 64

    private let graph: CondensedGraph
    /// For each group the bits of the components that gain it; all 0 between two counts.
    private var bits: [UInt64]
    /// For each component the number of the count that last met it inside the group of its start.
    private var met: [UInt32]
    private var counted: UInt32 = 0
    private var inside: [UInt32] = []

    init(_ graph: CondensedGraph) {
        self.graph = graph
        bits = [UInt64](repeating: 0, count: graph.groupCount)
        met = [UInt32](repeating: 0, count: graph.componentCount)
    }

    /// What one count costs at most, in crossings and groups looked at.
    static func cost(in graph: CondensedGraph) -> Int { graph.groupCount + graph.groupCrossings.values.count }

    /// How many entities each of these components reaches. There must be at most ``width`` of them.
    mutating func counts(from components: ArraySlice<UInt32>) -> [Int] {
        var counts = [Int](repeating: 0, count: components.count)
        var first = graph.groupCount
        for (number, component) in components.enumerated() {
            counts[number] = start(Int(component), bit: 1 << UInt64(number), &first)
        }
        sweep(from: first).withUnsafeBufferPointer { planes in
            for number in counts.indices {
                for (power, plane) in planes.enumerated() where plane >> UInt64(number) & 1 == 1 {
                    counts[number] += 1 << power
                }
            }
        }
        return counts
    }

    /// Gives the groups to which `component` leads its bit. How many entities it reaches inside its own group.
    private mutating func start(_ component: Int, bit: UInt64, _ first: inout Int) -> Int {
        let group = graph.groups[component]
        if Int(graph.heads[Int(group)]) == component {
            for target in graph.groupCrossings[Int(group)] { reach(Int(target), bit, &first) }
            return Int(graph.weights[Int(group)])
        }
        counted &+= 1
        met[component] = counted
        inside.removeAll(keepingCapacity: true)
        inside.append(UInt32(component))
        var total = 0
        var next = 0
        while next < inside.count {
            let current = Int(inside[next])
            next += 1
            total += Int(graph.sizes[current])
            for target in graph.crossings[current] where met[Int(target)] != counted {
                if graph.groups[Int(target)] == group {
                    met[Int(target)] = counted
                    inside.append(target)
                } else {
                    reach(Int(graph.groups[Int(target)]), bit, &first)
                }
            }
        }
        return total
    }

    private mutating func reach(_ group: Int, _ bit: UInt64, _ first: inout Int) {
        bits[group] |= bit
        first = min(first, group)
    }

    /// Hands the bits on along all crossings, which lead to larger numbers only. The weights of what each bit came to,
    /// added up: plane *p* has the bits whose sum has 2^*p* in it.
    private mutating func sweep(from first: Int) -> [UInt64] {
        var planes = [UInt64](repeating: 0, count: 64)
        let graph = graph
        bits.withUnsafeMutableBufferPointer { bits in
            planes.withUnsafeMutableBufferPointer { planes in
                graph.groupCrossings.starts.withUnsafeBufferPointer { starts in
                    graph.groupCrossings.values.withUnsafeBufferPointer { targets in
                        for group in first..<graph.groupCount {
                            let own = bits[group]
                            if own == 0 { continue }
                            bits[group] = 0
                            Self.add(graph.weights[group], of: own, to: planes)
                            for place in Int(starts[group])..<Int(starts[group + 1]) {
                                bits[Int(targets[place])] |= own
                            }
                        }
                    }
                }
            }
        }
        return planes
    }

    /// Adds `weight` to the sum of each of `bits`: 64 additions by hand, carries and all, in a few steps.
    private static func add(_ weight: UInt32, of bits: UInt64, to planes: UnsafeMutableBufferPointer<UInt64>) {
        var (weight, power) = (weight, 0)
        while weight != 0 {
            power += weight.trailingZeroBitCount
            var (carry, place) = (bits, power)
            while carry != 0 {
                let next = planes[place] & carry
                planes[place] ^= carry
                (carry, place) = (next, place + 1)
            }
            weight >>= UInt32(weight.trailingZeroBitCount)
            weight &= ~1
        }
    }
}
