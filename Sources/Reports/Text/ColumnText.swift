import PlainText

/// A table in plain text: columns as wide as their widest cell, two spaces between them, nothing cut unless asked.
struct ColumnText {
    private let header: [String]
    private let alignments: [TextAlignment]
    private let limits: [Int?]
    /// All cells of all rows, one after the other: what they say, where each ends, and how wide it is. A table may have
    /// millions of rows.
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    private var widths: [Int32] = []
    private var widest: [Int]

    struct Column {
        var title: String
        var alignment: TextAlignment = .left
        /// The widest that a cell may be; longer ones lose their middle.
        var limit: Int?
    }

    init(_ columns: [Column]) {
        header = columns.map(\.title)
        alignments = columns.map(\.alignment)
        limits = columns.map(\.limit)
        widest = columns.map(\.title.displayWidth)
    }

    /// Adds a row: a cell for each column.
    mutating func append(_ cells: [String]) {
        for column in header.indices {
            var cell = column < cells.count ? cells[column].printable : ""
            var width = cell.displayWidth
            if let limit = limits[column], width > limit {
                cell = cell.shortened(to: limit, keeping: .middle)
                width = cell.displayWidth
            }
            bytes.append(contentsOf: cell.utf8)
            ends.append(bytes.count)
            widths.append(Int32(clamping: width))
            widest[column] = max(widest[column], width)
        }
    }

    /// The table, a line a row, without trailing spaces.
    var text: String {
        guard !header.isEmpty else { return "" }
        var lines: [UInt8] = []
        lines.reserveCapacity(bytes.count + ends.count * 4)
        for (column, title) in header.enumerated() {
            add(title.utf8, width: title.displayWidth, column, to: &lines)
        }
        var start = 0
        for (place, end) in ends.enumerated() {
            add(bytes[start..<end], width: Int(widths[place]), place % header.count, to: &lines)
            start = end
        }
        return String(decoding: lines, as: UTF8.self)
    }

    private func add(_ cell: some Collection<UInt8>, width: Int, _ column: Int, to lines: inout [UInt8]) {
        let missing = widest[column] - width
        let before =
            switch alignments[column] {
            case .left: 0
            case .right: missing
            case .center: missing / 2
            }
        let space = UInt8(ascii: " ")
        lines.append(contentsOf: repeatElement(space, count: before + (column > 0 ? 2 : 0)))
        lines.append(contentsOf: cell)
        if column + 1 < header.count {
            lines.append(contentsOf: repeatElement(space, count: missing - before))
        } else {
            while lines.last == space { lines.removeLast() }
            lines.append(UInt8(ascii: "\n"))
        }
    }
}
