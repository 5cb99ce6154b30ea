import PlainText
import TerminalKit

/// A pane of facts under headings: each fact whole, in as many lines as it takes. In a high pane the facts that all have
/// keep their places: the eye finds them there while the selection moves, and a move writes only what differs.
struct FactPane {
    /// Facts under a heading.
    struct Part {
        let heading: String
        let facts: [SummaryFact]
        /// The lines kept for them, with their heading.
        var lines = 0
        /// Whether each keeps the lines that other entities need for it, also where the pane is low.
        var isSpaced = false
    }

    /// A line of the pane.
    enum Line: Hashable {
        case heading(String)
        case fact(label: String, text: String)

        /// Whether something begins here.
        var isStart: Bool {
            guard case .fact(let label, _) = self else { return true }
            return !label.isEmpty
        }
    }

    /// What it is about.
    let title: String
    /// The same in words, for those who hear it, where the title alone does not say what that is.
    var spokenTitle: String?
    let parts: [Part]
    let look: Look
    /// The cells of the pane.
    let size: Size

    /// From this height on facts keep their places.
    private static let highRows = 36
    /// From this width on the parts stand side by side.
    private static let wideColumns = 100
    /// From this width on the last of them has two columns.
    private static let widestColumns = 150
    private static let gap = 2
    private static let labelColumns = 13
    /// How many lines a single fact may take; the page has all.
    private static let linesShown = 6

    /// Whether facts keep their places in a pane of this size.
    static func isHigh(_ size: Size) -> Bool { size.rows >= highRows }
    /// Whether parts stand side by side in a pane of this size.
    static func isWide(_ size: Size) -> Bool { size.columns >= wideColumns }
    /// Whether the last of them has two columns.
    static func isWidest(_ size: Size) -> Bool { size.columns >= widestColumns }

    private var isHigh: Bool { Self.isHigh(size) }
    private var isWide: Bool { Self.isWide(size) }

    /// The title, above all else.
    private var titleLines: [String] {
        guard !isWide else { return [look.shortened(title, to: size.columns)] }
        let lines = wrapped(title, columns: size.columns, lines: 2)
        return isHigh && lines.count == 1 ? lines + [""] : lines
    }

    /// How many columns of facts stand side by side.
    private var columnCount: Int { !isWide ? 1 : parts.count + (Self.isWidest(size) ? 1 : 0) }

    /// The columns of a column of facts.
    private var columnWidth: Int { (size.columns - Self.gap * columnCount) / columnCount }

    /// The columns of facts, from the left.
    private var columns: [[Line]] {
        var columns = parts.map(lines)
        guard isWide else { return [columns.flatMap { $0 }] }
        if columnCount > parts.count, let last = columns.popLast() { columns += halves(last) }
        return columns
    }

    /// A column that goes on in the next one, below an empty heading: at a fact, as soon as the lines are used up.
    private func halves(_ lines: [Line]) -> [[Line]] {
        let room = max(2, size.rows - 1)
        guard lines.count > room else { return [lines, []] }
        let end = lines.prefix(room + 1).lastIndex { $0.isStart } ?? room
        return [Array(lines[..<end]), [.heading("")] + lines[end...]]
    }

    /// How many lines lie below the last one that fits.
    var hiddenLines: Int { max(0, (columns.map(\.count).max() ?? 0) - max(0, size.rows - titleLines.count)) }

    /// What it says, a line a fact.
    var spoken: [String] { [spokenTitle ?? title] + parts.flatMap(\.facts).map { SpokenFact($0.label, $0.text).words } }

    private func lines(_ part: Part) -> [Line] {
        var lines = [Line.heading(part.heading)]
        for fact in part.facts {
            let texts = wrapped(fact.text, columns: max(8, columnWidth - Self.labelColumns), lines: Self.linesShown)
            lines += texts.enumerated().map { .fact(label: $0 == 0 ? fact.label : "", text: $1) }
            if isHigh || part.isSpaced { lines += blanks(fact.lines - texts.count) }
        }
        return lines + (isHigh ? blanks(part.lines - lines.count) : [])
    }

    private func blanks(_ count: Int) -> [Line] {
        Array(repeating: .fact(label: "", text: ""), count: max(0, count))
    }

    /// A text in lines; what is too long for so many is cut in its middle.
    private func wrapped(_ text: String, columns: Int, lines: Int) -> [String] {
        let whole = Paragraph.lines(text, columns: columns)
        guard whole.count > lines else { return whole }
        let text = text.printable.shortened(
            to: max(1, columns * lines - columns / 2), keeping: .middle, ellipsis: look.glyphs.ellipsis)
        return Array(Paragraph.lines(text, columns: columns).prefix(lines))
    }

    /// Draws it from line `offset` on; a bar says which part is shown where that is not all.
    func draw(into screen: inout Screen, in rect: Rect, offset: Int) {
        let title = titleLines
        for (number, text) in title.enumerated() {
            screen.write(TextLine(text, look[.title]), in: rect.line(number), look: look)
        }
        let room = max(0, rect.rows - title.count)
        let columns = columns
        let total = columns.map(\.count).max() ?? 0
        let first = max(0, min(offset, total - room))
        for (number, lines) in columns.enumerated() {
            for (row, line) in lines.dropFirst(first).prefix(room).enumerated() {
                let place = Rect(
                    row: rect.row + title.count + row, column: rect.column + number * (columnWidth + Self.gap), rows: 1,
                    columns: columnWidth)
                draw(line, into: &screen, in: place.intersection(rect))
            }
        }
        let bar = Rect(row: rect.row + title.count, column: rect.endColumn, rows: room, columns: 1)
        ScrollBar(total: total, shown: first..<min(total, first + room)).draw(into: &screen, in: bar, look: look)
    }

    private func draw(_ line: Line, into screen: inout Screen, in rect: Rect) {
        switch line {
        case .heading(let text): screen.write(TextLine(text, look[.header]), in: rect, look: look)
        case .fact(let label, let text):
            let front = look.shortened(label, to: Self.labelColumns - 1).padded(to: Self.labelColumns)
            screen.write([TextSpan(front, look[.textDim]), TextSpan(text)], in: rect, style: look[.text], look: look)
        }
    }
}
