import TerminalKit

extension State {
    /// What lies over the view, line by line: whatever it is, it is what its drawing touches.
    var spokenOverlay: [String] {
        guard overlay != nil else { return [] }
        // Large enough that no line is cut and nothing has to be scrolled.
        let size = Size(rows: 240, columns: 240)
        let untouched = Style(foreground: .rgb(red: 1, green: 2, blue: 3))
        var over = Screen(size)
        over.fill(over.bounds, style: untouched)
        var state = self
        state.size = size
        state.drawOverlay(into: &over, layout: layout(size), look: Look())
        var touched: [(row: Int, columns: ClosedRange<Int>)] = []
        for row in 0..<size.rows {
            let columns = over.row(row).enumerated().filter { $1.style != untouched }.map(\.offset)
            if let first = columns.first, let last = columns.last { touched.append((row, first...last)) }
        }
        let left = touched.map(\.columns.lowerBound).min() ?? 0
        let right = touched.map(\.columns.upperBound).max() ?? 0
        return touched.compactMap { row, _ in
            Self.words(of: over, in: Rect(row: row, column: left, rows: 1, columns: right - left + 1))
        }
    }

    /// Stands before the selected line of a menu.
    static let selectedSign = "selected: "

    /// A line of an overlay in words; nil where it says nothing.
    private static func words(of screen: Screen, in line: Rect) -> String? {
        let text = screen.facts(in: line).map { Key.spelled($0.words) }.reduce(into: "") { text, words in
            text += text.isEmpty ? words : text.last == ":" ? " \(words)" : ", \(words)"
        }
        if text.hasPrefix(Look()[.caret] + " ") { return "problem: \(text.dropFirst(2))" }
        // Inside the edge of its box a menu has the sign of the selection.
        let isSelected = screen[Position(row: line.row, column: line.column + 1)]?.text == Look()[.selected]
        return text.isEmpty ? nil : (isSelected ? selectedSign : "") + text
    }
}
