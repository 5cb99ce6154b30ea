/// Work memory for searches whose cost follows what they find, not how large the graph is.
///
/// Every entity has a cell: a *stamp* that says in which search, and as what, it was found, and a number of that
/// search's own. A search takes stamps that no cell bears yet, so nothing has to be cleared between two of them.
final class SearchMemory {
    struct Cell: BitwiseCopyable {
        var stamp: UInt32
        var number: UInt32
    }

    /// How many entities there is room for.
    let count: Int
    private var lastStamp: UInt32 = 0
    private let cellMemory: ZeroedMemory<Cell>
    private let queueMemory: [ZeroedMemory<UInt32>]
    private let markMemory: [ZeroedMemory<UInt64>]

    init(entities count: Int) {
        self.count = count
        cellMemory = ZeroedMemory(count: count)
        queueMemory = [ZeroedMemory(count: count), ZeroedMemory(count: count)]
        let words = BitMarks.words(for: count)
        markMemory = [ZeroedMemory(count: words), ZeroedMemory(count: words)]
    }

    /// A cell for each entity.
    var cells: UnsafeMutablePointer<Cell> { cellMemory.values }

    /// Room for each entity once, in the order in which a search found it.
    var queue: UnsafeMutablePointer<UInt32> { queueMemory[0].values }

    /// The same for a search that has two ends.
    var secondQueue: UnsafeMutablePointer<UInt32> { queueMemory[1].values }

    /// A bit for each entity, blank between two searches.
    var marks: BitMarks { BitMarks(markMemory[0], count: count) }

    /// The same for a search that has two ends.
    var secondMarks: BitMarks { BitMarks(markMemory[1], count: count) }

    /// The first of `wanted` consecutive stamps that no cell bears. O(1), but for one call in billions.
    func freshStamps(_ wanted: UInt32) -> UInt32 {
        if lastStamp > .max - wanted {
            cellMemory.clear()
            lastStamp = 0
        }
        let first = lastStamp + 1
        lastStamp += wanted
        return first
    }
}
