import PlainText

extension Screen {
    /// Draws a horizontal line over the first row of `rect`.
    public mutating func horizontalLine(_ rect: Rect, style: Style = .plain, glyphs: Glyphs = .unicode) {
        repeatGlyph(.horizontal, over: rect.line(0), style: style, glyphs: glyphs)
    }

    /// Draws a vertical line down the first column of `rect`.
    public mutating func verticalLine(_ rect: Rect, style: Style = .plain, glyphs: Glyphs = .unicode) {
        let column = Rect(row: rect.row, column: rect.column, rows: rect.rows, columns: min(1, rect.columns))
        repeatGlyph(.vertical, over: column, style: style, glyphs: glyphs)
    }

    /// Draws a box along the edge of `rect`, with a title in its upper edge when there is room.
    /// - Returns: The region inside.
    @discardableResult
    public mutating func box(
        _ rect: Rect, title: String = "", style: Style = .plain, titleStyle: Style? = nil, glyphs: Glyphs = .unicode
    ) -> Rect {
        guard rect.rows >= 2, rect.columns >= 2 else { return rect.inset(rows: 1, columns: 1) }
        let (bottom, right) = (rect.endRow - 1, rect.endColumn - 1)
        for row in [rect.row, bottom] {
            let edge = Rect(row: row, column: rect.column, rows: 1, columns: rect.columns)
            horizontalLine(edge, style: style, glyphs: glyphs)
        }
        for column in [rect.column, right] {
            let edge = Rect(row: rect.row, column: column, rows: rect.rows, columns: 1)
            verticalLine(edge, style: style, glyphs: glyphs)
        }
        let corners: [(Glyph, Int, Int)] = [
            (.topLeft, rect.row, rect.column), (.topRight, rect.row, right),
            (.bottomLeft, bottom, rect.column), (.bottomRight, bottom, right),
        ]
        for (glyph, row, column) in corners {
            write(glyphs[glyph], at: Position(row: row, column: column), style: style)
        }
        if !title.isEmpty, rect.columns > 6 {
            let cut = title.printable.shortened(to: rect.columns - 6, ellipsis: glyphs.ellipsis)
            write(
                " \(cut) ", at: Position(row: rect.row, column: rect.column + 2), style: titleStyle ?? style,
                clip: rect)
        }
        return rect.inset(rows: 1, columns: 1)
    }

    private mutating func repeatGlyph(_ glyph: Glyph, over rect: Rect, style: Style, glyphs: Glyphs) {
        for cluster in glyphs[glyph].displayClusters.prefix(1) {
            fill(rect, with: Cell(cluster, style: style))
        }
    }
}
