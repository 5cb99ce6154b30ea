/// The size of a screen or a region, in cells.
public struct Size: Sendable, Hashable, CustomStringConvertible {
    /// Lines, never negative.
    public let rows: Int
    /// Columns, never negative.
    public let columns: Int

    /// A size; negative numbers count as 0.
    public init(rows: Int, columns: Int) {
        self.rows = max(0, rows)
        self.columns = max(0, columns)
    }

    /// Columns first, as people say it: `80×24`.
    public var description: String { "\(columns)×\(rows)" }
}

/// A cell's place: row and column counted from 0 at the top left.
public struct Position: Sendable, Hashable {
    /// Lines below the top.
    public var row: Int
    /// Columns right of the left edge.
    public var column: Int

    /// A place, which may lie outside of any screen.
    public init(row: Int, column: Int) {
        self.row = row
        self.column = column
    }
}

/// A region of cells. It may reach beyond the screen: drawing is clipped.
public struct Rect: Sendable, Hashable {
    /// The first line.
    public var row: Int
    /// The first column.
    public var column: Int
    /// Lines, never negative.
    public private(set) var rows: Int
    /// Columns, never negative.
    public private(set) var columns: Int

    /// A region; negative extents count as 0.
    public init(row: Int, column: Int, rows: Int, columns: Int) {
        self.row = row
        self.column = column
        self.rows = max(0, rows)
        self.columns = max(0, columns)
    }

    /// The whole of a screen of `size`.
    public init(_ size: Size) { self.init(row: 0, column: 0, rows: size.rows, columns: size.columns) }

    /// The top left cell.
    public var origin: Position { Position(row: row, column: column) }
    /// The extents.
    public var size: Size { Size(rows: rows, columns: columns) }
    /// The line after the last.
    public var endRow: Int { row + rows }
    /// The column after the last.
    public var endColumn: Int { column + columns }
    /// Whether there is no cell in it.
    public var isEmpty: Bool { rows == 0 || columns == 0 }

    /// Whether `position` lies inside.
    public func contains(_ position: Position) -> Bool {
        position.row >= row && position.row < endRow && position.column >= column && position.column < endColumn
    }

    /// What both regions share; empty when they do not meet.
    public func intersection(_ other: Rect) -> Rect {
        let top = max(row, other.row)
        let left = max(column, other.column)
        return Rect(
            row: top, column: left, rows: min(endRow, other.endRow) - top,
            columns: min(endColumn, other.endColumn) - left)
    }

    /// This region without `rows` lines at the top and bottom, and `columns` at the left and right.
    public func inset(rows insetRows: Int = 0, columns insetColumns: Int = 0) -> Rect {
        Rect(
            row: row + insetRows, column: column + insetColumns, rows: rows - 2 * insetRows,
            columns: columns - 2 * insetColumns)
    }

    /// Line `index` of this region; empty when there is no such line.
    public func line(_ index: Int) -> Rect {
        let exists = index >= 0 && index < rows
        return Rect(row: row + index, column: column, rows: exists ? 1 : 0, columns: columns)
    }

    /// A region of at most `size` in the middle of this one.
    public func centered(_ size: Size) -> Rect {
        let height = min(rows, size.rows)
        let width = min(columns, size.columns)
        return Rect(
            row: row + (rows - height) / 2, column: column + (columns - width) / 2, rows: height, columns: width)
    }
}
