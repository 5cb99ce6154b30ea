/// The fixed facts of the snapshot format. `docs/snapshot.md` is made from these and from ``SnapshotSection/table``.
public enum SnapshotFormat {
    /// The first bytes of every snapshot. The high bit, the line end and the control character are there to be spoilt
    /// by whatever treats the file as text.
    public static let magic: [UInt8] = [0x89, 0x46, 0x42, 0x52, 0x4B, 0x0D, 0x0A, 0x1A]

    /// The version that is written.
    public static let version: UInt16 = 1
    /// The oldest program that can read what is written, by the version that it writes itself.
    public static let minimumReader: UInt16 = 1
    /// The oldest version that is read.
    public static let oldestReadable: UInt16 = 1

    /// Written as a number of the machine, read as these bytes: little-endian files only.
    static let byteOrderMark: UInt32 = 0x0A0B_0C0D

    /// The header's length, in bytes. Header and place of its checksum are the same in all versions.
    public static let headerLength = 128
    /// The length of the directory's entry for one section, in bytes.
    public static let entryLength = 32
    /// Sections, and the end of the directory, lie at multiples of this many bytes: a cache line.
    public static let alignment = 64
    /// One part of the header or of a directory entry.
    public struct Field: Sendable {
        /// What it is.
        public let name: String
        /// Its length in bytes.
        public let size: Int
    }

    /// The header's parts, one behind the other.
    public static let headerFields = [
        Field(name: "magic: 89 46 42 52 4B 0D 0A 1A", size: 8),
        Field(name: "byte order mark: 0D 0C 0B 0A", size: 4),
        Field(name: "version of the format", size: 2),
        Field(name: "least version that a reader must know", size: 2),
        Field(name: "length of the file in bytes", size: 8),
        Field(name: "number of sections", size: 4),
        Field(name: "checksum of the directory, the zeroes behind it included", size: 4),
        Field(name: "content hash: SHA-256 of everything after the header", size: 32),
        Field(name: "number of entities", size: 8),
        Field(name: "number of relations", size: 8),
        Field(name: "zeroes", size: 44),
        Field(name: "checksum of the bytes before it", size: 4),
    ]

    /// The parts of the directory's entry for one section, one behind the other.
    public static let entryFields = [
        Field(name: "number of the section", size: 4),
        Field(name: "size of a row in bytes", size: 4),
        Field(name: "where it begins in the file", size: 8),
        Field(name: "its length in bytes", size: 8),
        Field(name: "its checksum, the zeroes behind it included", size: 4),
        Field(name: "zeroes", size: 4),
    ]

    /// More sections than this are in no file.
    static let sectionLimit = 4_096

    /// `length`, or the next multiple of ``alignment``; nil where no number can hold it.
    static func padded(_ length: UInt64) -> UInt64? {
        let (sum, overflow) = length.addingReportingOverflow(UInt64(alignment - 1))
        return overflow ? nil : sum / UInt64(alignment) * UInt64(alignment)
    }

    /// Where the first section lies in a file of `count` sections.
    static func firstOffset(sections count: Int) -> UInt64 {
        padded(UInt64(headerLength + entryLength * count)) ?? .max
    }
}
