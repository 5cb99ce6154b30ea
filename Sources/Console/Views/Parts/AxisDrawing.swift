import Inventory
import PlainText
import TerminalKit

/// How an axis of time looks: a line with ticks and the declared windows on it, and below it times and the lens.
struct AxisDrawing {
    let axis: TimeAxis
    let windows: [Interval]
    /// The moment of the lens; nil where times are left out of account.
    let lens: Instant?
    let look: Look

    /// The lines that it takes.
    static let lines = 2

    func draw(into screen: inout Screen, in rect: Rect) {
        let line = Rect(row: rect.row, column: rect.column, rows: 1, columns: min(rect.columns, axis.columns))
        screen.horizontalLine(line, style: look[.border], glyphs: look.glyphs)
        let ticks = axis.ticks
        for tick in ticks { put(.teeDown, tick.column, into: &screen, in: line, style: look[.border]) }
        for window in windows { draw(window, into: &screen, in: line) }
        drawLabels(ticks, into: &screen, in: rect.line(1))
    }

    private func put(_ glyph: Glyph, _ column: Int, into screen: inout Screen, in line: Rect, style: Style) {
        guard column >= 0, column < line.columns else { return }
        screen.write(look[glyph], at: Position(row: line.row, column: line.column + column), style: style, clip: line)
    }

    private func draw(_ window: Interval, into screen: inout Screen, in line: Rect) {
        let (start, end) = (axis.column(of: window.from), axis.column(of: window.until))
        for column in max(0, start)...max(0, start, min(end, axis.columns - 1)) where end >= 0 && start < axis.columns {
            put(.span, column, into: &screen, in: line, style: look[.alarm])
        }
        put(.spanStart, start, into: &screen, in: line, style: look[.alarm])
        put(.spanEnd, end, into: &screen, in: line, style: look[.alarm])
    }

    /// The lens first: times that would touch it are left out.
    private func drawLabels(_ ticks: [TimeAxis.Tick], into screen: inout Screen, in line: Rect) {
        let taken = lens.map { draw(lens: $0, into: &screen, in: line) }
        for tick in ticks {
            let own = tick.column..<tick.column + tick.label.displayWidth
            guard taken?.overlaps(own) != true, own.upperBound <= line.columns else { continue }
            screen.write(
                tick.label, at: Position(row: line.row, column: line.column + tick.column), style: look[.textDim],
                clip: line)
        }
    }

    /// - Returns: The columns that it takes.
    private func draw(lens: Instant, into screen: inout Screen, in line: Rect) -> Range<Int> {
        let column = axis.column(of: lens)
        let (text, start): (String, Int) =
            if column < 0 {
                ("\(look[.arrowLeft]) lens", 0)
            } else if column >= min(axis.columns, line.columns) {
                ("lens \(look[.arrowRight])", max(0, min(axis.columns, line.columns) - 6))
            } else if column + 6 > line.columns {
                ("lens \(look[.arrowUp])", max(0, column - 5))
            } else {
                ("\(look[.arrowUp]) lens", column)
            }
        screen.write(text, at: Position(row: line.row, column: line.column + start), style: look[.title], clip: line)
        return start - 1..<start + text.displayWidth + 1
    }
}
