import Dispatch
import Synchronization

extension JournalRow {
    /// So few rows are read by one thread.
    private static let few = 64
    /// How many threads read at once.
    private static let workers = 4

    /// What the texts say, in order; nil for one that is no entry. Reading and hashing a text needs no other row, so that
    /// threads share the work.
    static func read(_ rows: [JournalRow]) -> some Sequence<JournalEntry?> {
        guard rows.count > few else { return [rows.map { JournalEntry(body: $0.body) }].joined() }
        let length = (rows.count + workers - 1) / workers
        let parts = Mutex([[JournalEntry?]](repeating: [], count: workers))
        DispatchQueue.concurrentPerform(iterations: workers) { worker in
            let part = rows.dropFirst(worker * length).prefix(length).map { JournalEntry(body: $0.body) }
            parts.withLock { $0[worker] = part }
        }
        return parts.withLock { $0 }.joined()
    }
}
