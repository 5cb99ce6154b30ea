import PlainText
import TerminalKit

extension State {
    func drawOverlay(into screen: inout Screen, layout: FrameLayout, look: Look) {
        switch overlay {
        case .prompt(let prompt): draw(prompt, into: &screen, layout: layout, look: look)
        case .menu(let menu): menuPopup(menu, on: screen, look: look).draw(into: &screen, in: screen.bounds, look: look)
        case .help(let help):
            helpPopup(help, look: look).draw(into: &screen, in: screen.bounds, look: look)
            screen.cursor = nil
        case .copyMenu(let selected):
            copyPopup(selected: selected, look: look).draw(into: &screen, in: screen.bounds, look: look)
        case .bookmarks(let selected):
            bookmarkPopup(selected: selected, look: look).draw(into: &screen, in: screen.bounds, look: look)
        case .text(let text): draw(text, into: &screen, look: look)
        case .notices(let offset):
            noticesPopup(offset: offset).draw(into: &screen, in: screen.bounds, look: look)
            screen.cursor = nil
        case .palette(let palette): draw(palette, into: &screen, layout: layout, look: look)
        case .prefix(let keys): draw(prefix: keys, into: &screen, layout: layout, look: look)
        case nil: break
        }
    }

    /// Where a line is typed: that of the notes, with the bar below it for hints.
    func promptLines(_ size: Size, _ layout: FrameLayout) -> (field: Rect, hint: Rect?) {
        let last = Rect(row: size.rows - 1, column: 0, rows: 1, columns: size.columns)
        let row = max(0, size.rows - (size.rows > 1 ? 2 : 1))
        return (
            layout.note ?? Rect(row: row, column: 0, rows: 1, columns: size.columns),
            layout.bar ?? (size.rows > 1 ? last : nil)
        )
    }

    private func draw(_ prompt: Prompt, into screen: inout Screen, layout: FrameLayout, look: Look) {
        let (line, hintLine) = promptLines(screen.size, layout)
        screen.fill(line, style: look[.text])
        if let hintLine { screen.fill(hintLine, style: look[.text]) }
        let field = Rect(row: line.row, column: line.column, rows: hintLine == nil ? 1 : 2, columns: line.columns)
        prompt.line.draw(
            into: &screen, in: field, prompt: promptText(prompt, look), error: prompt.problem?.at, look: look)
        if prompt.takesQuery { drawCount(of: prompt, into: &screen, in: line, look: look) }
        guard let hintLine else { return }
        if let problem = prompt.problem {
            draw(problem, of: prompt, into: &screen, in: hintLine, look: look)
        } else {
            screen.write(hint(prompt, columns: hintLine.columns, look), in: hintLine, style: look[.textDim], look: look)
            guard prompt.takesQuery else { return }
            screen.holdCandidates(explainedCandidates(prompt), behind: candidateHead(prompt, look), in: hintLine)
        }
    }

    /// How many rows the filter leaves, or the search finds; no number while it cannot be read.
    func countText(of prompt: Prompt, _ look: Look) -> String {
        guard prompt.problem == nil else { return look[.none] }
        // What is found out about the rows besides changes none of them.
        let isOld = rows.isPending || hasOldRows || overlay.searches && isSearching
        guard !isOld else { return pendingText(look) }
        if overlay.searches { return hitText(look) ?? "" }
        let count = rows.selectableCount
        let hasMore = place.view == .start && count == StartView.resultLimit
        return hasMore ? "the first \(Words.grouped(count))" : Words.count(count, "row")
    }

    /// The same at the end of the line being typed while there is room.
    private func drawCount(of prompt: Prompt, into screen: inout Screen, in line: Rect, look: Look) {
        let text = countText(of: prompt, look)
        let start = line.endColumn - text.displayWidth
        guard let cursor = screen.cursor, cursor.column + 2 < start else { return }
        let place = Position(row: line.row, column: start)
        screen.write(text, at: place, style: look[.textDim], clip: line)
    }

    /// The words about an error stand right of its caret; where they do not fit, left of it, else above the line.
    private func draw(
        _ problem: Prompt.Problem, of prompt: Prompt, into screen: inout Screen, in line: Rect, look: Look
    ) {
        let candidates = completions(of: prompt).prefix(4).map(\.text)
        let isWide = problem.text.printable.displayWidth > line.columns
        let words = isWide ? problem.brief ?? problem.text : problem.text
        let head = candidates.isEmpty ? words : "\(words); \(Self.candidateSign)"
        let text = (head + candidates.joined(separator: Screen.candidateGap)).printable
        let caret = (0..<line.columns).first { screen[Position(row: line.row, column: $0)]?.text == look[.caret] }
        let right = (caret ?? -2) + 2
        let left = (caret ?? 0) - text.displayWidth - 1
        var place = Rect(row: line.row, column: right, rows: 1, columns: line.columns - right)
        if text.displayWidth > place.columns {
            place = Rect(row: line.row, column: max(0, left), rows: 1, columns: line.columns - max(0, left))
            if left < 0 {
                place = Rect(row: max(0, line.row - 2), column: 0, rows: 1, columns: line.columns)
                screen.fill(place, style: look[.text])
            }
        }
        screen.write(TextLine(text, look[.error]), in: place, look: look)
        screen.holdCandidates(candidates, behind: head, in: place)
    }

    /// What a name may take of a line on which a window of time is typed behind it.
    private var promptNameColumns: Int { max(8, min(60, size.columns - 51)) }

    func promptText(_ prompt: Prompt, _ look: Look) -> String {
        switch prompt.purpose {
        case .filter: place.view == .start ? "find: " : "filter: "
        case .search: "search: "
        case .declare(let entity):
            "\(look.shortened(inventory.entity(at: entity).name, to: promptNameColumns)) compromised: "
        case .note(let entity):
            "note on \(look.shortened(inventory.entity(at: entity).name, to: promptNameColumns)): "
        case .advance(let items, let state):
            "\(look.shortened(words(for: items), to: promptNameColumns)) \(state.rawValue), because: "
        case .conclude(let entities, let finding): "\(subject(entities, look)) \(finding.rawValue), because: "
        case .assign(let entities): "assign \(subject(entities, look)) to: "
        case .tag(let entities): "tag \(subject(entities, look)): "
        case .lens: "lens at: "
        case .bookmark: "bookmark as: "
        case .write(let paper, let replacing): paper.prompt(replacing: replacing)
        case .window: "runs between: "
        case .saveQuery: "save this filter as: "
        }
    }

    /// What something is said of, as far as there is room.
    private func subject(_ entities: Marks, _ look: Look) -> String {
        look.shortened(words(for: entities), to: promptNameColumns)
    }

    /// What the keys do there, and how what was typed is read.
    func hint(_ prompt: Prompt, columns: Int, _ look: Look) -> TextLine {
        let isSuggestion = prompt.line.isSuggestion
        switch prompt.purpose {
        case .filter where isSuggestion, .search where isSuggestion:
            return fitted(
                [("enter keeps", 9), ("ctrl-u empties", 6), ("esc returns", 5), Self.syntaxHint], to: columns, look,
                isSuggestion: true)
        case .search where completions(of: prompt).isEmpty:
            return fitted(
                [
                    ("name, id or part of it", 9), ("kind:token", 7), ("enter keeps", 8),
                    ("\(look.arrows) other hits", 6), ("esc returns", 5), queryHelpHint(prompt),
                ] + recallHint(prompt), to: columns, look)
        case .filter, .search:
            let candidates = explainedCandidates(prompt)
            guard candidates.isEmpty else {
                return TextLine(candidateHead(prompt, look) + candidates.joined(separator: Screen.candidateGap))
            }
            return fitted(recallHint(prompt) + filterExamples(prompt), to: columns, look)
        case .declare:
            let windows = (try? WindowText.windows(prompt.line.text, now: opened)) ?? []
            let read = windows.map { TimeWords.windowInFull($0, arrow: look[.until]) }.joined(separator: ", ")
            return fitted(
                [
                    (read, 9), ("enter declares", 8), ("FROM..UNTIL", 7), ("-6h..", 6), ("03-14 02:10..09:40", 5),
                    ("an end left out is open", 4), ("several: A..B, C..D", 3), ("ctrl-u empties", 2),
                ], to: columns, look, isSuggestion: isSuggestion)
        case .bookmark:
            return fitted(
                [
                    ("enter adds", 9), ("ctrl-u empties", 7), ("an empty name takes the place's own", 5),
                    ("\(key(.bookmarks)) lists them", 6),
                ], to: columns, look, isSuggestion: isSuggestion)
        case .note:
            return fitted(
                [
                    ("enter keeps", 9), ("#suspicious, #cleared or any #tag", 8), ("an empty note is removed", 7),
                    ("no passwords or keys", 6), ("ctrl-u empties", 5),
                ] + recallHint(prompt), to: columns, look)
        case .advance(_, let state):
            let isNeeded = state == .failed
            return fitted(
                [
                    (isNeeded ? "say why; enter records it" : "enter records it", 9),
                    (isNeeded ? "" : "the reason may stay empty", 7), ("no passwords or keys", 6), ("esc gives up", 5),
                ].filter { !$0.0.isEmpty } + recallHint(prompt), to: columns, look)
        case .conclude:
            return fitted(
                [
                    ("enter records it", 9), ("the reason may stay empty", 7), ("no passwords or keys", 6),
                    ("esc gives up", 5),
                ] + recallHint(prompt), to: columns, look)
        case .assign:
            let others = explainedCandidates(prompt)
            return fitted(
                [
                    ("enter assigns", 9),
                    (others.isEmpty ? "" : Self.candidateSign + others.joined(separator: "  "), 8),
                    ("ctrl-u empties: nobody", 7),
                ].filter { !$0.0.isEmpty }, to: columns, look, isSuggestion: isSuggestion)
        case .tag:
            let others = explainedCandidates(prompt)
            return fitted(
                [
                    ("enter tags", 9), (others.isEmpty ? "" : Self.candidateSign + others.joined(separator: "  "), 8),
                    ("several words, several tags", 7),
                ].filter { !$0.0.isEmpty }, to: columns, look)
        case .write(let paper, let replacing):
            let question = replacing ? "it is there already: enter replaces it" : paper.deed
            let names = paper.endings.map { [($0.map { "name.\($0)" }.joined(separator: ", "), 7)] } ?? []
            return fitted(
                [(question, 9), (summary(of: paper), 8)] + names + [
                    ("esc gives up", 6), ("ctrl-u empties", 5), ("from the current folder on", 4),
                ], to: columns, look, isSuggestion: isSuggestion)
        case .window:
            let windows = (try? WindowText.windows(prompt.line.text, now: opened)) ?? []
            let read = windows.map { TimeWords.windowInFull($0, arrow: look[.until]) }.joined(separator: ", ")
            return fitted(
                [(read, 9), ("enter lists the runs", 8), ("FROM..UNTIL", 7), ("03-14 02:10..09:40", 6), ("-6h..", 5)],
                to: columns, look)
        case .saveQuery(let text):
            let isKnown = habits.queries.contains { $0.name == prompt.line.text.trimmed }
            let enter = isKnown ? "enter replaces the saved one" : "enter saves"
            return fitted([(enter, 9), (text, 8), ("\(key(.queries)) lists saved ones", 5)], to: columns, look)
        case .lens:
            let moment = WindowText.instant(prompt.line.text, now: opened) ?? opened
            return fitted(
                [
                    (TimeWords.minute(moment), 9), ("enter sets", 8), ("2026-03-14T02:10Z", 7), ("-6h", 6),
                    ("empty is now, \(TimeWords.minute(opened))", 5), ("ctrl-u empties", 4),
                ], to: columns, look, isSuggestion: isSuggestion)
        }
    }

    /// What may be typed in a filter, and what the keys do there.
    private func filterExamples(_ prompt: Prompt) -> [(String, Int)] {
        switch place.view {
        case .start:
            [
                ("enter keeps, then \(key(.declare)) declares", 9), ("name or part of it", 8),
                queryHelpHint(prompt), ("kind:runner", 6), ("esc gives up", 5),
            ]
        case .journal:
            [
                ("a word of who, what or about what", 9), ("who:ana", 7), ("what:mark", 6), ("kind:token", 5),
                ("created>03-14", 4), ("place~blast", 3), ("enter keeps", 8),
                queryHelpHint(prompt),
            ]
        default:
            [
                ("name or part of it", 9), ("kind:token", 7), ("expires<30d", 5), ("-owner:none", 4), ("live", 3),
                ("enter keeps", 8), ("runner -> job -> token", 6), ("ctrl-s saves", 2),
                queryHelpHint(prompt),
            ]
        }
    }

    /// Before the candidates: on the start first what comes after the search.
    private func candidateHead(_ prompt: Prompt, _ look: Look) -> String {
        guard place.view == .start, prompt.movesList else { return Self.candidateSign }
        return "enter keeps, then \(key(.declare)) declares \(look[.separator]) \(Self.candidateSign)"
    }

    private static let syntaxHint = (text: "ctrl-g explains", priority: 7)

    /// That there are earlier lines, while nothing is typed.
    private func recallHint(_ prompt: Prompt) -> [(String, Int)] {
        guard let kind = prompt.remembers, prompt.line.isEmpty, !typed[kind].isEmpty else { return [] }
        return [("ctrl-p recalls", 10)]
    }

    /// How to read about the language of queries.
    private func queryHelpHint(_ prompt: Prompt) -> (text: String, priority: Int) {
        prompt.line.isEmpty ? (text: "? explains", priority: Self.syntaxHint.priority) : Self.syntaxHint
    }

    /// Words of which the least important leave when there is no room.
    /// What is suggested looks like what was typed: there words tell it.
    private func fitted(
        _ words: [(text: String, priority: Int)], to columns: Int, _ look: Look, isSuggestion: Bool = false
    ) -> TextLine {
        var words = words
        if isSuggestion {
            let more = [(text: "typing replaces it", priority: 8), (text: "end adds to it", priority: 4)]
            words.insert(contentsOf: more, at: 1)
        }
        return FittedLine(
            pieces: words.map { FittedLine.Piece($0.text, priority: $0.priority) }, separator: " \(look[.separator]) "
        ).line(fitting: columns)
    }
}
