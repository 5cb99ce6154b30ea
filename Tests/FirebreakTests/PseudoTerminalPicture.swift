import PlainText
import TerminalKit

/// What a terminal shows after the bytes it was sent: as much of xterm as ncurses uses. Colours and attributes are
/// not kept.
struct PseudoTerminalPicture {
    private(set) var size: Size
    /// Where the cursor stands.
    private(set) var cursor = Position(row: 0, column: 0)
    /// Whether the cursor is shown.
    private(set) var showsCursor = true
    /// Whether the screen is the alternate one, which full-screen programs use.
    private(set) var isAlternate = false
    /// Whether pastes are asked to be bracketed.
    private(set) var bracketsPastes = false

    private var cells: [[String]]
    private var region: ClosedRange<Int>
    private var saved = Position(row: 0, column: 0)
    /// The line is full, and the next character begins another.
    private var isWrapDue = false
    /// What is printed moves the rest of the line to the right.
    private var inserts = false
    private var lastPrinted: Unicode.Scalar = " "
    private var ordinary: [[String]] = []
    private var parser = PseudoTerminalParser()

    init(_ size: Size) {
        self.size = size
        cells = Self.blank(size)
        region = 0...max(0, size.rows - 1)
    }

    /// The lines without trailing spaces.
    var text: String { (0..<size.rows).map(line).joined(separator: "\n") }

    /// A line without trailing spaces.
    func line(_ row: Int) -> String {
        guard cells.indices.contains(row) else { return "" }
        var line = cells[row].joined()
        while line.last == " " { line.removeLast() }
        return line
    }

    /// Draws what a program wrote.
    mutating func draw(_ bytes: some Sequence<UInt8>) {
        for byte in bytes {
            guard let command = parser.next(byte) else { continue }
            apply(command)
        }
    }

    /// Keeps the upper left part, as a terminal does that does not wrap lines anew.
    mutating func resize(_ new: Size) {
        cells = (0..<new.rows).map { row in
            (0..<new.columns).map { column in
                row < size.rows && column < size.columns ? cells[row][column] : " "
            }
        }
        size = new
        region = 0...max(0, new.rows - 1)
        cursor = clamped(cursor)
        isWrapDue = false
    }

    private mutating func apply(_ command: PseudoTerminalParser.Command) {
        switch command {
        case .print(let scalar): print(scalar)
        case .control(let byte): control(byte)
        case .escape(let final): escape(final)
        case .sequence(let final, let parameters, let isPrivate):
            if isPrivate { mode(final, parameters) } else { sequence(final, parameters) }
        }
    }

    private mutating func print(_ scalar: Unicode.Scalar) {
        let width = DisplayWidth.of(scalar)
        guard width > 0 else {
            let column = isWrapDue ? cursor.column : max(0, cursor.column - 1)
            let base = cells[cursor.row][column].isEmpty ? max(0, column - 1) : column
            cells[cursor.row][base].unicodeScalars.append(scalar)
            return
        }
        if isWrapDue || cursor.column + width > size.columns {
            lineFeed()
            cursor.column = 0
            isWrapDue = false
        }
        if inserts { shift(by: width) }
        put(String(scalar), width: width)
        lastPrinted = scalar
        isWrapDue = cursor.column + width >= size.columns
        cursor.column = min(cursor.column + width, size.columns - 1)
    }

    private mutating func put(_ text: String, width: Int) {
        let (row, column) = (cursor.row, cursor.column)
        if cells[row][column].isEmpty, column > 0 { cells[row][column - 1] = " " }
        let end = column + width
        if end < size.columns, cells[row][end].isEmpty { cells[row][end] = " " }
        cells[row][column] = text
        for hidden in column + 1..<max(column + 1, min(end, size.columns)) { cells[row][hidden] = "" }
    }

    private mutating func control(_ byte: UInt8) {
        switch byte {
        case 0x08: move(columns: -1)
        case 0x09: place(Position(row: cursor.row, column: (cursor.column / 8 + 1) * 8))
        case 0x0A, 0x0B, 0x0C: lineFeed()
        case 0x0D: place(Position(row: cursor.row, column: 0))
        default: break
        }
    }

    private mutating func escape(_ final: UInt8) {
        switch final {
        case UInt8(ascii: "7"): saved = cursor
        case UInt8(ascii: "8"): place(saved)
        case UInt8(ascii: "D"): lineFeed()
        case UInt8(ascii: "E"):
            lineFeed()
            place(Position(row: cursor.row, column: 0))
        case UInt8(ascii: "M"):
            if cursor.row == region.lowerBound { scroll(region, by: -1) } else { move(rows: -1) }
        case UInt8(ascii: "c"): self = PseudoTerminalPicture(size)
        default: break
        }
    }

    private mutating func mode(_ final: UInt8, _ parameters: [Int]) {
        guard final == UInt8(ascii: "h") || final == UInt8(ascii: "l") else { return }
        let on = final == UInt8(ascii: "h")
        for parameter in parameters {
            switch parameter {
            case 25: showsCursor = on
            case 2004: bracketsPastes = on
            case 47, 1047,
                1049 where on != isAlternate:
                isAlternate = on
                if on {
                    (ordinary, saved) = (cells, cursor)
                    cells = Self.blank(size)
                } else {
                    cells =
                        ordinary.count == size.rows && ordinary.first?.count == size.columns
                        ? ordinary : Self.blank(size)
                    place(saved)
                }
            default: break
            }
        }
    }

    private mutating func sequence(_ final: UInt8, _ parameters: [Int]) {
        let count = max(1, parameters.first ?? 1)
        let (row, column) = (cursor.row, cursor.column)
        switch final {
        case UInt8(ascii: "A"): move(rows: -count)
        case UInt8(ascii: "B"): move(rows: count)
        case UInt8(ascii: "C"): move(columns: count)
        case UInt8(ascii: "D"): move(columns: -count)
        case UInt8(ascii: "G"), UInt8(ascii: "`"): place(Position(row: row, column: count - 1))
        case UInt8(ascii: "d"): place(Position(row: count - 1, column: column))
        case UInt8(ascii: "H"), UInt8(ascii: "f"):
            place(Position(row: count - 1, column: max(1, parameters.dropFirst().first ?? 1) - 1))
        case UInt8(ascii: "J"): eraseScreen(parameters.first ?? 0)
        case UInt8(ascii: "K"): eraseLine(parameters.first ?? 0)
        case UInt8(ascii: "X"): erase(row, column..<min(size.columns, column + count))
        case UInt8(ascii: "h") where parameters.contains(4): inserts = true
        case UInt8(ascii: "l") where parameters.contains(4): inserts = false
        case UInt8(ascii: "@"): shift(by: count)
        case UInt8(ascii: "P"): shift(by: -count)
        case UInt8(ascii: "L") where region.contains(row): scroll(row...region.upperBound, by: -count)
        case UInt8(ascii: "M") where region.contains(row): scroll(row...region.upperBound, by: count)
        case UInt8(ascii: "S"): scroll(region, by: count)
        case UInt8(ascii: "T"): scroll(region, by: -count)
        case UInt8(ascii: "Z"): place(Position(row: row, column: max(0, (column + 7) / 8 - count) * 8))
        case UInt8(ascii: "b"): for _ in 0..<min(count, size.columns * size.rows) { print(lastPrinted) }
        case UInt8(ascii: "r"):
            let top = min(count, size.rows) - 1
            let bottom = parameters.dropFirst().first.map { min($0, size.rows) - 1 } ?? size.rows - 1
            region = top < bottom ? top...bottom : 0...max(0, size.rows - 1)
            place(Position(row: 0, column: 0))
        default: break
        }
    }

    private mutating func place(_ position: Position) {
        cursor = clamped(position)
        isWrapDue = false
    }

    private mutating func move(rows: Int = 0, columns: Int = 0) {
        place(Position(row: cursor.row + rows, column: cursor.column + columns))
    }

    private mutating func lineFeed() {
        if cursor.row == region.upperBound { scroll(region, by: 1) } else { move(rows: 1) }
    }

    /// Moves the lines of a region up, or down when negative.
    private mutating func scroll(_ lines: ClosedRange<Int>, by count: Int) {
        let rows = Array(cells[lines])
        let blank = Array(
            repeating: Array(repeating: " ", count: size.columns), count: min(abs(count), rows.count))
        let kept = count > 0 ? rows.dropFirst(blank.count) + blank : blank + rows.dropLast(blank.count)
        cells.replaceSubrange(lines, with: Array(kept))
    }

    /// Moves the rest of the line right, or left when negative.
    private mutating func shift(by count: Int) {
        let (row, column) = (cursor.row, cursor.column)
        let rest = Array(cells[row][column...])
        let blank = Array(repeating: " ", count: min(abs(count), rest.count))
        let kept = count > 0 ? blank + rest.dropLast(blank.count) : rest.dropFirst(blank.count) + blank
        cells[row].replaceSubrange(column..., with: Array(kept))
    }

    private mutating func eraseLine(_ part: Int) {
        let end = size.columns
        erase(cursor.row, part == 0 ? cursor.column..<end : part == 1 ? 0..<cursor.column + 1 : 0..<end)
    }

    private mutating func eraseScreen(_ part: Int) {
        if part < 2 { eraseLine(part) }
        let rows =
            part == 0 ? cursor.row + 1..<max(cursor.row + 1, size.rows) : 0..<(part == 1 ? cursor.row : size.rows)
        for row in rows { erase(row, 0..<size.columns) }
    }

    private mutating func erase(_ row: Int, _ columns: Range<Int>) {
        if let first = columns.first, cells[row][first].isEmpty, first > 0 { cells[row][first - 1] = " " }
        for column in columns { cells[row][column] = " " }
        if columns.upperBound < size.columns, cells[row][columns.upperBound].isEmpty {
            cells[row][columns.upperBound] = " "
        }
    }

    private func clamped(_ position: Position) -> Position {
        Position(
            row: min(max(0, position.row), max(0, size.rows - 1)),
            column: min(max(0, position.column), max(0, size.columns - 1)))
    }

    private static func blank(_ size: Size) -> [[String]] {
        Array(repeating: Array(repeating: " ", count: size.columns), count: size.rows)
    }
}
