import Dispatch

/// The drafts at the ends of each relation record, whose ends are declared or ``EntityNumbering/none``.
struct RelationEnds {
    let from: [UInt32]
    let to: [UInt32]

    /// The ends of `records`; `drafts` says for each text which declared draft's id it is. O(records).
    init(_ records: RecordList<RelationRecord>, _ drafts: [UInt32]) {
        func ends(_ id: @Sendable (RelationRecord) -> TextReference) -> [UInt32] {
            [UInt32](unsafeUninitializedCapacity: records.count) { ends, filled in
                // Shared by the threads: each piece of records writes places that no other piece has.
                nonisolated(unsafe) let all = ends
                DispatchQueue.concurrentPerform(iterations: records.pieceCount) { number in
                    let piece = records.piece(number)
                    for (offset, record) in piece.records.enumerated() {
                        all.initializeElement(at: piece.first + offset, to: drafts[Int(id(record).place)])
                    }
                }
                filled = records.count
            }
        }
        from = ends(\.from)
        to = ends(\.to)
    }
}
