/// Numbers of other rows, each checked when it is read: one that no row has, from a file that was damaged or made to
/// mislead, becomes a harmless one. So whoever follows a number out of here arrives somewhere.
struct BoundedColumn: Sendable {
    /// The numbers as they are written.
    let rows: Column<UInt32>
    /// Every number is below this, or ``otherwise``.
    let limit: UInt32
    /// What stands for a number that no row has.
    let otherwise: UInt32

    /// The numbers in `rows`, of which those not below `limit` count as `otherwise`.
    init(_ rows: Column<UInt32>, below limit: Int, otherwise: UInt32 = 0) {
        self.rows = rows
        self.limit = UInt32(clamping: limit)
        self.otherwise = otherwise
    }
}

extension BoundedColumn: RandomAccessCollection {
    var startIndex: Int { 0 }
    var endIndex: Int { rows.count }

    /// The number at `index`. O(1).
    subscript(index: Int) -> UInt32 {
        let number = rows[index]
        return number < limit ? number : otherwise
    }
}
