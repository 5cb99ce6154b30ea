extension Screen {
    /// The screen as lines of text without trailing spaces: what golden files keep. Ends without a newline.
    public var text: String { (0..<size.rows).map(line).joined(separator: "\n") }

    /// One row as text without trailing spaces.
    public func line(_ row: Int) -> String {
        trimmed(self.row(row).reduce(into: "") { $0 += $1.text })
    }

    /// The styles as a second layer under ``text``: a letter for each cell that is not plain, by order of
    /// appearance, and below the picture a line for each letter that says what it means.
    public var styledText: String {
        var letters: [Style: Character] = [:]
        var legend: [String] = []
        var lines: [String] = []
        for row in 0..<size.rows {
            var line = ""
            for cell in self.row(row) {
                if cell.style == .plain {
                    line += " "
                } else if let letter = letters[cell.style] {
                    line.append(letter)
                } else {
                    let letter = Self.letter(letters.count)
                    letters[cell.style] = letter
                    legend.append("\(letter) = \(cell.style)")
                    line.append(letter)
                }
            }
            lines.append(trimmed(line))
        }
        return (lines + legend).joined(separator: "\n")
    }

    private static func letter(_ index: Int) -> Character {
        let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
        return index < letters.count ? letters[index] : "?"
    }

    private func trimmed(_ line: String) -> String {
        var end = line.endIndex
        while end > line.startIndex, line[line.index(before: end)] == " " { line.formIndex(before: &end) }
        return String(line[..<end])
    }
}
