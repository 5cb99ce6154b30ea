/// The relation records of each near end that have both ends: for each entity's number a run of records.
struct RecordRuns: Sendable {
    /// Where each entity's run starts; one more than there are entities.
    let starts: [UInt32]
    /// All runs, one after the other; within a run in the order in which they were read.
    let records: [UInt32]

    /// Sorts the records into runs. O(entities + records).
    init(_ ends: RelationEnds, _ entities: EntityNumbering) {
        var starts = [UInt32](repeating: 0, count: entities.drafts.count + 1)
        func owner(_ record: Int) -> Int? {
            guard ends.from[record] != EntityNumbering.none, ends.to[record] != EntityNumbering.none else { return nil }
            return Int(entities.numbers[Int(ends.from[record])])
        }
        for record in ends.from.indices { if let owner = owner(record) { starts[owner + 1] += 1 } }
        for entity in 0..<entities.drafts.count { starts[entity + 1] += starts[entity] }
        var next = starts
        let total = Int(starts.last ?? 0)
        records = [UInt32](unsafeUninitializedCapacity: total) { records, filled in
            for record in ends.from.indices {
                guard let owner = owner(record) else { continue }
                records.initializeElement(at: Int(next[owner]), to: UInt32(record))
                next[owner] += 1
            }
            filled = total
        }
        self.starts = starts
    }
}
