import TerminalKit

/// The entries of the journal as a table.
struct JournalTable {
    let state: State
    let look: Look
    /// Below this width kinds have their short names.
    private static let fullColumns = HeldTable.longKindColumns
    /// Below this width a name may be cut.
    private static let narrowColumns = 60

    func draw(_ rows: JournalRows, empty: String, into screen: inout Screen, in rect: Rect) {
        let isNarrow = rect.columns < Self.narrowColumns
        let columns = columns(isNarrow: isNarrow)
        var table = TextTable(
            columns: columns, rowCount: rows.count, selected: state.selected, emptyText: TextLine(empty))
        table.sortKeys = state.sortKeys.compactMap { key in
            let title = JournalColumn(rawValue: key.column)?.title
            return columns.firstIndex { $0.title == title }.map {
                TextTable.SortKey(column: $0, ascending: key.ascending)
            }
        }
        table.measures = state.measures
        table.draw(into: &screen, in: rect, offset: state.place.scroll, look: look) { row in
            let words = rows.words(at: row)
            return TableRow(
                cells(words, isCompact: rect.columns < Self.fullColumns),
                mark: state.gutter(of: row, rows.entity(at: row), look))
        }
    }

    private func columns(isNarrow: Bool) -> [TableColumn] {
        func column(_ column: JournalColumn, minimum: Int, ideal: Int, priority: Int) -> TableColumn {
            TableColumn(column.title, minimum: minimum, ideal: ideal, priority: priority, fitsContent: true)
        }
        let digits = max(5, Words.grouped(state.casebook?.view.sequence ?? 0).count)
        return [
            TableColumn(
                JournalColumn.entry.title, minimum: digits, ideal: digits, priority: 9, alignment: .right),
            TableColumn(
                JournalColumn.when.title, minimum: TimeWords.cellColumns, ideal: TimeWords.anyCellColumns,
                priority: isNarrow ? 6 : 8, fitsContent: true),
            column(.who, minimum: 4, ideal: isNarrow ? 8 : 16, priority: 7),
            TableColumn(
                JournalColumn.what.title, minimum: isNarrow ? 12 : 34, ideal: 160, weight: 1, priority: .max,
                fitsContent: true),
            column(.about, minimum: 24, ideal: 44, priority: 5),
            column(.live, minimum: 17, ideal: 24, priority: 4),
        ]
    }

    private func cells(_ words: JournalEntryWords, isCompact: Bool) -> [TextSpan] {
        let content = words.entry.content
        let about = words.about(isCompact: isCompact)
        let kind = words.entityKind
        return [
            TextSpan(Words.grouped(words.entry.sequence), look[.textDim]),
            TextSpan(TimeWords.cell(content.when, near: state.at)), TextSpan(content.who),
            TextSpan(words.what, look[words.meaning]),
            about.isEmpty
                ? TextSpan(look[.none], look[.textDim])
                : TextSpan(about, kind.map { look[Meaning.kind.appending($0)] }),
            words.counts.isEmpty ? TextSpan(look[.none], look[.textDim]) : TextSpan(words.counts),
        ]
    }
}
