import Inventory
import TerminalKit

// The terms of the filter, one by one: each can be switched off without being forgotten.
extension State {
    /// A term of the filter, and whether it counts.
    struct FilterTerm: Hashable, Sendable {
        var text: String
        var isOn: Bool
    }

    /// The terms that count, then those that are switched off.
    var filterTerms: [FilterTerm] {
        let off = place.setAside ?? []
        return writtenQuery.terms.map { FilterTerm(text: $0, isOn: true) }
            + off.map { FilterTerm(text: $0, isOn: false) }
    }

    /// The same in the order in which they stood when the menu was opened; those that came later at the end.
    func terms(of menu: Menu) -> [FilterTerm] {
        filterTerms.enumerated().sorted { left, right in
            let places = [left, right].map { menu.order.firstIndex(of: $0.element.text) ?? .max }
            return (places[0], left.offset) < (places[1], right.offset)
        }.map(\.element)
    }

    /// Why there are no terms to switch.
    var termObstacle: String? {
        filterObstacle
            ?? (query.isEmpty && place.setAside == nil ? "there is no filter: \(key(.filter)) types one" : nil)
    }

    /// A key in the menu of terms.
    mutating func press(_ key: Key, isChoice: Bool, inTerms menu: Menu) {
        let terms = terms(of: menu)
        guard terms.indices.contains(menu.selected) else { return }
        let term = terms[menu.selected]
        switch key {
        case .enter,
            _ where isKey(key, of: .terms):
            overlay = nil
        case .character("x"), .delete: drop(term, in: menu)
        case .character("o"): keepOnly(term, among: terms, in: menu)
        default: if isChoice { toggle(term, in: menu) }
        }
    }

    private mutating func toggle(_ term: FilterTerm, in menu: Menu) {
        guard (try? filter(term.text)) != nil else {
            message = Message(text: "\(term.text) can no longer be read: x removes it", tone: .warning)
            return
        }
        let off = place.setAside ?? []
        if term.isOn {
            ask(writtenQuery.removing(term.text), without: off.filter { $0 != term.text } + [term.text])
        } else {
            ask(writtenQuery.adding(term.text), without: off.filter { $0 != term.text })
        }
        message = Message(text: term.isOn ? "off: \(term.text)" : "on: \(term.text)")
        select(term.text, in: menu)
    }

    /// Switches all other terms off.
    private mutating func keepOnly(_ term: FilterTerm, among terms: [FilterTerm], in menu: Menu) {
        guard (try? filter(term.text)) != nil else { return }
        ask(term.text, without: terms.map(\.text).filter { $0 != term.text })
        message = Message(text: "only \(term.text)")
        select(term.text, in: menu)
    }

    /// Takes a term away for good.
    private mutating func drop(_ term: FilterTerm, in menu: Menu) {
        let off = place.setAside ?? []
        if term.isOn {
            ask(writtenQuery.removing(term.text), without: off)
        } else {
            ask(place.query, without: off.filter { $0 != term.text })
        }
        let count = filterTerms.count
        message = Message(text: "removed: \(term.text)")
        var menu = menu
        menu.selected = min(menu.selected, count - 1)
        overlay = count == 0 ? nil : .menu(menu)
    }

    private mutating func ask(_ query: String, without off: [String]) {
        place.query = query
        place.setAside = off.isEmpty ? nil : off
        place.scroll = 0
    }

    /// Keeps the menu open, on the same term wherever that stands now.
    private mutating func select(_ term: String, in menu: Menu) {
        var menu = menu
        menu.selected = terms(of: menu).firstIndex { $0.text == term } ?? menu.selected
        overlay = .menu(menu)
    }
}
