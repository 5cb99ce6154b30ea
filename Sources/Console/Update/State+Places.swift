import TerminalKit

// Bookmarks, and the list of visited places.
extension State {
    /// The keys by which bookmarks are chosen: no letter that moves, removes or closes.
    static let bookmarkKeys = Array("abcdefimnoprstuvwyz123456789")

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
        overlay = .bookmarks(selected: 0)
        return []
    }

    /// The places of the trail, with the present one among them, then those that are off it.
    var visitedEntries: [MenuEntry] {
        let here = history.back.count
        func entry(_ place: Place, _ sign: MenuEntry.Sign, _ remark: String? = nil) -> MenuEntry {
            let remarks = [remark].compactMap { $0 } + place.particulars(in: inventory)
            return MenuEntry(place.title(in: inventory), remark: remarks.joined(separator: ", "), sign: sign)
        }
        return history.all.enumerated().map { number, place in
            entry(place, number == here ? .here : number < here ? .behind : .ahead)
        } + history.elsewhere.map { entry($0, .none, "off the trail") }
    }

    /// A key while bookmarks are listed.
    mutating func press(_ key: Key, inBookmarks selected: Int) {
        let count = work.present.bookmarks.count
        if case .character(let letter) = key, let number = Self.bookmarkKeys.firstIndex(of: letter), number < count {
            goToBookmark(number)
            return
        }
        if key == .character("x") {
            removeBookmark(selected)
            return
        }
        switch MenuKey(key, selected: selected, count: count, page: max(1, size.rows - 4)) {
        case .select(let row): overlay = .bookmarks(selected: row)
        case .pick: goToBookmark(selected)
        case .close: overlay = nil
        case nil: break
        }
    }

    private mutating func goToBookmark(_ number: Int) {
        overlay = nil
        let bookmarks = work.present.bookmarks
        guard bookmarks.indices.contains(number), isElsewhere(bookmarks[number].place) else { return }
        history.visit(bookmarks[number].place)
        message = Message(text: "at the bookmark \(bookmarks[number].name); \(key(.back)) returns")
        selected = 0
    }

    mutating func goToVisited(_ number: Int) {
        overlay = nil
        let (trail, others) = (history.all, history.elsewhere)
        guard number < trail.count + others.count,
            isElsewhere(number < trail.count ? trail[number] : others[number - trail.count])
        else { return }
        if number < trail.count {
            history.go(to: number)
        } else {
            history.visit(others[number - trail.count])
            message = Message(text: "at a place off the trail; \(key(.back)) returns")
        }
        selected = 0
    }

    /// Whether a place is another than the present one, which is said where it is not.
    private mutating func isElsewhere(_ other: Place) -> Bool {
        if other == place { message = Message(text: "you are there") }
        return other != place
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
        overlay = count == 0 ? nil : .bookmarks(selected: min(number, count - 1))
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
