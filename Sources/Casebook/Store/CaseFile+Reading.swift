import GRDB
import Inventory

extension CaseFile {
    /// What the case says, as it was last read or written.
    public var state: CaseState { known.withLock { $0.fold.state } }

    /// The number of the last entry that was read or written.
    public var sequence: Int { known.withLock { $0.fold.sequence } }

    /// The hash of that entry: it stands for the whole journal up to it, and is printed in every report.
    public var head: String { known.withLock { $0.fold.head } }

    /// What tells this case from every other: the same in all its copies.
    public var identifier: String { known.withLock { $0.fold.identifier } }

    /// Whether others than its owner may read or write the file.
    public var isOpenToOthers: Bool { identity.mode & 0o077 != 0 }

    /// What undo would take back for this analyst; nil when there is nothing.
    public func undoable(by who: String) -> CaseAction? {
        known.withLock { known in known.fold.undoable(by: who).flatMap { known.fold.action(of: $0) } }
    }

    /// What redo would do again for this analyst; nil when there is nothing.
    public func redoable(by who: String) -> CaseAction? {
        known.withLock { known in known.fold.redoable(by: who).flatMap { known.fold.action(of: $0) } }
    }

    /// What the entries with these numbers did, and who made them; those that there are.
    public func changes(_ numbers: [Int]) -> [CaseClash] {
        known.withLock { known in
            known.fold.clashes(numbers.filter { (1...max(1, known.fold.sequence)).contains($0) })
        }
    }

    /// The entries behind the one with the number `sequence`, as they lie in the file now; what others added is taken
    /// in. O(their number).
    public func entries(after sequence: Int = 0) throws(CaseError) -> [JournalEntry] {
        try refresh()
        do {
            return try queue.inDatabase { database in
                var entries: [JournalEntry] = []
                try JournalRow.forEach(after: sequence, in: database) { row in
                    guard let entry = JournalEntry(body: row.body), entry.hash == row.hash else {
                        throw JournalFault(entry: row.sequence, kind: .altered)
                    }
                    entries.append(entry)
                }
                return entries
            }
        } catch {
            throw CaseError(error)
        }
    }

    /// What others added since anything was last read or written here; nil when nothing was. Cheap enough to be asked a
    /// few times a second: without news it reads one number.
    public func news() throws(CaseError) -> CaseNews? {
        let entries = try refresh()
        return entries.isEmpty ? nil : CaseNews(state: state, entries: entries)
    }

    /// Takes in what others added, and returns it.
    @discardableResult
    func refresh() throws(CaseError) -> [JournalEntry] {
        try known.withLock { known throws(CaseError) -> [JournalEntry] in
            guard FileIdentity(path: path) == identity else { throw .removed }
            do {
                return try queue.inDatabase { database in
                    let version = try Self.version(of: database)
                    guard version != known.version else { return [] }
                    var entries: [JournalEntry] = []
                    try database.inTransaction(.deferred) {
                        try Self.checkContinues(known.fold, in: database)
                        entries = try known.fold.takeNew(from: database)
                        return .commit
                    }
                    known.version = version
                    return entries
                }
            } catch {
                throw CaseError(error)
            }
        }
    }

    /// Throws when the file's journal does not go on from what is known of it.
    static func checkContinues(_ fold: CaseFold, in database: Database) throws {
        guard try JournalRow.hash(of: fold.sequence, in: database) == fold.head else { throw CaseError.rewritten }
    }
}

/// What others did to a case.
public struct CaseNews: Sendable {
    /// What the case says now.
    public let state: CaseState
    /// The entries that they added, in order.
    public let entries: [JournalEntry]
}
