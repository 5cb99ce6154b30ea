import PlainText

/// Text in lines of a given width.
public enum Paragraph {
    /// The lines of `text`, made printable and broken between words to at most `columns`; a word that is wider
    /// than that is broken inside. Line breaks of the text stay, and its indentation is kept on the lines that
    /// follow from it. Linear in the text.
    public static func lines(_ text: String, columns: Int) -> [String] {
        let width = max(2, columns)
        return text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).flatMap { line in
            wrapped(String(line).printable, columns: width)
        }
    }

    /// The same in at most so many lines: the last one ends with `ellipsis` where that is not all.
    public static func lines(_ text: String, columns: Int, most: Int, ellipsis: String) -> [String] {
        let whole = lines(text, columns: columns)
        guard most > 0, whole.count > most else { return Array(whole.prefix(max(0, most))) }
        let last = (whole[most - 1] + " " + whole[most]).shortened(to: columns, keeping: .start, ellipsis: ellipsis)
        return whole.prefix(most - 1) + [last]
    }

    private static func wrapped(_ text: String, columns: Int) -> [String] {
        guard text.displayWidth > columns else { return [text] }
        let indent = String(text.prefix { $0 == " " }.prefix(columns / 2))
        var lines: [String] = []
        var line = indent
        var used = indent.count
        var isFresh = true
        func close() {
            lines.append(line)
            line = indent
            used = indent.count
            isFresh = true
        }
        for word in text.split(separator: " ") {
            let width = word.displayWidth
            if !isFresh, used + 1 + width > columns { close() }
            if !isFresh {
                line += " "
                used += 1
            }
            isFresh = false
            guard used + width > columns else {
                line += word
                used += width
                continue
            }
            for cluster in word.displayClusters {
                if used + cluster.width > columns { close() }
                isFresh = false
                line += cluster.text
                used += cluster.width
            }
        }
        if !isFresh { lines.append(line) }
        return lines
    }
}

extension Screen {
    /// Draws as much of a text as there is room for, and says where that is not all.
    public mutating func paragraph(_ text: String, in rect: Rect, style: Style, ellipsis: String) {
        let lines = Paragraph.lines(text, columns: rect.columns, most: rect.rows, ellipsis: ellipsis)
        for (row, line) in lines.enumerated() {
            write(line, at: Position(row: rect.row + row, column: rect.column), style: style, clip: rect)
        }
    }

    /// Draws text broken to the width of `rect`, from line `offset` on.
    /// - Returns: How many lines the text has at this width.
    @discardableResult
    public mutating func paragraph(_ text: String, in rect: Rect, offset: Int = 0, style: Style = .plain) -> Int {
        let lines = Paragraph.lines(text, columns: rect.columns)
        for (row, line) in lines.dropFirst(max(0, offset)).prefix(rect.rows).enumerated() {
            write(line, at: Position(row: rect.row + row, column: rect.column), style: style, clip: rect)
        }
        return lines.count
    }
}
