import TerminalKit

/// Where the parts of the frame stand. Small terminals lose the parts that matter least; the body goes last.
struct FrameLayout: Hashable, Sendable {
    var title: Rect?
    var crumbs: Rect?
    var counts: Rect?
    var body: Rect
    /// Beside the body: the facts of the selected entity.
    var preview: Rect?
    /// Below the body: the selected row in full, where there is no preview.
    var detail: Rect?
    /// Messages, blind spots, and the line being typed.
    var note: Rect?
    var bar: Rect?

    /// From this width on the selected entity has a pane of its own.
    static let previewColumns = 140

    /// The same where the view itself needs the width.
    static let drawnPreviewColumns = 240

    init(_ size: Size, hasPreview: Bool, from previewColumns: Int = previewColumns) {
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
        let isWide = hasPreview && size.columns >= previewColumns
        detail = bottom(hasPreview && !isWide && size.rows >= 20)
        body = rest
        if isWide {
            let width = min(64, size.columns * 2 / 5)
            body = Rect(row: rest.row, column: 0, rows: rest.rows, columns: rest.columns - width - 3)
            preview = Rect(row: rest.row, column: rest.columns - width, rows: rest.rows, columns: width)
        }
    }
}

extension State {
    /// Where the parts of the frame stand on a screen of `size`.
    func layout(_ size: Size) -> FrameLayout {
        FrameLayout(
            size, hasPreview: place.view != .entity,
            from: place.view == .map ? FrameLayout.drawnPreviewColumns : FrameLayout.previewColumns)
    }

    /// The part of the screen that the view draws.
    func bodyRect(_ size: Size) -> Rect { layout(size).body }
}
