/// A relation between numbered entities, with the record that first said so.
struct MergedRelation: BitwiseCopyable {
    var record: UInt32
    var from: UInt32
    var to: UInt32
    var traits: RelationTraits
}

/// Puts the relations in the order of their near ends' numbers, and makes one of those that say the same.
struct RelationMerge {
    private(set) var merged: [MergedRelation] = []
    /// Where the relations of each near end start; one more than there are entities.
    private(set) var starts: [UInt32] = [0]
    /// For each record the number of its relation; ``EntityNumbering/none`` when an end is missing.
    private(set) var numbers: [UInt32]

    /// What makes two relations of one near end one: everything but where it is written.
    private struct Identity: Hashable {
        var to: UInt32
        var kind: RelationKind
        var valid: Interval
        var traits: RelationTraits
        var `guard`: TextReference
    }

    /// Runs longer than this look for equals in a table instead of one by one.
    private static let shortRun = 12

    /// O(relations) expected. The relations of a near end keep the order in which they were read.
    init(_ records: [RelationRecord], _ ends: RelationEnds, _ entities: EntityNumbering, kinds: [EntityKind]) {
        numbers = [UInt32](repeating: EntityNumbering.none, count: records.count)
        merged.reserveCapacity(records.count)
        starts.reserveCapacity(entities.drafts.count + 1)
        let runs = Self.runs(ends, entities)
        var cache = TraitCache()
        for entity in 0..<entities.drafts.count {
            let first = merged.count
            let run = Int(runs.starts[entity])..<Int(runs.starts[entity + 1])
            var known: [Identity: Int] = [:]
            for place in run {
                let record = Int(runs.records[place])
                let to = entities.numbers[Int(ends.to[record])]
                let traits = cache.traits(of: records[record], from: kinds[entity], to: kinds[Int(to)])
                let own = MergedRelation(record: UInt32(record), from: UInt32(entity), to: to, traits: traits)
                let same: Int?
                if run.count <= Self.shortRun {
                    same = (first..<merged.count).first { Self.same(merged[$0], own, records) }
                } else {
                    let identity = Self.identity(own, records)
                    same = known[identity]
                    if same == nil { known[identity] = merged.count }
                }
                numbers[record] = UInt32(same ?? merged.count)
                if same == nil { merged.append(own) }
            }
            starts.append(UInt32(merged.count))
        }
    }

    private static func identity(_ relation: MergedRelation, _ records: [RelationRecord]) -> Identity {
        let record = records[Int(relation.record)]
        return Identity(
            to: relation.to, kind: record.kind, valid: record.valid, traits: relation.traits, guard: record.guard)
    }

    private static func same(_ left: MergedRelation, _ right: MergedRelation, _ records: [RelationRecord]) -> Bool {
        left.to == right.to && identity(left, records) == identity(right, records)
    }

    /// The records of each near end that have both ends, by the near end's number.
    private static func runs(
        _ ends: RelationEnds, _ entities: EntityNumbering
    ) -> (starts: [UInt32], records: [UInt32]) {
        var starts = [UInt32](repeating: 0, count: entities.drafts.count + 1)
        func owner(_ record: Int) -> Int? {
            guard ends.from[record] != EntityNumbering.none, ends.to[record] != EntityNumbering.none else { return nil }
            return Int(entities.numbers[Int(ends.from[record])])
        }
        for record in ends.from.indices { if let owner = owner(record) { starts[owner + 1] += 1 } }
        for entity in 0..<entities.drafts.count { starts[entity + 1] += starts[entity] }
        var next = starts
        let total = Int(starts.last ?? 0)
        let records = [UInt32](unsafeUninitializedCapacity: total) { records, filled in
            for record in ends.from.indices {
                guard let owner = owner(record) else { continue }
                records.initializeElement(at: Int(next[owner]), to: UInt32(record))
                next[owner] += 1
            }
            filled = total
        }
        return (starts, records)
    }
}
