import PlainText
import TerminalKit

extension State {
    mutating func openCopyMenu() -> [Effect] {
        overlay = .copyMenu(selected: 0)
        return []
    }

    /// A key while the menu of what can be copied is open.
    mutating func press(_ key: Key, inCopyMenu selected: Int) -> [Effect] {
        let items = copyItems
        if case .character(let letter) = key, let item = items.first(where: { $0.letter == letter }) {
            return copy(item)
        }
        if isKey(key, of: .copy) { return copy(items[min(selected, items.count - 1)]) }
        switch MenuKey(key, selected: selected, count: items.count) {
        case .select(let row): overlay = .copyMenu(selected: row)
        case .pick: return copy(items[min(selected, items.count - 1)])
        case .close: overlay = nil
        case nil: break
        }
        return []
    }

    private mutating func copy(_ item: CopyItem) -> [Effect] {
        // Asked before the menu is shut: what is at hand of the row depends on it.
        let (obstacle, text) = (obstacle(to: item), text(of: item))
        overlay = nil
        if let obstacle {
            message = Message(text: "copy \(item.title): \(obstacle)", tone: .warning)
            return []
        }
        guard let text else { return [] }
        message = Message(text: "copying \(item.title)")
        return [.copy(CopiedText(what: item.title, text: text))]
    }

    /// Says what became of a text that was to be copied; what nothing takes is shown.
    mutating func learn(_ outcome: CopyOutcome) -> [Effect] {
        switch outcome {
        case .taken(let text, let tool):
            message = Message(text: "copied \(text.what) by \(tool): \(Self.opening(of: text.text))")
        case .terminal(let text, let bytes):
            message = Message(
                text: "sent \(text.what) to the terminal (OSC 52), which may refuse it: \(Self.opening(of: text.text))")
            return [.transmit(bytes)]
        case .impossible(let text):
            overlay = .text(ShownText(title: "nothing here takes a copy; select \(text.what) by hand", text: text.text))
        }
        return []
    }

    private static func opening(of text: String) -> String {
        let line = text.prefix { !$0.isNewline }
        return line.count == text.count || line.count + 1 == text.count ? String(line) : line + " ..."
    }

    /// A key while a text is shown.
    mutating func press(_ key: Key, in shown: ShownText) -> [Effect] {
        if isKey(key, of: .copy) { return openCopyMenu() }
        var shown = shown
        let lines = Paragraph.lines(shown.text, columns: max(1, size.columns)).count
        switch MenuKey(key, selected: shown.offset, count: lines, page: max(1, size.rows - 3)) {
        case .select(let offset): shown.offset = min(offset, max(0, lines - max(1, size.rows - 2)))
        case .pick, .close:
            overlay = nil
            return []
        case nil: return []
        }
        overlay = .text(shown)
        return []
    }
}
