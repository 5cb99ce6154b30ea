/// A set of rows, a bit each: what a filter leaves of an inventory.
public struct RowSet: Hashable, Sendable {
    /// How many rows there are, in the set or not.
    public let rowCount: Int
    /// The bits of 64 rows each; those behind the last row are clear.
    private(set) var words: [UInt64]

    /// The empty set among `rowCount` rows.
    public init(noneOf rowCount: Int) {
        self.rowCount = rowCount
        words = [UInt64](repeating: 0, count: (rowCount + 63) / 64)
    }

    /// These of `rowCount` rows.
    public init(_ rows: some Sequence<Int>, of rowCount: Int) {
        self.init(noneOf: rowCount)
        for row in rows { insert(row) }
    }

    /// All of `rowCount` rows.
    public init(allOf rowCount: Int) {
        self.rowCount = rowCount
        words = [UInt64](repeating: .max, count: (rowCount + 63) / 64)
        clearBeyondLast()
    }

    /// The rows for which `passes` holds. O(rows).
    @inline(__always)
    init(of rowCount: Int, where passes: (Int) -> Bool) {
        self.init(noneOf: rowCount)
        words.withUnsafeMutableBufferPointer { words in
            for word in words.indices {
                var bits: UInt64 = 0
                let first = word << 6
                for row in first..<min(first + 64, rowCount) { bits |= (passes(row) ? 1 : 0) << UInt64(row & 63) }
                words[word] = bits
            }
        }
    }

    /// The set whose bits `fill` sets, 64 rows a word; nil when it says that it gave up.
    init?(filled rowCount: Int, by fill: (UnsafeMutableBufferPointer<UInt64>) -> Bool) {
        self.init(noneOf: rowCount)
        guard words.withUnsafeMutableBufferPointer({ fill($0) }) else { return nil }
        clearBeyondLast()
    }

    private mutating func clearBeyondLast() {
        if rowCount & 63 != 0 { words[words.count - 1] &= (1 << UInt64(rowCount & 63)) - 1 }
    }

    /// How many rows are in the set. O(rows / 64).
    public var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    /// Whether no row is in the set. O(rows / 64).
    public var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

    /// Whether the row is in the set; false for a row that there is not. O(1).
    public func contains(_ row: Int) -> Bool {
        row >= 0 && row < rowCount && words[row >> 6] >> UInt64(row & 63) & 1 == 1
    }

    /// Puts the row in; one that there is not stays out. O(1).
    public mutating func insert(_ row: Int) {
        if row >= 0, row < rowCount { words[row >> 6] |= 1 << UInt64(row & 63) }
    }

    /// Keeps what is also in `other`, a set of as many rows.
    public mutating func formIntersection(_ other: RowSet) {
        for word in words.indices { words[word] &= word < other.words.count ? other.words[word] : 0 }
    }

    /// Adds what is in `other`, a set of as many rows.
    public mutating func formUnion(_ other: RowSet) {
        for word in words.indices where word < other.words.count { words[word] |= other.words[word] }
        clearBeyondLast()
    }

    /// Takes out what is in `other`, a set of as many rows.
    public mutating func subtract(_ other: RowSet) {
        for word in words.indices where word < other.words.count { words[word] &= ~other.words[word] }
    }

    /// Calls `body` with each row of the set, ascending.
    @inline(__always)
    func forEach(_ body: (Int) throws -> Void) rethrows {
        try words.withUnsafeBufferPointer { words in
            for word in words.indices {
                var open = words[word]
                while open != 0 {
                    try body(word << 6 + open.trailingZeroBitCount)
                    open &= open - 1
                }
            }
        }
    }

    /// The rows of the set, ascending.
    public var rows: [Int] {
        let count = count
        return [Int](unsafeUninitializedCapacity: count) { buffer, filled in
            forEach { row in
                buffer.initializeElement(at: filled, to: row)
                filled += 1
            }
        }
    }
}
