import PlainText

/// A box over the middle of the screen with lines that scroll: help, choices, details. With a selection it is a menu.
public struct Popup: Sendable, Hashable {
    /// What stands in the upper edge.
    public var title: String
    /// The lines.
    public var lines: [TextLine]
    /// The selected line of a menu; nil for mere text.
    public var selected: Int?
    /// The first line shown, where nothing is selected; kept inside the list when drawn.
    public var offset: Int
    /// What stands in the lower edge, such as the keys that close it.
    public var footer: String
    /// Whether it stands at the right edge, no wider than its lines: over as little as can be of what it changes.
    public var isAside = false
    /// What is said of the selected line below all of them.
    public var remark: [String] = []

    /// A popup.
    public init(title: String, lines: [TextLine], selected: Int? = nil, offset: Int = 0, footer: String = "") {
        self.title = title
        self.lines = lines
        self.selected = selected
        self.offset = offset
        self.footer = footer
    }

    /// The cells it takes with its box when there is room for all of it.
    public var idealSize: Size {
        let widest = lines.map(\.width).max() ?? 0
        let edge = max(title.printable.displayWidth, isAside ? 0 : footer.printable.displayWidth) + 6
        let columns = max(widest + 5, edge)
        return Size(rows: lines.count + 2 + footerLines(columns).count, columns: columns)
    }

    /// The remark, and the footer where it has no room in the edge.
    private func footerLines(_ columns: Int) -> [String] {
        remark + (isAside && !footer.isEmpty ? Paragraph.lines(footer, columns: max(1, columns - 4)) : [])
    }

    /// What is left beside a box is at least so wide; less would look like a part of it.
    private static let leastRim = 2

    /// Where it stands in `rect`.
    private func box(in rect: Rect) -> Rect {
        let ideal = idealSize
        let hasRim = isAside || rect.columns - ideal.columns >= 2 * Self.leastRim
        let box = rect.centered(hasRim ? ideal : Size(rows: ideal.rows, columns: max(ideal.columns, rect.columns)))
        guard isAside else { return box }
        return Rect(row: box.row, column: rect.endColumn - box.columns, rows: box.rows, columns: box.columns)
    }

    /// The first line shown in a window of `window` lines.
    public func offset(window: Int) -> Int {
        let list = TextTable(columns: [], rowCount: lines.count, selected: selected)
        return list.offset(near: offset, lines: window)
    }

    /// Draws the popup in the middle of `rect`, or at its right edge, over what is there.
    /// - Returns: The lines shown.
    @discardableResult
    public func draw(into screen: inout Screen, in rect: Rect, look: Look) -> Range<Int> {
        let box = box(in: rect)
        screen.fill(box, style: look[.text])
        screen.hold(.pane(.over), in: box)
        var inner = screen.box(
            box, title: title, style: look[.border], titleStyle: look[.title], glyphs: look.glyphs)
        let footerLines = footerLines(box.columns)
        if !isAside { drawFooter(into: &screen, box: box, look: look) }
        if !footerLines.isEmpty, inner.rows > footerLines.count {
            inner = Rect(
                row: inner.row, column: inner.column, rows: inner.rows - footerLines.count, columns: inner.columns)
            for (number, text) in footerLines.enumerated() {
                let line = Rect(
                    row: inner.endRow + number, column: inner.column + 1, rows: 1, columns: inner.columns - 1)
                screen.write(TextLine(text), in: line, style: look[.textDim], look: look)
            }
        }
        let first = offset(window: inner.rows)
        let shown = first..<max(first, min(lines.count, first + inner.rows))
        for (row, index) in shown.enumerated() {
            let line = inner.line(row)
            screen.hold(.choice(index), in: line)
            let isSelected = index == selected
            let style = isSelected ? look[.selection].over(look[.text]) : look[.text]
            if isSelected {
                screen.fill(line, style: style)
                screen.write(look[.selected], at: line.origin, style: style, limit: 1, clip: line)
                screen.cursor = line.origin
            }
            let text = Rect(row: line.row, column: line.column + 1, rows: 1, columns: line.columns - 2)
            screen.write(lines[index], in: text, style: style, look: look)
        }
        let bar = Rect(row: inner.row, column: inner.endColumn - 1, rows: inner.rows, columns: min(1, inner.columns))
        ScrollBar(total: lines.count, shown: shown).draw(into: &screen, in: bar, look: look)
        return shown
    }

    private func drawFooter(into screen: inout Screen, box: Rect, look: Look) {
        guard !footer.isEmpty, box.columns > 6, box.rows > 1 else { return }
        let cut = footer.printable.shortened(to: box.columns - 6, ellipsis: look.glyphs.ellipsis)
        screen.write(
            " \(cut) ", at: Position(row: box.endRow - 1, column: box.column + 2), style: look[.textDim], clip: box)
    }
}
