import TerminalKit

/// Where the parts of the frame stand. Small terminals lose the parts that matter least; the body goes last.
struct FrameLayout: Hashable, Sendable {
    var title: Rect?
    var crumbs: Rect?
    var counts: Rect?
    var body: Rect
    /// Right of the body or below it: what the rows have in common.
    var panel: Rect?
    /// Beside the body or below it: the facts of the selected entity.
    var preview: Rect?
    /// The line between the body and the preview, one cell wide or high.
    var edge: Rect?
    /// Below the body: the selected row in full, where there is no preview.
    var detail: Rect?
    /// Messages, blind spots, and the line being typed.
    var note: Rect?
    /// The lines above that, as many as a message needs that is longer.
    var moreNote: Rect?
    var bar: Rect?
    /// Whether the list is drawn; where it is not, the pane or the panel has its place.
    var showsList = true

    /// From this size on the selected entity has a pane below the list: that takes no columns from a table, and a list that
    /// scrolls leaves it where it is, so that a slow line carries only what differs.
    private static let lowPreview = Size(rows: 34, columns: 110)
    /// The lines of that pane, and those it has on a screen of ``manyRows``.
    private static let lowPreviewLines = (few: 11, many: 13)
    private static let manyRows = 50

    /// On a wide screen that is lower, and beside what needs its lines, the pane stands beside the list from this width on,
    /// which loses no column of its table by that.
    static let previewColumns = listColumns.lowerBound + paneColumns.lowerBound + 3
    /// The same where the view itself needs the width.
    static let drawnPreviewColumns = 240
    /// The list has what it needs for most names and reasons first, then the pane what makes long lines of it; the rest is
    /// the list's. Neither goes by what the rows say: the edge would move while a filter is typed.
    private static let listColumns = 115...170
    private static let paneColumns = 42...64
    /// In so many columns most facts take a line.
    private static let usualPaneColumns = 50

    /// How wide the pane is beside the list in so many columns for both.
    private static func paneWidth(in columns: Int) -> Int {
        let usual = min(max(columns - listColumns.lowerBound, paneColumns.lowerBound), usualPaneColumns)
        return min(max(columns - listColumns.upperBound, usual), paneColumns.upperBound)
    }

    /// From this width on the panel stands beside the list.
    static let panelBesideColumns = 100
    private static let panelColumns = 34
    /// Where the panel would have fewer lines, it takes the place of the list while keys move in it.
    private static let leastPanelRows = 3

    init(
        _ size: Size, hasPreview: Bool, from previewColumns: Int = previewColumns, sparesLines: Bool = false,
        pane: Place.Pane = .both, panel facets: FacetPanel? = nil, noteLines: Int = 1
    ) {
        let screen = Rect(size)
        var rest = screen
        func top(_ isShown: Bool) -> Rect? {
            guard isShown else { return nil }
            let line = rest.line(0)
            rest = Rect(row: rest.row + 1, column: 0, rows: rest.rows - 1, columns: rest.columns)
            return line
        }
        func bottom(_ isShown: Bool) -> Rect? {
            guard isShown else { return nil }
            let line = rest.line(rest.rows - 1)
            rest = Rect(row: rest.row, column: 0, rows: rest.rows - 1, columns: rest.columns)
            return line
        }
        title = top(size.rows >= 5)
        crumbs = top(size.rows >= 6)
        counts = top(size.rows >= 8)
        bar = bottom(size.rows >= 3)
        note = bottom(size.rows >= 7)
        let lines = note == nil ? 0 : min(noteLines, size.rows / 4) - 1
        let hasBoth = hasPreview && pane == .both
        let panelRoom = facets == nil ? 0 : Self.panelColumns
        let isBelow =
            hasBoth && sparesLines && size.columns >= Self.lowPreview.columns && size.rows >= Self.lowPreview.rows
        let isBeside = hasBoth && !isBelow && size.columns >= previewColumns + panelRoom
        let hasDetail = hasPreview && !isBeside && !isBelow && pane != .preview && size.rows >= 20
        detail = bottom(hasDetail && lines < 1)
        if lines > 0 {
            rest = Rect(row: rest.row, column: 0, rows: rest.rows - lines, columns: rest.columns)
            moreNote = Rect(row: rest.endRow, column: 0, rows: lines, columns: rest.columns)
        }
        body = rest
        if hasPreview, pane == .preview {
            showsList = false
            preview = rest.inset(columns: min(2, rest.columns / 10))
        } else if isBeside {
            let width = Self.paneWidth(in: size.columns - 3 - panelRoom)
            body = Rect(row: rest.row, column: 0, rows: rest.rows, columns: rest.columns - width - 3)
            edge = Rect(row: rest.row, column: rest.columns - width - 2, rows: rest.rows, columns: 1)
            // The last column is left to a scroll bar.
            preview = Rect(row: rest.row, column: rest.columns - width, rows: rest.rows, columns: width - 1)
        } else if isBelow {
            let lines = size.rows < Self.manyRows ? Self.lowPreviewLines.few : Self.lowPreviewLines.many
            body = Rect(row: rest.row, column: 0, rows: rest.rows - lines, columns: rest.columns)
            edge = rest.line(rest.rows - lines)
            preview = Rect(
                row: rest.endRow - lines + 1, column: TextTable.gutter, rows: lines - 1,
                columns: rest.columns - TextTable.gutter - 1)
        }
        if let facets, showsList {
            divideBody(besideList: size.columns >= Self.panelBesideColumns, isActive: facets.isActive)
        }
    }

    /// Takes the panel off the body.
    private mutating func divideBody(besideList: Bool, isActive: Bool) {
        let all = body
        if besideList {
            let columns = min(Self.panelColumns, all.columns / 3)
            body = Rect(row: all.row, column: all.column, rows: all.rows, columns: all.columns - columns - 2)
            panel = Rect(row: all.row, column: all.endColumn - columns, rows: all.rows, columns: columns)
        } else if all.rows / 2 < Self.leastPanelRows {
            showsList = !isActive
            panel = isActive ? all : nil
        } else {
            let rows = all.rows / 2
            body = Rect(row: all.row, column: all.column, rows: all.rows - rows, columns: all.columns)
            panel = Rect(row: all.endRow - rows, column: all.column, rows: rows, columns: all.columns)
        }
    }
}

extension State {
    /// Where the parts of the frame stand on a screen of `size`.
    func layout(_ size: Size) -> FrameLayout {
        FrameLayout(
            size, hasPreview: place.view.screenView.hasPreview,
            from: place.view == .map ? FrameLayout.drawnPreviewColumns : FrameLayout.previewColumns,
            sparesLines: place.view.screenView.sparesLines, pane: place.pane,
            panel: facetObstacle == nil ? place.facets : nil,
            noteLines: overlay == nil ? messageLines(columns: size.columns).count : 1)
    }

    /// The part of the screen that the view draws.
    func bodyRect(_ size: Size) -> Rect { layout(size).body }
}
