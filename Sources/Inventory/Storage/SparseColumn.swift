/// A property that few rows have: their numbers, ascending, and beside each its value.
public struct SparseColumn<Value: BitwiseCopyable & Sendable>: Sendable {
    /// The numbers of the rows that have a value, ascending.
    public let keys: Column<UInt32>
    /// The value of each of these rows.
    public let values: Column<Value>

    /// The value of the row, or nil. O(log of how many have one).
    public subscript(row: Int) -> Value? {
        let place = keys.partitioningIndex { Int($0) >= row }
        guard place < keys.count, Int(keys[place]) == row, place < values.count else { return nil }
        return values[place]
    }

    /// The values of these rows, which come in ascending order.
    init(_ pairs: [(row: UInt32, value: Value)]) {
        keys = Column(pairs.map(\.row))
        values = Column(pairs.map(\.value))
    }

    init(keys: Column<UInt32>, values: Column<Value>) {
        self.keys = keys
        self.values = values
    }
}

extension Column {
    /// The first place from which on `belongsAfter` holds, in a column in which it never ceases to. O(log count).
    func partitioningIndex(where belongsAfter: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if belongsAfter(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
