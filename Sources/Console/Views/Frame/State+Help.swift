import PlainText
import TerminalKit

extension State {
    /// The list of keys: each with what it does, and why it cannot run here and now.
    func helpPopup(_ help: HelpState, look: Look) -> Popup {
        var lines = helpLines(matching: help.filter.text, look)
        if lines.isEmpty { lines = ["no key does that"] }
        if !help.filter.isEmpty {
            // The box stays as large as it is without words.
            let all = helpLines(matching: "", look)
            let blank = max(0, (all.map(\.width).max() ?? 0) - lines[0].width)
            lines[0].spans.append(TextSpan(String(repeating: " ", count: blank)))
            lines += Array(repeating: "", count: max(0, min(all.count, size.rows - 2) - lines.count))
        }
        let typed = help.filter.isEmpty && !help.isTyping ? "" : "  /\(help.filter.text)\(help.isTyping ? "_" : "")"
        return Popup(
            title: "keys" + typed, lines: lines, offset: help.offset,
            footer: help.isTyping ? "enter keeps, esc clears" : "j k scroll, / find, esc closes")
    }

    /// The keys whose words hold all of a text's words, under their headings.
    private func helpLines(matching text: String, _ look: Look) -> [TextLine] {
        let words = text.lowercased().split(separator: " ")
        var lines: [TextLine] = []
        for group in Command.Group.allCases {
            let entries = Command.table.filter { command in
                let text = "\(keyNames(command, look)) \(command.label) \(command.description)".lowercased()
                return command.group == group && words.allSatisfy(text.contains)
            }.flatMap { helpLines($0, look: look) }
            guard !entries.isEmpty else { continue }
            if !lines.isEmpty { lines.append("") }
            lines.append(TextLine(group.rawValue, look[.header]))
            lines += entries
        }
        return lines
    }

    /// The keys that run a command here; of one that has keys of its own in some views all of them.
    private func shownKeys(_ command: Command) -> [KeySequence] {
        command.scope == nil ? keys(thatRun: command.id) : keymap.keys(of: command.id)
    }

    private func keyNames(_ command: Command, _ look: Look) -> String {
        let keys = shownKeys(command).map { $0.label(look.glyphs) }
        return keys.isEmpty ? look[.none] : keys.joined(separator: ", ")
    }

    /// A command's keys and what they do, in as many lines as that takes.
    private func helpLines(_ command: Command, look: Look) -> [TextLine] {
        let column = size.columns >= 100 ? 26 : 14
        let reason = keyObstacle(command).map { " (not now: \($0))" } ?? ""
        let text = Paragraph.lines(command.description + reason, columns: max(16, size.columns - column - 5))
        let keys = Paragraph.lines(keyNames(command, look), columns: column - 1)
        return (0..<max(text.count, keys.count)).map { index in
            let names = index < keys.count ? keys[index] : ""
            return [TextSpan(names.padded(to: column), look[.key]), TextSpan(index < text.count ? text[index] : "")]
        }
    }
}
