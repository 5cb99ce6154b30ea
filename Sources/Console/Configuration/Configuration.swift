import TerminalKit

/// What the user chose: the keys, the theme, and how the terminal is used. Read from a file of lines
/// `name = value`:
///
///     theme = dark
///     ascii = no
///     mouse = yes
///     key.why = y, <F2>
///     key.plan = Z p
///     key.suspend = none
///     query.old keys = kind:token age>1y
///
/// A line `query.NAME` names a query. A line `key.COMMAND` replaces all keys of that command; other commands keep theirs. Keys have the names that help
/// shows (`ctrl-f`, `space`) or those of scripts (`<C-f>`); a comma stands between alternatives, a space between keys
/// that are pressed one after another. A `#` at the start of a line or before a space begins a comment.
public struct Configuration: Sendable, Hashable {
    /// The theme's name or path; nil where the default is to be used.
    public internal(set) var theme: String?
    /// The line that names the theme, from 1.
    public internal(set) var themeLine: Int?
    /// Whether only ASCII is drawn.
    public internal(set) var isASCII = false
    /// Whether the mouse is reported from the beginning.
    public internal(set) var usesMouse = false
    /// The queries that have names, in the order of their lines.
    public internal(set) var queries: [SavedQuery] = []
    /// What in the file could not be used, in the order of its lines.
    public internal(set) var problems: [ConfigurationProblem] = []

    var keymap = Keymap.standard

    /// What holds where there is no file.
    public init() {}

    /// The configuration that `text` asks for, as far as it can be used.
    /// - Parameter file: What the file is called in ``problems``.
    public init(text: String, file: String) {
        var parser = ConfigurationParser(file: file)
        self = parser.parse(text)
    }
}
