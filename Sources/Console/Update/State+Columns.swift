import Inventory
import TerminalKit

extension State {
    /// The columns that the table of the place can have, the usual ones in their order first.
    var tableColumns: [TableSetup.Column] {
        if place.group != nil { return [] }
        return place.view.screenView.tableColumns(self)
    }

    /// The columns of the place: the analyst's choice, else the view's own.
    var tableSetup: TableSetup {
        let own = TableSetup(columns: tableColumns)
        let names = own.columns.map(\.name)
        // Columns that were chosen for another table of the view are none of this one.
        guard let chosen = place.table, let first = names.first, chosen.columns.contains(where: { $0.name == first })
        else { return own }
        return chosen.fitted(to: names)
    }

    /// What stands above a column.
    func columnTitle(_ name: String) -> String {
        if listsMarks { return PlanColumn(rawValue: name)?.title() ?? name.uppercased() }
        return EntityColumn(named: name)?.row.title ?? HeldTableColumn(rawValue: name)?.title ?? name.uppercased()
    }

    /// A width in which all columns of a table are shown.
    private static let roomForAll = 600

    /// A key in the menu of columns.
    mutating func press(_ key: Key, isChoice: Bool, inColumns menu: Menu) {
        var (setup, menu) = (tableSetup, menu)
        switch key {
        case .enter,
            _ where isKey(key, of: .columns):
            overlay = nil
            return
        case .character("J"), .character("]"): menu.selected = setup.move(menu.selected, by: 1)
        case .character("K"), .character("["): menu.selected = setup.move(menu.selected, by: -1)
        case .character("+"), .character("="): setup.widen(menu.selected, by: 2, from: presentWidth(menu, setup))
        case .character("-"): setup.widen(menu.selected, by: -2, from: presentWidth(menu, setup))
        case .character("0"):
            if setup.columns.indices.contains(menu.selected) { setup.columns[menu.selected].width = nil }
        case .character("r"):
            place.table = nil
            habits.tables[place.tableName] = nil
            overlay = .menu(menu)
            return
        default:
            guard isChoice else { return }
            setup.toggle(menu.selected)
        }
        place.table = setup
        habits.tables[place.tableName] = setup
        overlay = .menu(menu)
    }

    /// The width that a column has on the screen; the one that it would have with room enough where it found none, and
    /// the usual one where it is not shown.
    private func presentWidth(_ menu: Menu, _ setup: TableSetup) -> Int {
        guard setup.columns.indices.contains(menu.selected) else { return 0 }
        let name = setup.columns[menu.selected].name
        let title = columnTitle(name)
        return screen(size, look: Look()).width(ofColumn: title)
            ?? screen(Size(rows: size.rows, columns: Self.roomForAll), look: Look()).width(ofColumn: title)
            ?? place.view.screenView.columnWidth(name)
    }
}

extension Screen {
    /// The columns over which a table that was drawn has a title; nil where the column found no room.
    func width(ofColumn title: String) -> Int? {
        let titles = title == HeldTableColumn.tier.title ? [title, HeldTableColumn.shortTierTitle] : [title]
        return areas.first { area in titles.contains { area.target == .title($0) } }?.rect.columns
    }
}

extension Place {
    /// Under which name the columns of its table are kept: the marks of the plan have a table of their own.
    var tableName: String {
        let listsMarks = view == .plan && (section == nil || section == PlanView.Section.marked.rawValue)
        return listsMarks ? "\(view.rawValue).marked" : view.rawValue
    }
}
