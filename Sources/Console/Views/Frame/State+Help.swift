import PlainText
import TerminalKit

extension State {
    /// Help: keys with what they do and why they cannot here and now, the language of queries, or the keys of a popup.
    func helpPopup(_ help: HelpState, look: Look) -> Popup {
        let sections = sections(of: help.topic, look)
        var lines = lines(of: sections, matching: help.filter.text, look)
        if lines.isEmpty { lines = ["nothing here says that"] }
        if !help.filter.isEmpty, !look.isSpoken {
            // The box stays as large as it is without words.
            let all = self.lines(of: sections, matching: "", look)
            let blank = max(0, (all.map(\.width).max() ?? 0) - lines[0].width)
            lines[0].spans.append(TextSpan(String(repeating: " ", count: blank)))
            lines += Array(repeating: "", count: max(0, min(all.count, size.rows - 2) - lines.count))
        }
        let typed = typed(help.filter.text, isTyping: help.isTyping, look)
        return Popup(
            title: help.topic.title + typed, lines: lines, offset: help.offset,
            footer: help.isTyping
                ? "enter keeps, esc clears" : "j k scroll, / find, esc \(help.filter.isEmpty ? "closes" : "clears")")
    }

    /// The words that narrow help or a menu, behind its title.
    func typed(_ text: String, isTyping: Bool, _ look: Look) -> String {
        if text.isEmpty, !isTyping { return "" }
        return look.isSpoken ? ", find: \(text)" : "  /\(text)\(isTyping ? "_" : "")"
    }

    private func sections(of topic: HelpTopic, _ look: Look) -> [HelpSection] {
        switch topic {
        case .keys:
            [IncidentStep.section(self, look)]
                + Command.Group.allCases.map { group in
                    HelpSection(group.rawValue, Command.table.filter { $0.group == group }.map { entry($0, look) })
                } + [Glossary.section]
        case .queries:
            (place.view == .journal ? [JournalView.filterHelp] : []) + QueryHelp(vocabulary: filterVocabulary).sections
        case .popup(let section): [section, Overlay.commonHelp]
        }
    }

    /// The entries that hold all of a text's words, under their headings; all entries of a heading that holds them.
    private func lines(of sections: [HelpSection], matching text: String, _ look: Look) -> [TextLine] {
        let words = text.lowercased().split(separator: " ")
        let column = nameColumn(of: sections)
        var lines: [TextLine] = []
        for section in sections {
            let isWhole = words.allSatisfy(section.title.lowercased().contains)
            let entries = section.entries.filter { isWhole || $0.has(words) }
                .flatMap { self.lines(of: $0, column, look) }
            guard !entries.isEmpty else { continue }
            if !lines.isEmpty { lines.append("") }
            lines.append(TextLine(section.title, look[.header]))
            lines += entries
        }
        return lines
    }

    /// The columns of names: as the widest needs, up to a third of the screen; less where there is little room.
    private func nameColumn(of sections: [HelpSection]) -> Int {
        let widest = sections.flatMap(\.entries).map { $0.name.displayWidth }.max() ?? 0
        return max(14, min(widest + 2, size.columns / 3, 26))
    }

    /// A name and what it means, in as many lines as that takes.
    private func lines(of entry: HelpEntry, _ column: Int, _ look: Look) -> [TextLine] {
        if look.isSpoken { return [[TextSpan(entry.name), TextSpan(entry.text)]] }
        let text = Paragraph.lines(entry.text, columns: max(16, size.columns - column - 5))
        let names = Paragraph.lines(entry.name, columns: column - 1)
        return (0..<max(text.count, names.count)).map { index in
            let name = index < names.count ? names[index] : ""
            return [TextSpan(name.padded(to: column), look[.key]), TextSpan(index < text.count ? text[index] : "")]
        }
    }

    /// A command with the keys that run it here: a key stands in help once.
    private func entry(_ command: Command, _ look: Look) -> HelpEntry {
        let keys = keys(thatRun: command.id).map { $0.label(look.glyphs) }
        let reason = keyObstacle(command).map { " (not now: \($0))" } ?? ""
        return HelpEntry(
            keys.isEmpty ? (look.isSpoken ? "no key" : look[.none]) : keys.joined(separator: ", "),
            command.description + reason,
            label: command.label)
    }
}

extension HelpTopic {
    fileprivate var title: String {
        switch self {
        case .keys: "keys"
        case .queries: "queries"
        case .popup: "keys of this popup"
        }
    }
}
