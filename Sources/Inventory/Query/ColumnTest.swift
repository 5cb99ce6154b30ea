/// A test of one value of a column: a type of its own each, so that loops over columns are made for it.
protocol ColumnTest: Sendable {
    associatedtype Value: BitwiseCopyable & Sendable
    func passes(_ value: Value) -> Bool
}

/// Whether all of these flags are set.
struct FlagTest: ColumnTest {
    let wanted: EntityFlags

    func passes(_ value: EntityFlags) -> Bool { value.isSuperset(of: wanted) }
}

/// Whether a number of the vocabulary is among those accepted.
struct KindTest: ColumnTest {
    /// The answer for each kind by its number, and for those that there are no more.
    let accepted: [Bool]
    let acceptsUnknown: Bool

    func passes(_ value: EntityKind) -> Bool {
        Int(value.rawValue) < accepted.count ? accepted[Int(value.rawValue)] : acceptsUnknown
    }
}

/// Whether a small number is among those accepted: an answer for each.
struct LevelTest: ColumnTest {
    let accepted: [Bool]

    func passes(_ value: UInt8) -> Bool { accepted[Int(value)] }
}

/// Whether a time has come.
struct PastTest: ColumnTest {
    let now: Instant

    func passes(_ value: Instant) -> Bool { value <= now }
}

/// Whether a time lies in one of some stretches of time. A missing time is none, and neither before nor after anything.
struct TimeTest: ColumnTest {
    /// The first stretch, in seconds, its last one included; empty at first.
    private var (low, high) = (Int64.max, Int64.min)
    private var others: [ClosedRange<Int64>] = []
    private let acceptsNone: Bool

    /// Every real moment.
    private static let all: ClosedRange<Int64> = Int64.min + 1...Int64.max - 1

    /// The test of a term that compares a time. Ahead, a length of time counts from now; behind, it is how long ago the
    /// time was.
    init(_ term: QueryTerm, now: Instant) {
        acceptsNone = term.values.contains(.none)
        let isAhead = if case .field(let field) = term.subject, field.row.type == .future { true } else { false }
        let comparison = term.comparison
        for value in term.values {
            switch value {
            case .any: add(Self.all)
            case .date(let date):
                let span = date.span(now: now, isAhead: isAhead)
                add(comparison, from: span.from.seconds, until: span.until.seconds)
            case .duration(let length):
                // More than a length of time ago is less than that moment.
                let moment = now.advanced(by: isAhead ? length.seconds : -length.seconds).seconds
                add(isAhead ? comparison : comparison.reversed, from: moment, until: moment.advancedSaturating)
            case .text, .pattern, .number, .none: continue
            }
        }
    }

    /// Adds the moments that stand to those from `from` up to `until` as the comparison says.
    private mutating func add(_ comparison: QueryComparison, from: Int64, until: Int64) {
        let (first, end) =
            switch comparison {
            case .equal, .contains: (from, until)
            case .less: (Int64.min, from)
            case .lessOrEqual: (Int64.min, until)
            case .greater: (until, Int64.max)
            case .greaterOrEqual: (from, Int64.max)
            }
        guard end > first else { return }
        let (low, high) = (max(first, Self.all.lowerBound), min(end - 1, Self.all.upperBound))
        if low <= high { add(low...high) }
    }

    private mutating func add(_ stretch: ClosedRange<Int64>) {
        if low > high { (low, high) = (stretch.lowerBound, stretch.upperBound) } else { others.append(stretch) }
    }

    func passes(_ value: Instant) -> Bool {
        // No stretch holds the ends of time.
        let isFirst = value.seconds >= low && value.seconds <= high
        if others.isEmpty && !acceptsNone { return isFirst }
        return isFirst || others.contains { $0.contains(value.seconds) } || acceptsNone && !value.isBounded
    }
}

extension QueryComparison {
    /// What the right side is to the left one.
    fileprivate var reversed: QueryComparison {
        switch self {
        case .equal, .contains: self
        case .less: .greater
        case .lessOrEqual: .greaterOrEqual
        case .greater: .less
        case .greaterOrEqual: .lessOrEqual
        }
    }
}

extension Int64 {
    fileprivate var advancedSaturating: Int64 { self == .max ? self : self + 1 }
}

extension RowTest {
    /// The test of a column's values.
    init<Test: ColumnTest>(_ column: Column<Test.Value>, _ test: Test) {
        self.init(.column, { test.passes(column[$0]) }) { candidates, _ in
            var passing = column.withUnsafeBufferPointer { values in
                RowSet(of: candidates.rowCount) { $0 < values.count && test.passes(values[$0]) }
            }
            passing.formIntersection(candidates)
            return passing
        }
    }
}
