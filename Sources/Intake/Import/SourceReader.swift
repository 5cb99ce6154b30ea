import Inventory

/// One source format. A reader is handed files that it recognised by their content and adds facts to the session.
protocol SourceReader {
    /// The format's name in reports: `GitHub Actions workflow`.
    static var format: String { get }

    /// Adds what `file` says. Whatever cannot be read is noted in `report` and passed over; the rest is read.
    static func read(_ file: SourceFile, into session: inout ImportSession, report: inout FileReport)
}

/// What all files of one import share while they are read.
struct ImportSession {
    /// Where facts go that one file can state alone.
    var builder = InventoryBuilder()
    /// What only makes sense once all files on GitHub were read: names that other files resolve.
    var estate = GitHubEstate()
    /// `OWNER/NAME` for workflow files whose place does not tell it.
    var repository: String?
}
