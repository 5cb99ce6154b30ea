import Inventory

/// How files are to be read.
public struct ImportOptions: Sendable {
    /// `OWNER/NAME` of the repository that workflow files belong to; nil lets their place tell.
    public var repository: String?
    /// The largest file that is read, in bytes.
    public var sizeLimit: Int64 = 2 << 30

    /// Files of this size and more are read in pieces, in bytes. It changes how fast they are read, and nothing else.
    var pieceThreshold: Int64 = 1 << 20
    /// How long the pieces are, in bytes.
    var pieceSize = 1 << 20

    /// The usual limits; workflow files belong to `repository` where their place does not tell.
    public init(repository: String? = nil) { self.repository = repository }
}

/// How far an import has come.
public struct ImportProgress: Sendable {
    /// The file that is being read, as the user named it.
    public let path: String
    /// How many files were read before it.
    public let done: Int
    /// How many there are in all.
    public let total: Int
    /// How many bytes of all files were read.
    public let bytes: Int64
    /// How many there are in all, as far as that is known.
    public let totalBytes: Int64
}

/// What an import gave.
public struct ImportResult: Sendable {
    /// Everything that could be read, as one graph.
    public let inventory: Inventory
    /// One for each file that was named or recognized, in the order in which they were read: the paths as given, within
    /// a directory by name.
    public let reports: [FileReport]
    /// What did not fit together. ``FileReport/issues`` has the same by file.
    public let issues: [BuildIssue]
    /// One for each file in the directories named that looks like data and is of a kind that no reader knows, by path.
    public let passedOver: [FileReport]
    /// The snapshots in the directories named: they have no report, and nothing of them is in the inventory.
    public let snapshots: [String]
    /// Whether the import was stopped before its end. Then nothing is in the inventory.
    public let wasCancelled: Bool

    /// Whether no file at all could be read.
    public var readNothing: Bool { !reports.contains(where: \.isRead) }

    /// Whether every file was read, whole, without a notice or an issue: what `--strict` asks for.
    public var isClean: Bool {
        passedOver.isEmpty && reports.allSatisfy { $0.isRead && $0.notices.isEmpty } && issues.isEmpty && !wasCancelled
    }
}
