import PlainText

/// A table in plain text: columns as wide as their widest cell, two spaces between them, nothing cut unless asked.
struct ColumnText {
    private let header: [String]
    private let alignments: [TextAlignment]
    private let limits: [Int?]
    private var rows: [[String]] = []

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
    }

    mutating func append(_ cells: [String]) {
        rows.append(
            zip(cells, limits).map { cell, limit in
                let printable = cell.printable
                return limit.map { printable.shortened(to: $0, keeping: .middle) } ?? printable
            })
    }

    /// The table, a line a row, without trailing spaces.
    var text: String {
        var widths = header.map(\.displayWidth)
        for row in rows {
            for (place, cell) in row.enumerated() where place < widths.count {
                widths[place] = max(widths[place], cell.displayWidth)
            }
        }
        return ([header] + rows).map { row in
            zip(zip(row, widths), alignments).map { $0.0.padded(to: $0.1, alignment: $1) }
                .joined(separator: "  ").trimmedRight + "\n"
        }.joined()
    }
}

extension String {
    /// This text without the spaces at its end.
    fileprivate var trimmedRight: String {
        guard let last = lastIndex(where: { $0 != " " }) else { return "" }
        return String(self[...last])
    }
}
