import PlainText
import TerminalKit

extension State {
    func draw(_ menu: Menu, into screen: inout Screen, look: Look) {
        let entries = entries(of: menu)
        let widest = entries.map { $0.text.printable.displayWidth }.max() ?? 0
        let lines = entries.map { entry -> TextLine in
            let sign = TextSpan(sign(entry.sign, look) + " ", entry.sign == .on ? look[.mark] : nil)
            guard !entry.remark.isEmpty else { return [sign, TextSpan(entry.text)] }
            return [
                sign, TextSpan(entry.text.printable.padded(to: widest + 2)), TextSpan(entry.remark, look[.textDim]),
            ]
        }
        Popup(title: title(of: menu), lines: lines, selected: menu.selected, footer: footer(of: menu))
            .draw(into: &screen, in: screen.bounds, look: look)
    }

    private func sign(_ sign: MenuEntry.Sign, _ look: Look) -> String {
        switch sign {
        case .on: look[.marked]
        case .up: look[.ascending]
        case .down: look[.descending]
        case .off, .none: " "
        }
    }

    private func title(of menu: Menu) -> String {
        switch menu.purpose {
        case .furtherSort: "sort by, within equal rows"
        case .group: "group by"
        case .kinds: "kinds that are listed"
        case .columns: "columns"
        case .queries: "ready queries"
        case .terms: "terms of the filter"
        case .advance(let marks): "state of \(words(for: marks))"
        case .conclude(let entities): "verdict on \(words(for: entities))"
        case .untag(let entities): "tags of \(words(for: entities))"
        }
    }

    private func footer(of menu: Menu) -> String {
        switch menu.purpose {
        case .furtherSort: "enter adds, again reverses"
        case .group: "enter groups"
        case .kinds: "space on or off, o only this, a all, enter done"
        case .columns: "space on or off, J K order, + - size, 0 fitting, r as they were"
        case .advance: "enter or the first letter chooses, then why"
        case .conclude: "enter chooses, then why"
        case .untag: "enter takes it away"
        case .terms: "space on or off, o only this, x removes, enter done"
        case .queries:
            readyQueries.indices.contains(menu.selected) ? "enter asks: \(readyQueries[menu.selected].text)" : ""
        }
    }
}
