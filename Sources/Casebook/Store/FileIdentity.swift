#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// Which file a path leads to: tells a file from another one that came in its place.
struct FileIdentity: Hashable, Sendable {
    private let device: UInt64
    private let number: UInt64
    /// The bits that say who may read and write it.
    let mode: UInt32

    /// The file at `path`; nil where there is none, or where it is no regular file.
    init?(path: String) {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        device = UInt64(truncatingIfNeeded: status.st_dev)
        number = UInt64(truncatingIfNeeded: status.st_ino)
        mode = UInt32(status.st_mode & 0o777)
    }

    /// Whether there is anything at `path`.
    static func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    /// Whether the file at `path` may be written, and in its folder the journal of a change; ``systemWords()`` says why
    /// not.
    static func isWritable(_ path: String) -> Bool {
        access(path, W_OK) == 0 && access(folder(of: path), W_OK | X_OK) == 0
    }

    /// The folder that a path lies in.
    static func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    }

    /// Whether the file at `path` begins as SQLite's files do.
    static func beginsLikeSQLite(_ path: String) -> Bool { start(of: path, 16) == Array("SQLite format 3\0".utf8) }

    /// Whether the file at `path` begins as a case does: SQLite's mark, and ours where SQLite keeps that of a program.
    static func beginsLikeCase(_ path: String) -> Bool {
        guard beginsLikeSQLite(path), let bytes = start(of: path, 72) else { return false }
        return bytes[68...].reduce(0) { $0 << 8 | UInt32($1) } == UInt32(bitPattern: CaseSchema.applicationID)
    }

    private static func start(of path: String, _ count: Int) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: count)
        return read(descriptor, &bytes, count) == count ? bytes : nil
    }

    static func == (left: FileIdentity, right: FileIdentity) -> Bool {
        left.device == right.device && left.number == right.number
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(device)
        hasher.combine(number)
    }
}

/// What the system says of its last failure.
func systemWords() -> String { String(cString: strerror(errno)) }
