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

    /// The line in at most `columns`. The most important piece always stays; of equals the last leaves first.
    func line(fitting columns: Int) -> TextLine {
        var shown = pieces
        while shown.count > 1, line(of: shown).width > columns {
            let least = shown.map(\.priority).min()
            guard let last = shown.lastIndex(where: { $0.priority == least }) else { break }
            shown.remove(at: last)
        }
        return line(of: shown)
    }

    private func line(of pieces: [Piece]) -> TextLine {
        TextLine(pieces.enumerated().flatMap { $0 == 0 ? $1.spans : [TextSpan(separator)] + $1.spans })
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
