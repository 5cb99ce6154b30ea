import Inventory
import TerminalKit

/// How the density of events looks: bars that stand on an axis of time.
struct DensityDrawing {
    let density: Density
    let windows: [Interval]
    let lens: Instant?
    let look: Look

    /// The lines that the bars take above the axis, where there is much room.
    static let tallBars = 3

    /// Draws the bars in all lines but the last two, which are the axis.
    func draw(into screen: inout Screen, in rect: Rect) {
        let axis = TimeAxis(density, columns: rect.columns)
        let bars = Rect(
            row: rect.row, column: rect.column, rows: rect.rows - AxisDrawing.lines, columns: rect.columns)
        let heights = heights(axis)
        let most = heights.max() ?? 0
        let steps = Glyph.bars.count
        for (column, height) in heights.enumerated() where height > 0 {
            // At least the lowest step: a single event must not vanish beside many.
            let level = max(1, height * bars.rows * steps / max(1, most))
            for line in 0..<bars.rows {
                let own = min(steps, level - line * steps)
                guard own > 0 else { break }
                let place = Position(row: bars.endRow - 1 - line, column: bars.column + column)
                let isMarked = windows.contains { window in
                    axis.column(of: window.from) <= column && column <= axis.column(of: window.until)
                }
                screen.write(
                    look[Glyph.bars[own - 1]], at: place, style: look[isMarked ? .alarm : .textDim], clip: bars)
            }
        }
        let foot = Rect(
            row: bars.endRow, column: rect.column, rows: AxisDrawing.lines, columns: rect.columns)
        AxisDrawing(axis: axis, windows: windows, lens: lens, look: look).draw(into: &screen, in: foot)
    }

    /// How many events stand in each column: that of a unit in each of its columns.
    private func heights(_ axis: TimeAxis) -> [Int] {
        var heights = [Int](repeating: 0, count: axis.columns)
        for (unit, count) in density.counts.enumerated() {
            let start = density.span.from.advanced(by: Int64(unit) * density.unit)
            let first = axis.column(of: start)
            let next = axis.column(of: start.advanced(by: density.unit))
            for column in first..<max(first + 1, next) where heights.indices.contains(column) {
                heights[column] += count
            }
        }
        return heights
    }
}
