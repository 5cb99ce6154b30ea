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
        fileprivate let drafts: UnsafeBufferPointer<UInt32>
        fileprivate let starts: UnsafeBufferPointer<UInt32>
        fileprivate let order: UnsafeBufferPointer<UInt32>
        fileprivate let farEnds: UnsafeBufferPointer<UInt32>
        fileprivate let numbers: UnsafeBufferPointer<UInt32>
        fileprivate let kinds: UnsafeBufferPointer<EntityKind>

        /// The number of the record at a place of the runs.
        @inline(__always)
        func number(at place: Int) -> UInt32 { order[place] }

        @inline(__always)
        func record(_ number: UInt32) -> UnsafePointer<RelationRecord>? { records.place(Int(number)) }

        /// The number of the entity at the far end of the record at a place of the runs.
        @inline(__always)
        func farEnd(at place: Int) -> UInt32 { numbers[Int(farEnds[place])] }

        @inline(__always)
        func kind(_ entity: UInt32) -> EntityKind { kinds[Int(entity)] }

        /// The places of the records that leave an entity.
        @inline(__always)
        func run(of entity: Int) -> Range<Int> {
            let draft = Int(drafts[entity])
            return Int(starts[draft])..<Int(starts[draft + 1])
        }

        /// Entities come in another order than their records lie in: asks for what those some steps later will read. From
        /// far to near each step reads what the one before it asked for.
        @inline(__always)
        func fetch(after entity: Int) {
            guard entity + 12 < drafts.count, let start = starts.baseAddress, let number = order.baseAddress,
                let end = farEnds.baseAddress, let target = numbers.baseAddress
            else { return }
            kernel_prefetch(start + Int(drafts[entity + 12]))
            let place = Int(start[Int(drafts[entity + 8])])
            kernel_prefetch(number + place)
            kernel_prefetch(end + place)
            for place in run(of: entity + 4).prefix(8) {
                kernel_prefetch(records.place(Int(order[place])))
                kernel_prefetch(target + Int(farEnds[place]))
            }
        }
    }

    /// Near ends are merged in this many parts at once; each gets about as many records.
    private static let parts = 8

    /// O(relations) expected. The relations of a near end keep the order in which they were read.
    init(
        _ records: RecordList<RelationRecord>, _ runs: RecordRuns, _ entities: EntityNumbering,
        kinds: Column<EntityKind>, givesNumbers: Bool
    ) {
        let rows = RelationRows(capacity: runs.records.count)
        // Where the rows of each near end start if no record says what another one said.
        var firsts: [UInt32] = [0]
        firsts.reserveCapacity(entities.drafts.count + 1)
        for draft in entities.drafts {
            firsts.append(firsts[firsts.count - 1] + UInt32(runs.run(of: Int(draft)).count))
        }
        let bounds = Self.bounds(firsts)
        var parts = bounds.dropLast().map { MergePart(rows, first: Int(firsts[$0])) }
        var numbers = [UInt32](repeating: EntityNumbering.none, count: givesNumbers ? records.count : 0)
        var starts = [UInt32](repeating: 0, count: firsts.count)
        Self.withInput(records, runs, entities, kinds) { input in
            parts.withUnsafeMutableBufferPointer { parts in
                numbers.withUnsafeMutableBufferPointer { numbers in
                    starts.withUnsafeMutableBufferPointer { starts in
                        // Written by several threads: each part has near ends, and so records and rows, of its own.
                        nonisolated(unsafe) let (parts, numbers, starts) = (parts, numbers, starts)
                        // Only read, and kept by the callers around this until all parts are done.
                        nonisolated(unsafe) let input = input
                        DispatchQueue.concurrentPerform(iterations: parts.count) { part in
                            var own = parts[part]
                            for entity in bounds[part]..<bounds[part + 1] {
                                input.fetch(after: entity)
                                own.add(entity, input.run(of: entity), input) { record, row in
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

    private static func withInput(
        _ records: RecordList<RelationRecord>, _ runs: RecordRuns, _ entities: EntityNumbering,
        _ kinds: Column<EntityKind>, _ body: (Input) -> Void
    ) {
        records.withUnsafeRecords { records in
            runs.starts.withUnsafeBufferPointer { starts in
                runs.records.withUnsafeBufferPointer { order in
                    runs.others.withUnsafeBufferPointer { farEnds in
                        entities.drafts.withUnsafeBufferPointer { drafts in
                            entities.numbers.withUnsafeBufferPointer { numbers in
                                body(
                                    Input(
                                        records: records, drafts: drafts, starts: starts, order: order,
                                        farEnds: farEnds, numbers: numbers, kinds: kinds.unsafeRows))
                            }
                        }
                    }
                }
            }
        }
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
