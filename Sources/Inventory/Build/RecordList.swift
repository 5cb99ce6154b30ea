import CKernels

/// Records in the order in which they were added, in pieces that stay where they are: adding one never moves the others.
struct RecordList<Record: BitwiseCopyable & Sendable>: Sendable {
    private var pieces: [[Record]] = []
    /// How many there are.
    private(set) var count = 0

    /// How many records a piece holds, as a power of two.
    private static var pieceBits: Int { 18 }
    private static var pieceSize: Int { 1 << pieceBits }

    /// Adds a record. O(1).
    mutating func append(_ record: Record) {
        if count & (Self.pieceSize - 1) == 0 {
            var piece: [Record] = []
            // The first piece grows as it must: most inventories are small.
            if !pieces.isEmpty {
                piece.reserveCapacity(Self.pieceSize)
                piece.withUnsafeBufferPointer {
                    kernel_prefer_large_pages($0.baseAddress, Self.pieceSize * MemoryLayout<Record>.stride)
                }
            }
            pieces.append(piece)
        }
        pieces[pieces.count - 1].append(record)
        count += 1
    }

    /// How many pieces there are.
    var pieceCount: Int { pieces.count }

    /// The records of a piece and the number of its first one.
    func piece(_ number: Int) -> (first: Int, records: [Record]) { (number << Self.pieceBits, pieces[number]) }

    /// Calls `body` with the records in memory.
    func withUnsafeRecords<Result>(_ body: (UnsafeRecords) -> Result) -> Result {
        // An array's elements stay where they are for as long as nothing changes it, and it is kept until `body` is done.
        let places = pieces.map { $0.withUnsafeBufferPointer(\.baseAddress) }
        return withExtendedLifetime(pieces) {
            places.withUnsafeBufferPointer { body(UnsafeRecords(pieces: $0)) }
        }
    }

    /// The records in memory, for loops that cannot afford a check at each step.
    struct UnsafeRecords {
        fileprivate let pieces: UnsafeBufferPointer<UnsafePointer<Record>?>

        /// Where the record lies. There must be one of this number.
        @inline(__always)
        func place(_ number: Int) -> UnsafePointer<Record>? {
            pieces[number >> RecordList.pieceBits].map { $0 + (number & (RecordList.pieceSize - 1)) }
        }
    }
}

extension RecordList: RandomAccessCollection {
    var startIndex: Int { 0 }
    var endIndex: Int { count }
    subscript(number: Int) -> Record { pieces[number >> Self.pieceBits][number & (Self.pieceSize - 1)] }
}
