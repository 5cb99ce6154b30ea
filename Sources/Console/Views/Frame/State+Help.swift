import PlainText
import TerminalKit

extension State {
    /// The list of keys: each with what it does, and why it cannot run here and now.
    func helpPopup(_ help: HelpState, look: Look) -> Popup {
        let words = help.filter.text.lowercased().split(separator: " ")
        var lines: [TextLine] = []
        for group in Command.Group.allCases {
            let entries = Command.table.filter { $0.group == group }.compactMap { command -> TextLine? in
                let line = helpLine(command, look: look)
                let text = line.text.lowercased()
                return words.allSatisfy(text.contains) ? line : nil
            }
            guard !entries.isEmpty else { continue }
            if !lines.isEmpty { lines.append("") }
            lines.append(TextLine(group.rawValue, look[.header]))
            lines += entries
        }
        if lines.isEmpty { lines = ["no key does that"] }
        let typed = help.filter.isEmpty && !help.isTyping ? "" : "  /\(help.filter.text)\(help.isTyping ? "_" : "")"
        return Popup(
            title: "keys" + typed, lines: lines, offset: help.offset,
            footer: help.isTyping ? "enter keeps, esc clears" : "j k scroll, / find, esc closes")
    }

    private func helpLine(_ command: Command, look: Look) -> TextLine {
        let keys = command.keys.map { $0.label(look.glyphs) }.joined(separator: " ")
        var spans = [
            TextSpan(keys.padded(to: 13) + " ", look[.key]), TextSpan(command.description),
        ]
        if let reason = command.disabledReason(self) {
            spans.append(TextSpan(" (not now: \(reason))", look[.textDim]))
        }
        return TextLine(spans)
    }
}
