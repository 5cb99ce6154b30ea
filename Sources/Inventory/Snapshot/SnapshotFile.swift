import CKernels
import Synchronization

/// An open snapshot: the mapped file under an inventory, and what is known of its soundness.
///
/// Opening checks the header, the directory and that the sections fit together, which takes no longer for a large file.
/// Whether the *content* is what was written is known after ``verify(isCancelled:)``.
public final class SnapshotFile: Sendable {
    /// The path that it was opened by.
    public let path: String
    let header: SnapshotHeader
    let entries: [SnapshotEntry]
    let file: FileDescriptor
    let memory: ColumnMemory
    private let stamp: FileStamp
    private let watch: Int32
    /// Why it can no longer be trusted. Once it cannot, it never can again.
    private let verdict = Mutex<SnapshotError?>(nil)

    /// Opens and maps the file at `path`. O(number of sections).
    init(path: String) throws(SnapshotError) {
        let file = try FileDescriptor(reading: path)
        let stamp = try FileStamp(of: file)
        let header = try SnapshotHeader(
            try file.bytes(at: 0, count: SnapshotFormat.headerLength), fileLength: stamp.size)
        entries = try Self.entries(of: file, header)
        guard let length = Int(exactly: header.fileLength) else { throw .malformed(.header) }
        (memory, watch) = try Self.map(file, length: length)
        self.path = path
        self.header = header
        self.file = file
        self.stamp = stamp
    }

    /// Whether the file at `path` begins like a snapshot.
    public static func isSnapshot(at path: String) -> Bool {
        guard let file = try? FileDescriptor(reading: path) else { return false }
        return (try? file.bytes(at: 0, count: SnapshotFormat.magic.count)) == SnapshotFormat.magic
    }

    /// SHA-256 of everything after the header, as the header states it, in hexadecimal digits.
    public var contentHash: String { header.contentHash.hexadecimal }

    /// The length of the file in bytes.
    public var byteCount: UInt64 { header.fileLength }

    /// Throws when the file is known to be no longer what was opened. O(1): one system call.
    public func check() throws(SnapshotError) {
        if let known = verdict.withLock({ $0 }) { throw known }
        if mapping_is_damaged(watch) { throw condemn(.changed) }
        guard let now = try? FileStamp(of: file), now == stamp else { throw condemn(.changed) }
    }

    /// Remembers that the file cannot be trusted; what was known first stands.
    func condemn(_ error: SnapshotError) -> SnapshotError {
        verdict.withLock { verdict in
            verdict = verdict ?? error
            return verdict ?? error
        }
    }

    private static func entries(
        of file: FileDescriptor, _ header: SnapshotHeader
    ) throws(SnapshotError) -> [SnapshotEntry] {
        let count = Int(header.sectionCount)
        let first = SnapshotFormat.firstOffset(sections: count)
        let start = SnapshotFormat.headerLength
        guard header.fileLength >= first else { throw .malformed(.header) }
        let bytes = try file.bytes(at: UInt64(start), count: Int(first) - start)
        guard bytes.count == Int(first) - start else { throw .changed }
        guard kernel_crc32c(0, bytes, bytes.count) == header.directoryChecksum else { throw .damaged(.directory) }
        let entries = (0..<count).map { SnapshotEntry(bytes, at: $0 * SnapshotFormat.entryLength) }
        // Sections lie one behind the other in the order of their numbers: no byte is outside all of them.
        var (next, last): (UInt64, UInt32) = (first, 0)
        for entry in entries {
            guard entry.offset == next, entry.section > last, let end = entry.paddedEnd, end <= header.fileLength else {
                throw .malformed(.directory)
            }
            (next, last) = (end, entry.section)
        }
        guard next == header.fileLength else { throw .malformed(.directory) }
        return entries
    }
}

extension Sequence<UInt8> {
    /// Two digits a byte, in lower case.
    var hexadecimal: String {
        let digits = Array("0123456789abcdef")
        return String(flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
    }
}
