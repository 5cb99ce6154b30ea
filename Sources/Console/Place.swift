import Inventory

/// Where the analyst is: everything that coming back must restore. The same value serves history, bookmarks,
/// permalinks and tests.
public struct Place: Codable, Hashable, Sendable {
    /// What is shown.
    public enum View: String, Codable, Hashable, Sendable, CaseIterable {
        case start, inventory, entity, blast, path, plan, map
    }

    /// How rows are ordered.
    public struct Sort: Codable, Hashable, Sendable {
        /// The column's name, as the view's table of columns has it.
        public var column: String
        /// Whether the smallest value comes first.
        public var ascending: Bool

        /// An order by one column.
        public init(column: String, ascending: Bool = true) {
            self.column = column
            self.ascending = ascending
        }
    }

    /// What is shown.
    public var view: View
    /// The id of the entity that an entity page or a path is about; of a map the one chosen as its target.
    public var subject: String?
    /// The part of the view: a kind of the inventory, a list of the plan; nil is the first.
    public var section: String?
    /// The text of the filter; empty shows everything.
    public var query = ""
    /// The order of the rows; nil is the view's own.
    public var sort: Sort?
    /// The id of the selected row: never its number, which a filter changes.
    public var cursor: String?
    /// The first row shown.
    public var scroll = 0
    /// How what is shown is drawn.
    public var drawing = Drawing()
    /// As of when, and under which assumptions.
    public var lens = Lens()

    enum CodingKeys: String, CodingKey {
        case view, subject, section, query, sort, cursor, scroll, drawing, lens
    }

    /// A place with everything else as it is on first arrival.
    public init(_ view: View, subject: String? = nil, section: String? = nil, lens: Lens = Lens()) {
        self.view = view
        self.subject = subject
        self.section = section
        self.lens = lens
    }

    /// What decides which rows there are: the place without the cursor and the scroll.
    var list: Place {
        var list = self
        list.cursor = nil
        list.scroll = 0
        list.drawing.column = 0
        return list
    }
}

/// As of when, and under which assumptions, every view speaks.
public struct Lens: Codable, Hashable, Sendable {
    /// The moment that decides what is live, in epoch seconds; nil is the moment at which the console was opened.
    public var at: Int64?
    /// Leave every time out of account.
    public var isTimeless = false
    /// Take guards as failing.
    public var guardsFail = false

    /// The lens at the opening of the console.
    public init(at: Int64? = nil) { self.at = at }
}
