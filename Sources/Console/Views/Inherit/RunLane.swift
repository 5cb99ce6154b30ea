import Inventory
import TerminalKit

/// The runs of a runner on an axis, with the declared windows and the lens.
struct RunLane {
    let runs: [RunExposure]
    let windows: [Interval]
    let lens: Instant?
    let selected: InheritRows.Row?
    let look: Look

    /// The lines that it takes.
    static let lines = 1 + AxisDrawing.lines

    /// The declared windows with half their length on both sides, so that single runs can be told apart in them; else
    /// from the first run to the last.
    private var span: Interval? {
        let bounded = windows.filter { $0.from.isBounded && $0.until.isBounded }
        if let from = bounded.map(\.from).min(), let until = bounded.map(\.until).max(),
            let length = Interval(from, until).lasted
        {
            return Interval(from.advanced(by: -length / 2), until.advanced(by: length / 2))
        }
        let starts = windows.map(\.from).filter(\.isBounded) + runs.map(\.interval.from).filter(\.isBounded)
        let ends = runs.map(\.interval.until).filter(\.isBounded)
        guard let from = starts.min(), let until = ends.max(), from < until else { return nil }
        return Interval(from, until)
    }

    func draw(into screen: inout Screen, in rect: Rect) {
        guard let span, let axis = TimeAxis(span, columns: rect.columns) else { return }
        let line = rect.line(0)
        var (earlier, later) = (0, 0)
        var cells = [Cell?](repeating: nil, count: axis.columns)
        for run in runs {
            if run.interval.until <= span.from { earlier += 1 }
            if run.interval.from >= span.until { later += 1 }
            for column in columns(of: run, on: axis) where cells[column] != .inWindow {
                cells[column] = run.isInWindow ? .inWindow : .outside
            }
        }
        if case .run(let run)? = selected { for column in columns(of: run, on: axis) { cells[column] = .selected } }
        for (column, cell) in cells.enumerated() {
            guard let cell else { continue }
            let place = Position(row: line.row, column: line.column + column)
            screen.write(
                look[cell == .selected ? .thumb : .span], at: place, style: look[cell.meaning], limit: 1, clip: line)
        }
        drawOutside(earlier: earlier, later: later, into: &screen, in: line)
        let foot = Rect(row: rect.row + 1, column: rect.column, rows: AxisDrawing.lines, columns: rect.columns)
        AxisDrawing(axis: axis, windows: windows, lens: lens, look: look).draw(into: &screen, in: foot)
    }

    /// What stands in a column.
    private enum Cell {
        case outside, inWindow, selected

        var meaning: Meaning {
            switch self {
            case .outside: .textDim
            case .inWindow: .alarm
            case .selected: .title
            }
        }
    }

    /// The columns that a run covers, at least one where it is on the axis at all.
    private func columns(of run: RunExposure, on axis: TimeAxis) -> Range<Int> {
        let first = axis.column(of: run.interval.from)
        // The end is not part of it.
        let last = axis.column(of: run.interval.until.advanced(by: -1))
        guard last >= 0, first < axis.columns else { return 0..<0 }
        return max(0, first)..<max(0, first, min(last, axis.columns - 1)) + 1
    }

    /// How many runs lie beyond the ends of the axis.
    private func drawOutside(earlier: Int, later: Int, into screen: inout Screen, in line: Rect) {
        if earlier > 0 {
            let text = "\(look[.arrowLeft])\(Words.grouped(earlier)) "
            screen.write(text, at: line.origin, style: look[.textDim], clip: line)
        }
        if later > 0 {
            let text = " \(Words.grouped(later))\(look[.arrowRight])"
            let place = Position(row: line.row, column: line.endColumn - text.count)
            screen.write(text, at: place, style: look[.textDim], clip: line)
        }
    }
}
