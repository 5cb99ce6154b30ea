import CNcurses

/// What is known of the terminal of this process without opening it: what a report about it tells.
public struct TerminalDescription: Sendable, Hashable {
    /// Whether standard output is a terminal.
    public let hasOutput: Bool
    /// Whether keys can be read, from standard input or from the process's own terminal.
    public let hasInput: Bool
    /// What the description is called that is used: TERM, or a relative of it; empty without TERM.
    public let name: String
    /// Whether something describes a terminal with this TERM.
    public let isDescribed: Bool
    /// Whether such a terminal can place the cursor, without which there is no console.
    public let placesCursor: Bool
    /// Whether such a terminal can report the mouse.
    public let hasMouse: Bool
    /// Whether the locale is UTF-8, or can be made so.
    public let isUTF8: Bool
    /// How many colours it has; 0 or less is none.
    public let colors: Int
    /// Whether it shows every colour.
    public let hasAllColors: Bool

    /// The terminal of this process. Leaves it alone, but chooses the locale.
    public init() {
        var facts = terminal_description()
        terminal_describe(&facts)
        hasOutput = facts.has_output
        hasInput = facts.has_input
        name = facts.name.map { String(cString: $0) } ?? ""
        isDescribed = facts.is_described
        placesCursor = facts.places_cursor
        hasMouse = facts.has_mouse
        isUTF8 = facts.utf8
        colors = Int(facts.colors)
        hasAllColors = facts.direct_colors
    }
}
