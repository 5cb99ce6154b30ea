/// A window on lines that join, part and pass over one another: for each cell how heavy the lines are that leave it
/// upwards, to the right, downwards and to the left.
///
/// Lines of two weights are told apart by their characters: single and double lines, in ASCII `- |` and `= #`. Where
/// both run together the line is neither: it is dashed, in ASCII `: :`.
public struct LineCanvas: Sendable, Hashable {
    /// How heavy a line is.
    public enum Weight: UInt8, Sendable, Hashable, Comparable {
        case none = 0
        case single = 1
        case double = 2
        /// A single and a double line in one.
        case mixed = 3

        /// The lighter one comes first.
        public static func < (left: Weight, right: Weight) -> Bool { left.rawValue < right.rawValue }

        /// What is seen where this line and another run together: neither of the two where they differ.
        public func joined(with other: Weight) -> Weight {
            if self == .none || self == other { return other }
            return other == .none ? self : .mixed
        }
    }

    /// The lines that leave a cell.
    struct Cell: Sendable, Hashable {
        var up = Weight.none
        var right = Weight.none
        var down = Weight.none
        var left = Weight.none
        /// A line in the column that passes over what else is here.
        var over = Weight.none
        /// Whether the line in the column parts to the right here, and what comes from the left passes behind it.
        var isBranch = false

        var isEmpty: Bool { max(max(up, down), max(left, right), over) == .none }
    }

    /// The cells that are looked at.
    public let window: Rect
    private var cells: [Cell]

    /// An empty canvas on this window.
    public init(_ window: Rect) {
        self.window = window
        cells = Array(repeating: Cell(), count: window.rows * window.columns)
    }

    /// Draws a line in one row or one column.
    /// - Parameters:
    ///   - joints: Of a line in a column the rows in which it meets lines of its own; nil where it meets all.
    ///   - branches: Of these the rows in which it only parts to the right.
    public mutating func line(
        from: Position, to: Position, weight: Weight, joints: Set<Int>? = nil, branches: Set<Int> = []
    ) {
        if from.row == to.row {
            for column in max(from.column, window.column)...max(from.column, window.column, to.column) {
                guard column <= to.column, column < window.endColumn else { break }
                change(Position(row: from.row, column: column)) { cell in
                    if column > from.column { cell.left = cell.left.joined(with: weight) }
                    if column < to.column { cell.right = cell.right.joined(with: weight) }
                }
            }
            return
        }
        for row in max(from.row, window.row)...max(from.row, window.row, to.row) {
            guard row <= to.row, row < window.endRow else { break }
            let meets = joints?.contains(row) ?? true
            change(Position(row: row, column: from.column)) { cell in
                if !meets, row > from.row, row < to.row {
                    cell.over = cell.over.joined(with: weight)
                    return
                }
                if branches.contains(row) { cell.isBranch = true }
                if row > from.row { cell.up = cell.up.joined(with: weight) }
                if row < to.row { cell.down = cell.down.joined(with: weight) }
            }
        }
    }

    private mutating func change(_ position: Position, _ body: (inout Cell) -> Void) {
        guard window.contains(position) else { return }
        body(&cells[(position.row - window.row) * window.columns + position.column - window.column])
    }

    /// The lines that leave a cell; nil where none is.
    func lines(at position: Position) -> Cell? {
        guard window.contains(position) else { return nil }
        let cell = cells[(position.row - window.row) * window.columns + position.column - window.column]
        return cell.isEmpty ? nil : cell
    }

    /// The character of a cell; nil where no line is.
    public func character(at position: Position, _ repertoire: Glyphs.Repertoire) -> Character? {
        lines(at: position).map { BoxLines.character($0, repertoire) }
    }
}

/// The characters of lines. In a terminal's box characters the two halves of a row, or of a column, are equally heavy.
enum BoxLines {
    /// By bits: up 1, right 2, down 4, left 8; for columns and rows single or double.
    private static let single = Array(" │─└││┌├─┘─┴┐┤┬┼")
    private static let double = Array(" ║═╚║║╔╠═╝═╩╗╣╦╬")
    private static let doubleRow = Array(" │═╘││╒╞═╛═╧╕╡╤╪")
    private static let doubleColumn = Array(" ║─╙║║╓╟─╜─╨╖╢╥╫")
    /// Corners and joints of dashed lines are heavy: dashed ones do not exist.
    private static let mixed = Array(" ┇┅┗┇┇┏┣┅┛┅┻┓┫┳╋")
    private static let mixedRow = Array(" │┅┕││┍┝┅┙┅┷┑┥┯┿")
    private static let mixedColumn = Array(" ┇─┖┇┇┎┠─┚─┸┒┨┰╂")

    static func character(_ cell: LineCanvas.Cell, _ repertoire: Glyphs.Repertoire) -> Character {
        var cell = cell
        if cell.over > .none {
            // Lines that have nothing to do with one another: the one in the column lies above.
            if max(cell.left, cell.right) > .none { (cell.left, cell.right) = (.none, .none) }
            cell.up = cell.up.joined(with: cell.over)
            cell.down = cell.down.joined(with: cell.over)
        }
        let passesBehind = cell.isBranch && cell.left > .none
        if passesBehind { cell.left = .none }
        let (column, row) = (cell.up.joined(with: cell.down), cell.left.joined(with: cell.right))
        let sides = [cell.up, cell.right, cell.down, cell.left]
        let bits = sides.enumerated().reduce(0) { $0 + ($1.element > .none ? 1 << $1.offset : 0) }
        if repertoire != .unicode {
            if row == .none { return column == .mixed ? ":" : column == .double ? "#" : "|" }
            if column == .none { return row == .mixed ? ":" : row == .double ? "=" : "-" }
            return passesBehind ? "}" : "+"
        }
        switch (column, row) {
        case (.mixed, .single): return mixedColumn[bits]
        case (.single, .mixed): return mixedRow[bits]
        case (.mixed, _), (_, .mixed): return mixed[bits]
        case (.double, .double): return double[bits]
        case (.double, .single): return doubleColumn[bits]
        case (.single, .double): return doubleRow[bits]
        case (.double, .none): return double[bits]
        case (.none, .double): return double[bits]
        default: return single[bits]
        }
    }
}
