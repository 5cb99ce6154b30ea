extension Overlay {
    /// The keys of a popup; nil where help is asked for otherwise, or letters are typed.
    var help: HelpSection? {
        switch self {
        case .menu(let menu): menu.isTyping ? nil : menu.purpose.help
        case .copyMenu: HelpSection("copy", [HelpEntry("enter, a letter", "Copies what it says")])
        case .bookmarks:
            HelpSection(
                "bookmarks", [HelpEntry("enter, a letter", "Goes there"), HelpEntry("x", "Removes the bookmark")])
        case .prompt, .help, .text, .palette, .prefix, .notices: nil
        }
    }

    /// The keys that every popup has.
    static let commonHelp = HelpSection(
        "In every popup",
        [
            HelpEntry("j k", "Select the next one, or the one before; arrows, page keys, g and G move too"),
            HelpEntry("esc q h", "Close it"),
        ])
}

extension Menu.Purpose {
    fileprivate var help: HelpSection {
        HelpSection(title, keys.map { HelpEntry($0, $1) } + [HelpEntry("/", "Lists only what has the words typed")])
    }

    /// What stands in the upper edge.
    var title: String {
        switch self {
        case .sort: "sort by"
        case .furtherSort: "sort by, within equal rows"
        case .visited: "visited places"
        case .group: "group by"
        case .kinds: "kinds that are listed"
        case .columns: "columns"
        case .queries: "ready queries"
        case .terms: "terms of the filter"
        case .advance: "state"
        case .conclude: "verdict"
        case .untag: "tags"
        }
    }

    private var keys: [(String, String)] {
        switch self {
        case .sort: [("enter", "Sorts by the column; by the same again the other way round")]
        case .visited: [("enter", "Goes there")]
        case .furtherSort: [("enter", "Adds the column to the order; of one that is in it turns the order round")]
        case .group: [("enter", "Groups the rows by it; enter on a group opens its rows")]
        case .kinds:
            [("space", "Lists the kind or not"), ("o", "Lists only this kind"), ("a", "Lists all"), ("enter", "Done")]
        case .columns:
            [
                ("space", "Shows the column or not"), ("J K", "Moves it down or up"),
                ("+ -", "Makes it wider or narrower"),
                ("0", "As wide as its texts"), ("r", "All columns as they were"), ("enter", "Done"),
            ]
        case .queries:
            [
                ("enter", "Asks the query"), ("s", "Saves the filter of the list under a name"),
                ("x", "Forgets a query that was saved"),
            ]
        case .terms:
            [
                ("space", "Switches the term off, or on again"), ("o", "Switches all others off"),
                ("x", "Removes it"), ("enter", "Done"),
            ]
        case .advance: [("enter, its first letter", "Chooses the state; why it is so, is asked next")]
        case .conclude: [("enter", "Chooses the verdict; what it rests on, is asked next")]
        case .untag: [("enter", "Takes the tag away")]
        }
    }
}
