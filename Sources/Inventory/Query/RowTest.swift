/// A term made ready: the test of one row, and the faster one of many.
struct RowTest: Sendable {
    /// What it costs to test a row, next to other tests.
    enum Cost: UInt8, Comparable {
        /// A number of a column.
        case column
        /// A search over the texts of all rows.
        case search
        /// A look at each row's texts, or at what an investigation found.
        case row

        static func < (left: Cost, right: Cost) -> Bool { left.rawValue < right.rawValue }
    }

    /// What it costs.
    let cost: Cost
    /// Whether the row passes.
    let holds: @Sendable (Int) -> Bool
    /// Those of a set that pass; nil when it was given up before.
    let rows: @Sendable (RowSet, Cancellation?) -> RowSet?

    /// A test of rows one by one.
    init(cost: Cost = .row, _ holds: @escaping @Sendable (Int) -> Bool) {
        self.init(cost, holds) { candidates, isCancelled in Self.filter(candidates, isCancelled, holds) }
    }

    /// A test with another way for many rows.
    init(
        _ cost: Cost, _ holds: @escaping @Sendable (Int) -> Bool,
        rows: @escaping @Sendable (RowSet, Cancellation?) -> RowSet?
    ) {
        self.cost = cost
        self.holds = holds
        self.rows = rows
    }

    /// Those of `candidates` for which `holds`; nil when `isCancelled` said so first.
    static func filter(
        _ candidates: RowSet, _ isCancelled: Cancellation?, _ holds: (Int) -> Bool
    ) -> RowSet? {
        RowSet(filled: candidates.rowCount) { found in
            candidates.words.withUnsafeBufferPointer { words in
                RowBlocks.perform(candidates.rowCount, isCancelled: isCancelled) { block in
                    for word in block.lowerBound >> 6..<(block.upperBound + 63) >> 6 {
                        var (open, passing) = (words[word], UInt64(0))
                        while open != 0 {
                            let bit = open.trailingZeroBitCount
                            if holds(word << 6 + bit) { passing |= 1 << UInt64(bit) }
                            open &= open - 1
                        }
                        found[word] = passing
                    }
                }
            }
        }
    }
}
