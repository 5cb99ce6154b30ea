import CKernels

/// A relation between numbered entities: everything that its columns hold, gathered from the record that first said so.
struct MergedRelation: BitwiseCopyable, Hashable {
    var valid: Interval
    var provenance: ProvenanceReference
    var from: UInt32
    var to: UInt32
    var `guard`: TextReference
    var traits: RelationTraits
    var kind: RelationKind

    /// Relations of one near end are one when they say the same, wherever it is written.
    static func == (left: MergedRelation, right: MergedRelation) -> Bool {
        left.to == right.to && left.kind == right.kind && left.valid == right.valid && left.traits == right.traits
            && left.guard == right.guard
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(to)
        hasher.combine(kind)
        hasher.combine(valid)
    }
}

/// Puts the relations in the order of their near ends' numbers, and makes one of those that say the same.
struct RelationMerge {
    private(set) var merged: [MergedRelation] = []
    /// Where the relations of each near end start; one more than there are entities.
    private(set) var starts: [UInt32] = [0]
    /// For each record the number of its relation, ``EntityNumbering/none`` when an end is missing; empty unless asked for.
    private(set) var numbers: [UInt32] = []
    /// Records that say what an earlier one said, with the number of its relation.
    private(set) var repeated: [(record: UInt32, relation: UInt32)] = []

    /// Runs longer than this look for equals in a table instead of one by one.
    private static let shortRun = 12

    /// O(relations) expected. The relations of a near end keep the order in which they were read.
    init(
        _ records: [RelationRecord], _ ends: RelationEnds, _ entities: EntityNumbering, kinds: Column<EntityKind>,
        givesNumbers: Bool
    ) {
        if givesNumbers { numbers = [UInt32](repeating: EntityNumbering.none, count: records.count) }
        let runs = Self.runs(ends, entities)
        merged.reserveCapacity(runs.records.count)
        starts.reserveCapacity(entities.drafts.count + 1)
        var cache = TraitCache()
        runs.records.withUnsafeBufferPointer { order in
            for entity in 0..<entities.drafts.count {
                let first = merged.count
                let run = Int(runs.starts[entity])..<Int(runs.starts[entity + 1])
                var known: [MergedRelation: UInt32] = [:]
                for place in run {
                    Self.fetch(place, order, records, ends)
                    let number = Int(order[place])
                    let record = records[number]
                    let to = entities.numbers[Int(ends.to[number])]
                    let own = MergedRelation(
                        valid: record.valid, provenance: record.provenance, from: UInt32(entity), to: to,
                        guard: record.guard,
                        traits: cache.traits(of: record, from: kinds[entity], to: kinds[Int(to)]), kind: record.kind)
                    let same: UInt32?
                    if run.count <= Self.shortRun {
                        same = (first..<merged.count).first { merged[$0] == own }.map(UInt32.init)
                    } else {
                        same = known[own]
                        if same == nil { known[own] = UInt32(merged.count) }
                    }
                    if givesNumbers { numbers[number] = same ?? UInt32(merged.count) }
                    if let same { repeated.append((UInt32(number), same)) } else { merged.append(own) }
                }
                starts.append(UInt32(merged.count))
            }
        }
    }

    /// Records are read in another order than they lie in: asks for the one that comes some steps later.
    private static func fetch(
        _ place: Int, _ order: UnsafeBufferPointer<UInt32>, _ records: [RelationRecord], _ ends: RelationEnds
    ) {
        let ahead = place + 16
        guard ahead < order.count else { return }
        let record = Int(order[ahead])
        records.withUnsafeBufferPointer { records in
            if let base = records.baseAddress { kernel_prefetch(base + record) }
        }
        ends.to.withUnsafeBufferPointer { to in
            if let base = to.baseAddress { kernel_prefetch(base + record) }
        }
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
