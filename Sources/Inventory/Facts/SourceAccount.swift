/// What became of one file that was named as evidence, in words: what `firebreak import` prints of it.
public struct SourceAccount: Hashable, Sendable {
    /// How much of a file is in the inventory.
    public enum Standing: Int64, Hashable, Sendable {
        case whole
        /// Without what ``SourceAccount/details`` say.
        case part
        case unread
    }

    /// Its path as the user named it.
    public var path: String
    /// How much of it was read.
    public var standing: Standing
    /// Its format, what it gave, and how much was passed over; or why it was not read.
    public var summary: String
    /// What was passed over, and why.
    public var details: [String]

    /// An account of a file.
    public init(path: String, standing: Standing, summary: String, details: [String] = []) {
        self.path = path
        self.standing = standing
        self.summary = summary
        self.details = details
    }
}
