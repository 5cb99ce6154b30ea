import PlainText

/// Rows of comma-separated values after RFC 4180, with two rules more: text is made printable, and a cell that a
/// spreadsheet would take for a formula starts with an apostrophe.
struct CSVText {
    private(set) var text = ""

    init(header: [String]) { append(header) }

    mutating func append(_ cells: [String]) { text += Self.row(cells) }

    /// The cells as one line, with its end.
    static func row(_ cells: [String]) -> String { cells.map(cell).joined(separator: ",") + "\r\n" }

    private static func cell(_ raw: String) -> String {
        var cell = raw.printable
        if let first = cell.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) { cell = "'" + cell }
        guard cell.unicodeScalars.contains(where: { "\",\r\n".unicodeScalars.contains($0) }) else { return cell }
        // Scalar by scalar: a quote with an accent on it still ends a cell.
        var quoted = "\""
        for scalar in cell.unicodeScalars {
            if scalar == "\"" { quoted += "\"" }
            quoted.unicodeScalars.append(scalar)
        }
        return quoted + "\""
    }
}
