import CKernels

/// The relations of some near ends, written one after the other; those that say what an earlier one said are left out.
struct MergePart {
    /// The first row to write, and how many were written.
    let first: Int
    private(set) var count = 0
    /// The lengths of sessions, and the guards, of the rows that have them.
    private(set) var sessions: [(row: UInt32, value: UInt32)] = []
    private(set) var guards: [(row: UInt32, value: TextReference)] = []
    /// Records that say what an earlier one said, with its row.
    private(set) var repeated: [(record: UInt32, row: UInt32)] = []

    private let rows: RelationRows
    private var cache = TraitCache()
    /// For long runs: rows by what they say, plus one; 0 for none.
    private var slots: [UInt32] = []
    private let key = UInt64.random(in: 1 ... .max)

    /// Runs longer than this look for equals in a table instead of one by one.
    private static let shortRun = 12

    init(_ rows: RelationRows, first: Int) {
        self.rows = rows
        self.first = first
    }

    /// Writes the relations of near end `entity`, whose records come in the order in which they were read. Calls `told` with
    /// each record and its row. O(records) expected.
    mutating func add(
        _ entity: Int, _ run: Range<Int>, _ input: RelationMerge.Input, told: (UInt32, UInt32) -> Void
    ) {
        let start = first + count
        if run.count > Self.shortRun { prepareSlots(run.count) }
        for place in run {
            let number = input.number(at: place)
            guard let record = input.record(number) else { continue }
            let to = input.farEnd(at: place)
            let traits = cache.traits(of: record.pointee, from: input.kind(UInt32(entity)), to: input.kind(to))
            let row = first + count
            rows.write(
                row, record.pointee, from: UInt32(entity), to: to,
                traits: PackedTraits(traits, isGuarded: !record.pointee.guard.isEmpty))
            var seconds: UInt32?
            if case .session(let length) = traits.hold { seconds = length }
            let same =
                run.count > Self.shortRun
                ? findInSlots(row, seconds, record.pointee.guard)
                : (start..<row).first { isSame($0, row, seconds, record.pointee.guard) }
            if let same {
                repeated.append((number, UInt32(same)))
            } else {
                if let seconds { sessions.append((UInt32(row), seconds)) }
                if !record.pointee.guard.isEmpty { guards.append((UInt32(row), record.pointee.guard)) }
                count += 1
            }
            told(number, UInt32(same ?? row))
        }
    }

    private func isSame(_ known: Int, _ row: Int, _ seconds: UInt32?, _ control: TextReference) -> Bool {
        guard rows.areAlike(known, row) else { return false }
        return Self.value(of: known, in: sessions) == seconds
            && (Self.value(of: known, in: guards) ?? .empty) == control
    }

    /// The value of a row, in pairs that come in the order of their rows.
    private static func value<Value>(of row: Int, in pairs: [(row: UInt32, value: Value)]) -> Value? {
        var (low, high) = (0, pairs.count)
        while low < high {
            let middle = (low + high) / 2
            if Int(pairs[middle].row) < row { low = middle + 1 } else { high = middle }
        }
        return low < pairs.count && Int(pairs[low].row) == row ? pairs[low].value : nil
    }

    private mutating func prepareSlots(_ count: Int) {
        var size = 32
        while size < count * 2 { size *= 2 }
        slots.removeAll(keepingCapacity: true)
        slots.append(contentsOf: repeatElement(0, count: size))
    }

    /// The row that says the same; when there is none, `row` is remembered.
    private mutating func findInSlots(_ row: Int, _ seconds: UInt32?, _ control: TextReference) -> Int? {
        let ends = UInt64(rows.to.memory[row]) << 16 | UInt64(rows.kind.memory[row].rawValue)
        let valid = rows.valid.memory[row]
        let hash = kernel_fold(
            kernel_fold(ends ^ key, UInt64(bitPattern: valid.from.seconds) ^ key),
            UInt64(bitPattern: valid.until.seconds) ^ key)
        var slot = Int(truncatingIfNeeded: hash >> 20) & (slots.count - 1)
        while slots[slot] != 0 {
            let known = Int(slots[slot]) - 1
            if isSame(known, row, seconds, control) { return known }
            slot = (slot + 1) & (slots.count - 1)
        }
        slots[slot] = UInt32(row) + 1
        return nil
    }
}
