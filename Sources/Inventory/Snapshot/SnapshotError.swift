/// Why a file cannot be opened as a snapshot, or no longer be trusted.
public enum SnapshotError: Error, Hashable, Sendable {
    /// The parts in which damage can be found.
    public enum Part: Hashable, Sendable {
        case header, directory
        case section(SnapshotSection)
        /// What the header's content hash stands for: everything after it.
        case content
    }

    /// It does not begin like a snapshot.
    case notSnapshot
    /// The file is shorter than it says, both in bytes: it was cut short, or copied in part.
    case truncated(expected: UInt64, found: UInt64)
    /// The file is longer than it says.
    case overlong(expected: UInt64, found: UInt64)
    /// The bytes of a part do not add up to its checksum.
    case damaged(Part)
    /// A part contradicts another, or has a form that this version does not have; every checksum may be right.
    case malformed(Part)
    /// Written by a newer program, which says that at least `needed` is needed to read it.
    case newer(version: Int, needed: Int)
    /// Written by an older program than this one can read.
    case older(version: Int, oldest: Int)
    /// Written on a machine with the other byte order.
    case otherByteOrder
    /// The file was changed while it was open.
    case changed
    /// The system refused, by its error number.
    case system(Int32)
    /// It is no regular file.
    case notAFile
}

/// Why a snapshot could not be written. What stood at its path is untouched.
public enum SnapshotWriteError: Error, Hashable, Sendable {
    /// What was being done.
    public enum Step: Hashable, Sendable {
        case create, write, synchronize, replace
    }

    /// A folder stands at the path.
    case isFolder
    /// A device, pipe or socket stands at the path.
    case notAFile
    /// The system refused, by its error number.
    case system(Int32, Step)
    /// The caller asked to stop.
    case cancelled
}
