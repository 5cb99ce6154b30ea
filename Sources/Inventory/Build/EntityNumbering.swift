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

    /// Numbers the drafts for which `isDeclared` holds, of `count`; an entity's leaving relations come before its entering
    /// ones. O(drafts + relations).
    init(count: Int, isDeclared: (Int) -> Bool, leaving: RecordRuns, entering: RecordRuns) {
        var numbers = [UInt32](repeating: Self.none, count: count)
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
                        for place in leaving.run(of: draft) { visit(Int(leaving.others[place])) }
                        for place in entering.run(of: draft) { visit(Int(entering.others[place])) }
                    }
                }
            }
        }
        self.numbers = numbers
        self.drafts = drafts
    }
}
