import TerminalKit

/// The command palette: what is typed, and what is chosen among what fits.
struct Palette: Hashable, Sendable {
    var line = LineEditor()
    /// The earlier line that it holds; nil when it is typed.
    var recall: Recall?
    /// What the arrows chose, by its place in the list; nil leaves it to how well the first one fits.
    var chosen: Int?

    /// The text without spaces at its ends.
    var text: String {
        let characters = line.text.drop { $0 == " " }
        let end = characters.lastIndex { $0 != " " }.map { characters.index(after: $0) } ?? characters.startIndex
        return String(characters[..<end])
    }

    /// Whether a query is typed, to filter by or to search for.
    var isQuery: Bool { line.text.first.map { "/\\".contains($0) } ?? false }
}

/// Something that the palette offers.
struct PaletteEntry: Hashable, Sendable {
    /// What choosing it does.
    enum Target: Hashable, Sendable {
        case command(Command.ID)
        /// A kind of the inventory, by its name in places.
        case section(String)
        case place(Place)
        case entity(Int)
        case filter(String)
        /// The rows of a kind that a query finds.
        case listing(section: String, query: String)
        /// A ready, configured or saved query, by its place in their list.
        case query(Int)
        case search(String)
        /// A moment for the lens, as it was typed.
        case lens(String)
        /// A row by its number, from 1.
        case row(Int)
    }

    let target: Target
    /// What one types for it.
    let name: String
    /// What it does.
    let meaning: String
    /// How well it fits what is typed; nil while nothing is typed.
    var match: FuzzyMatch?
}
