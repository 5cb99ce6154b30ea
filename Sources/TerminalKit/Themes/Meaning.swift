/// What a piece of text means, by which a theme decides how it looks. Names are dotted; a theme that does not know
/// `kind.token` uses `kind`.
public struct Meaning: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The dotted name.
    public let name: String

    /// A meaning by its dotted name.
    public init(_ name: String) { self.name = name }

    /// A meaning by its dotted name.
    public init(stringLiteral name: String) { self.name = name }

    /// The dotted name.
    public var description: String { name }

    /// A meaning below this one: `kind` and `token` make `kind.token`.
    public func appending(_ part: String) -> Meaning { Meaning(name + "." + part) }

    /// The meaning one step up, nil at the top: `kind` for `kind.token`.
    var parent: Meaning? {
        guard let dot = name.lastIndex(of: ".") else { return nil }
        return Meaning(String(name[..<dot]))
    }
}

extension Meaning {
    /// Ordinary text.
    public static let text: Meaning = "text"
    /// Text of less weight.
    public static let textDim: Meaning = "text.dim"
    /// The name of the program, the case or a box.
    public static let title: Meaning = "title"
    /// The path of places that led here.
    public static let breadcrumb: Meaning = "breadcrumb"
    /// What the program has to say, in words.
    public static let status: Meaning = "status"
    /// The line that says where, as of when, and how much.
    public static let statusBar: Meaning = "status.bar"
    /// A key to press.
    public static let key: Meaning = "key"
    /// What the key does.
    public static let keyLabel: Meaning = "key.label"
    /// The selected row.
    public static let selection: Meaning = "selection"
    /// The selected row of a pane without focus.
    public static let selectionInactive: Meaning = "selection.inactive"
    /// The titles of a table.
    public static let header: Meaning = "header"
    /// Lines and boxes.
    public static let border: Meaning = "border"
    /// What must be dealt with now.
    public static let alarm: Meaning = "alarm"
    /// What should be looked at.
    public static let warning: Meaning = "warning"
    /// What is in order.
    public static let good: Meaning = "good"
    /// What can still be used.
    public static let live: Meaning = "live"
    /// What is over.
    public static let expired: Meaning = "expired"
    /// What holds only if a guard fails.
    public static let conditional: Meaning = "conditional"
    /// The identity plane.
    public static let identityPlane: Meaning = "plane.identity"
    /// The integrity plane.
    public static let integrityPlane: Meaning = "plane.integrity"
    /// A mark set by the analyst.
    public static let mark: Meaning = "mark"
    /// What a search found.
    public static let match: Meaning = "match"
    /// An error, such as in a query.
    public static let error: Meaning = "error"
    /// The sign before a line that is being typed.
    public static let prompt: Meaning = "prompt"
    /// The kind of an entity; below it one meaning a kind, such as `kind.token`.
    public static let kind: Meaning = "kind"
    /// What was concluded rather than recorded.
    public static let inferred: Meaning = "inferred"
}
