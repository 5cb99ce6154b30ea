import Inventory
import PlainText
import TerminalKit

extension State {
    /// What lies over the view, line by line: in the words from which it is drawn.
    var spokenOverlay: [String] {
        // So wide that no line is broken.
        var state = self
        state.size = Size(rows: 24, columns: 1_000)
        return state.overlayWords.map(\.printable).filter { !$0.isEmpty }
    }

    /// Stands before what is wrong with a line.
    static let problemSign = "problem: "

    /// Stands before the selected line of a menu.
    static let selectedSign = "selected: "

    private var overlayWords: [String] {
        switch overlay {
        case .prompt(let prompt): words(of: prompt)
        case .menu(let menu): menuPopup(menu, look: .spoken).words
        case .help(let help): helpPopup(help, look: .spoken).words
        case .copyMenu(let selected): copyPopup(selected: selected, look: .spoken).words
        case .bookmarks(let selected): bookmarkPopup(selected: selected, look: .spoken).words
        case .text(let text):
            [text.title] + text.text.split(separator: "\n").map(String.init) + ["enter or esc closes"]
        case .notices(let offset): noticesPopup(offset: offset).words
        case .palette(let palette): words(of: palette)
        case .prefix(let keys): prefixPopup(keys, look: .spoken).words
        case nil: []
        }
    }

    /// What is typed and how many rows that leaves, and what is wrong with it, else what keys do.
    private func words(of prompt: Prompt) -> [String] {
        let typed = promptText(prompt, .spoken) + prompt.line.text
        guard let problem = prompt.problem else {
            let count = prompt.takesQuery ? countText(of: prompt, .spoken) : ""
            return [
                prompt.line.isEmpty ? typed + count : [typed, count].filter { !$0.isEmpty }.joined(separator: ", "),
                hint(prompt, columns: .max, .spoken).spokenText,
            ]
        }
        return [typed, Self.problemSign + problem.text, words(ofCandidates: completions(of: prompt))]
    }

    /// What is typed, what could be typed next, how much fits it, and what enter runs.
    private func words(of palette: Palette) -> [String] {
        let entries = paletteEntries(for: palette.text)
        var lines = palette.line.isEmpty ? [] : [":" + palette.line.text]
        if case .filter(let query)? = entries.first?.target, let problem = queryProblem(query) {
            lines.append(Self.problemSign + problem.message)
        }
        lines.append(words(ofCandidates: completions(of: palette)))
        guard !entries.isEmpty else { return lines + [unknown(palette.text)] }
        lines.append(Words.count(entries.count, "choice"))
        guard let chosen = chosenEntry(of: palette, among: entries) else {
            let what =
                palette.text.isEmpty
                ? "a command, a kind, a view, an id or a name" : "no sure match; enter chooses the first"
            return lines + ["\(what); \(Look.spoken.arrows) choose"]
        }
        return lines + [Self.selectedSign + words(of: entries[chosen])]
    }

    private func words(of entry: PaletteEntry) -> String {
        let meaning = obstacle(to: entry.target).map { "not now: \($0)" } ?? entry.meaning
        return [entry.name, keys(of: entry.target, .spoken), meaning].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    private func words(ofCandidates candidates: [QueryCompletion.Candidate]) -> String {
        let texts = candidates.prefix(4).map(\.text)
        return texts.isEmpty ? "" : Self.candidateSign + texts.joined(separator: ", ")
    }
}

extension Popup {
    /// The title, the lines with a word for the selected one, and the footer.
    fileprivate var words: [String] {
        let lines = lines.enumerated().map { number, line in
            let words = line.spans.flatMap { SpokenFact.facts(of: $0.text) }.map(\.words).joined(separator: ", ")
            return number == selected ? State.selectedSign + words : words
        }
        return [title] + lines + remark + [footer]
    }
}
