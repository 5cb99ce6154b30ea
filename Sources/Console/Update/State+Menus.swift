import Inventory
import TerminalKit

extension State {
    /// Why there is nothing to sort.
    var sortObstacle: String? {
        sortColumns.isEmpty ? "this list keeps its order" : nil
    }

    /// Why there is no order to which a key could be added.
    var furtherSortObstacle: String? {
        if let sortObstacle { return sortObstacle }
        if place.group != nil { return "groups are ordered by one key" }
        return place.sort == nil ? "\(key(.sort)) chooses the first key" : nil
    }

    /// The columns by which the rows of the place can be sorted.
    var sortColumns: [SortColumn] {
        place.group == nil ? place.view.screenView.sortColumns(self) : GroupTable.sortColumns
    }

    mutating func chooseSort(_ index: Int) {
        overlay = nil
        let columns = sortColumns
        if columns.indices.contains(index) { sort(by: columns[index].name) }
    }

    /// Sorts by a column; by the same again the other way round.
    private mutating func sort(by column: String) {
        let isAgain = place.sort?.column == column
        let startsWithGreatest = startsWithGreatest(column)
        place.furtherSorts = nil
        place.sort = Place.Sort(
            column: column, ascending: isAgain ? !(place.sort?.ascending ?? true) : !startsWithGreatest)
    }

    /// Whether the greatest comes first when a column is chosen for the first time.
    func startsWithGreatest(_ column: String) -> Bool {
        EntityColumn(named: column)?.startsWithGreatest
            ?? sortColumns.first { $0.name == column }?.startsWithGreatest ?? false
    }

    /// Sorts by the column that has a title in the table, as the menu does.
    mutating func sort(underTitle title: String) {
        let named = place.group == nil ? HeldTableColumn.sortTitle(under: title) : GroupTable.sortTitle(under: title)
        if let column = sortColumns.first(where: { $0.title == named }) {
            sort(by: column.name)
        } else {
            message = Message(text: sortObstacle ?? "no order goes by that column", tone: .warning)
        }
    }
}
