import PlainText
import TerminalKit

/// Pieces of a line of which the least important leave when there is no room for all.
struct FittedLine {
    struct Piece {
        var spans: [TextSpan]
        var priority: Int

        init(_ text: String, _ style: Style? = nil, priority: Int) {
            spans = [TextSpan(text, style)]
            self.priority = priority
        }
    }

    var pieces: [Piece]
    var separator: String

    /// The line in at most `columns`: the pieces by importance, as long as they fit; the first of them always.
    func line(fitting columns: Int) -> TextLine {
        let order = pieces.indices.sorted { (-pieces[$0].priority, $0) < (-pieces[$1].priority, $1) }
        var shown: [Int] = []
        for index in order where shown.isEmpty || line(of: (shown + [index]).sorted()).width <= columns {
            shown.append(index)
        }
        return line(of: shown.sorted())
    }

    private func line(of shown: [Int]) -> TextLine {
        TextLine(shown.enumerated().flatMap { ($0 == 0 ? [] : [TextSpan(separator)]) + pieces[$1].spans })
    }
}

extension Screen {
    /// Writes a line at the left and a text at the right end of the first line of `rect`; the right one stays whole as
    /// long as it fits at all.
    mutating func write(
        left: (Int) -> TextLine, right: TextLine, in rect: Rect, style: Style = .plain, look: Look
    ) {
        let width = right.width
        let fits = width > 0 && width <= rect.columns
        let room = fits ? max(0, rect.columns - width - 2) : rect.columns
        let start = Rect(row: rect.row, column: rect.column, rows: min(1, rect.rows), columns: room)
        write(left(room), in: start, style: style, look: look)
        guard fits else { return }
        let end = Rect(row: rect.row, column: rect.endColumn - width, rows: min(1, rect.rows), columns: width)
        write(right, in: end, style: style, look: look)
    }
}
