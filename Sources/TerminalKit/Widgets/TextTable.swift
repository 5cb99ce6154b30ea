import PlainText

/// A row of a table as it is drawn.
public struct TableRow: Sendable, Hashable {
    /// The texts, one a column of the table; a missing one is empty.
    public var cells: [TextSpan]
    /// What stands behind the text of a cell, by the number of its column, as far as that has room left.
    public var asides: [Int: TextSpan] = [:]
    /// The signs in the gutter, such as that of a mark; at most two columns.
    public var mark: String
    /// The style of the sign.
    public var markStyle: Style?
    /// What lies under the styles of the cells.
    public var style: Style?

    /// A row.
    public init(_ cells: [TextSpan], mark: String = "", markStyle: Style? = nil, style: Style? = nil) {
        self.cells = cells
        self.mark = mark
        self.markStyle = markStyle
        self.style = style
    }
}

/// A table of any number of rows, of which only those in the window are asked for; where a column fits its content, also
/// an even sample of the others, so that widths do not change while the list scrolls.
///
/// Its gutter shows the selected row and the marks, so that neither is told by colour alone.
public struct TextTable: Sendable {
    /// The columns of the gutter: the sign of the selection, that of the mark, and a space or a second sign.
    public static let gutter = 3
    /// So many columns of what the selected row is called are in reverse: enough to be seen, and cheap over a slow line.
    private static let highlighted = 40
    /// Between a text and what stands behind it, and the least that is shown of that.
    static let asideGap = 2
    private static let leastAside = 8

    /// The columns, from the left.
    public var columns: [TableColumn]
    /// How many rows there are.
    public var rowCount: Int
    /// The selected row; nil when there is none.
    public var selected: Int?
    /// Whether key presses go to this table.
    public var isActive: Bool
    /// Whether the titles are shown.
    public var showsHeader: Bool
    /// What stands in a table without rows: why there are none.
    public var emptyText: TextLine
    /// A column by which the rows are sorted.
    public struct SortKey: Sendable, Hashable {
        /// The column's index.
        public var column: Int
        /// Whether it ascends.
        public var ascending: Bool
        /// The number of the word of the title that it is about, where the column says several things; nil where it is
        /// about the whole column.
        public var word: Int?

        /// A key.
        public init(column: Int, ascending: Bool, word: Int? = nil) {
            self.column = column
            self.ascending = ascending
            self.word = word
        }
    }

    /// The columns by which the rows are sorted, the weightiest first; a sign stands beside the title of each, with its
    /// number where there are several.
    public var sortKeys: [SortKey] = []

    /// What is known of the widths of the texts; nil measures them at every drawing.
    public var measures: TableMeasures?

    /// The weightiest of ``sortKeys``.
    public var sorted: (column: Int, ascending: Bool)? {
        get { sortKeys.first.map { ($0.column, $0.ascending) } }
        set { sortKeys = newValue.map { [SortKey(column: $0.column, ascending: $0.ascending)] } ?? [] }
    }

    /// A table.
    public init(
        columns: [TableColumn], rowCount: Int, selected: Int? = nil, isActive: Bool = true, showsHeader: Bool = true,
        emptyText: TextLine = ""
    ) {
        self.columns = columns
        self.rowCount = max(0, rowCount)
        self.selected = selected
        self.isActive = isActive
        self.showsHeader = showsHeader
        self.emptyText = emptyText
    }

    /// The lines that a region has for rows.
    public func window(in rect: Rect) -> Int { max(0, rect.rows - headerLines(in: rect)) }

    /// The lines that the titles take: a single line is left to the selected row.
    public func headerLines(in rect: Rect) -> Int { showsHeader && rect.rows > 1 ? 1 : 0 }

    /// The first row to show in a window of `lines` rows, so that the selection is in it and the window is full:
    /// as near to `offset`, that of the last drawing, as can be.
    public func offset(near offset: Int, lines: Int) -> Int {
        guard lines > 0 else { return 0 }
        var first = min(max(0, offset), max(0, rowCount - lines))
        if let selected, selected >= 0, selected < rowCount {
            first = min(max(first, selected - lines + 1), selected)
        }
        return first
    }

    /// What a status line says of the place: `6 of 47`, `47 rows` without a selection.
    public var positionText: String {
        guard let selected, selected >= 0, selected < rowCount else {
            return rowCount == 1 ? "1 row" : "\(rowCount) rows"
        }
        return "\(selected + 1) of \(rowCount)"
    }

    /// Draws the table and puts the hardware cursor on the selected row.
    /// - Parameters:
    ///   - offset: The first row shown at the last drawing; see ``offset(near:lines:)``.
    ///   - row: Makes a row by its index; asked only for rows in the window and, where a column fits its content, in a sample.
    /// - Returns: The rows shown.
    @discardableResult
    public func draw(
        into screen: inout Screen, in rect: Rect, offset: Int, look: Look, row: (Int) -> TableRow
    ) -> Range<Int> {
        let lines = window(in: rect)
        let first = self.offset(near: offset, lines: lines)
        let shown = first..<max(first, min(rowCount, first.saturating(plus: lines)))
        let texts = texts(in: rect)
        let slots = slots(in: rect, look: look, row: row)
        let header = headerLines(in: rect)
        if header > 0 { drawHeader(into: &screen, in: texts.line(0), slots: slots, look: look) }
        if rowCount == 0 {
            screen.write(emptyText, in: texts.line(header), style: look[.textDim], look: look)
        }
        for (line, index) in shown.enumerated() {
            let line = rect.line(line + header)
            screen.hold(.row(index), in: line)
            draw(row(index), isSelected: index == selected, into: &screen, in: line, slots: slots, look: look)
        }
        let bar = Rect(
            row: rect.row + header, column: rect.endColumn - 1, rows: lines,
            columns: min(1, rect.columns))
        ScrollBar(total: rowCount, shown: shown, leads: true).draw(into: &screen, in: bar, look: look)
        return shown
    }

    /// Where the columns stand in a region, for rows whose texts are made to the width they get; asks for rows as
    /// ``draw(into:in:offset:look:row:)`` does.
    public func slots(in rect: Rect, look: Look, row: (Int) -> TableRow) -> [ColumnSlot] {
        let room = texts(in: rect).columns
        return ColumnSlot.slots(for: fitted(to: room, look: look, row: row), in: room)
    }

    /// What lies between the gutter and the scroll bar.
    private func texts(in rect: Rect) -> Rect {
        let hasBar = window(in: rect) < rowCount
        return Rect(
            row: rect.row, column: rect.column + Self.gutter, rows: rect.rows,
            columns: rect.columns - Self.gutter - (hasBar ? 2 : 0))
    }

    private func drawHeader(into screen: inout Screen, in line: Rect, slots: [ColumnSlot], look: Look) {
        for slot in slots {
            let column = columns[slot.index]
            let place = Rect(row: line.row, column: line.column + slot.start, rows: line.rows, columns: slot.width)
            screen.hold(.title(column.title), in: place)
            let title = titleWithSigns(slot, look)
            write(TextSpan(title), slot: slot, into: &screen, in: line, style: look[.header], look: look)
        }
    }

    /// The title of a column with the signs of the order. The title gives way, and never the signs.
    private func titleWithSigns(_ slot: ColumnSlot, _ look: Look) -> String {
        let title = columns[slot.index].title
        let signs = sortKeys.enumerated().filter { $1.column == slot.index }.map { place, key in
            let sign = look[key.ascending ? .ascending : .descending] + (sortKeys.count > 1 ? String(place + 1) : "")
            return (sign: sign, word: key.word)
        }
        if signs.isEmpty { return title }
        guard signs.contains(where: { $0.word != nil }) else {
            let sign = signs.map(\.sign).joined()
            let room = max(0, slot.width - sign.displayWidth)
            return title.displayWidth < room
                ? "\(title) \(sign)" : title.shortened(to: room, ellipsis: look.glyphs.ellipsis) + sign
        }
        let words = title.split(separator: " ").map(String.init)
        func written(_ length: Int, _ separator: String) -> String {
            words.enumerated().map { number, word in
                word.prefix(length) + signs.filter { $0.word == number }.map(\.sign).joined()
            }.joined(separator: separator)
        }
        let forms = [written(.max, " "), written(.max, "")]
        return forms.first { $0.displayWidth <= slot.width } ?? written(1, "")
    }

    /// The selection is seen in the gutter and on what the row is called. The rest of the row stays as it is, so that its
    /// colours keep their meaning, and a move writes no whole lines anew.
    private func draw(
        _ row: TableRow, isSelected: Bool, into screen: inout Screen, in line: Rect, slots: [ColumnSlot], look: Look
    ) {
        let base = row.style ?? look[.text]
        let selection = look[isActive ? .selection : .selectionInactive].over(base)
        if isSelected {
            let gutter = Rect(
                row: line.row, column: line.column, rows: line.rows, columns: min(Self.gutter, line.columns))
            screen.fill(gutter, style: selection)
            screen.write(look[.selected], at: line.origin, style: selection, limit: 1, clip: line)
            if isActive {
                screen.cursor = line.origin
                screen.spoken = spoken(row, look: look)
            }
        }
        let markStyle = row.markStyle ?? look[.mark]
        screen.write(
            row.mark, at: Position(row: line.row, column: line.column + 1),
            style: isSelected ? selection : markStyle.over(base), limit: Self.gutter - 1, clip: line)
        let texts = Rect(
            row: line.row, column: line.column + Self.gutter, rows: 1, columns: line.columns - Self.gutter)
        let hasName = columns.contains { $0.priority == .max }
        for slot in slots where slot.index < row.cells.count {
            let isName = !hasName || columns[slot.index].priority == .max
            var span = row.cells[slot.index]
            if isSelected, isName { span.style?.attributes.subtract(.dim) }
            write(span, slot: slot, into: &screen, in: texts, style: base, look: look)
            if let aside = row.asides[slot.index] {
                write(aside, behind: span, slot: slot, into: &screen, in: texts, style: base, look: look)
            }
            guard isSelected, isName else { continue }
            write(
                span, slot: slot, isPadded: false, limit: Self.highlighted, into: &screen, in: texts,
                style: selection, look: look)
        }
    }

    /// The cells of a row with the titles above them, also of columns that have no room; without those that say
    /// nothing, and without signs under no title: those only guide the eye.
    private func spoken(_ row: TableRow, look: Look) -> [SpokenFact] {
        zip(columns, row.cells).enumerated().compactMap { number, pair in
            let (column, cell) = pair
            let saysNothing =
                column.title.isEmpty
                ? !cell.text.contains { $0.isLetter || $0.isNumber }
                : cell.text == look[.none] || cell.text.allSatisfy { $0 == " " }
            let text = cell.text + (row.asides[number].map { " \($0.text)" } ?? "")
            return saysNothing ? nil : SpokenFact(column.title.lowercased(), text)
        }
    }

    /// What stands behind a text, in the room that it leaves in its column.
    private func write(
        _ aside: TextSpan, behind span: TextSpan, slot: ColumnSlot, into screen: inout Screen, in line: Rect,
        style: Style, look: Look
    ) {
        let start = span.text.printable.displayWidth + Self.asideGap
        let room = slot.width - start
        guard columns[slot.index].alignment == .left, room >= Self.leastAside else { return }
        screen.write(
            aside.text.printable.shortened(to: room, keeping: .middle, ellipsis: look.glyphs.ellipsis),
            at: Position(row: line.row, column: line.column + slot.start + start),
            style: aside.style.map { $0.over(style) } ?? style, limit: room, clip: line)
    }

    private func write(
        _ span: TextSpan, slot: ColumnSlot, isPadded: Bool = true, limit: Int = .max, into screen: inout Screen,
        in line: Rect, style: Style, look: Look
    ) {
        let column = columns[slot.index]
        let cut = span.text.printable.shortened(
            to: slot.width, keeping: column.keeping, ellipsis: look.glyphs.ellipsis)
        let isWhole = isPadded || column.alignment != .left
        let text = isWhole ? cut.padded(to: slot.width, alignment: column.alignment) : cut
        screen.write(
            // A wide character on the border would be torn, and so be lost.
            limit < slot.width ? text.prefix(ofColumns: limit) : text,
            at: Position(row: line.row, column: line.column + slot.start),
            style: span.style.map { $0.over(style) } ?? style, limit: min(slot.width, limit), clip: line)
    }
}
