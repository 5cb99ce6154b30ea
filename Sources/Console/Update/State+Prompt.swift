import Inventory
import TerminalKit

extension State {
    /// Why the list cannot be narrowed.
    var filterObstacle: String? {
        switch place.view {
        case .path: "a path is shown whole"
        case .map: "a map is shown whole: \(key(.fold)) folds what lies behind"
        default: nil
        }
    }

    mutating func openFilter() -> [Effect] {
        let line = LineEditor(suggesting: place.query)
        overlay = .prompt(Prompt(purpose: .filter(before: place), line: line, anchor: place.cursor))
        return []
    }

    mutating func openDeclaration() -> [Effect] {
        guard let entity = selectedEntity else { return [] }
        let line = LineEditor(suggesting: WindowText.text(suggestedWindows(for: entity)))
        overlay = .prompt(Prompt(purpose: .declare(entity: entity.index), line: line))
        return []
    }

    /// What is declared already, else what the sources say, else how long a run lasted, else a day up to now.
    private func suggestedWindows(for entity: Entity) -> [Interval] {
        let declared = work.present.windows(of: entity.index)
        if !declared.isEmpty { return declared }
        if let compromised = entity.compromised { return [compromised] }
        if entity.kind == .run, entity.usable.from.isBounded { return [entity.usable] }
        return [Interval(at.advanced(by: -86_400 - at.seconds % 60), .never)]
    }

    /// A key while a line is being typed.
    mutating func press(_ key: Key, in prompt: Prompt) -> [Effect] {
        var prompt = prompt
        if let kind = prompt.remembers, let step = Recall.step(for: key, in: prompt.line, prompt.recall),
            let (line, recall) = typed.recalled(step, from: prompt.line, prompt.recall, of: kind)
        {
            (prompt.line, prompt.recall) = (line, recall)
            overlay = .prompt(prompt)
            promptChanged()
            return []
        }
        switch key {
        case .enter: return commit(prompt)
        case .escape: closeOverlay()
        case .control("s"):
            guard case .filter = prompt.purpose, prompt.problem == nil else { return [] }
            openQueryName(prompt.line.text)
        case .backspace where prompt.line.isEmpty: closeOverlay()
        case .control("g") where prompt.takesQuery, .character("?") where prompt.takesQuery && prompt.line.isEmpty:
            openQueryHelp()
        case .up where prompt.searches: _ = goToHit(.previous)
        case .down where prompt.searches: _ = goToHit(.next)
        case .up, .down, .pageUp, .pageDown:
            guard prompt.movesList else { return [] }
            switch key {
            case .up: _ = move(by: -1)
            case .down: _ = move(by: 1)
            case .pageUp: _ = move(pages: -1)
            default: _ = move(pages: 1)
            }
            prompt.anchor = place.cursor
            overlay = .prompt(prompt)
        default:
            if key == .tab, let candidate = completions(of: prompt).first {
                prompt.line.replace(candidate.range, with: candidate.text)
            } else if !prompt.line.apply(key) {
                return []
            }
            prompt.recall = nil
            // Whether a file is replaced is asked about the name that was there.
            if case .write(let paper, replacing: true) = prompt.purpose {
                prompt.purpose = .write(paper, replacing: false)
            }
            overlay = .prompt(prompt)
            promptChanged()
        }
        return []
    }

    /// What could be typed next in a filter, or in the case.
    func completions(of prompt: Prompt) -> [QueryCompletion.Candidate] {
        switch prompt.purpose {
        case .assign: return prompt.line.names(among: knownNames)
        case .tag: return prompt.line.words(among: Remarks(work.present).words(.tag))
        default: break
        }
        guard prompt.takesQuery, !prompt.line.isEmpty, let vocabulary = filterVocabulary else { return [] }
        return QueryCompletion.at(
            prompt.line.cursor, in: prompt.line.text, vocabulary: vocabulary.knowing(Remarks(work.present)),
            names: place.view == .journal ? NamedQueries() : namedQueries)
    }

    /// Judges what was typed, and applies a filter at once.
    mutating func promptChanged() {
        guard case .prompt(var prompt) = overlay else { return }
        prompt.problem = problem(of: prompt)
        if case .filter(let before) = prompt.purpose {
            // The place says what is asked, whatever becomes of the names.
            let typed = readable(prompt) ?? before.query
            let meant = place.view == .journal ? typed : namedQueries.expanding(typed)
            if place.query != meant {
                place.query = meant
                // The search of the start ranks its results: the best one is what is meant.
                place.cursor = place.view == .start ? nil : prompt.anchor
                place.scroll = 0
            }
        }
        if case .search(_, let row) = prompt.purpose { search(for: prompt.line.text, from: row) }
        overlay = .prompt(prompt)
    }

    /// What is typed, up to the last term before a problem; nil where no term before it can be read.
    private func readable(_ prompt: Prompt) -> String? {
        let text = prompt.line.text
        guard let problem = prompt.problem else { return text }
        var part = text.prefix(problem.at)
        for _ in 0..<Self.termsTried {
            guard let blank = part.lastIndex(where: \.isWhitespace) else { return nil }
            part = part[..<blank]
            let term = String(part).trimmed
            if term.isEmpty { return nil }
            if let query = try? filter(term), farQueryProblem(query) == nil { return term }
        }
        return nil
    }

    /// How many terms back one looks for what can be read.
    private static let termsTried = 8

    private func problem(of prompt: Prompt) -> Prompt.Problem? {
        let text = prompt.line.text
        switch prompt.purpose {
        case .filter:
            do throws(QueryError) {
                return farQueryProblem(try filter(text))
            } catch {
                return Prompt.Problem(error)
            }
        case .search:
            if (try? query(text))?.needsExposure == true {
                return Prompt.Problem(text: "only a filter can ask for exposures", at: 0)
            }
            guard let error = queryProblem(text) else { return nil }
            // Rows of words are found by any text, but by no pattern that is none.
            switch (rows, error.reason) {
            case (.page, .badPattern), (.start, .badPattern), (.journal, .badPattern), (.endings, .badPattern): break
            case (.page, _), (.start, _), (.journal, _), (.endings, _): return nil
            default: break
            }
            return Prompt.Problem(error)
        case .declare:
            do throws(WindowText.Problem) {
                _ = try WindowText.windows(text, now: opened)
                return nil
            } catch {
                return Prompt.Problem(text: error.text, at: error.at)
            }
        case .window:
            do throws(WindowText.Problem) {
                let windows = try WindowText.windows(text, now: opened)
                return windows.count == 1 ? nil : Prompt.Problem(text: "one window, please", at: 0)
            } catch {
                return Prompt.Problem(text: error.text, at: error.at)
            }
        case .saveQuery: return queryNameProblem(text)
        case .lens:
            if text.allSatisfy(\.isWhitespace) || WindowText.instant(text, now: opened) != nil { return nil }
            return Prompt.Problem(text: WindowText.expectation, at: 0)
        case .advance(_, let state):
            let isMissing = state == .failed && text.allSatisfy(\.isWhitespace)
            return isMissing ? Prompt.Problem(text: "say why it failed", at: 0) : nil
        case .tag: return Self.tags(in: text).isEmpty ? Prompt.Problem(text: "a tag is missing", at: 0) : nil
        case .bookmark, .note, .assign, .conclude: return nil
        case .write(let paper, _): return exportProblem(text, paper)
        }
    }

    /// Where no list is made off the thread that draws, a query may not look at all of a large inventory.
    private func farQueryProblem(_ query: Query) -> Prompt.Problem? {
        guard query.looksFar, listing == nil, ![.start, .journal, .chokepoints].contains(place.view),
            inventory.entityCount > Self.promptEntities
        else {
            return nil
        }
        return Prompt.Problem(text: "that looks at everything: ask it in the inventory, \(key(.inventory))", at: 0)
    }

    /// Enter: takes what was typed, unless something is wrong with it.
    private mutating func commit(_ prompt: Prompt) -> [Effect] {
        var prompt = prompt
        prompt.problem = problem(of: prompt)
        guard prompt.problem == nil else {
            overlay = .prompt(prompt)
            return []
        }
        overlay = nil
        if let kind = prompt.remembers {
            let isKept = kind == .note || kind == .reason
            remember(isKept ? redact(prompt.line.text.trimmed) : prompt.line.text, as: kind)
        }
        switch prompt.purpose {
        case .filter: break
        case .search:
            lastSearch = place.search
            if let hits, hits.rows.isEmpty {
                message = nothingFound
            }
        case .declare(let entity):
            guard let windows = try? WindowText.windows(prompt.line.text, now: opened) else { return [] }
            declare(inventory.entity(at: entity), over: windows)
        case .note(let entity): note(prompt.line.text, on: inventory.entity(at: entity))
        case .advance(let items, let state): advance(items, to: state, because: prompt.line.text)
        case .conclude(let entities, let finding): conclude(finding, on: entities, because: prompt.line.text)
        case .assign(let entities): assign(entities, to: prompt.line.text)
        case .tag(let entities): tag(entities, with: prompt.line.text)
        case .window: listRuns(in: prompt.line.text)
        case .saveQuery(let text): saveQuery(text, as: prompt.line.text.trimmed)
        case .lens:
            setLens(prompt.line.text)
        case .bookmark: addBookmark(named: prompt.line.text)
        case .write(let paper, let replacing): return write(paper, to: prompt.line.text, replacing: replacing)
        }
        return []
    }

    /// Gives up what is open; a filter returns to what it was.
    mutating func closeOverlay() {
        if case .help(let help) = overlay, let under = help.under.first { overlay = under }
        if case .prompt(let prompt) = overlay {
            if case .filter(let before) = prompt.purpose { place = before }
            if case .search(let before, let row) = prompt.purpose {
                if row < rows.count { select(row) }
                place = before
            }
        }
        overlay = nil
    }
}

extension Prompt {
    /// Whether the arrows move the selection of the list below.
    var movesList: Bool {
        if case .filter = purpose { true } else { false }
    }

    /// Whether the arrows go from hit to hit.
    var searches: Bool {
        if case .search = purpose { true } else { false }
    }

    /// Whether what is typed is a query.
    var takesQuery: Bool { movesList || searches }
}
