/// One property of every entity or relation, in one contiguous piece of memory.
///
/// Rows are plain bits, so that a column can be written to a file as it is and mapped back.
public struct Column<Element: BitwiseCopyable & Sendable>: Sendable {
    private let storage: [Element]

    /// A column with these rows.
    public init(_ rows: [Element]) { storage = rows }

    /// How many rows there are.
    public var count: Int { storage.count }

    /// The row at `index`. O(1).
    public subscript(index: Int) -> Element { storage[index] }

    /// Every row, in order.
    public var rows: [Element] { storage }

    /// Calls `body` with the rows in memory, for loops that cannot afford a check at each step.
    public func withUnsafeBufferPointer<Result>(
        _ body: (UnsafeBufferPointer<Element>) throws -> Result
    ) rethrows -> Result {
        try storage.withUnsafeBufferPointer(body)
    }
}
