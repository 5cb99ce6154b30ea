import GRDB

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// A case that a program left in the middle of a change: SQLite's journal of it lies beside the file, and whoever opens
/// the file takes the change back first. Where nothing can be written, a copy of both is opened.
struct UnfinishedCase {
    private let path: String
    private static let suffix = "-journal"
    /// What mkdtemp puts letters of its own in place of.
    private static let blank = String(repeating: "X", count: 6)

    /// The case at `path`; nil where no change of it was begun.
    init?(path: String) {
        var status = stat()
        guard stat(path + Self.suffix, &status) == 0, status.st_size > 0 else { return nil }
        self.path = path
    }

    /// Opens a copy that only this program sees: its files have no names any more once this returns, and go with the
    /// connection. `body` is told where the copy lies, with the change taken back.
    func openCopy(_ body: (String) throws(CaseError) -> Void = { _ in }) throws(CaseError) -> DatabaseQueue {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(folder)/firebreak-\(Self.blank)".utf8CString)
        guard mkdtemp(&template) != nil else { throw .unfinished(systemWords()) }
        let place = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let copy = place + "/case"
        defer {
            unlink(copy)
            unlink(copy + Self.suffix)
            rmdir(place)
        }
        try Self.copy(path, to: copy)
        try Self.copy(path + Self.suffix, to: copy + Self.suffix)
        let queue: DatabaseQueue
        do {
            queue = try CaseSchema.open(copy, readOnly: false)
            _ = try queue.inDatabase(CaseSchema.version)
        } catch {
            throw CaseError(error)
        }
        try body(copy)
        return queue
    }

    private static func copy(_ path: String, to copy: String) throws(CaseError) {
        let bytes = try JournalScan.bytes(of: path)
        let descriptor = open(copy, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .unfinished(systemWords()) }
        defer { close(descriptor) }
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw .unfinished(systemWords()) }
            rest = rest.dropFirst(count)
        }
    }
}

extension CaseSchema {
    /// Opens the database at `path` to read it as it was after the last change that was finished.
    ///
    /// A connection that may only read cannot take an unfinished change back, so the file is opened for writing where
    /// that can be.
    static func openForReading(_ path: String) throws -> DatabaseQueue {
        if FileIdentity.isWritable(path) { return try open(path, readOnly: false) }
        if let unfinished = UnfinishedCase(path: path) { return try unfinished.openCopy() }
        return try open(path, readOnly: true)
    }
}
