import Casebook
import Crypto
import Intake
import Inventory

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// Evidence that was read just now, and the name that its content gives it.
struct EvidenceAtHand {
    let open: OpenEvidence
    let evidence: CaseEvidence

    var inventory: Inventory { open.inventory }

    /// Reads the sources. A snapshot is checked as a whole, its content hash included; of files each byte is hashed.
    init(_ sources: SourceArguments) throws(CommandFailure) {
        try self.init(Reading.run(sources), of: sources)
    }

    /// The same of sources that were opened already.
    init(_ open: OpenEvidence, of sources: SourceArguments) throws(CommandFailure) {
        self.open = open
        let paths = sources.sources.map(LocalFiles().absolutePath)
        let (form, hash, files) = try Self.identity(of: open, below: paths)
        evidence = CaseEvidence(
            hash: hash, form: form, paths: paths, repository: sources.repo, files: files,
            entities: open.inventory.entityCount, relations: open.inventory.relationCount,
            collected: open.inventory.collected, version: Firebreak.configuration.version)
    }

    private static func identity(
        of open: OpenEvidence, below paths: [String]
    ) throws(CommandFailure) -> (form: CaseEvidence.Form, hash: String, files: [EvidenceFile]) {
        if let snapshot = open.inventory.snapshot {
            do throws(SnapshotError) {
                try snapshot.verifyContentHash()
            } catch {
                throw .snapshot(error, path: snapshot.path)
            }
            return (.snapshot, snapshot.contentHash, [])
        }
        var files: [EvidenceFile] = []
        for file in open.files {
            guard let hash = FileHash.sha256(of: file) else { continue }
            files.append(EvidenceFile(path: shortened(LocalFiles().absolutePath(of: file), below: paths), hash: hash))
        }
        return (.files, CaseEvidence.hash(of: files), files)
    }

    /// The path below the longest of `paths` that it lies in; its name where it is one of them.
    private static func shortened(_ path: String, below paths: [String]) -> String {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        guard !paths.contains(path) else { return name }
        let folder = paths.map { $0 == "/" ? "/" : $0 + "/" }.filter(path.hasPrefix).max { $0.count < $1.count }
        return folder.map { String(path.dropFirst($0.count)) } ?? path
    }
}

/// The hash of a file's bytes.
enum FileHash {
    /// SHA-256 in hexadecimal digits; nil where the file cannot be read to its end.
    static func sha256(of path: String) -> String? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var hash = SHA256()
        var buffer = [UInt8](repeating: 0, count: 1 << 20)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { return nil }
            if count == 0 { break }
            buffer.withUnsafeBytes { bytes in
                hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: bytes.prefix(count)))
            }
        }
        let digits = Array("0123456789abcdef")
        return String(hash.finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }
}
