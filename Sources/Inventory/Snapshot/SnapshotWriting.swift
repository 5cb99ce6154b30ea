import CKernels
import Crypto

/// What was written.
public struct SnapshotSummary: Hashable, Sendable {
    /// Where.
    public let path: String
    /// How many entities and relations.
    public let entities: Int, relations: Int
    /// The length of the file in bytes.
    public let bytes: UInt64
    /// SHA-256 of everything after the header, in hexadecimal digits.
    public let contentHash: String
}

extension Inventory {
    /// Opens the snapshot at `path`. O(number of sections): the columns stay in the file until they are read.
    ///
    /// What the columns say was not checked yet: ``SnapshotFile/verify(isCancelled:)`` does that. Until then any number
    /// may be wrong, and reading it is harmless all the same.
    public convenience init(snapshotAt path: String) throws(SnapshotError) {
        try self.init(SnapshotFile(path: path))
    }

    /// Writes a snapshot to `path`: whole or not at all. What stood there is replaced in one step when the new file is
    /// complete and on the disk. O(size), without a second copy in memory.
    ///
    /// Equal inventories give equal bytes.
    /// - Parameter isCancelled: asked between blocks; when it says yes, nothing is left behind.
    public func writeSnapshot(
        to path: String, isCancelled: () -> Bool = { false }
    ) throws(SnapshotWriteError) -> SnapshotSummary {
        let contents = sections
        let layout = SnapshotLayout(contents, entities: entityCount, relations: relationCount)
        let file = try ReplacingFile(path)
        do throws(SnapshotWriteError) {
            let hash = try layout.write(contents, to: file, isCancelled: isCancelled)
            try file.commit()
            return SnapshotSummary(
                path: path, entities: entityCount, relations: relationCount, bytes: layout.header.fileLength,
                contentHash: hash.hexadecimal)
        } catch {
            file.abandon()
            throw error
        }
    }
}

/// Where everything lies in a snapshot about to be written.
struct SnapshotLayout {
    private(set) var header: SnapshotHeader
    let entries: [SnapshotEntry]

    /// Lays the contents out one behind the other and adds them up. O(size), at the speed of memory.
    init(_ contents: [SnapshotContent], entities: Int, relations: Int) {
        var offset = SnapshotFormat.firstOffset(sections: contents.count)
        var entries: [SnapshotEntry] = []
        for content in contents {
            let length = UInt64(content.unsafeBytes.count)
            let padding = Self.padding(after: length)
            var checksum = kernel_crc32c(0, content.unsafeBytes.baseAddress, content.unsafeBytes.count)
            checksum = kernel_crc32c(checksum, padding, padding.count)
            entries.append(
                SnapshotEntry(
                    section: content.section.rawValue, rowSize: UInt32(content.rowSize), offset: offset, length: length,
                    checksum: checksum))
            offset += length + UInt64(padding.count)
        }
        self.entries = entries
        header = SnapshotHeader(
            fileLength: offset, sectionCount: UInt32(contents.count), directoryChecksum: 0,
            entityCount: UInt64(entities), relationCount: UInt64(relations))
        let directory = self.directory
        header.directoryChecksum = kernel_crc32c(0, directory, directory.count)
    }

    /// The directory with the zeroes up to the first section.
    private var directory: [UInt8] {
        let bytes = entries.flatMap(\.bytes)
        return bytes + Self.padding(after: UInt64(SnapshotFormat.headerLength + bytes.count))
    }

    /// Writes everything and returns the content hash. The header comes last: a file that was cut short has none.
    func write(
        _ contents: [SnapshotContent], to file: ReplacingFile, isCancelled: () -> Bool
    ) throws(SnapshotWriteError) -> [UInt8] {
        var hash = SHA256()
        var offset: UInt64 = 0
        func put(_ bytes: UnsafeRawBufferPointer) throws(SnapshotWriteError) {
            var rest = bytes
            while !rest.isEmpty {
                if isCancelled() { throw .cancelled }
                let block = UnsafeRawBufferPointer(rebasing: rest.prefix(Self.blockLength))
                hash.update(bufferPointer: block)
                try file.write(block, at: offset)
                offset += UInt64(block.count)
                rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(block.count))
            }
        }
        func put(_ bytes: [UInt8]) throws(SnapshotWriteError) {
            try bytes.withUnsafeBytes { bytes in Result { () throws(SnapshotWriteError) in try put(bytes) } }.get()
        }
        offset = UInt64(SnapshotFormat.headerLength)
        try put(directory)
        for content in contents {
            try put(content.unsafeBytes)
            try put(Self.padding(after: UInt64(content.unsafeBytes.count)))
        }
        var header = header
        header.contentHash = Array(hash.finalize())
        try header.bytes.withUnsafeBytes { bytes in
            Result { () throws(SnapshotWriteError) in try file.write(bytes, at: 0) }
        }.get()
        return header.contentHash
    }

    private static var blockLength: Int { 1 << 20 }

    private static func padding(after length: UInt64) -> [UInt8] {
        let end = SnapshotFormat.padded(length) ?? length
        return [UInt8](repeating: 0, count: Int(end - length))
    }
}
