import Inventory

/// What one file gave, and what in it was passed over.
public struct FileReport: Sendable {
    /// What became of the file.
    public enum Outcome: Sendable, Equatable {
        /// Read, as the format named.
        case read(format: String)
        /// Not a format that any reader knows.
        case unrecognized
        /// Known, but nothing in it could be read.
        case failed(format: String)
    }

    public var path: String
    public var outcome: Outcome
    /// How many facts it gave, by what they are about, in words: `("jobs", 12)`.
    public var gave: [(what: String, count: Int)] = []
    /// What was passed over, and why.
    public var notices: [Notice] = []

    public init(path: String, outcome: Outcome) {
        self.path = path
        self.outcome = outcome
    }
}

/// Something in a file that was passed over or looked wrong.
public struct Notice: Hashable, Sendable {
    /// Where: a line (`line 12`, `line 12, column 3`) or a JSON pointer (`/graph/edges/3`); empty for the whole file.
    public var location: String
    /// What is wrong, and what was done about it.
    public var reason: String

    public init(_ reason: String, at location: String = "") {
        self.location = location
        self.reason = reason
    }
}
