import CKernels

/// A text of every row, made for searching: ASCII letters in lower case, one row after the other, each followed by a
/// byte that no needle holds.
///
/// Two plain columns, so that a file can hold them. Nothing is taken for granted of what they contain.
struct SearchText: Sendable {
    /// The rows' bytes.
    let bytes: Column<UInt8>
    /// Where each row starts, and at the end where the last one ends: one more than there are rows.
    let starts: Column<UInt32>

    /// How many rows there are.
    var rowCount: Int { max(starts.count - 1, 0) }

    /// Columns from elsewhere; nil when there are not as many as `rowCount` rows.
    init?(bytes: Column<UInt8>, starts: Column<UInt32>, rowCount: Int) {
        guard starts.count == rowCount + 1 else { return nil }
        self.bytes = bytes
        self.starts = starts
    }

    /// The texts that `references` give, in their order; nil when they are longer than offsets of 32 bits reach.
    /// O(length).
    init?(_ references: Column<TextReference>, of texts: TextArena) {
        let count = references.count
        var end = 0
        starts = Column(count: count + 1) { starts in
            for row in 0..<count {
                starts.initializeElement(at: row, to: UInt32(truncatingIfNeeded: end))
                end += texts.range(of: references.unsafeRows[row]).count + 1
            }
            starts.initializeElement(at: count, to: UInt32(truncatingIfNeeded: end))
        }
        guard end <= Int(UInt32.max) else { return nil }
        let starts = starts
        bytes = Column(count: end) { bytes in
            guard let target = bytes.baseAddress, let starts = starts.unsafeRows.baseAddress else { return }
            Self.withTexts(references, of: texts) { texts in
                _ = RowBlocks.perform(count) {
                    kernel_fold_rows(texts, $0.lowerBound, $0.upperBound, starts, target)
                }
            }
        }
    }

    private static func withTexts(
        _ references: Column<TextReference>, of texts: TextArena, _ body: (kernel_texts) -> Void
    ) {
        texts.bytes.withUnsafeBufferPointer { bytes in
            texts.starts.withUnsafeBufferPointer { starts in
                references.withUnsafeBufferPointer { references in
                    guard let chosen = UnsafeRawPointer(references.baseAddress), let starts = starts.baseAddress else {
                        return
                    }
                    body(
                        kernel_texts(
                            bytes: bytes.baseAddress, length: bytes.count, starts: starts, count: texts.count,
                            chosen: chosen.assumingMemoryBound(to: UInt32.self)))
                }
            }
        }
    }

    /// The rows that hold `needle`, in lower case; none when it is empty or no UTF-8. O(length).
    /// - Returns: nil when `isCancelled` said so first.
    func rows(containing needle: [UInt8], isCancelled: Cancellation? = nil) -> RowSet? {
        if needle.contains(UInt8(KERNEL_ROW_END)) { return RowSet(noneOf: rowCount) }
        return scan(isCancelled) { rows, block, found in
            kernel_rows_containing(rows, block.lowerBound, block.upperBound, needle, needle.count, found)
        }
    }

    /// The same for rows of `candidates` alone. O(their length).
    func rows(of candidates: RowSet, containing needle: [UInt8], isCancelled: Cancellation? = nil) -> RowSet? {
        guard candidates.rowCount == rowCount, !needle.contains(UInt8(KERNEL_ROW_END)) else {
            return RowSet(noneOf: rowCount)
        }
        return candidates.words.withUnsafeBufferPointer { words in
            guard let among = words.baseAddress else { return RowSet(noneOf: rowCount) }
            return scan(isCancelled) { rows, block, found in
                kernel_rows_among_containing(
                    rows, among, block.lowerBound, block.upperBound, needle, needle.count, found)
            }
        }
    }

    /// The rows that hold more than ASCII. O(length).
    func rowsBeyondASCII(isCancelled: Cancellation? = nil) -> RowSet? {
        scan(isCancelled) { rows, block, found in
            kernel_rows_beyond_ascii(rows, block.lowerBound, block.upperBound, found)
        }
    }

    private func scan(
        _ isCancelled: Cancellation?, _ search: (kernel_rows, Range<Int>, UnsafeMutablePointer<UInt64>) -> Void
    ) -> RowSet? {
        let rowCount = rowCount
        return bytes.withUnsafeBufferPointer { bytes in
            starts.withUnsafeBufferPointer { starts in
                RowSet(filled: rowCount) { found in
                    guard let start = bytes.baseAddress, let starts = starts.baseAddress,
                        let found = found.baseAddress
                    else { return true }
                    let rows = kernel_rows(bytes: start, length: bytes.count, starts: starts, count: rowCount)
                    return RowBlocks.perform(rowCount, isCancelled: isCancelled) { search(rows, $0, found) }
                }
            }
        }
    }
}
