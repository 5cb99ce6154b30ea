import GRDB
import Inventory

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

extension CaseFile {
    /// Makes a new case at `path`, readable by its owner only. It is there whole or not at all, and never in the place
    /// of a file that was there.
    /// - Parameters:
    ///   - evidence: what the case is about from its beginning on; nil where that is not known yet.
    ///   - saying: what is decided in it from its beginning on.
    ///   - version: the version of the program.
    public static func make(
        at path: String, title: String, evidence: CaseEvidence? = nil, saying: [CaseAction] = [],
        by author: CaseAuthor, version: String,
        identifier: String = CaseFile.randomIdentifier
    ) throws(CaseError) -> CaseFile {
        let opening = CaseAction.open(title: title, identifier: identifier, version: version)
        let actions = [opening] + (evidence.map { [.addEvidence(evidence: $0)] } ?? []) + saying
        return try make(
            at: path, entries: try entries(actions.map { Draft(action: $0) }, by: author, after: CaseFold()))
    }

    /// Copies the case, as far as it was read or written here, to a new file: also when the file itself was removed.
    public func copy(to path: String) throws(CaseError) -> CaseFile {
        let last = sequence
        let entries: [JournalEntry]
        do {
            entries = try queue.inDatabase { database in
                var fold = CaseFold()
                var entries: [JournalEntry] = []
                try JournalRow.forEach(after: 0, in: database) { row in
                    guard row.sequence <= last else { return }
                    let entry = try row.entry(after: (fold.sequence, fold.head))
                    fold.take(entry)
                    entries.append(entry)
                }
                return entries
            }
        } catch {
            throw CaseError(error)
        }
        return try Self.make(at: path, entries: entries)
    }

    /// What the file at `path` is called, which is the title of a case that gets no other.
    public static func name(ofFileAt path: String) -> String {
        path.split(separator: "/").last.map(String.init) ?? path
    }

    /// 128 random bits, in hexadecimal digits.
    public static var randomIdentifier: String {
        var generator = SystemRandomNumberGenerator()
        return (0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) }.hexadecimal
    }

    /// Makes a case of these entries, which must be a whole chain.
    static func make(at path: String, entries: [JournalEntry]) throws(CaseError) -> CaseFile {
        guard !FileIdentity.exists(path) else { throw .exists }
        let draft = "\(path).new-\(randomIdentifier.prefix(8))"
        let descriptor = open(draft, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw .system(systemWords()) }
        close(descriptor)
        defer {
            unlink(draft)
            unlink(draft + "-journal")
        }
        do {
            let queue = try CaseSchema.open(draft, readOnly: false)
            try queue.inTransaction(.immediate) { database in
                try CaseSchema.migrate(database)
                for entry in entries { try JournalRow.insert(entry, into: database) }
                return .commit
            }
            try queue.close()
        } catch {
            throw CaseError(error)
        }
        try giveName(path, to: draft)
        try synchronizeFolder(of: path)
        return try CaseFile(opening: path)
    }

    /// Gives a file its name, unless something of that name is there.
    private static func giveName(_ path: String, to draft: String) throws(CaseError) {
        if link(draft, path) == 0 { return }
        if errno == EEXIST { throw .exists }
        // Some file systems know no second names.
        guard errno == EPERM || errno == EOPNOTSUPP || errno == ENOSYS, !FileIdentity.exists(path),
            rename(draft, path) == 0
        else { throw .system(systemWords()) }
    }

    /// Waits until the disk has the names in the folder of `path`.
    private static func synchronizeFolder(of path: String) throws(CaseError) {
        let descriptor = open(FileIdentity.folder(of: path), O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        // Some file systems do not synchronize folders; that is no failure.
        guard fsync(descriptor) == 0 || errno == EINVAL || errno == EROFS else { throw .system(systemWords()) }
    }
}
