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
        /// Never opened, or not to its end: no permission, not a file, too large. The notice says why.
        case unreadable
    }

    /// How many notices and issues are listed; the rest is only counted.
    public static let listedLimit = 50

    /// The file's path as the user named it.
    public var path: String
    /// What became of it.
    public var outcome: Outcome
    /// How many facts it gave, by what they are about, in words: `("jobs", 12)`; sorted by the words.
    public var gave: [(what: String, count: Int)] = []
    /// What was passed over, and why.
    public var notices: [Notice] = []
    /// How many notices more there were than are listed.
    public var furtherNotices = 0
    /// Facts of this file that contradict others, or name entities that no file declares; the first ones.
    public var issues: [BuildIssue] = []
    /// How many issues more there were than are listed.
    public var furtherIssues = 0

    /// A report that lists nothing yet.
    public init(path: String, outcome: Outcome) {
        self.path = path
        self.outcome = outcome
    }

    /// The report on a file that no reader knows.
    static func unrecognized(_ path: String, _ shape: ContentShape) -> FileReport {
        var report = FileReport(path: path, outcome: .unrecognized)
        report.note(shape.strangeness)
        return report
    }

    /// Whether facts of this file are in the inventory.
    public var isRead: Bool {
        if case .read = outcome { true } else { false }
    }

    /// Notes that something was passed over. Once ``listedLimit`` notices are listed, the rest is only counted.
    public mutating func note(_ reason: String, at location: String = "") {
        if notices.count < Self.listedLimit {
            notices.append(Notice(reason, at: location))
        } else {
            furtherNotices += 1
        }
    }

    /// Notes that the text had to be mended, first at this byte.
    mutating func noteRepair(at offset: Int) {
        note("not UTF-8 at byte \(offset); what could not be read became U+FFFD")
    }

    /// Adds to the number of facts about `what`.
    public mutating func count(_ what: String, _ number: Int = 1) {
        if let place = gave.firstIndex(where: { $0.what == what }) {
            gave[place].count += number
        } else if number > 0 {
            gave.append((what, number))
        }
    }

    /// Lists an issue, or counts it once ``listedLimit`` are listed.
    mutating func add(_ issue: BuildIssue) {
        if issues.count < Self.listedLimit { issues.append(issue) } else { furtherIssues += 1 }
    }
}

/// Something in a file that was passed over or looked wrong.
public struct Notice: Hashable, Sendable {
    /// Where: a line (`line 12`, `line 12, column 3`) or a JSON pointer (`/graph/edges/3`); empty for the whole file.
    public var location: String
    /// What is wrong, and what was done about it.
    public var reason: String

    /// A notice about the place at `location`.
    public init(_ reason: String, at location: String = "") {
        self.location = location
        self.reason = reason
    }
}
