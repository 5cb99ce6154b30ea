/// For each number of a subgraph the last one that every path from the sources passes before it: its immediate dominator.
///
/// A virtual root stands before all sources. The SemiNCA algorithm (Georgiadis, "Linear-Time Algorithms for Dominators
/// and Related Problems", 2005), without recursion, on arrays in the order of a depth-first search: O(arcs × log
/// entities) at worst, linear in practice.
struct DominatorTree {
    /// The place in the depth-first order of each number's immediate dominator; by place. Place 0 is the virtual root.
    let dominators: [UInt32]
    /// The number at each place of the depth-first order; nothing at place 0.
    let numbers: [UInt32]
    /// The place of each number.
    let places: [UInt32]

    init<P: Patience>(_ graph: Subgraph, _ stage: Stage<P>) throws(P.Failure) {
        let search = try DepthFirstSearch(graph, stage.part(0, 0.5))
        numbers = search.numbers
        places = search.places
        dominators = try Self.dominators(search, stage.part(0.5, 1))
    }

    /// How much of `weights`, which go by number, each place strictly dominates. O(entities).
    func dominated(_ weights: (Int) -> UInt32) -> [UInt32] {
        var total = [UInt32](repeating: 0, count: dominators.count)
        for place in stride(from: dominators.count - 1, to: 0, by: -1) {
            let above = Int(dominators[place])
            total[above] &+= total[place] &+ weights(Int(numbers[place]))
        }
        return total
    }

    /// The numbers that every path to `number` passes, source side first, without the virtual root and the number itself.
    func chain(to number: Int) -> [Int] {
        var chain: [Int] = []
        var place = Int(dominators[Int(places[number])])
        while place > 0 {
            chain.append(Int(numbers[place]))
            place = Int(dominators[place])
        }
        return chain.reversed()
    }

    /// Immediate dominators, by place.
    private static func dominators<P: Patience>(
        _ search: DepthFirstSearch, _ stage: Stage<P>
    ) throws(P.Failure) -> [UInt32] {
        let count = search.numbers.count
        var semi = [UInt32](0..<UInt32(count))
        var label = semi
        var ancestor = search.parents
        var dominator = search.parents
        var stack = [UInt32](repeating: 0, count: count)
        var end = count
        while end > 1 {
            let piece = max(1, end - Stage<P>.steps)..<end
            semi.withUnsafeMutableBufferPointer { semi in
                label.withUnsafeMutableBufferPointer { label in
                    ancestor.withUnsafeMutableBufferPointer { ancestor in
                        stack.withUnsafeMutableBufferPointer { stack in
                            search.predecessors.withUnsafeBufferPointer { predecessors in
                                search.predecessorStarts.withUnsafeBufferPointer { starts in
                                    semidominators(
                                        of: piece, predecessors, starts, semi: semi, label: label, ancestor: ancestor,
                                        stack: stack)
                                }
                            }
                        }
                    }
                }
            }
            end = piece.lowerBound
            try stage.check(Double(count - end) / Double(count))
        }
        dominator.withUnsafeMutableBufferPointer { dominator in
            semi.withUnsafeBufferPointer { semi in
                for place in 1..<max(count, 1) {
                    var above = dominator[place]
                    while above > semi[place] { above = dominator[Int(above)] }
                    dominator[place] = above
                }
            }
        }
        return dominator
    }

    /// Those of some places: of the last ones first.
    private static func semidominators(
        of piece: Range<Int>, _ predecessors: UnsafeBufferPointer<UInt32>, _ starts: UnsafeBufferPointer<UInt32>,
        semi: UnsafeMutableBufferPointer<UInt32>, label: UnsafeMutableBufferPointer<UInt32>,
        ancestor: UnsafeMutableBufferPointer<UInt32>, stack: UnsafeMutableBufferPointer<UInt32>
    ) {
        for place in piece.reversed() {
            var least = UInt32(place)
            for index in Int(starts[place])..<Int(starts[place + 1]) {
                let near = predecessors[index]
                // What lies after this place is linked to its parent: its least label on the way up decides.
                let candidate = near > place ? compressed(near, UInt32(place), label, ancestor, stack) : near
                least = min(least, candidate)
            }
            semi[place] = least
            label[place] = least
        }
    }

    /// The least label from `place` up to what lies after `limit`, with the path shortened for the next time.
    @inline(__always)
    private static func compressed(
        _ place: UInt32, _ limit: UInt32, _ label: UnsafeMutableBufferPointer<UInt32>,
        _ ancestor: UnsafeMutableBufferPointer<UInt32>, _ stack: UnsafeMutableBufferPointer<UInt32>
    ) -> UInt32 {
        var depth = 0
        var here = Int(place)
        while ancestor[here] > limit {
            stack[depth] = UInt32(truncatingIfNeeded: here)
            depth &+= 1
            here = Int(ancestor[here])
        }
        while depth > 0 {
            depth &-= 1
            let below = Int(stack[depth])
            let above = Int(ancestor[below])
            if label[above] < label[below] { label[below] = label[above] }
            ancestor[below] = ancestor[above]
        }
        return label[Int(place)]
    }
}
