import TerminalKit

/// Where the parts of the frame stand. Small terminals lose the parts that matter least; the body goes last.
struct FrameLayout: Hashable, Sendable {
    var title: Rect?
    var crumbs: Rect?
    var counts: Rect?
    var body: Rect
    /// Right of the body or below it: what the rows have in common.
    var panel: Rect?
    /// Beside the body: the facts of the selected entity.
    var preview: Rect?
    /// Below the body: the selected row in full, where there is no preview.
    var detail: Rect?
    /// Messages, blind spots, and the line being typed.
    var note: Rect?
    var bar: Rect?
    /// Whether the list is drawn; where it is not, the pane has its place.
    var showsList = true

    /// From this width on the selected entity has a pane of its own.
    static let previewColumns = 140

    /// The same where the view itself needs the width.
    static let drawnPreviewColumns = 240

    /// From this width on the panel stands beside the list.
    static let panelBesideColumns = 100
    private static let panelColumns = 34

    init(
        _ size: Size, hasPreview: Bool, from previewColumns: Int = previewColumns, pane: Place.Pane = .both,
        hasPanel: Bool = false
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
        let isWide = hasPreview && pane == .both && size.columns >= previewColumns
        detail = bottom(hasPreview && !isWide && pane != .preview && size.rows >= 20)
        body = rest
        if hasPreview, pane == .preview {
            showsList = false
            preview = rest.inset(columns: min(2, rest.columns / 10))
        } else if isWide {
            let width = min(64, size.columns * 2 / 5)
            body = Rect(row: rest.row, column: 0, rows: rest.rows, columns: rest.columns - width - 3)
            preview = Rect(row: rest.row, column: rest.columns - width, rows: rest.rows, columns: width)
        }
        if hasPanel { divideBody(besideList: size.columns >= Self.panelBesideColumns) }
    }

    /// Takes the panel off the body.
    private mutating func divideBody(besideList: Bool) {
        let all = body
        if besideList {
            let columns = min(Self.panelColumns, all.columns / 3)
            body = Rect(row: all.row, column: all.column, rows: all.rows, columns: all.columns - columns - 2)
            panel = Rect(row: all.row, column: all.endColumn - columns, rows: all.rows, columns: columns)
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
            from: place.view == .map ? FrameLayout.drawnPreviewColumns : FrameLayout.previewColumns, pane: place.pane,
            hasPanel: place.facets != nil && facetObstacle == nil)
    }

    /// The part of the screen that the view draws.
    func bodyRect(_ size: Size) -> Rect { layout(size).body }
}
