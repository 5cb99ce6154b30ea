import TerminalKit

/// The journal of the case: every entry, the newest first, with what ties them together above them.
struct JournalView: ScreenView {
    var headerLines: Int { 1 }

    func listRect(_ state: State, in body: Rect) -> Rect {
        let head = state.casebook == nil ? 0 : JournalHead.lineCount(in: body)
        return Rect(row: body.row + head, column: body.column, rows: body.rows - head, columns: body.columns)
    }

    func rows(_ state: State) -> Rows {
        guard state.casebook != nil else { return .none }
        guard let listing = state.journalListing, let rows = state.findings.entries(listing) else { return .pending }
        return .journal(rows)
    }

    func sortColumns(_ state: State) -> [SortColumn] { JournalColumn.columns }

    func draw(_ state: State, into screen: inout Screen, in body: Rect, look: Look) {
        let list = listRect(state, in: body)
        if state.casebook == nil {
            let text = Rect(
                row: list.row + headerLines, column: list.column, rows: list.rows - headerLines, columns: list.columns)
            let words = """
                No case is open, and so there is no journal.

                \(state.key(.newCase)) makes one of what was decided here; firebreak --case FILE opens one. Then every mark, \
                declaration, note and verdict is an entry of its journal, and this place lists them.
                """
            screen.paragraph(words, in: text.inset(columns: TextTable.gutter), style: look[.textDim])
            return
        }
        let head = JournalHead(state: state, look: look)
        for (number, pieces) in head.lines(in: body).enumerated() {
            let line = FittedLine(pieces: pieces, separator: " \(look[.separator]) ").line(fitting: body.columns - 1)
            let dimmed = line.spans.map { TextSpan($0.text, $0.style ?? look[.textDim]) }
            screen.write(TextLine([TextSpan(" ")] + dimmed), in: body.line(number), look: look)
        }
        guard let rows = state.journalRows else {
            screen.write(TextLine("   " + state.pendingText(look), look[.textDim]), in: list, look: look)
            return
        }
        JournalTable(state: state, look: look).draw(rows, empty: state.nothingMatches, into: &screen, in: list)
    }

    func spokenFacts(row: Int, in state: State) -> [SpokenFact]? {
        guard let journal = state.journalRows, journal.rows.indices.contains(row) else { return nil }
        return journal.words(at: row).spoken(in: state)
    }

    func openObstacle(_ state: State) -> String? { state.entryObstacle }

    func open(_ state: inout State) { state.openEntry() }
}
