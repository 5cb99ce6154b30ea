import PlainText
import TerminalKit

extension State {
    /// A menu over `screen`, on which the view is drawn.
    func menuPopup(_ menu: Menu, on screen: Screen? = nil, look: Look) -> Popup {
        let all = told(entries(of: menu), of: menu, on: screen)
        let shown = shownEntries(of: menu)
        let entries = shown.map { all[$0] }
        let limit = menu.purpose == .visited ? max(SavedQuery.nameLimit, size.columns / 2) : SavedQuery.nameLimit
        let widest = min(entries.map { $0.text.printable.displayWidth }.max() ?? 0, limit)
        var lines = entries.map { entry -> TextLine in
            if look.isSpoken {
                return [TextSpan(entry.text), TextSpan(entry.remark), TextSpan(word(entry.sign, in: menu))]
            }
            let sign = TextSpan(sign(entry.sign, look) + " ", entry.sign == .on ? look[.mark] : nil)
            guard !entry.remark.isEmpty else { return [sign, TextSpan(entry.text)] }
            return [
                sign, TextSpan(look.cut(entry.text, to: widest).padded(to: widest + 2)),
                TextSpan(entry.remark, look[.textDim]),
            ]
        }
        if lines.isEmpty { lines = ["nothing here says that"] }
        let typed = typed(menu.filter.text, isTyping: menu.isTyping, look)
        var popup = Popup(
            title: title(of: menu.purpose) + typed, lines: lines, selected: shown.firstIndex(of: menu.selected),
            footer: menu.isTyping ? "enter keeps, esc clears" : footer(of: menu))
        if menu.purpose == .queries { popup.remark = remark(on: menu, in: popup, look) }
        popup.isAside = menu.purpose == .columns
        return popup
    }

    /// The entries; of columns that are asked for and were not drawn also that they found no room.
    private func told(_ entries: [MenuEntry], of menu: Menu, on screen: Screen?) -> [MenuEntry] {
        guard menu.purpose == .columns, rows.count > 0, let screen else { return entries }
        return zip(entries, tableSetup.columns).map { entry, column in
            var entry = entry
            if column.isShown, screen.width(ofColumn: columnTitle(column.name)) == nil { entry.remark = "no room" }
            return entry
        }
    }

    /// What the sign before an entry says.
    private func word(_ sign: MenuEntry.Sign, in menu: Menu) -> String {
        switch sign {
        case .on: menu.purpose.switchesEntries ? "on" : "chosen"
        case .off: menu.purpose.switchesEntries ? "off" : ""
        case .up: "ascending"
        case .down: "descending"
        case .here: "here"
        case .behind: "behind"
        case .ahead: "ahead"
        case .none: ""
        }
    }

    private func sign(_ sign: MenuEntry.Sign, _ look: Look) -> String {
        switch sign {
        case .on: look[.marked]
        case .up: look[.ascending]
        case .down: look[.descending]
        case .here: look[.dot]
        case .behind: look[.arrowLeft]
        case .ahead: look[.arrowRight]
        case .off, .none: " "
        }
    }

    /// All that there is to say of the selected query, in as many lines as the longest needs; nothing where they would
    /// take the room of the list.
    private func remark(on menu: Menu, in popup: Popup, _ look: Look) -> [String] {
        guard look.isSpoken || size.rows >= Self.remarkedRows else { return [] }
        let columns = min(popup.idealSize.columns, size.columns) - 4
        let remarks = readyQueries.map { Paragraph.lines("\($0.explanation): \($0.text)", columns: columns) }
        guard remarks.indices.contains(menu.selected) else { return [] }
        let lines = remarks[menu.selected]
        let most = look.isSpoken ? 0 : remarks.map(\.count).max() ?? 0
        return (look.isSpoken ? [] : [""]) + lines + Array(repeating: "", count: max(0, most - lines.count))
    }

    /// The rows of a screen from which a menu has room for remarks.
    private static let remarkedRows = 20

    private func title(of purpose: Menu.Purpose) -> String {
        switch purpose {
        case .advance(let items): "\(purpose.title) of \(words(for: items))"
        case .conclude(let subjects), .untag(let subjects):
            "\(purpose.title) of \(words(for: subjects))"
        case .sort, .furtherSort, .group, .kinds, .columns, .visited, .queries, .terms: purpose.title
        }
    }

    private func footer(of menu: Menu) -> String {
        switch menu.purpose {
        case .sort: "enter picks, again reverses, / finds"
        case .visited: "enter goes there, / finds, esc closes"
        case .furtherSort: "enter adds, again reverses"
        case .group: "enter groups"
        case .kinds: "space on or off, o only this, a all, enter done"
        case .columns: "space on or off, J K order, + - size, 0 fitting, r as they were"
        case .advance: "enter or the first letter chooses, then why"
        case .conclude: "enter chooses, then why"
        case .untag: "enter takes it away"
        case .terms: "space on or off, o only this, x removes, enter done"
        case .queries: "enter asks, / finds, s saves the filter, x forgets"
        }
    }
}
