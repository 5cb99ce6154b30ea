/// The relation records that have both ends, sorted by one of these: for each draft a run of records.
struct RecordRuns: Sendable {
    /// Where each draft's run starts; one more than there are drafts.
    let starts: [UInt32]
    /// All runs, one after the other; within a run in the order in which they were read. Empty unless asked for.
    let records: [UInt32]
    /// The draft at the other end of each of these records.
    let others: [UInt32]

    /// Sorts records by the drafts that `own` names, for `count` drafts; `other` names those at their other ends. O(drafts +
    /// records).
    init(drafts count: Int, own: [UInt32], other: [UInt32], withRecords: Bool) {
        var starts = [UInt32](repeating: 0, count: count + 1)
        for (own, other) in zip(own, other) where own != EntityNumbering.none && other != EntityNumbering.none {
            starts[Int(own) + 1] += 1
        }
        for draft in 0..<count { starts[draft + 1] += starts[draft] }
        var next = starts
        let total = Int(starts.last ?? 0)
        var others: [UInt32] = []
        records = [UInt32](unsafeUninitializedCapacity: withRecords ? total : 0) { records, filled in
            others = [UInt32](unsafeUninitializedCapacity: total) { others, filled in
                for record in own.indices where own[record] != EntityNumbering.none {
                    guard other[record] != EntityNumbering.none else { continue }
                    let place = Int(next[Int(own[record])])
                    next[Int(own[record])] += 1
                    if withRecords { records.initializeElement(at: place, to: UInt32(record)) }
                    others.initializeElement(at: place, to: other[record])
                }
                filled = total
            }
            filled = withRecords ? total : 0
        }
        self.starts = starts
        self.others = others
    }

    /// Where the records of the draft lie.
    @inline(__always)
    func run(of draft: Int) -> Range<Int> { Int(starts[draft])..<Int(starts[draft + 1]) }
}
