import TerminalKit

// Bookmarks, and the list of visited places.
extension State {
    /// The keys by which bookmarks are chosen: no letter that moves, removes or closes.
    static let bookmarkKeys = Array("abcdefimnoprstuvwyz123456789")

    /// The places that the menu lists.
    func places(of menu: PlaceMenu) -> [Place] {
        switch menu.kind {
        case .bookmarks: work.present.bookmarks.map(\.place)
        case .visited: history.all + history.elsewhere
        }
    }

    mutating func openBookmarkPrompt() -> [Effect] {
        overlay = .prompt(Prompt(purpose: .bookmark, line: LineEditor(suggesting: place.title(in: inventory))))
        return []
    }

    /// Remembers the place under a name; without one under its own.
    mutating func addBookmark(named text: String) {
        let name = text.allSatisfy(\.isWhitespace) ? place.title(in: inventory) : text
        let place = place
        change("bookmark \(name)") { $0.bookmarks.append(Bookmark(name: name, place: place)) }
        message = Message(text: "bookmarked: \(name); \(key(.bookmarks)) lists the bookmarks")
    }

    mutating func openBookmarks() -> [Effect] {
        overlay = .places(PlaceMenu(kind: .bookmarks))
        return []
    }

    /// Lists all places of the trail, with the present one selected, then those that are off it.
    mutating func openVisited() -> [Effect] {
        overlay = .places(PlaceMenu(kind: .visited, selected: history.back.count))
        return []
    }

    /// A key while places are listed.
    mutating func press(_ key: Key, in menu: PlaceMenu) {
        let count = places(of: menu).count
        if menu.kind == .bookmarks, case .character(let letter) = key,
            let number = Self.bookmarkKeys.firstIndex(of: letter), number < count
        {
            go(to: number, of: menu)
            return
        }
        if key == .character("x"), menu.kind == .bookmarks {
            removeBookmark(menu.selected)
            return
        }
        switch MenuKey(key, selected: menu.selected, count: count, page: max(1, size.rows - 4)) {
        case .select(let row): overlay = .places(PlaceMenu(kind: menu.kind, selected: row))
        case .pick: go(to: menu.selected, of: menu)
        case .close: overlay = nil
        case nil: break
        }
    }

    private mutating func go(to number: Int, of menu: PlaceMenu) {
        overlay = nil
        let places = places(of: menu)
        guard places.indices.contains(number) else { return }
        guard places[number] != place else {
            message = Message(text: "you are there")
            return
        }
        switch menu.kind {
        case .visited where number < history.all.count: history.go(to: number)
        case .visited:
            history.visit(places[number])
            message = Message(text: "at a place off the trail; \(key(.back)) returns")
        case .bookmarks:
            history.visit(places[number])
            message = Message(text: "at the bookmark \(work.present.bookmarks[number].name); \(key(.back)) returns")
        }
        selected = 0
    }

    /// Goes back or forward along the trail.
    mutating func goAlongTrail(to number: Int) {
        history.go(to: number)
        selected = 0
    }

    private mutating func removeBookmark(_ number: Int) {
        guard work.present.bookmarks.indices.contains(number) else { return }
        let name = work.present.bookmarks[number].name
        change("remove the bookmark \(name)") { $0.bookmarks.remove(at: number) }
        message = Message(text: "removed: the bookmark \(name); \(key(.undo)) brings it back")
        let count = work.present.bookmarks.count
        overlay = count == 0 ? nil : .places(PlaceMenu(kind: .bookmarks, selected: min(number, count - 1)))
    }
}

/// What a key does in a menu.
enum MenuKey: Hashable {
    case select(Int)
    case pick
    case close

    /// Nil for a key that does nothing there.
    init?(_ key: Key, selected: Int, count: Int, page: Int = 10) {
        let last = max(0, count - 1)
        switch key {
        case .down, .character("j"): self = .select(min(selected + 1, last))
        case .up, .character("k"): self = .select(max(0, selected - 1))
        case .pageDown, .control("f"): self = .select(min(selected + page, last))
        case .pageUp, .control("b"): self = .select(max(0, selected - page))
        case .home, .character("g"): self = .select(0)
        case .end, .character("G"): self = .select(last)
        case .enter, .right, .character("l"), .character(" "): self = .pick
        case .escape, .left, .backspace, .character("q"), .character("h"): self = .close
        default: return nil
        }
    }
}
