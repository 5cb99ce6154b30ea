import GRDB

/// Why a case was not opened, read or written. After any of these the case holds all that was acknowledged before.
public enum CaseError: Error, Hashable, Sendable {
    /// There is a file of this name already.
    case exists
    /// There is no such file.
    case missing
    /// The file is no case.
    case notACase
    /// A later version of the program wrote it; the version of its layout.
    case newer(version: Int)
    /// The database is damaged; what SQLite says.
    case damaged(String)
    /// The journal was altered, cut or damaged.
    case broken(JournalFault)
    /// It can be read and not written; why.
    case readOnly(String)
    /// It was left in the middle of a change, which has to be taken back before it can be read, and it can only be read;
    /// why no copy of it could be made for that.
    case unfinished(String)
    /// The file was removed, moved or replaced after it was opened.
    case removed
    /// The file's journal is no longer the one that was read from it.
    case rewritten
    /// Another program kept it locked for too long.
    case busy
    /// The disk is full.
    case full
    /// Somebody else changed the same thing meanwhile; nothing was written.
    case conflict([CaseClash])
    /// The change makes no sense as the case stands; why.
    case refused(String)
    /// The system's own word.
    case system(String)

    /// What SQLite or the system threw, as one of ours.
    init(_ error: any Error) {
        switch error {
        case let error as CaseError: self = error
        case let fault as JournalFault: self = .broken(fault)
        case let error as DatabaseError: self = Self.of(error)
        default: self = .system("\(error)")
        }
    }

    private static func of(_ error: DatabaseError) -> CaseError {
        let words = error.message ?? "\(error.extendedResultCode)"
        switch error.resultCode {
        case .SQLITE_NOTADB, .SQLITE_CORRUPT: return .damaged(words)
        case .SQLITE_BUSY, .SQLITE_LOCKED: return .busy
        case .SQLITE_FULL: return .full
        case .SQLITE_READONLY where error.extendedResultCode == .SQLITE_READONLY_DBMOVED: return .removed
        case .SQLITE_READONLY, .SQLITE_PERM: return .readOnly(words)
        default: return .system(words)
        }
    }
}

/// A change that stands in the way of another.
public struct CaseClash: Hashable, Sendable {
    /// Who made it, when, and by which entry.
    public let stamp: Stamp
    /// What it did.
    public let action: CaseAction
    /// Where it comes from, where it was not made in this file.
    public let origin: JournalEntry.Origin?

    /// The change in words: `entry 14 by ana (marked for remediation)`.
    public var words: String { "entry \(stamp.entry) by \(stamp.who) (\(action.deed))" }
}

extension CaseError {
    /// The reason in words, to stand behind the name of the file.
    public var words: String {
        switch self {
        case .exists: "is there already"
        case .missing: "is not there"
        case .notACase: "is no case file"
        case .newer(let version): "was written by a later version of Firebreak (layout \(version)); it is left as it is"
        case .damaged(let words): "is damaged (\(words))"
        case .broken(let fault): "has a broken journal: \(fault.words)"
        case .readOnly(let words): "can only be read (\(words))"
        case .unfinished(let words):
            "was left in the middle of a change. Whoever opens it takes that back, but it lies where nothing can be "
                + "written, and no copy could be made (\(words)): copy it together with the file of the same name "
                + "and -journal behind it to where it can be written, and open that"
        case .removed: "is no longer the file that was opened; it was removed, moved or replaced"
        case .rewritten: "no longer holds the journal that was read from it"
        case .busy: "is locked by another program"
        case .full: "could not be written: the disk is full; nothing was changed"
        case .conflict(let clashes):
            "says something else of the same since \(clashes.map(\.words).joined(separator: ", ")); nothing was written"
        case .refused(let why): why
        case .system(let words): "could not be read or written (\(words))"
        }
    }
}
