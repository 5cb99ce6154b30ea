import PlainText

/// A picture of the terminal: rows × columns of cells, a value. Views draw into it; a terminal shows it, and a
/// test reads it as text.
///
/// Every text passes ``PrintableText`` on its way in, is clipped to the screen, and never tears columns: a wide
/// character that does not fit, or loses one half to another drawing, leaves a space.
public struct Screen: Sendable, Hashable {
    /// The extents, fixed for the life of the value.
    public let size: Size

    /// Where the hardware cursor stands; nil hides it. Screen readers and people follow it.
    public var cursor: Position?

    /// What the selected row says in full, also what had no room: for those who hear the screen. Widgets that draw a
    /// selection set it.
    public var spoken: [SpokenFact] = []

    /// What was drawn where, for a mouse; of two that share a cell the later one lies on top.
    public internal(set) var areas: [HitArea] = []

    private var cells: [Cell]

    /// An empty screen. Extents above 2,000 cells are cut there.
    public init(_ size: Size) {
        self.size = Size(rows: min(size.rows, 2000), columns: min(size.columns, 2000))
        cells = Array(repeating: Cell(), count: self.size.rows * self.size.columns)
    }

    /// The whole screen as a region.
    public var bounds: Rect { Rect(size) }

    /// The cells of a row, from the left; none when there is no such row.
    public func row(_ row: Int) -> ArraySlice<Cell> {
        guard row >= 0, row < size.rows else { return [] }
        return cells[row * size.columns..<(row + 1) * size.columns]
    }

    /// The cell at a place; nil outside of the screen.
    public subscript(position: Position) -> Cell? {
        bounds.contains(position) ? cells[index(position)] : nil
    }

    /// Writes one line of text from `position` on, in at most `limit` columns and inside `clip`.
    /// - Returns: The columns used, also those outside of the screen. Linear in the columns written.
    @discardableResult
    public mutating func write(
        _ text: String, at position: Position, style: Style = .plain, limit: Int = .max, clip: Rect? = nil
    ) -> Int {
        let visible = clip.map(bounds.intersection) ?? bounds
        let end = limit == .max ? visible.endColumn : min(visible.endColumn, position.column.saturating(plus: limit))
        var column = position.column
        for cluster in text.printable.displayClusters where cluster.width > 0 {
            guard column < end else { break }
            if visible.contains(Position(row: position.row, column: column)), column + cluster.width <= end {
                put(Cell(cluster, style: style), at: Position(row: position.row, column: column))
            } else {
                let shown = max(column, visible.column)..<max(visible.column, min(column + cluster.width, end))
                for hidden in shown where visible.contains(Position(row: position.row, column: hidden)) {
                    put(Cell(style: style), at: Position(row: position.row, column: hidden))
                }
            }
            column += cluster.width
        }
        return min(column, max(end, position.column)) - position.column
    }

    /// Fills a region with spaces in `style`.
    public mutating func fill(_ rect: Rect, style: Style = .plain) {
        fill(rect, with: Cell(style: style))
    }

    /// Copies the cells of another screen to the same places, as far as both reach.
    public mutating func copy(_ other: Screen) {
        for row in 0..<min(size.rows, other.size.rows) {
            for (column, cell) in other.row(row).prefix(size.columns).enumerated() where !cell.isContinuation {
                let isTorn = cell.width == 2 && column + 1 == size.columns
                put(isTorn ? Cell(style: cell.style) : cell, at: Position(row: row, column: column))
            }
        }
    }

    /// Lays `style` over the cells of a region and keeps their text.
    public mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
        let visible = bounds.intersection(rect)
        for row in visible.row..<visible.endRow {
            for column in visible.column..<visible.endColumn {
                let index = index(Position(row: row, column: column))
                cells[index].style = change(cells[index].style)
            }
        }
    }

    mutating func fill(_ rect: Rect, with cell: Cell) {
        let visible = bounds.intersection(rect)
        for row in visible.row..<visible.endRow {
            for column in visible.column..<visible.endColumn { put(cell, at: Position(row: row, column: column)) }
        }
    }

    /// Puts a cell, and a space in place of each wide character that loses one of its halves by it.
    private mutating func put(_ cell: Cell, at position: Position) {
        let index = index(position)
        let last = index + max(1, Int(cell.width)) - 1
        let end = (position.row + 1) * size.columns
        if cells[index].isContinuation, index > 0 { cells[index - 1] = Cell(style: cells[index - 1].style) }
        if last + 1 < end, cells[last + 1].isContinuation { cells[last + 1] = Cell(style: cells[last + 1].style) }
        cells[index] = cell
        if last > index { cells[last] = .continuation(style: cell.style) }
    }

    private func index(_ position: Position) -> Int { position.row * size.columns + position.column }
}

extension Int {
    /// A sum that stops at the largest number.
    func saturating(plus other: Int) -> Int {
        let (sum, overflow) = addingReportingOverflow(other)
        return overflow ? (other > 0 ? .max : .min) : sum
    }
}
