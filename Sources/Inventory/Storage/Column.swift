/// One property of every entity or relation, in one contiguous piece of memory: of this process, or of a mapped file.
///
/// Rows are plain bits, so that a column can be written to a file as it is and mapped back.
public struct Column<Element: BitwiseCopyable & Sendable>: @unchecked Sendable {
    /// Keeps the rows where they are.
    private let memory: ColumnMemory
    /// The rows in memory, for loops that cannot afford a check at each step. Valid for as long as the column is.
    public let unsafeRows: UnsafeBufferPointer<Element>

    /// A column with these rows.
    public init(_ rows: [Element]) {
        self.init(count: rows.count) { own in _ = own.initialize(from: rows) }
    }

    /// A column of `count` rows, which `fill` has to initialize all.
    init(count: Int, fill: (UnsafeMutableBufferPointer<Element>) -> Void) {
        let memory = ColumnMemory(rows: count, of: Element.self, fill: fill)
        self.memory = memory
        unsafeRows = memory.bytes.bindMemory(to: Element.self)
    }

    /// What `value` gives for each of `records`.
    init<Record>(of records: [Record], _ value: (Record) -> Element) {
        self.init(count: records.count) { rows in
            for number in records.indices { rows.initializeElement(at: number, to: value(records[number])) }
        }
    }

    /// The rows that lie in `range` of `memory`; nil where that is no whole number of rows, or not aligned for them.
    init?(_ memory: ColumnMemory, bytes range: Range<Int>) {
        let stride = MemoryLayout<Element>.stride
        guard range.lowerBound >= 0, range.upperBound <= memory.bytes.count, range.count % stride == 0,
            range.lowerBound % MemoryLayout<Element>.alignment == 0
        else { return nil }
        self.memory = memory
        unsafeRows = UnsafeRawBufferPointer(rebasing: memory.bytes[range]).bindMemory(to: Element.self)
    }

    /// Calls `body` with the rows in memory.
    public func withUnsafeBufferPointer<Result>(
        _ body: (UnsafeBufferPointer<Element>) throws -> Result
    ) rethrows -> Result {
        try withExtendedLifetime(memory) { try body(unsafeRows) }
    }
}

extension Column: RandomAccessCollection {
    /// The first row's number.
    public var startIndex: Int { 0 }
    /// The number after the last row's.
    public var endIndex: Int { unsafeRows.count }

    /// The row at `index`. O(1).
    public subscript(index: Int) -> Element {
        precondition(index >= 0 && index < unsafeRows.count, "no such row")
        return withExtendedLifetime(memory) { unsafeRows[index] }
    }
}
