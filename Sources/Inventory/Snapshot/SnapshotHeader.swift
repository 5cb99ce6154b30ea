import CKernels

/// What a snapshot begins with: ``SnapshotFormat/headerFields``.
struct SnapshotHeader: Hashable, Sendable {
    var version = SnapshotFormat.version
    var minimumReader = SnapshotFormat.minimumReader
    var fileLength: UInt64
    var sectionCount: UInt32
    var directoryChecksum: UInt32
    /// SHA-256 of everything after the header.
    var contentHash = [UInt8](repeating: 0, count: 32)
    var entityCount: UInt64
    var relationCount: UInt64

    private static let checksumOffset = SnapshotFormat.headerLength - 4

    /// The header as it stands in a file.
    var bytes: [UInt8] {
        var bytes = [UInt8](repeating: 0, count: SnapshotFormat.headerLength)
        bytes.replaceSubrange(0..<8, with: SnapshotFormat.magic)
        bytes.put(SnapshotFormat.byteOrderMark, at: 8)
        bytes.put(version, at: 12)
        bytes.put(minimumReader, at: 14)
        bytes.put(fileLength, at: 16)
        bytes.put(sectionCount, at: 24)
        bytes.put(directoryChecksum, at: 28)
        bytes.replaceSubrange(32..<64, with: contentHash.prefix(32))
        bytes.put(entityCount, at: 64)
        bytes.put(relationCount, at: 72)
        bytes.put(kernel_crc32c(0, bytes, Self.checksumOffset), at: Self.checksumOffset)
        return bytes
    }
}

extension SnapshotHeader {
    /// Reads the first bytes of a file that has `length` in all.
    init(_ bytes: [UInt8], fileLength length: UInt64) throws(SnapshotError) {
        guard bytes.starts(with: SnapshotFormat.magic) else { throw .notSnapshot }
        let needed = UInt64(SnapshotFormat.headerLength)
        guard bytes.count >= SnapshotFormat.headerLength else { throw .truncated(expected: needed, found: length) }
        let mark = bytes.number(at: 8, as: UInt32.self)
        guard mark != SnapshotFormat.byteOrderMark.byteSwapped else { throw .otherByteOrder }
        guard mark == SnapshotFormat.byteOrderMark,
            bytes.number(at: Self.checksumOffset, as: UInt32.self) == kernel_crc32c(0, bytes, Self.checksumOffset)
        else { throw .damaged(.header) }
        version = bytes.number(at: 12, as: UInt16.self)
        minimumReader = bytes.number(at: 14, as: UInt16.self)
        guard minimumReader <= SnapshotFormat.version else {
            throw .newer(version: Int(version), needed: Int(minimumReader))
        }
        guard version >= SnapshotFormat.oldestReadable else {
            throw .older(version: Int(version), oldest: Int(SnapshotFormat.oldestReadable))
        }
        fileLength = bytes.number(at: 16, as: UInt64.self)
        guard length >= fileLength else { throw .truncated(expected: fileLength, found: length) }
        guard length <= fileLength else { throw .overlong(expected: fileLength, found: length) }
        sectionCount = bytes.number(at: 24, as: UInt32.self)
        directoryChecksum = bytes.number(at: 28, as: UInt32.self)
        contentHash = Array(bytes[32..<64])
        entityCount = bytes.number(at: 64, as: UInt64.self)
        relationCount = bytes.number(at: 72, as: UInt64.self)
        guard sectionCount <= SnapshotFormat.sectionLimit, entityCount < UInt64(UInt32.max),
            relationCount < UInt64(UInt32.max), entityCount > 0 || relationCount == 0
        else { throw .malformed(.header) }
    }
}

/// The directory's entry for one section, ``SnapshotFormat/entryFields``: where it lies, and what its bytes add up to.
struct SnapshotEntry: Hashable, Sendable {
    var section: UInt32
    var rowSize: UInt32
    var offset: UInt64
    var length: UInt64
    var checksum: UInt32

    /// The end of the zeroes that follow the section; nil where no number can hold it.
    var paddedEnd: UInt64? {
        guard let length = SnapshotFormat.padded(length) else { return nil }
        let (end, overflow) = offset.addingReportingOverflow(length)
        return overflow ? nil : end
    }

    /// The entry as it stands in a file.
    var bytes: [UInt8] {
        var bytes = [UInt8](repeating: 0, count: SnapshotFormat.entryLength)
        bytes.put(section, at: 0)
        bytes.put(rowSize, at: 4)
        bytes.put(offset, at: 8)
        bytes.put(length, at: 16)
        bytes.put(checksum, at: 24)
        return bytes
    }
}

extension SnapshotEntry {
    /// The entry that stands at `place` of the directory's bytes.
    init(_ bytes: [UInt8], at place: Int) {
        section = bytes.number(at: place, as: UInt32.self)
        rowSize = bytes.number(at: place + 4, as: UInt32.self)
        offset = bytes.number(at: place + 8, as: UInt64.self)
        length = bytes.number(at: place + 16, as: UInt64.self)
        checksum = bytes.number(at: place + 24, as: UInt32.self)
    }
}

extension [UInt8] {
    fileprivate mutating func put(_ number: some FixedWidthInteger, at place: Int) {
        Swift.withUnsafeBytes(of: number.littleEndian) { replaceSubrange(place..<place + $0.count, with: $0) }
    }

    fileprivate func number<Number: FixedWidthInteger & BitwiseCopyable>(at place: Int, as: Number.Type) -> Number {
        withUnsafeBytes { Number(littleEndian: $0.loadUnaligned(fromByteOffset: place, as: Number.self)) }
    }
}
