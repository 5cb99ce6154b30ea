import Inventory

/// A table of a report: the same rows in every form that the report takes.
struct ReportTable: Sendable {
    /// Its name in files, in snake case.
    let name: String
    /// What it is a table of.
    let title: String
    /// The columns, each with its name in files and its title.
    let columns: [(name: String, title: String)]
    var rows: [[ReportCell]]

    /// In reports that people read, longer tables end after this many rows and say so; files hold all.
    static let longest = 2_000
}

/// A cell of a table.
enum ReportCell: Sendable {
    case text(String)
    case number(Int?)
    /// A moment, and what stands where there is none.
    case time(Instant?, missing: String = "–")
    /// Yes, no, or not known.
    case truth(Bool?)

    /// What people read.
    var words: String {
        switch self {
        case .text(let text): text.isEmpty ? "–" : text
        case .number(let number): number.map { String($0) } ?? "–"
        case .time(let instant, let missing): instant?.bounded == nil ? missing : instant?.reportText ?? missing
        case .truth(let truth): truth.map { $0 ? "yes" : "no" } ?? "unknown"
        }
    }

    /// What programs read: null where nothing is known.
    var json: JSONText {
        switch self {
        case .text(let text): .string(text)
        case .number(let number): number.map { JSONText($0) } ?? .null
        case .time(let instant, _): JSONText(instant)
        case .truth(let truth): JSONText(truth)
        }
    }

    /// A cell of a file of comma-separated values: empty where nothing is known.
    var csv: String {
        switch self {
        case .text(let text): text
        case .number(let number): number.map { String($0) } ?? ""
        case .time(let instant, _): instant?.bounded == nil ? "" : instant?.iso8601 ?? ""
        case .truth(let truth): truth.map { $0 ? "yes" : "no" } ?? ""
        }
    }
}

extension Instant {
    /// `2026-03-14 02:10:05Z`: to the second, because a report may be held against others.
    var reportText: String { iso8601.replacing("T", with: " ") }
}
