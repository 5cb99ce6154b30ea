import Inventory

/// One source format that is no JSON. A reader is handed files that it recognised by their content and adds facts to
/// the session. It announces the file with ``InventoryBuilder/add(source:)``, under the path that the file came with.
protocol SourceReader: Sendable {
    /// The format's name in reports: `GitHub Actions workflow`.
    static var format: String { get }

    /// Whether the file is of this format: by its content, and where that leaves it open by its place.
    static func recognizes(_ file: SourceFile) -> Bool

    /// Adds what `file` says. Whatever cannot be read is noted in `report` and passed over; the rest is read.
    static func read(_ file: SourceFile, into session: inout ImportSession, report: inout FileReport)
}

/// One source format in JSON. The text is parsed once for all of them.
protocol JSONSourceReader: Sendable {
    /// The format's name in reports: `BloodHound OpenGraph`.
    static var format: String { get }

    /// Whether the document, or the first of several, is of this format.
    static func recognizes(_ document: JSONDocument) -> Bool

    /// Adds what `document`, parsed from `file`, says. Whatever cannot be read is noted in `report` and passed over.
    static func read(
        _ file: SourceFile, _ document: JSONDocument, into session: inout ImportSession, report: inout FileReport)
}

/// The formats that are read, a row each. The first row that recognises a file reads it.
enum SourceFormats {
    /// Formats in JSON.
    static let json: [any JSONSourceReader.Type] = [OpenGraphReader.self, GitHubRESTReader.self]

    /// All others.
    static let text: [any SourceReader.Type] = [GitHubWorkflowReader.self, GitHubActionReader.self]
}

/// One source format whose files may be too long to hold, read in pieces.
protocol StreamReader: SendableMetatype {
    /// The format's name in reports.
    static var format: String { get }

    /// Whether the file is of this format, as far as its first bytes tell.
    static func recognizes(_ head: [UInt8], _ candidate: Discovery.Candidate, _ options: ImportOptions) -> Bool

    /// Adds what the file says. Whatever cannot be read is noted in `report` and passed over.
    static func read(
        _ stream: TextStream, into session: inout ImportSession, report: inout FileReport
    ) -> TextStream.Outcome
}

/// The formats that are read in pieces, a row each.
enum StreamFormats {
    static let all: [any StreamReader.Type] = [OpenGraphStream.self, CSVStream.self]

    /// The reader of a file that starts with `head`.
    static func reader(
        of head: [UInt8], _ candidate: Discovery.Candidate, _ options: ImportOptions
    ) -> (any StreamReader.Type)? {
        all.first { $0.recognizes(head, candidate, options) }
    }
}
