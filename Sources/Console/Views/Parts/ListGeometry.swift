import TerminalKit

/// How a list of rows of equal height lies in its lines.
struct ListGeometry: Hashable, Sendable {
    var rowCount: Int
    var selected: Int?
    var rowHeight = 1
    var lines: Int

    /// How many whole rows fit.
    var window: Int { max(0, lines) / max(1, rowHeight) }

    /// The first row to show: as near to `offset` as can be with the selection in the window and the window full.
    func offset(near offset: Int) -> Int {
        TextTable(columns: [], rowCount: rowCount, selected: selected).offset(near: offset, lines: window)
    }
}
