import TerminalKit

/// The relations that are planned to be ended: how far that is, what they are, and what ends them.
struct EndingTable {
    let state: State
    let look: Look

    /// Below this width the end of a relation is said in the pane alone.
    private static let fullColumns = 100

    func draw(_ rows: EndingRows, into screen: inout Screen, in rect: Rect) {
        let isNarrow = rect.columns < Self.fullColumns
        var columns = [
            TableColumn("STATE", minimum: 8, ideal: 8, priority: 8),
            TableColumn("RELATION", minimum: 20, ideal: 80, priority: .max, keeping: .middle, fitsContent: true),
        ]
        if !isNarrow { columns.append(TableColumn("WHAT ENDS IT", minimum: 20, ideal: 60, weight: 1, priority: 5)) }
        let table = TextTable(columns: columns, rowCount: rows.count, selected: state.selected)
        table.draw(into: &screen, in: rect, offset: state.place.scroll, look: look) { number in
            let row = rows.rows[number]
            let cells = [
                TextSpan(row.progress.state.rawValue), TextSpan(row.words), TextSpan(row.why),
            ]
            return TableRow(Array(cells.prefix(columns.count)), mark: look[.marked])
        }
    }
}
