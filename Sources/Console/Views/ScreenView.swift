import TerminalKit

/// One of the console's views: which rows it has, how it draws them, and what its keys do. No state of its own.
protocol ScreenView: Sendable {
    /// The lines of a row.
    var rowHeight: Int { get }
    /// The lines that titles of columns take above the rows.
    var headerLines: Int { get }
    /// The part of the body that holds the list with its header.
    func listRect(_ state: State, in body: Rect) -> Rect
    /// Whether the selected entity may be shown beside the list.
    var hasPreview: Bool { get }
    /// Whether the list can do without the lines that a pane below it takes.
    var sparesLines: Bool { get }
    /// The rows of the place. Called only when what they depend on changes.
    func rows(_ state: State) -> Rows
    /// Draws the body.
    func draw(_ state: State, into screen: inout Screen, in body: Rect, look: Look)
    /// The lists among which Tab chooses; the first one is shown on arrival.
    func sections(_ state: State) -> [ViewSection]
    /// The columns by which the rows can be sorted.
    func sortColumns(_ state: State) -> [SortColumn]
    /// The columns that the table can have, in the view's own order; empty where there is nothing to choose.
    func tableColumns(_ state: State) -> [TableSetup.Column]
    /// The width that a column has by itself.
    func columnWidth(_ name: String) -> Int
    /// Why Enter does nothing on the selected row.
    func openObstacle(_ state: State) -> String?
    /// What Enter does on the selected row.
    func open(_ state: inout State)
    /// The row in words, for those who hear it; nil where its text says it all.
    func spoken(row: Int, in state: State) -> String?
    /// The same as single facts, what the row is first; nil where those of its drawing will do.
    func spokenFacts(row: Int, in state: State) -> [SpokenFact]?
    /// Moves what is shown so that the selection is in it.
    func scroll(_ state: inout State)
}

extension ScreenView {
    var rowHeight: Int { 1 }
    var headerLines: Int { 0 }
    var hasPreview: Bool { true }
    var sparesLines: Bool { true }
    func spoken(row: Int, in state: State) -> String? { nil }
    func spokenFacts(row: Int, in state: State) -> [SpokenFact]? { nil }
    func sections(_ state: State) -> [ViewSection] { [] }
    func sortColumns(_ state: State) -> [SortColumn] { [] }
    func tableColumns(_ state: State) -> [TableSetup.Column] { [] }
    func columnWidth(_ name: String) -> Int { 0 }
    func openObstacle(_ state: State) -> String? { state.entityObstacle }
    func open(_ state: inout State) { _ = state.showEntity() }
    func scroll(_ state: inout State) {
        state.place.scroll = state.list(in: state.bodyRect(state.size)).offset(near: state.place.scroll)
    }
}

/// A list among several of one view.
struct ViewSection: Hashable, Sendable {
    /// Its name in places.
    let name: String
    /// What it is called.
    let title: String
    /// How many rows it has without a filter; nil while that is not known.
    let count: Int?
    /// How many more there are that ``count`` is without, and that the list has: shown as `97+4`.
    var more = 0
}

/// A column by which rows can be sorted.
struct SortColumn: Hashable, Sendable {
    /// Its name in places.
    let name: String
    /// What stands above it.
    let title: String
    /// Whether the greatest is what one looks for.
    var startsWithGreatest = false
}

extension Place.View {
    /// The view's rows, drawing and keys.
    var screenView: any ScreenView {
        switch self {
        case .start: StartView()
        case .inventory: InventoryView()
        case .entity: EntityView()
        case .blast: BlastView()
        case .path: PathView()
        case .plan: PlanView()
        case .inherit: InheritView()
        case .timeline: TimelineView()
        case .map: MapView()
        case .changes: ChangesView()
        case .journal: JournalView()
        case .chokepoints: ChokePointsView()
        }
    }
}
