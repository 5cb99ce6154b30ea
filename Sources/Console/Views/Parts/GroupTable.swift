import Inventory
import PlainText
import TerminalKit

/// The table of a list whose rows are grouped: how many there are of each value, and what part of all that is.
struct GroupTable {
    static let count = "count"
    static let value = "value"
    static let sortColumns = [SortColumn(name: count, title: "COUNT"), SortColumn(name: value, title: "VALUE")]

    private static let rowsTitle = "ROWS", partTitle = "PART"

    /// The title in the menu of orders for a title of the table.
    static func sortTitle(under title: String) -> String {
        [rowsTitle, partTitle].contains(title) ? "COUNT" : title.isEmpty ? title : "VALUE"
    }

    let state: State
    let look: Look

    func draw(_ groups: [RowGroup], into screen: inout Screen, in rect: Rect) {
        let title = state.place.group.flatMap(GroupColumn.init)?.title ?? ""
        let total = max(1, groups.reduce(0) { $0 + $1.count })
        let bars = rect.columns < Self.fullColumns ? Self.barColumns / 2 : Self.barColumns
        let columns = [
            TableColumn(Self.rowsTitle, minimum: 7, ideal: 11, priority: .max, alignment: .right),
            TableColumn(Self.partTitle, minimum: 5, ideal: 5, priority: 5, alignment: .right),
            TableColumn("", minimum: bars, ideal: bars, priority: 3),
            TableColumn(title, minimum: 12, ideal: 60, weight: 1, priority: .max, keeping: .middle),
        ]
        var table = TextTable(
            columns: columns, rowCount: groups.count, selected: state.selected, isActive: !state.isInFacets,
            emptyText: TextLine("there is nothing to group"))
        switch state.place.sort?.column {
        case Self.count: table.sorted = (0, state.place.sort?.ascending ?? true)
        case Self.value: table.sorted = (3, state.place.sort?.ascending ?? true)
        default: break
        }
        table.draw(into: &screen, in: rect, offset: state.place.scroll, look: look) { row in
            let group = groups[row]
            return TableRow([
                TextSpan(Words.grouped(group.count)), TextSpan(part(group.count, of: total), look[.textDim]),
                TextSpan(bar(group.count, of: total, in: bars), look[.textDim]), TextSpan(label(of: group)),
            ])
        }
    }

    /// The value, and how many of its rows the lists of what is held are without.
    private func label(of group: RowGroup) -> String {
        let (count, all) = (group.conditional, group.count)
        guard count > 0, count < all else { return group.label }
        return "\(group.label): \(Words.grouped(all - count)), and \(Words.grouped(count)) only if a guard fails"
    }

    private static let barColumns = 20
    /// Below this width bars are half as long.
    private static let fullColumns = 100

    private func part(_ count: Int, of total: Int) -> String {
        let part = Int((Double(count) * 100 / Double(total)).rounded())
        return part == 0 && count > 0 ? "<1 %" : "\(part) %"
    }

    private func bar(_ count: Int, of total: Int, in columns: Int) -> String {
        let length = Int((Double(count) * Double(columns) / Double(total)).rounded())
        return String(repeating: look[.span], count: length)
    }
}
