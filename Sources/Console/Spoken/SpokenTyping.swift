import PlainText
import TerminalKit

/// What is said while a line is typed. Who types knows the letters: what is said is how many rows, hits or choices they
/// leave, as soon as that changes. All there is to say, with what is wrong and what could be typed next, is said when it is
/// asked for: by Tab, by an Enter that is refused, and, of what is wrong, by the space that ends a term.
struct SpokenTyping {
    private let old: State
    private let new: State
    /// The key that is answered; nil where none was pressed.
    private let key: Key?
    private let before: LineEditor
    private let line: LineEditor

    /// Nil where no line is typed, or has only just begun.
    init?(from old: State?, to new: State, after key: Key?) {
        guard let old, let before = old.typing, let typing = new.typing, before.head == typing.head else { return nil }
        (self.old, self.new, self.key) = (old, new, key)
        (self.before, line) = (before.line, typing.line)
    }

    /// What is said where a query begins to be typed: what Tab says besides is no news to most. Nil where none does.
    static func beginning(from old: State?, to new: State) -> [String]? {
        guard case .prompt(let prompt) = new.overlay, prompt.takesQuery, old?.typing == nil else { return nil }
        let isBare = prompt.line.isEmpty && prompt.searches
        let head = isBare ? ["search"] : new.spokenOverlay.prefix(1)
        let words = head + (prompt.line.isSuggestion ? ["typing replaces it"] : [])
        return [(words + ["tab says more"]).joined(separator: ", ")]
    }

    /// Whether the key moves the selection below the line, which is said then.
    var moves: Bool {
        guard case .prompt(let prompt) = new.overlay, prompt.takesQuery, line == before else { return false }
        return key.map { [.up, .down, .pageUp, .pageDown].contains($0) }
            ?? (old.wantedHit == .next || old.wantedHit == .previous)
    }

    /// The lines; none where the letters are all that there is to know.
    func lines(isReply: Bool) -> [String] {
        guard isReply else { return outcome }
        switch key {
        case .tab: return completed
        case .enter, nil: return new.spokenOverlay
        case .character(" ") where new.typesQuery: return ended
        case .character where line != before: return outcome
        default: return edited
        }
    }

    /// How many are left, and in the palette what Enter runs, where either is not what it was.
    private var outcome: [String] {
        guard let count = new.typedCount else { return [] }
        let (chosen, isNew) = (new.paletteChoice, new.paletteChoice != old.paletteChoice)
        guard count != old.typedCount || isNew else { return [] }
        return [[count, chosen.map { "enter: \($0)" }].compactMap { $0 }.joined(separator: ", ").printable]
    }

    /// After the end of a term: what is wrong with it and what would fit, else how many it leaves.
    private var ended: [String] {
        guard new.typedProblem == nil else {
            return new.spokenOverlay.filter { $0.hasPrefix(State.problemSign) || $0.hasPrefix(State.candidateSign) }
        }
        return [new.typedCount].compactMap { $0 }
    }

    /// After Tab: all, and what else it could have taken. What is merely not typed yet is no news.
    private var completed: [String] {
        let lines = new.spokenOverlay
        guard line != before else { return lines }
        let others = old.typedCandidates.dropFirst().prefix(Self.othersTold)
        let also = others.isEmpty ? [] : ["also: \(others.joined(separator: ", "))".printable]
        let next = new.typedCandidates
        let isWhole = next.count == 1 && line.textBeforeCursor.hasSuffix(next[0])
        return lines.prefix(1) + also
            + lines.dropFirst().filter { line in
                !(isWhole && line.hasPrefix(State.candidateSign) || !next.isEmpty && line.hasPrefix(State.problemSign))
            }
    }

    private static let othersTold = 5

    /// After a key that changes the line or moves in it.
    private var edited: [String] {
        if line.text == before.text {
            guard line.cursor != before.cursor else { return moves ? [] : chosen ?? new.spokenOverlay }
            return [line.characterAtCursor.map { "at \($0 == " " ? "space" : String($0))" } ?? "at the end"]
        }
        let (long, short) = (Array(before.text), Array(line.text))
        let gone = long.count - short.count
        guard gone > 0, long.prefix(line.cursor) == short.prefix(line.cursor),
            long.suffix(short.count - line.cursor) == short.suffix(short.count - line.cursor)
        else { return new.spokenOverlay }
        let text = String(long[line.cursor..<(line.cursor + gone)])
        return ["deleted \(text == " " ? "space" : text)".printable] + outcome
    }

    /// What the arrows chose in the palette or a menu.
    private var chosen: [String]? {
        let lines = new.spokenOverlay.filter { $0.hasPrefix(State.selectedSign) }
        return lines.isEmpty || lines == old.spokenOverlay.filter { $0.hasPrefix(State.selectedSign) } ? nil : lines
    }
}

extension State {
    /// The line that is being typed, and what stands before it; nil where none is.
    var typing: (head: String, line: LineEditor)? {
        switch overlay {
        case .prompt(let prompt): (promptText(prompt, .spoken), prompt.line)
        case .palette(let palette): (":", palette.line)
        case .menu(let menu) where menu.isTyping: ("/", menu.filter)
        case .help(let help) where help.isTyping: ("/", help.filter)
        default: nil
        }
    }

    /// Whether what is typed is a query, in which a space ends a term.
    fileprivate var typesQuery: Bool {
        switch overlay {
        case .prompt(let prompt): prompt.takesQuery
        case .palette(let palette): palette.isQuery
        default: false
        }
    }

    fileprivate var typedProblem: String? {
        switch overlay {
        case .prompt(let prompt): return prompt.problem?.text
        case .palette(let palette) where palette.isQuery && palette.text.first == "/":
            return queryProblem(String(palette.text.dropFirst()))?.message
        default: return nil
        }
    }

    /// What Tab could take, the first one first.
    fileprivate var typedCandidates: [String] {
        switch overlay {
        case .prompt(let prompt): completions(of: prompt).map(\.text)
        case .palette(let palette): completions(of: palette).map(\.text)
        default: []
        }
    }

    /// How many rows, hits, choices or lines what is typed leaves; nil where it leaves none to count, or that is not yet known.
    fileprivate var typedCount: String? {
        func words(_ count: Int, _ noun: String) -> String { count == 0 ? "no \(noun)s" : Words.count(count, noun) }
        switch overlay {
        case .prompt(let prompt) where prompt.takesQuery && prompt.problem == nil:
            guard !rows.isPending, !asked.contains(where: { !$0.asksEngine }) else { return nil }
            guard prompt.searches else { return words(rows.selectableCount, "row") }
            return hits.map { words($0.rows.count, "hit") }
        case .palette(let palette) where !palette.isQuery:
            let count = paletteEntries(for: palette.text).count
            return count == 0 ? unknown(palette.text) : words(count, "choice")
        case .menu(let menu): return words(shownEntries(of: menu).count, "line")
        case .help(let help):
            let found = helpPopup(help, look: .spoken).lines.filter { $0.spans.count > 1 }
            return words(found.count, "line")
        default: return nil
        }
    }

    /// What Enter runs in the palette; nil where nothing is chosen.
    fileprivate var paletteChoice: String? {
        guard case .palette(let palette) = overlay else { return nil }
        let entries = paletteEntries(for: palette.text)
        return chosenEntry(of: palette, among: entries).map { entries[$0].name }
    }
}
