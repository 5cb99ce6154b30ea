import PlainText
import TerminalKit

extension State {
    /// Marks what is searched for wherever it stands in the body.
    func drawHits(into screen: inout Screen, in body: Rect, look: Look) {
        guard !place.search.isEmpty else { return }
        screen.highlight(place.search, in: body, style: look[.match])
    }

    /// Which hit is selected, and how many there are; nil without a search.
    func hitText(_ look: Look) -> String? {
        guard !place.search.isEmpty else { return nil }
        guard let hits else { return isSearching ? "searching\(look.glyphs.ellipsis)" : nil }
        let count = Words.count(hits.rows.count, "hit")
        return hits.position(of: selected).map { "\(Words.grouped($0 + 1)) of \(count)" } ?? count
    }
}

extension Screen {
    /// Lays a style over each place in `rect` where `text` stands on one line, whatever the case.
    mutating func highlight(_ text: String, in rect: Rect, style: Style) {
        let needle = text.lowercased().map(String.init)
        guard !needle.isEmpty else { return }
        for row in rect.row..<rect.endRow where line(row).lowercased().contains(text.lowercased()) {
            let columns = (rect.column..<rect.endColumn).filter {
                self[Position(row: row, column: $0)].map { !$0.isContinuation } ?? false
            }
            let letters = columns.map { self[Position(row: row, column: $0)]?.text.lowercased() ?? "" }
            var start = 0
            while start + needle.count <= letters.count {
                guard letters[start...].starts(with: needle) else {
                    start += 1
                    continue
                }
                let end = start + needle.count
                let last = end < columns.count ? columns[end] : rect.endColumn
                let found = Rect(row: row, column: columns[start], rows: 1, columns: last - columns[start])
                restyle(found) { style.over($0) }
                start = end
            }
        }
    }
}
