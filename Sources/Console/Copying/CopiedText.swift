/// A text to be put where other programs paste from.
struct CopiedText: Hashable, Sendable {
    /// What it is, for messages: `the id`.
    var what: String
    var text: String
}

/// What became of a text that was to be copied.
enum CopyOutcome: Hashable, Sendable {
    /// A program took it.
    case taken(CopiedText, by: String)
    /// The terminal is to be asked to take it.
    case terminal(CopiedText, bytes: [UInt8])
    /// Nothing here takes it.
    case impossible(CopiedText)
}
