import CKernels

/// The numbers that entities get: breadth-first over their relations, whichever way these point.
///
/// Entities that are close in the graph get numbers that are close, so that what a walk reads next is often in the cache
/// already; the order in which a source lists them says nothing of the kind. The same records give the same numbers.
struct EntityNumbering {
    /// The number of each draft; ``none`` for drafts that no source declares.
    let numbers: [UInt32]
    /// The draft behind each number.
    let drafts: [UInt32]

    /// The number of what is not declared.
    static let none = UInt32.max

    /// Numbers the drafts for which `isDeclared` holds, of `count`; relations lead from and to drafts, or nowhere. O(drafts +
    /// relations).
    init(count: Int, isDeclared: (Int) -> Bool, ends: RelationEnds) {
        var numbers = [UInt32](repeating: Self.none, count: count)
        let starts = Self.starts(count, ends)
        let neighbours = Self.neighbours(starts, ends)
        var declared = [Bool](repeating: false, count: count)
        for draft in 0..<count { declared[draft] = isDeclared(draft) }
        let drafts = [UInt32](unsafeUninitializedCapacity: count) { queue, queued in
            numbers.withUnsafeMutableBufferPointer { numbers in
                var next = 0
                func visit(_ draft: Int) {
                    guard numbers[draft] == Self.none, declared[draft] else { return }
                    numbers[draft] = UInt32(queued)
                    queue.initializeElement(at: queued, to: UInt32(draft))
                    queued += 1
                }
                for root in 0..<count {
                    visit(root)
                    while next < queued {
                        let draft = Int(queue[next])
                        next += 1
                        for place in Int(starts[draft])..<Int(starts[draft + 1]) { visit(Int(neighbours[place])) }
                    }
                }
            }
        }
        self.numbers = numbers
        self.drafts = drafts
    }

    /// Where the neighbours of each draft start.
    private static func starts(_ count: Int, _ ends: RelationEnds) -> [UInt32] {
        var starts = [UInt32](repeating: 0, count: count + 1)
        ends.forEach { from, to in
            starts[from + 1] += 1
            starts[to + 1] += 1
        }
        for draft in 0..<count { starts[draft + 1] += starts[draft] }
        return starts
    }

    private static func neighbours(_ starts: [UInt32], _ ends: RelationEnds) -> [UInt32] {
        var next = starts
        let total = Int(starts.last ?? 0)
        return [UInt32](unsafeUninitializedCapacity: total) { neighbours, filled in
            ends.forEach { from, to in
                neighbours.initializeElement(at: Int(next[from]), to: UInt32(to))
                next[from] += 1
                neighbours.initializeElement(at: Int(next[to]), to: UInt32(from))
                next[to] += 1
            }
            filled = total
        }
    }
}
