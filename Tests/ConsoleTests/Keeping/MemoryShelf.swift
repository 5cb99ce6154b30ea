import Console
import Inventory
import Synchronization

/// A place for sessions in memory, which several consoles may share.
final class MemoryShelf: Sendable {
    struct Content: Sendable {
        var bytes: [UInt8]?
        /// The sessions that were set apart, by console.
        var apart: [Int: [UInt8]] = [:]
        var aside: [String: [UInt8]] = [:]
        var owner: Int?
        var writes = 0
        /// Whether nobody can save here.
        var isReadOnly = false
        /// What writing fails with.
        var failure: String?
    }

    let content = Mutex(Content())

    var bytes: [UInt8]? { content.withLock { $0.bytes } }
    var writes: Int { content.withLock { $0.writes } }

    /// What a console with this number sees of it.
    func shelf(of console: Int) -> any SessionShelf { Side(memory: self, console: console) }

    private struct Side: SessionShelf {
        let memory: MemoryShelf
        let console: Int

        func claim() -> SessionClaim {
            memory.content.withLock { content in
                if content.isReadOnly { return .unavailable("read-only") }
                if content.owner == nil { content.owner = console }
                return content.owner == console ? .ours : .apart(isNew: content.apart[console] == nil)
            }
        }

        func read() throws(SessionShelfError) -> SavedSession? {
            memory.content.withLock { content in content.apart[console] ?? content.bytes }
                .map { SavedSession(bytes: $0, written: Northwind.moment("2026-03-15T11:30Z")) }
        }

        func write(_ bytes: [UInt8]) throws(SessionShelfError) {
            let failure = memory.content.withLock { content -> String? in
                if let failure = content.failure { return failure }
                if content.owner == console { content.bytes = bytes } else { content.apart[console] = bytes }
                content.writes += 1
                return nil
            }
            if let failure { throw SessionShelfError(failure) }
        }

        func putAside(_ reason: String) throws(SessionShelfError) -> String {
            memory.content.withLock { content in
                content.aside[reason] = content.bytes
                content.bytes = nil
                return "\(reason)-1.json"
            }
        }
    }
}
