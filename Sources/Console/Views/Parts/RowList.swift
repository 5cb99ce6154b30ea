import PlainText
import TerminalKit

/// A list whose rows differ from one another, so that no table fits: each draws itself right of the gutter.
struct RowList {
    var geometry: ListGeometry
    var emptyText: TextLine = ""

    /// Draws the rows in the window. `row` draws one of them into its lines with the style that lies under it;
    /// `mark` gives the sign in its gutter.
    func draw(
        into screen: inout Screen, in rect: Rect, offset: Int, look: Look, mark: (Int) -> String = { _ in "" },
        row: (Int, Rect, Style, inout Screen) -> Void
    ) {
        let first = geometry.offset(near: offset)
        let shown = first..<max(first, min(geometry.rowCount, first + geometry.window))
        let hasBar = shown.count < geometry.rowCount
        if geometry.rowCount == 0 {
            screen.write(emptyText, in: text(of: rect, hasBar: false), style: look[.textDim], look: look)
        }
        var spoken: [SpokenFact] = []
        for (place, index) in shown.enumerated() {
            let lines = Rect(
                row: rect.row + place * geometry.rowHeight, column: rect.column, rows: geometry.rowHeight,
                columns: rect.columns)
            screen.hold(.row(index), in: lines, clip: rect)
            let isSelected = index == geometry.selected
            let selection = look[.selection].over(look[.text])
            if isSelected {
                screen.fill(gutter(of: lines), style: selection)
                screen.write(look[.selected], at: lines.origin, style: selection, limit: 1, clip: lines)
                screen.cursor = lines.origin
            }
            screen.write(
                mark(index), at: Position(row: lines.row, column: lines.column + 1),
                style: isSelected ? selection : look[.mark].over(look[.text]), limit: TextTable.gutter - 1, clip: lines)
            let text = text(of: lines, hasBar: hasBar)
            screen.spoken = []
            row(index, text, look[.text], &screen)
            if isSelected {
                screen.showSelection(of: text.line(0), look: look)
                spoken = screen.spoken.isEmpty ? screen.facts(in: text) : screen.spoken
            }
        }
        screen.spoken = spoken
        let bar = Rect(row: rect.row, column: rect.endColumn - 1, rows: rect.rows, columns: min(1, rect.columns))
        ScrollBar(total: geometry.rowCount, shown: shown, leads: true).draw(into: &screen, in: bar, look: look)
    }

    private func gutter(of lines: Rect) -> Rect {
        Rect(
            row: lines.row, column: lines.column, rows: lines.rows, columns: min(TextTable.gutter, lines.columns))
    }

    private func text(of lines: Rect, hasBar: Bool) -> Rect {
        Rect(
            row: lines.row, column: lines.column + TextTable.gutter, rows: lines.rows,
            columns: lines.columns - TextTable.gutter - (hasBar ? 2 : 0))
    }
}

extension Screen {
    /// Lays the look of what is selected over the text of a line, and over nothing beside it: as a table does.
    fileprivate mutating func showSelection(of line: Rect, look: Look) {
        let cells = Array(row(line.row))
        let written = (line.column..<max(line.column, min(line.endColumn, cells.count))).filter {
            cells[$0].text != " "
        }
        guard let first = written.first, let last = written.last else { return }
        restyle(Rect(row: line.row, column: first, rows: 1, columns: last - first + 1)) { style in
            var selected = look[.selection].over(style)
            selected.attributes.subtract(.dim)
            return selected
        }
    }

    /// Writes texts in columns into the first line of `rect`; those who hear the row get all of them, and whole.
    mutating func write(_ cells: [TextSpan], columns: [TableColumn], in rect: Rect, style: Style, look: Look) {
        if look.isSpoken {
            spoken += cells.flatMap { SpokenFact.facts(of: $0.text) }.filter { $0.text != look[.none] }
        }
        for slot in ColumnSlot.slots(for: columns, in: rect.columns) where slot.index < cells.count {
            let column = columns[slot.index]
            let text = cells[slot.index].text.printable.fitted(
                to: slot.width, alignment: column.alignment, keeping: column.keeping, ellipsis: look.glyphs.ellipsis)
            write(
                text, at: Position(row: rect.row, column: rect.column + slot.start),
                style: cells[slot.index].style.map { $0.over(style) } ?? style, limit: slot.width, clip: rect)
        }
    }
}
