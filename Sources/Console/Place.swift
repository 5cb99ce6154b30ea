import Inventory

/// Where the analyst is: everything that coming back must restore. The same value serves history, bookmarks,
/// permalinks and tests.
public struct Place: Codable, Hashable, Sendable {
    /// What is shown.
    public enum View: String, Codable, Hashable, Sendable, CaseIterable {
        case start, inventory, entity, blast, path, plan, inherit, timeline, map, changes, journal, chokepoints
    }

    /// What is shown of a list and the selected entity beside it.
    public enum Pane: String, Codable, Hashable, Sendable, CaseIterable {
        /// Both, where there is room.
        case both
        case list
        case preview
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
    /// The id of the entity that an entity page, a path or the view of a runner is about; of a map and
    /// of choke points the one chosen as their target.
    public var subject: String?
    /// The part of the view: a kind of the inventory, a list of the plan; nil is the first.
    public var section: String?
    /// The text of the filter; empty shows everything.
    public var query = ""
    /// Terms of the filter that are switched off, to be switched on again: each a query; nil where there are none.
    public var setAside: [String]?
    /// What is searched for among the rows, which hides none; empty searches for nothing.
    public var search = ""
    /// The order of the rows; nil is the view's own.
    public var sort: Sort?
    /// The keys by which rows with the same key of ``sort`` are ordered, the weightiest first.
    public var furtherSorts: [Sort]?
    /// The column by which the rows are grouped; nil shows single rows.
    public var group: String?
    /// The kinds that are not listed, whatever the filter says. They are reached and counted all the same.
    public var hiddenKinds: [String]?
    /// The columns that the analyst chose; nil is the view's own choice.
    public var table: TableSetup?
    /// The panel of facets; nil while it is shut.
    public var facets: FacetPanel?
    /// Which of the ways to the subject a path shows, from 1 on; nil is the earliest.
    public var way: Int?
    /// The id of the selected row: never its number, which a filter changes.
    public var cursor: String?
    /// The first row shown.
    public var scroll = 0
    /// Which of the list and the pane beside it is shown.
    public var pane = Pane.both
    /// How what is shown is drawn.
    public var drawing = Drawing()
    /// As of when, and under which assumptions.
    public var lens = Lens()

    /// A place with everything else as it is on first arrival.
    public init(_ view: View, subject: String? = nil, section: String? = nil, lens: Lens = Lens()) {
        self.view = view
        self.subject = subject
        self.section = section
        self.lens = lens
    }

    /// The pane with which the next place begins: a list alone stays so; an entity alone is that of this place.
    var carriedPane: Pane { pane == .list ? .list : .both }

    /// What decides which rows there are: the place without the cursor and the scroll.
    var list: Place {
        var list = self
        list.cursor = nil
        list.scroll = 0
        list.search = ""
        list.setAside = nil
        list.pane = .both
        list.table = nil
        list.facets = nil
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
    /// Cross only relations of this plane; nil crosses both.
    public var plane: Plane?
    /// Cross only relations that are known at least so well; nil crosses all.
    public var evidence: Evidence?

    /// The lens at the opening of the console.
    public init(at: Int64? = nil) { self.at = at }
}

extension Place {
    private enum CodingKeys: String, CodingKey {
        case view, subject, section, query, setAside, search, sort, furtherSorts, group, hiddenKinds, table, facets, way
        case cursor, scroll, pane, drawing, lens
    }

    /// Reads a place. What an older writing does not have is as on first arrival.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            try values.decode(View.self, forKey: .view),
            subject: try values.decodeIfPresent(String.self, forKey: .subject),
            section: try values.decodeIfPresent(String.self, forKey: .section),
            lens: try values.decodeIfPresent(Lens.self, forKey: .lens) ?? Lens())
        query = try values.decodeIfPresent(String.self, forKey: .query) ?? ""
        setAside = try values.decodeIfPresent([String].self, forKey: .setAside)
        search = try values.decodeIfPresent(String.self, forKey: .search) ?? ""
        sort = try values.decodeIfPresent(Sort.self, forKey: .sort)
        furtherSorts = try values.decodeIfPresent([Sort].self, forKey: .furtherSorts)
        group = try values.decodeIfPresent(String.self, forKey: .group)
        hiddenKinds = try values.decodeIfPresent([String].self, forKey: .hiddenKinds)
        table = try values.decodeIfPresent(TableSetup.self, forKey: .table)
        facets = try values.decodeIfPresent(FacetPanel.self, forKey: .facets)
        way = try values.decodeIfPresent(Int.self, forKey: .way)
        cursor = try values.decodeIfPresent(String.self, forKey: .cursor)
        scroll = try values.decodeIfPresent(Int.self, forKey: .scroll) ?? 0
        pane = try values.decodeIfPresent(Pane.self, forKey: .pane) ?? .both
        drawing = try values.decodeIfPresent(Drawing.self, forKey: .drawing) ?? Drawing()
    }
}
