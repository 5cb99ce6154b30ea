#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// Work memory for searches whose cost follows what they find, not how large the graph is.
///
/// Every entity has a cell: a *stamp* that says in which search, and as what, it was found, and a number of that
/// search's own. A search takes stamps that no cell bears yet, so nothing has to be cleared between two of them. Memory
/// that no search has touched is not paid for: the system hands out its pages, all zero, when they are first used.
final class SearchMemory {
    struct Cell: BitwiseCopyable {
        var stamp: UInt32
        var number: UInt32
    }

    /// How many entities there is room for.
    let count: Int
    /// A cell for each entity.
    let cells: UnsafeMutablePointer<Cell>
    private var lastStamp: UInt32 = 0
    private let queues: [UnsafeMutablePointer<UInt32>]

    init(entities count: Int) {
        self.count = count
        cells = Self.zeroed(count, of: Cell.self)
        queues = (0..<2).map { _ in Self.zeroed(count, of: UInt32.self) }
    }

    deinit {
        Self.release(cells)
        for queue in queues { Self.release(queue) }
    }

    /// Room for each entity once, in the order in which a search found it.
    var queue: UnsafeMutablePointer<UInt32> { queues[0] }

    /// The same for a search that has two ends.
    var secondQueue: UnsafeMutablePointer<UInt32> { queues[1] }

    /// The first of `wanted` consecutive stamps that no cell bears. O(1), but for one call in billions.
    func freshStamps(_ wanted: UInt32) -> UInt32 {
        if lastStamp > .max - wanted {
            memset(cells, 0, count * MemoryLayout<Cell>.stride)
            lastStamp = 0
        }
        let first = lastStamp + 1
        lastStamp += wanted
        return first
    }

    /// Room for `count` values, all zero; given back with ``release(_:)``.
    static func zeroed<Value: BitwiseCopyable>(_ count: Int, of type: Value.Type) -> UnsafeMutablePointer<Value> {
        guard let memory = calloc(max(count, 1), MemoryLayout<Value>.stride) else {
            preconditionFailure("out of memory")
        }
        return memory.bindMemory(to: Value.self, capacity: max(count, 1))
    }

    /// Gives memory back that came from ``zeroed(_:of:)``.
    static func release<Value: BitwiseCopyable>(_ memory: UnsafeMutablePointer<Value>) { free(memory) }
}
