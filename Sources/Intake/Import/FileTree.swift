/// The part of a file system that an import needs. Everything may change between two calls: each can fail.
public protocol FileTree: Sendable {
    /// `path` from the root, without `.`, `..` or empty components; symbolic links stay as they are.
    func absolutePath(of path: String) -> String

    /// What is at `path`. A symbolic link is followed when `followingLinks` is true.
    func status(of path: String, followingLinks: Bool) throws(FileTreeError) -> FileStatus

    /// The names in a directory, in any order, without `.` and `..`.
    func names(in directory: String) throws(FileTreeError) -> [String]

    /// The first `limit` bytes of a regular file, or all when it is shorter. Never blocks on pipes and devices.
    func read(_ path: String, limit: Int) throws(FileTreeError) -> [UInt8]

    /// Opens a regular file, to read at most its first `limit` bytes from start to end. Never blocks on pipes and devices.
    func byteSource(_ path: String, limit: Int) throws(FileTreeError) -> any ByteSource
}

/// What stands at a path.
public struct FileStatus: Hashable, Sendable {
    /// The sorts that matter here.
    public enum Kind: Hashable, Sendable {
        case file, directory, link, other
    }

    /// What it is.
    public var kind: Kind
    /// In bytes.
    public var size: Int64
    /// In epoch seconds.
    public var modified: Int64

    /// The status of a file or directory.
    public init(kind: Kind, size: Int64 = 0, modified: Int64 = 0) {
        self.kind = kind
        self.size = size
        self.modified = modified
    }
}

/// Why a file or directory could not be looked at.
public enum FileTreeError: Error, Hashable, Sendable, CustomStringConvertible {
    /// Nothing is there, or no longer.
    case notFound
    /// Its permissions forbid it.
    case notPermitted
    /// A pipe, socket or device, or a directory where a file was expected.
    case notAFile
    /// Larger than the limit, both in bytes.
    case tooLarge(size: Int64, limit: Int64)
    /// Not enough memory for what is in it.
    case outOfMemory
    /// Anything else, by the system's error number.
    case system(Int32)

    /// The reason in words.
    public var description: String {
        switch self {
        case .notFound: "does not exist"
        case .notPermitted: "no permission to read it"
        case .notAFile: "not a regular file"
        case .tooLarge(let size, let limit): "\(size) bytes are more than the \(limit) that are read; split it"
        case .outOfMemory: "not enough memory to read it"
        case .system(let number): "the system refused to read it (error \(number))"
        }
    }
}
