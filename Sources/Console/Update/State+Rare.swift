import TerminalKit

extension State {
    /// Why there is nothing to zoom.
    var zoomObstacle: String? {
        place.view.screenView.hasPreview ? nil : "this page has no pane beside it"
    }

    /// Goes on to the next way of sharing the screen between the list and the selected entity.
    mutating func zoom() -> [Effect] {
        switch place.pane {
        case .both where layout(size).preview != nil: place.pane = .list
        case .both, .list: place.pane = .preview
        case .preview: place.pane = .both
        }
        message =
            switch place.pane {
            case .both: Message(text: layout(size).preview == nil ? "the list" : "the list and the selected entity")
            case .list: Message(text: "the list alone")
            case .preview: Message(text: "the selected entity alone")
            }
        return []
    }

    mutating func toggleMouse() -> [Effect] {
        isMouseOn.toggle()
        message = Message(
            text: isMouseOn
                ? "mouse on: a click selects, a second one opens; shift-drag selects text"
                : "mouse off: it selects text as the terminal does")
        return [.reportMouse(isMouseOn)]
    }

    mutating func resetLens() -> [Effect] {
        place.lens = Lens()
        message = Message(text: "the lens is as it was at the opening")
        return []
    }

    mutating func restoreOrder() -> [Effect] {
        place.sort = nil
        message = Message(text: "in its own order")
        return []
    }

    mutating func unmarkAll() -> [Effect] {
        let count = work.present.planCount
        change("taking everything off the plan") { ($0.marks, $0.endings) = ([], [:]) }
        message = Message(text: "off the plan: \(Words.count(count, "mark"))\(undoHint)")
        return []
    }

    mutating func withdrawAll() -> [Effect] {
        let count = work.present.seeds.count
        change("withdrawing all declarations") { $0.seeds = [] }
        message = Message(text: "withdrawn: \(Words.count(count, "declaration"))\(undoHint)")
        return []
    }

    private var undoHint: String { "; \(key(.undo)) undoes" }

    mutating func openNotices() -> [Effect] {
        overlay = .notices(offset: 0)
        return []
    }

    /// A key while the notices are open.
    mutating func press(_ key: Key, inNotices offset: Int) {
        switch key {
        case .down, .character("j"): overlay = .notices(offset: offset + 1)
        case .up, .character("k"): overlay = .notices(offset: offset - 1)
        case .pageDown, .character(" "): overlay = .notices(offset: offset + max(1, size.rows - 4))
        case .pageUp: overlay = .notices(offset: offset - max(1, size.rows - 4))
        case .escape, .enter, .left, .backspace, .character("q"), .character("h"): overlay = nil
        default: break
        }
        guard case .notices(let moved) = overlay else { return }
        let lines = noticesPopup(offset: 0).lines.count
        overlay = .notices(offset: max(0, min(moved, lines - max(1, min(lines, size.rows - 2)))))
    }

    /// What was said at the opening.
    func noticesPopup(offset: Int) -> Popup {
        let lines = allNotices.flatMap { Paragraph.lines($0, columns: max(8, size.columns - 6)) }
        return Popup(title: "notices", lines: lines.map { TextLine($0) }, offset: offset, footer: "esc closes")
    }
}
