import PlainText
import TerminalKit

/// The lists of a view on one line, with how many rows each has, scrolled so that the chosen one is visible.
struct SectionLine {
    var sections: [ViewSection]
    /// The name of the chosen one; nil is the first.
    var selected: String?

    /// The lines below, for a body that is high enough to spare one.
    static func rest(of body: Rect) -> Rect {
        guard body.rows >= minimumRows else { return body }
        return Rect(row: body.row + 1, column: body.column, rows: body.rows - 1, columns: body.columns)
    }

    private static let minimumRows = 4
    /// A longer title, such as one with a name, would leave no room to see the others.
    private static let titleColumns = 33

    func draw(into screen: inout Screen, in body: Rect, look: Look) {
        guard body.rows >= Self.minimumRows, !sections.isEmpty else { return }
        let chosen = sections.firstIndex { $0.name == selected } ?? 0
        let texts = sections.map { section in
            let more = section.more > 0 ? "+" + Words.grouped(section.more) : ""
            return look.shortened(section.title, to: Self.titleColumns)
                + (section.count.map { " " + Words.grouped($0) + more } ?? "")
        }
        let line = body.line(0).inset(columns: 1)
        var first = 0
        func width(_ range: ClosedRange<Int>) -> Int { range.reduce(0) { $0 + texts[$1].displayWidth + 3 } }
        while first < chosen, width(first...chosen) > line.columns - 2 { first += 1 }
        var column = line.column
        if first > 0 {
            column += screen.write(
                look[.arrowLeft] + " ", at: line.origin, style: look[.textDim], clip: line)
            screen.hold(.list(first - 1), in: Rect(row: line.row, column: line.column, rows: 1, columns: 2), clip: line)
        }
        for index in first..<texts.count where column < line.endColumn {
            let isChosen = index == chosen
            let text = (isChosen ? look[.selected] : " ") + texts[index] + " "
            let isCut = column + text.displayWidth > line.endColumn
            let start = Position(row: line.row, column: column)
            column += screen.write(
                isCut ? look.glyphs.ellipsis : text, at: start,
                style: isChosen ? look[.title] : look[.textDim], clip: line)
            let place = Rect(row: line.row, column: start.column, rows: 1, columns: column - start.column)
            screen.hold(.list(index), in: place, clip: line)
            if isCut { break }
            column += 1
        }
    }
}
