import GRDB
import Inventory
import Synchronization

/// Who does something, when, where, and on which evidence: what the edge of the program knows and a case cannot.
public struct CaseAuthor: Hashable, Sendable {
    /// The analyst.
    public var who: String
    /// When it is done.
    public var when: Instant
    /// The content hash of the evidence at hand; nil where none is open.
    public var evidence: String?
    /// Where of the console it is done, as `--place` takes it; nil elsewhere. Nothing that looks like a credential may
    /// stand in it.
    public var place: String?

    /// An author.
    public init(who: String, when: Instant, evidence: String? = nil, place: String? = nil) {
        self.who = who
        self.when = when
        self.evidence = evidence
        self.place = place
    }
}

/// An open case: one SQLite file, to which changes are only added.
///
/// Several programs may have one case open. Everything here may be called from any thread, and may wait for the disk:
/// never call it on a thread that answers keys. ``state`` is what was last read or written; the answers of the other
/// calls carry it too.
public final class CaseFile: Sendable {
    /// Whether changes can be added.
    public enum Access: Hashable, Sendable {
        case readWrite
        /// The file can only be read; why.
        case readOnly(String)
    }

    /// Where it lies.
    public let path: String
    /// Whether changes can be added.
    public let access: Access
    let identity: FileIdentity
    let queue: DatabaseQueue
    let known: Mutex<Known>

    /// What was read so far, and the database's own number for it.
    struct Known: Sendable {
        var fold: CaseFold
        var version: Int64
    }

    /// Whether the file at `path` says that it is a case, sound or not: nothing may be written over it.
    public static func isCase(at path: String) -> Bool { FileIdentity.beginsLikeCase(path) }

    /// Opens the case at `path`, checks the chain of its whole journal, and brings an earlier layout up to date.
    /// O(entries).
    public init(opening path: String) throws(CaseError) {
        guard let identity = FileIdentity(path: path) else {
            throw FileIdentity.exists(path) ? .notACase : .missing
        }
        guard FileIdentity.beginsLikeSQLite(path) else { throw .notACase }
        let access = FileIdentity.isWritable(path) ? Access.readWrite : .readOnly(systemWords())
        let opened: (queue: DatabaseQueue, known: Known)
        do {
            let queue = try CaseSchema.openForReading(path)
            if access == .readWrite { try Self.bringUpToDate(queue) }
            opened = (queue, try Self.load(queue))
        } catch {
            throw CaseError(error)
        }
        guard FileIdentity(path: path) == identity else { throw .removed }
        self.path = path
        self.access = access
        self.identity = identity
        queue = opened.queue
        known = Mutex(opened.known)
    }

    private static func bringUpToDate(_ queue: DatabaseQueue) throws {
        let isOld = try queue.inDatabase { database in
            try CaseSchema.check(database)
            return try CaseSchema.version(of: database) < CaseSchema.version
        }
        guard isOld else { return }
        try queue.inTransaction(.immediate) { database in
            try CaseSchema.migrate(database)
            return .commit
        }
    }

    private static func load(_ queue: DatabaseQueue) throws -> Known {
        try queue.inDatabase { database in
            var fold = CaseFold()
            var version: Int64 = 0
            try database.inTransaction(.deferred) {
                try CaseSchema.check(database)
                try fold.takeNew(from: database)
                version = try Self.version(of: database)
                return .commit
            }
            guard fold.sequence > 0 else { throw CaseError.broken(JournalFault(entry: 1, kind: .missing)) }
            return Known(fold: fold, version: version)
        }
    }

    /// A number that differs once another connection has changed the file.
    static func version(of database: Database) throws -> Int64 {
        try Int64.fetchOne(database, sql: "PRAGMA data_version") ?? 0
    }
}
