import CKernels
import Crypto
import Synchronization

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
    /// - Parameters:
    ///   - account: What became of each file that the inventory was read from; nil writes what a snapshot knew of that.
    ///   - isCancelled: Asked between blocks; when it says yes, nothing is left behind.
    public func writeSnapshot(
        to path: String, account: [SourceAccount]? = nil, isCancelled: () -> Bool = { false }
    ) throws(SnapshotWriteError) -> SnapshotSummary {
        let contents = sections(account: account)
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

    /// Writes everything and returns the content hash, which a second thread works out meanwhile. The header comes last: a
    /// file that was cut short has none.
    func write(
        _ contents: [SnapshotContent], to file: ReplacingFile, isCancelled: () -> Bool
    ) throws(SnapshotWriteError) -> [UInt8] {
        let directory = directory
        let isOver = Atomic(false)
        return try withoutActuallyEscaping(isCancelled) { isCancelled in
            // Both threads only read the contents; only the second one writes the file and asks whether to go on.
            nonisolated(unsafe) let (contents, file, isCancelled) = (contents, file, isCancelled)
            let (hash, written) = atOnce {
                var hash = SHA256()
                Self.forEachBlock(of: contents, behind: directory) { block in
                    hash.update(bufferPointer: block)
                    return !isOver.load(ordering: .relaxed)
                }
                return Array(hash.finalize())
            } _: {
                let result = Result { () throws(SnapshotWriteError) in
                    try writeBlocks(of: contents, behind: directory, to: file, isCancelled: isCancelled)
                }
                if case .failure = result { isOver.store(true, ordering: .relaxed) }
                return result
            }
            return written.flatMap { () -> Result<[UInt8], SnapshotWriteError> in
                var header = header
                header.contentHash = hash
                return header.bytes.withUnsafeBytes { bytes in
                    Result { () throws(SnapshotWriteError) in try file.write(bytes, at: 0) }
                }.map { hash }
            }
        }.get()
    }

    private func writeBlocks(
        of contents: [SnapshotContent], behind directory: [UInt8], to file: ReplacingFile, isCancelled: () -> Bool
    ) throws(SnapshotWriteError) {
        var offset = UInt64(SnapshotFormat.headerLength)
        var failure: SnapshotWriteError?
        Self.forEachBlock(of: contents, behind: directory) { block in
            do throws(SnapshotWriteError) {
                if isCancelled() { throw .cancelled }
                try file.write(block, at: offset)
                offset += UInt64(block.count)
                return true
            } catch {
                failure = error
                return false
            }
        }
        if let failure { throw failure }
    }

    /// Calls `body` with everything after the header, piece by piece, until it says no.
    private static func forEachBlock(
        of contents: [SnapshotContent], behind directory: [UInt8], _ body: (UnsafeRawBufferPointer) -> Bool
    ) {
        func pass(_ bytes: UnsafeRawBufferPointer) -> Bool {
            var rest = bytes
            while !rest.isEmpty {
                let block = UnsafeRawBufferPointer(rebasing: rest.prefix(blockLength))
                guard body(block) else { return false }
                rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(block.count))
            }
            return true
        }
        guard directory.withUnsafeBytes(pass) else { return }
        for content in contents {
            let padding = padding(after: UInt64(content.unsafeBytes.count))
            guard pass(content.unsafeBytes), padding.withUnsafeBytes(pass) else { return }
        }
    }

    private static var blockLength: Int { 1 << 20 }

    private static func padding(after length: UInt64) -> [UInt8] {
        let end = SnapshotFormat.padded(length) ?? length
        return [UInt8](repeating: 0, count: Int(end - length))
    }
}
