import TerminalKit

/// What lies over the view and takes the keys.
enum Overlay: Hashable, Sendable {
    case prompt(Prompt)
    case sortMenu(selected: Int)
    case menu(Menu)
    case help(HelpState)
}

/// The help: how far it is scrolled, and the words that narrow it.
struct HelpState: Hashable, Sendable {
    var offset = 0
    var filter = LineEditor()
    var isTyping = false
}

/// A line that is being typed.
struct Prompt: Hashable, Sendable {
    /// What for.
    enum Purpose: Hashable, Sendable {
        /// The filter of the list; holds the place to return to when it is given up.
        case filter(before: Place)
        /// The windows over which an entity is declared compromised.
        case declare(entity: Int)
        /// The moment of the lens.
        case lens
        /// A window of time, for the runs that were going on in it.
        case window
        /// The name under which a filter is saved.
        case saveQuery(text: String)
    }

    var purpose: Purpose
    var line: LineEditor
    /// The id of the row that the cursor looks for while a filter is typed: words that are not yet whole may hide it.
    var anchor: String?
    /// What is wrong with the line, and from which character on.
    var problem: Problem?

    struct Problem: Hashable, Sendable {
        var text: String
        var at: Int
    }
}
