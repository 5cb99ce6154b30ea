import Inventory
import TerminalKit

extension State {
    mutating func openMenu(_ purpose: Menu.Purpose) -> [Effect] {
        var menu = Menu(purpose: purpose)
        menu.selected = entries(of: menu).firstIndex { $0.sign == .on && !purpose.switchesEntries } ?? 0
        overlay = .menu(menu)
        return []
    }

    /// A key while a menu is open.
    mutating func press(_ key: Key, in menu: Menu) {
        var menu = menu
        let last = max(0, entries(of: menu).count - 1)
        let page = max(1, size.rows - 4)
        switch key {
        case .down, .character("j"): menu.selected = min(last, menu.selected + 1)
        case .up, .character("k"): menu.selected = max(0, menu.selected - 1)
        case .pageDown, .control("f"): menu.selected = min(last, menu.selected + page)
        case .pageUp, .control("b"): menu.selected = max(0, menu.selected - page)
        case .home, .character("g"): menu.selected = 0
        case .end, .character("G"): menu.selected = last
        case .escape, .left, .backspace, .character("q"), .character("h"):
            overlay = nil
            return
        default:
            act(key, in: menu)
            return
        }
        overlay = .menu(menu)
    }

    /// What a key does that does not merely move.
    private mutating func act(_ key: Key, in menu: Menu) {
        let isChoice = [.enter, .right, .character("l"), .character(" ")].contains(key)
        switch menu.purpose {
        case .furtherSort where isChoice || isKey(key, of: .sortFurther): sortFurther(menu.selected)
        case .group where isChoice || isKey(key, of: .group): group(menu.selected)
        case .kinds: press(key, isChoice: isChoice, inKinds: menu)
        case .columns: press(key, isChoice: isChoice, inColumns: menu)
        case .terms: press(key, isChoice: isChoice, inTerms: menu)
        case .advance(let marks): press(key, isChoice: isChoice, inStatesOf: marks, menu)
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
            let startsWithGreatest = EntityColumn(named: name)?.startsWithGreatest ?? false
            keys.append(Place.Sort(column: name, ascending: !startsWithGreatest))
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
