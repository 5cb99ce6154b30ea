import Dispatch
import Synchronization

/// Whether a computation is no longer wanted. Asked on several threads, and often.
public typealias Cancellation = @Sendable () -> Bool

/// Rows in blocks that several processors work on at once, and between which a computation can be given up.
enum RowBlocks {
    /// How many rows a block has: a multiple of 64, so that no two share a word of a ``RowSet``.
    static let size = 1 << 15

    /// Calls `work` with each block of `count` rows, in any order and on several threads.
    /// - Returns: Whether all blocks were done.
    static func perform(
        _ count: Int, isCancelled: Cancellation? = nil, _ work: (Range<Int>) -> Void
    ) -> Bool {
        let blocks = (count + size - 1) / size
        let isGivenUp = Atomic(false)
        performEach(of: blocks, isConcurrent: blocks > 3) { block in
            if let isCancelled {
                if isGivenUp.load(ordering: .relaxed) { return }
                if isCancelled() { return isGivenUp.store(true, ordering: .relaxed) }
            }
            work(block * size..<min((block + 1) * size, count))
        }
        return !isGivenUp.load(ordering: .relaxed)
    }

    /// Calls `work` with each number below `count`, in any order and on several threads: it must not write where it
    /// also writes, or reads, for another number.
    static func performEach(of count: Int, isConcurrent: Bool = true, _ work: (Int) -> Void) {
        guard isConcurrent, count > 1 else { return (0..<count).forEach(work) }
        withoutActuallyEscaping(work) { work in
            nonisolated(unsafe) let work = work
            DispatchQueue.concurrentPerform(iterations: count) { work($0) }
        }
    }
}
