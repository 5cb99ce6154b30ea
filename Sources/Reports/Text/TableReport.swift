/// A table of texts, written out piece by piece however many rows it has: as CSV in which no cell is a formula, or as
/// JSON.
public struct TableReport: Sendable {
    /// How it is written.
    public enum Format: String, Sendable, Hashable, CaseIterable {
        case csv, json
    }

    private let columns: [String]
    /// How many rows there are.
    public let rowCount: Int
    private let about: [(name: String, text: String)]
    private let cells: @Sendable (Int) -> [String?]

    /// A table.
    /// - Parameters:
    ///   - columns: The names of the columns.
    ///   - rowCount: How many rows there are.
    ///   - about: What else the JSON says of the table, by name.
    ///   - cells: The cells of a row, one a column; nil where there is no value.
    public init(
        columns: [String], rowCount: Int, about: [(name: String, text: String)] = [],
        cells: @escaping @Sendable (Int) -> [String?]
    ) {
        self.columns = columns
        self.rowCount = rowCount
        self.about = about
        self.cells = cells
    }

    /// Writes the table by handing on its text in pieces; `firebreak.table/1` as JSON. Stops when `isCancelled` says
    /// so.
    public func write(as format: Format, isCancelled: () -> Bool = { false }, to write: @escaping (String) -> Void) {
        var pieces = TextPieces(write)
        switch format {
        case .csv: writeCSV(&pieces, isCancelled)
        case .json: writeJSON(&pieces, isCancelled)
        }
        pieces.flush()
    }

    private func writeCSV(_ pieces: inout TextPieces, _ isCancelled: () -> Bool) {
        pieces.append(CSVText.row(columns))
        for row in 0..<rowCount {
            if row & 0xFFF == 0, isCancelled() { return }
            pieces.append(CSVText.row(cells(row).map { $0 ?? "" }))
        }
    }

    private func writeJSON(_ pieces: inout TextPieces, _ isCancelled: () -> Bool) {
        let head: [(String, JSONText)] =
            [("schema", "firebreak.table/1")] + about.map { ($0.name, .string($0.text)) }
            + [("total", JSONText(rowCount))]
        pieces.append(head: head, list: "rows")
        for row in 0..<rowCount {
            if row & 0xFFF == 0, isCancelled() { return }
            if row > 0 { pieces.append(",") }
            pieces.append(.object(zip(columns, cells(row)).map { ($0, JSONText($1)) }))
        }
        pieces.append("]}\n")
    }
}
