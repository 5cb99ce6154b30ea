import TerminalKit

extension State {
    mutating func openHelp() -> [Effect] {
        overlay = .help(HelpState())
        return []
    }

    /// Help about the language of queries; what is being typed comes back after it.
    mutating func openQueryHelp() { openHelp(about: .queries) }

    /// Help over what lies over the view, which comes back after it.
    mutating func openHelp(about topic: HelpTopic) {
        overlay = .help(HelpState(topic: topic, under: [overlay].compactMap { $0 }))
    }

    /// A key while help is open. Esc first leaves the line being typed, then the words, then help.
    mutating func press(_ key: Key, in help: HelpState) {
        var help = help
        if help.isTyping {
            switch key {
            case .enter: help.isTyping = false
            case .escape:
                help.isTyping = false
                help.filter = LineEditor()
            case .up: help.offset -= 1
            case .down: help.offset += 1
            default: if help.filter.apply(key) { help.offset = 0 }
            }
        } else {
            let page = max(1, size.rows - 5)
            switch key {
            case .down, .character("j"): help.offset += 1
            case .up, .character("k"): help.offset -= 1
            case .pageDown, .control("f"), .character(" "): help.offset += page
            case .pageUp, .control("b"): help.offset -= page
            case .home, .character("g"): help.offset = 0
            case .end, .character("G"): help.offset = Int.max / 2
            case .character("/"): help.isTyping = true
            case .escape where !help.filter.isEmpty: help.filter = LineEditor()
            case .escape, .enter, .left, .backspace, .character("q"), .character("h"),
                _ where isKey(key, of: .help):
                overlay = help.under.first
                return
            default: break
            }
        }
        let popup = helpPopup(help, look: Look())
        let lines = max(1, min(size.rows - 2, popup.lines.count))
        help.offset = max(0, min(help.offset, popup.lines.count - lines))
        overlay = .help(help)
    }
}
