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

    mutating func openSortMenu() -> [Effect] {
        let columns = sortColumns
        overlay = .sortMenu(selected: columns.firstIndex { $0.name == place.sort?.column } ?? 0)
        return []
    }

    /// A key while the menu of columns is open.
    mutating func press(_ key: Key, inSortMenu selected: Int) {
        let columns = sortColumns
        switch key {
        case .down, .character("j"): overlay = .sortMenu(selected: min(selected + 1, max(0, columns.count - 1)))
        case .up, .character("k"): overlay = .sortMenu(selected: max(0, selected - 1))
        case .home, .character("g"): overlay = .sortMenu(selected: 0)
        case .end, .character("G"): overlay = .sortMenu(selected: max(0, columns.count - 1))
        case .enter, .right, .character("l"), .character(" "),
            _ where isKey(key, of: .sort):
            overlay = nil
            if columns.indices.contains(selected) { sort(by: columns[selected].name) }
        case .escape, .left, .backspace, .character("q"), .character("h"): overlay = nil
        default: break
        }
    }

    /// Sorts by a column; by the same again the other way round.
    private mutating func sort(by column: String) {
        let isAgain = place.sort?.column == column
        let startsWithGreatest = EntityColumn(named: column)?.startsWithGreatest ?? false
        place.furtherSorts = nil
        place.sort = Place.Sort(
            column: column, ascending: isAgain ? !(place.sort?.ascending ?? true) : !startsWithGreatest)
    }

    /// Sorts by the column that has a title in the table, as the menu does.
    mutating func sort(underTitle title: String) {
        let named = place.group == nil ? title : GroupTable.sortTitle(under: title)
        if let column = sortColumns.first(where: { $0.title == named }) {
            sort(by: column.name)
        } else {
            message = Message(text: sortObstacle ?? "no order goes by that column", tone: .warning)
        }
    }

    mutating func openHelp() -> [Effect] {
        overlay = .help(HelpState())
        return []
    }

    /// A key while help is open. Esc first leaves the line being typed, then the words, then help.
    mutating func press(_ key: Key, in help: HelpState) {
        var help = help
        if help.isTyping {
            switch key {
            case .enter: help.isTyping = false
            case .escape:
                help.isTyping = false
                help.filter = LineEditor()
            case .up: help.offset -= 1
            case .down: help.offset += 1
            default: if help.filter.apply(key) { help.offset = 0 }
            }
        } else {
            let page = max(1, size.rows - 5)
            switch key {
            case .down, .character("j"): help.offset += 1
            case .up, .character("k"): help.offset -= 1
            case .pageDown, .control("f"), .character(" "): help.offset += page
            case .pageUp, .control("b"): help.offset -= page
            case .home, .character("g"): help.offset = 0
            case .end, .character("G"): help.offset = Int.max / 2
            case .character("/"): help.isTyping = true
            case .escape where !help.filter.isEmpty: help.filter = LineEditor()
            case .escape, .enter, .left, .backspace, .character("q"), .character("h"),
                _ where isKey(key, of: .help):
                overlay = nil
                return
            default: break
            }
        }
        let popup = helpPopup(help, look: Look())
        let lines = max(1, min(size.rows - 2, popup.lines.count))
        help.offset = max(0, min(help.offset, popup.lines.count - lines))
        overlay = .help(help)
    }
}
