import Inventory
import PlainText

/// Where `import -o` writes.
struct SnapshotOutput {
    private let file: NewFile

    /// Refuses what could only fail after a long import: a stream, a folder, or one of the sources.
    init(_ path: String, sources: [String]) throws(CommandFailure) {
        file = try NewFile(path, besides: sources)
    }

    /// Writes `inventory` and says what was written. `sources` are the files that it was read from, `account` what became
    /// of each; nil writes what a snapshot knew of that.
    /// When `isCancelled` says yes, nothing is left behind.
    func write(
        _ inventory: Inventory, sources: [String], account: [SourceAccount]? = nil,
        isCancelled: () -> Bool = { false }
    ) throws(CommandFailure) -> String {
        try file.refuse(among: sources)
        try NewFile.refuseCase(at: file.path)
        do {
            let summary = try inventory.writeSnapshot(to: file.path, account: account, isCancelled: isCancelled)
            return Self.text(
                path: file.path, entities: summary.entities, relations: summary.relations, bytes: summary.bytes,
                hash: summary.contentHash)
        } catch {
            throw .notWritten(error, path: file.path)
        }
    }

    /// What is said of a snapshot on standard output, written or read.
    static func text(path: String, entities: Int, relations: Int, bytes: UInt64, hash: String) -> String {
        "snapshot \(path.printable): \(entities) entities, \(relations) relations, \(bytes) bytes\n"
            + "  content sha256:\(hash)\n"
    }
}
