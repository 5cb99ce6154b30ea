/// The themes there are: the built-in ones, and those that the caller reads from files.
///
/// A theme file is lines of `key = foreground [on background] [attribute ...]`, where the key is a ``Meaning``.
/// Colours are `default`, the sixteen names (`red`, `bright-red`), `0`–`255`, `#rrggbb`, or a name from the palette,
/// which `palette.NAME = COLOUR [| NAME]` defines; the name behind the bar is used where there are only sixteen
/// colours. `inherits = THEME` takes over all entries of another theme. A `#` at the start of a line or before a
/// space begins a comment.
public struct ThemeLibrary: Sendable {
    /// A theme, and what in its file could not be used.
    public struct Outcome: Sendable, Hashable {
        /// The theme; where its file could not be used at all, a plain one.
        public let theme: Theme
        /// What could not be used, in the order of the file; problems of inherited files first.
        public let problems: [ThemeProblem]
    }

    /// The text of a theme file and the name to use for it in messages.
    public struct Source: Sendable {
        let text: String
        let file: String

        /// A text and its name.
        public init(text: String, file: String) {
            self.text = text
            self.file = file
        }
    }

    private let read: @Sendable (String) -> Source?

    /// A library. `read` returns the source of the user's theme with a name, or nil; it is asked before the
    /// built-in themes.
    public init(read: @escaping @Sendable (String) -> Source? = { _ in nil }) { self.read = read }

    /// The theme used when nobody asks for another.
    public static let defaultName = "ansi"

    /// The built-in theme with a name, or nil.
    public static func builtIn(_ name: String) -> Theme? { ThemeLibrary().theme(named: name)?.theme }

    /// The names of the built-in themes, the default first.
    public static var builtInNames: [String] { builtInTexts.map(\.name) }

    /// The theme with a name; nil when there is none.
    public func theme(named name: String) -> Outcome? { theme(named: name, descendants: []) }

    /// The theme written in `source`.
    public func theme(named name: String, source: Source) -> Outcome {
        var parser = ThemeParser(name: name, file: source.file) { parent in
            guard parent != name else { return .circular([name, name]) }
            return resolve(parent, descendants: [name])
        }
        return parser.parse(source.text)
    }

    private func theme(named name: String, descendants: [String]) -> Outcome? {
        let builtIn = Self.builtInTexts.first { $0.name == name }.map { Source(text: $0.text, file: name + ".theme") }
        guard let source = read(name) ?? builtIn else { return nil }
        var parser = ThemeParser(name: name, file: source.file) { parent in
            resolve(parent, descendants: descendants + [name])
        }
        return parser.parse(source.text)
    }

    private func resolve(_ parent: String, descendants: [String]) -> ThemeParser.Parent {
        if descendants.contains(parent) { return .circular(descendants + [parent]) }
        return theme(named: parent, descendants: descendants).map(ThemeParser.Parent.found) ?? .missing
    }
}
