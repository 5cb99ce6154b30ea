import Casebook
import Inventory
import TerminalKit

/// What lies over the view and takes the keys.
enum Overlay: Hashable, Sendable {
    case prompt(Prompt)
    case menu(Menu)
    case help(HelpState)
    /// What can be copied of the selected row.
    case copyMenu(selected: Int)
    /// The bookmarks.
    case bookmarks(selected: Int)
    /// A text to read, or to select by hand.
    case text(ShownText)
    /// The command palette.
    case palette(Palette)
    /// The keys of a prefix, of which more must follow.
    case prefix([Key])
    /// What was said at the opening, from a line on.
    case notices(offset: Int)
}

extension Overlay? {
    /// Whether a filter is being typed.
    var filters: Bool {
        if case .prompt(let prompt) = self { prompt.movesList } else { false }
    }

    /// Whether a search is being typed.
    var searches: Bool {
        if case .prompt(let prompt) = self { prompt.searches } else { false }
    }
}

extension Overlay {
    /// Whether what is answered there is recorded in a case.
    var asksForDecision: Bool {
        switch self {
        case .prompt(let prompt):
            switch prompt.purpose {
            case .declare, .note, .advance, .conclude, .assign, .tag: true
            default: false
            }
        case .menu(let menu):
            switch menu.purpose {
            case .advance, .conclude, .untag: true
            default: false
            }
        default: false
        }
    }
}

/// The help: what it is about, how far it is scrolled, and the words that narrow it.
struct HelpState: Hashable, Sendable {
    var topic = HelpTopic.keys
    /// What it lies over and returns to; one at most.
    var under: [Overlay] = []
    var offset = 0
    var filter = LineEditor()
    var isTyping = false
}

/// A text that is shown whole.
struct ShownText: Hashable, Sendable {
    var title: String
    var text: String
    var offset = 0
}

/// A line that is being typed.
struct Prompt: Hashable, Sendable {
    /// What for.
    enum Purpose: Hashable, Sendable {
        /// The filter of the list; holds the place to return to when it is given up.
        case filter(before: Place)
        /// What to search for in the list; holds the place to return to when it is given up, and the row to begin at.
        case search(before: Place, from: Int)
        /// The windows over which an entity is declared compromised.
        case declare(entity: Int)
        /// What is noted on an entity.
        case note(entity: Int)
        /// The moment of the lens.
        case lens
        /// The name of a bookmark.
        case bookmark
        /// The file to write something to; whether it is replaced when there is one.
        case write(Paper, replacing: Bool)
        /// A window of time, for the runs that were going on in it.
        case window
        /// Why marks came to a state.
        case advance(PlanSelection, Mark.State)
        /// Why something is concluded of entities.
        case conclude(Marks, Verdict.Finding)
        /// Who is to see to entities.
        case assign(Marks)
        /// The tags that entities get.
        case tag(Marks)
        /// The name under which a filter is saved.
        case saveQuery(text: String)
    }

    var purpose: Purpose
    var line: LineEditor
    /// The id of the row that the cursor looks for while a filter is typed: words that are not yet whole may hide it.
    var anchor: String?
    /// The earlier line that it holds; nil when it is typed.
    var recall: Recall?
    /// What is wrong with the line, and from which character on.
    var problem: Problem?

    struct Problem: Hashable, Sendable {
        var text: String
        var at: Int
        /// What is said where there is no room for the text: what helps most stands first.
        var brief: String?

        init(text: String, at place: Int) { (self.text, at) = (text, place) }

        /// What is wrong with a query.
        init(_ error: QueryError) {
            self.init(text: error.message, at: error.range.lowerBound)
            brief = error.hintedMessage
        }
    }
}
