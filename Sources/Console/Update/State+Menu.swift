import Inventory
import TerminalKit

extension State {
    mutating func openMenu(_ purpose: Menu.Purpose) -> [Effect] {
        var menu = Menu(purpose: purpose)
        if purpose == .terms { menu.order = filterTerms.map(\.text) }
        menu.selected = entries(of: menu).firstIndex { $0.isPresent && !purpose.switchesEntries } ?? 0
        overlay = .menu(menu)
        return []
    }

    /// A key while a menu is open.
    mutating func press(_ key: Key, in menu: Menu) {
        var menu = menu
        let page = max(1, size.rows - 4)
        if menu.isTyping, type(key, into: &menu) {
            overlay = .menu(menu)
            return
        }
        switch key {
        case .down, .character("j"): move(by: 1, in: &menu)
        case .up, .character("k"): move(by: -1, in: &menu)
        case .pageDown, .control("f"): move(by: page, in: &menu)
        case .pageUp, .control("b"): move(by: -page, in: &menu)
        case .home, .character("g"): move(by: .min, in: &menu)
        case .end, .character("G"): move(by: .max, in: &menu)
        case .character("/"): menu.isTyping = true
        case .escape where !menu.filter.isEmpty: menu.filter = LineEditor()
        case .escape, .left, .backspace, .character("q"), .character("h"):
            overlay = nil
            return
        default:
            if shownEntries(of: menu).contains(menu.selected) { act(key, in: menu) }
            return
        }
        overlay = .menu(menu)
    }

    /// Moves the choice among the entries that are shown.
    private func move(by step: Int, in menu: inout Menu) {
        let shown = shownEntries(of: menu)
        guard !shown.isEmpty else { return }
        let (place, overflows) = (shown.firstIndex(of: menu.selected) ?? 0).addingReportingOverflow(step)
        menu.selected = shown[max(0, min(overflows ? shown.count - 1 : place, shown.count - 1))]
    }

    /// Takes a key for the words that narrow a menu; false for those that have another meaning while one types.
    private func type(_ key: Key, into menu: inout Menu) -> Bool {
        switch key {
        case .enter: menu.isTyping = false
        case .escape: (menu.isTyping, menu.filter) = (false, LineEditor())
        case .down, .up, .pageDown, .pageUp: return false
        default:
            guard menu.filter.apply(key) else { return true }
            let shown = shownEntries(of: menu)
            if !shown.contains(menu.selected), let first = shown.first { menu.selected = first }
        }
        return true
    }

    /// What a key does that does not merely move.
    private mutating func act(_ key: Key, in menu: Menu) {
        let isChoice = [.enter, .right, .character("l"), .character(" ")].contains(key)
        switch menu.purpose {
        case .sort where isChoice || isKey(key, of: .sort): chooseSort(menu.selected)
        case .visited where isChoice: goToVisited(menu.selected)
        case .furtherSort where isChoice || isKey(key, of: .sortFurther): sortFurther(menu.selected)
        case .group where isChoice || isKey(key, of: .group): group(menu.selected)
        case .kinds: press(key, isChoice: isChoice, inKinds: menu)
        case .columns: press(key, isChoice: isChoice, inColumns: menu)
        case .terms: press(key, isChoice: isChoice, inTerms: menu)
        case .advance(let items): press(key, isChoice: isChoice, inStatesOf: items, menu)
        case .conclude(let entities) where isChoice: chooseVerdict(menu.selected, on: entities)
        case .untag(let entities) where isChoice: untag(menu.selected, from: entities)
        case .queries where isChoice: askReady(menu.selected)
        case .queries where key == .character("s"): openQueryName(place.query)
        case .queries where key == .character("x") || key == .delete: forget(menu.selected)
        default: break
        }
    }

    // MARK: Several keys of an order

    /// The keys of the order, the weightiest first.
    var sortKeys: [Place.Sort] { [place.sort].compactMap { $0 } + (place.sort == nil ? [] : place.furtherSorts ?? []) }

    private mutating func sortFurther(_ index: Int) {
        overlay = nil
        let columns = sortColumns
        guard columns.indices.contains(index) else { return }
        let name = columns[index].name
        var keys = sortKeys
        if let known = keys.firstIndex(where: { $0.column == name }) {
            keys[known].ascending.toggle()
        } else {
            keys.append(Place.Sort(column: name, ascending: !startsWithGreatest(name)))
        }
        place.sort = keys.first
        place.furtherSorts = keys.count > 1 ? Array(keys.dropFirst()) : nil
        let titles = keys.compactMap { key in columns.first { $0.name == key.column }?.title.lowercased() }
        message = Message(text: "sorted by \(titles.joined(separator: ", then "))")
    }

    // MARK: Kinds

    private mutating func press(_ key: Key, isChoice: Bool, inKinds menu: Menu) {
        let names = kindCounts.map { inventory.name(of: $0.kind) }
        guard names.indices.contains(menu.selected) else { return }
        var hidden = Set(place.hiddenKinds ?? [])
        switch key {
        case .enter,
            _ where isKey(key, of: .kinds):
            overlay = nil
            return
        case .character("a"): hidden = []
        case .character("o"): hidden = Set(names).subtracting([names[menu.selected]])
        default:
            guard isChoice else { return }
            if hidden.remove(names[menu.selected]) == nil { hidden.insert(names[menu.selected]) }
        }
        place.hiddenKinds = hidden.isEmpty ? nil : names.filter(hidden.contains)
        message = Message(text: hidden.isEmpty ? "all kinds are listed" : Words.hiddenKinds(hidden.count))
    }
}

extension Words {
    /// That kinds are left out of the list, and only of that.
    static func hiddenKinds(_ count: Int) -> String {
        "\(Words.count(count, "kind")) not listed; what is reached does not change"
    }
}
