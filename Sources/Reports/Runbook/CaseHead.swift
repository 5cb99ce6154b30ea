import Casebook

/// How far a case was when something was worked out of it: by this a reader tells whether it has been changed since.
public struct CaseHead: Hashable, Sendable {
    let identifier: String
    let entries: Int
    let head: String

    /// A case as it was last read.
    public init(_ file: CaseFile) {
        (identifier, entries, head) = (file.identifier, file.sequence, file.head)
    }

    /// In a line.
    var words: String { "case \(identifier) · journal: \(entries.counted("entry", "entries")), head \(head)" }

    var json: JSONText {
        .object([("identifier", .string(identifier)), ("entries", JSONText(entries)), ("head", .string(head))])
    }
}
