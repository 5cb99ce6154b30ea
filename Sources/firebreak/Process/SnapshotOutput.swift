import Inventory
import PlainText

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// Where `import -o` writes.
struct SnapshotOutput {
    private let path: String

    /// Refuses what could only fail after a long import: a stream, a folder, or one of the sources.
    init(_ path: String, sources: [String]) throws(CommandFailure) {
        guard path != "-", !path.isEmpty else { throw .outputIsStream }
        self.path = path
        var status = stat()
        if stat(path, &status) == 0 {
            switch status.st_mode & S_IFMT {
            case S_IFREG: break
            case S_IFDIR: throw .notWritten(.isFolder, path: path)
            default: throw .notWritten(.notAFile, path: path)
            }
        }
        let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        guard access(folder, W_OK | X_OK) == 0 else { throw .notWritten(.system(errno, .create), path: path) }
        try refuse(among: sources)
    }

    /// Writes `inventory` and says what was written. `sources` are the files that it was read from, `account` what became
    /// of each; nil writes what a snapshot knew of that.
    /// When `isCancelled` says yes, nothing is left behind.
    func write(
        _ inventory: Inventory, sources: [String], account: [SourceAccount]? = nil,
        isCancelled: () -> Bool = { false }
    ) throws(CommandFailure) -> String {
        try refuse(among: sources)
        // A limit on the size of files shall be an error like a full disk, not a death.
        signal(SIGXFSZ, SIG_IGN)
        do {
            let summary = try inventory.writeSnapshot(to: path, account: account, isCancelled: isCancelled)
            return Self.text(
                path: path, entities: summary.entities, relations: summary.relations, bytes: summary.bytes,
                hash: summary.contentHash)
        } catch {
            throw .notWritten(error, path: path)
        }
    }

    /// What is said of a snapshot on standard output, written or read.
    static func text(path: String, entities: Int, relations: Int, bytes: UInt64, hash: String) -> String {
        "snapshot \(path.printable): \(entities) entities, \(relations) relations, \(bytes) bytes\n"
            + "  content sha256:\(hash)\n"
    }

    /// Evidence is never overwritten by what is made from it.
    private func refuse(among sources: [String]) throws(CommandFailure) {
        var output = stat()
        guard stat(path, &output) == 0 else { return }
        for source in sources {
            var status = stat()
            guard stat(source, &status) == 0 else { continue }
            if status.st_dev == output.st_dev, status.st_ino == output.st_ino { throw .outputIsSource(path) }
        }
    }
}
