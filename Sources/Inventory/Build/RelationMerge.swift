import CKernels
import Dispatch

/// Puts the relations in the order of their near ends' numbers, and makes one of those that say the same.
struct RelationMerge {
    /// What the relations are.
    let columns: RelationColumns
    /// Where each is said first.
    let provenance: Column<ProvenanceReference>
    /// Where the relations of each near end start; one more than there are entities.
    let starts: Column<UInt32>
    /// For each record the number of its relation, ``EntityNumbering/none`` when an end is missing; empty unless asked for.
    private(set) var numbers: [UInt32] = []
    /// Records that say what an earlier one said, with the number of its relation.
    let repeated: [(record: UInt32, relation: UInt32)]

    /// How many relations there are.
    var count: Int { provenance.count }

    /// What is merged, in memory for loops that cannot afford a check at each step.
    struct Input {
        fileprivate let records: RecordList<RelationRecord>.UnsafeRecords
        fileprivate let farEnds: UnsafeBufferPointer<UInt32>
        fileprivate let numbers: UnsafeBufferPointer<UInt32>
        fileprivate let kinds: UnsafeBufferPointer<EntityKind>

        @inline(__always)
        func record(_ number: Int) -> UnsafePointer<RelationRecord>? { records.place(number) }

        /// The number of the entity at the far end of a record.
        @inline(__always)
        func number(ofFarEnd record: Int) -> UInt32 { numbers[Int(farEnds[record])] }

        @inline(__always)
        func kind(_ entity: UInt32) -> EntityKind { kinds[Int(entity)] }

        /// Records are read in another order than they lie in: asks for one that comes some steps later.
        @inline(__always)
        func fetch(_ place: Int, _ order: UnsafeBufferPointer<UInt32>) {
            guard place < order.count else { return }
            let number = Int(order[place])
            kernel_prefetch(records.place(number))
            kernel_prefetch(farEnds.baseAddress.map { $0 + number })
        }
    }

    /// Near ends are merged in this many parts at once; each gets about as many records.
    private static let parts = 8

    /// O(relations) expected. The relations of a near end keep the order in which they were read.
    init(
        _ records: RecordList<RelationRecord>, _ runs: RecordRuns, _ ends: RelationEnds, _ entities: EntityNumbering,
        kinds: Column<EntityKind>, givesNumbers: Bool
    ) {
        let rows = RelationRows(capacity: runs.records.count)
        let bounds = Self.bounds(runs.starts)
        var parts = bounds.dropLast().map { MergePart(rows, first: Int(runs.starts[$0])) }
        var numbers = [UInt32](repeating: EntityNumbering.none, count: givesNumbers ? records.count : 0)
        var starts = [UInt32](repeating: 0, count: runs.starts.count)
        records.withUnsafeRecords { records in
            parts.withUnsafeMutableBufferPointer { parts in
                numbers.withUnsafeMutableBufferPointer { numbers in
                    starts.withUnsafeMutableBufferPointer { starts in
                        runs.records.withUnsafeBufferPointer { order in
                            ends.to.withUnsafeBufferPointer { farEnds in
                                entities.numbers.withUnsafeBufferPointer { entityNumbers in
                                    nonisolated(unsafe) let input = Input(
                                        records: records, farEnds: farEnds, numbers: entityNumbers,
                                        kinds: kinds.unsafeRows)
                                    // Each part has near ends, and so records and rows, of its own.
                                    nonisolated(unsafe) let (parts, numbers, starts) = (parts, numbers, starts)
                                    nonisolated(unsafe) let order = order
                                    DispatchQueue.concurrentPerform(iterations: parts.count) { part in
                                        var own = parts[part]
                                        for entity in bounds[part]..<bounds[part + 1] {
                                            let run = Int(runs.starts[entity])..<Int(runs.starts[entity + 1])
                                            own.add(entity, order, run, input) { record, row in
                                                if givesNumbers { numbers[Int(record)] = row }
                                            }
                                            starts[entity + 1] = UInt32(own.first + own.count)
                                        }
                                        parts[part] = own
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
        self.init(rows, parts, bounds, starts: starts, numbers: numbers)
    }

    /// Closes the gaps that repeated records left behind the parts, and joins these.
    private init(
        _ rows: RelationRows, _ parts: [MergePart], _ bounds: [Int], starts: [UInt32], numbers: [UInt32]
    ) {
        var (starts, numbers) = (starts, numbers)
        var (sessions, guards) = ([(row: UInt32, value: UInt32)](), [(row: UInt32, value: TextReference)]())
        var repeated: [(record: UInt32, relation: UInt32)] = []
        /// For each part how far its rows move to the front.
        var shifts: [UInt32] = []
        var count = 0
        for (part, own) in parts.enumerated() {
            let shift = UInt32(own.first - count)
            shifts.append(shift)
            if shift > 0 {
                rows.move(own.first..<own.first + own.count, to: count)
                for entity in bounds[part]..<bounds[part + 1] { starts[entity + 1] -= shift }
            }
            sessions += own.sessions.lazy.map { ($0.row - shift, $0.value) }
            guards += own.guards.lazy.map { ($0.row - shift, $0.value) }
            repeated += own.repeated.lazy.map { ($0.record, $0.row - shift) }
            count += own.count
        }
        if shifts.contains(where: { $0 > 0 }) {
            let firsts = parts.map { UInt32($0.first) }
            for record in numbers.indices where numbers[record] != EntityNumbering.none {
                let part = firsts.lastIndex { $0 <= numbers[record] } ?? 0
                numbers[record] -= shifts[part]
            }
        }
        let entities = starts.count - 1
        columns = RelationColumns(
            kind: rows.kind.column(count), from: BoundedColumn(rows.from.column(count), below: entities),
            to: BoundedColumn(rows.to.column(count), below: entities), valid: rows.valid.column(count),
            traits: rows.traits.column(count), sessionSeconds: SparseColumn(sessions), guard: SparseColumn(guards))
        provenance = rows.provenance.column(count)
        self.starts = Column(starts)
        self.numbers = numbers
        self.repeated = repeated
    }

    /// The near ends at which parts begin, and at the end how many there are.
    private static func bounds(_ starts: [UInt32]) -> [Int] {
        let (entities, total) = (starts.count - 1, Int(starts.last ?? 0))
        guard total > 1 << 16 else { return [0, entities] }
        var bounds = [0]
        for part in 1..<parts {
            let wanted = UInt32(total / parts * part)
            var (low, high) = (bounds[part - 1], entities)
            while low < high {
                let middle = (low + high) / 2
                if starts[middle] < wanted { low = middle + 1 } else { high = middle }
            }
            bounds.append(low)
        }
        return bounds + [entities]
    }
}
