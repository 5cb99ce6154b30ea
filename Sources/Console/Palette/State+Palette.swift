import Inventory
import TerminalKit

extension State {
    mutating func openPalette() -> [Effect] {
        overlay = .palette(Palette())
        return []
    }

    /// Which entry Enter runs: the one that was chosen, else the first while it can hardly be another.
    func chosenEntry(of palette: Palette, among entries: [PaletteEntry]) -> Int? {
        if let chosen = palette.chosen { return entries.isEmpty ? nil : min(chosen, entries.count - 1) }
        guard !palette.text.isEmpty, let first = entries.first else { return nil }
        return first.match?.kind.isSure ?? true ? 0 : nil
    }

    /// A key while the palette is open.
    mutating func press(_ key: Key, in palette: Palette) -> [Effect] {
        var palette = palette
        let entries = paletteEntries(for: palette.text)
        let chosen = chosenEntry(of: palette, among: entries)
        if let step = Recall.step(for: key, in: palette.line, palette.recall), palette.chosen == nil,
            let (line, recall) = typed.recalled(step, from: palette.line, palette.recall, of: .command)
        {
            (palette.line, palette.recall) = (line, recall)
            overlay = .palette(palette)
            return []
        }
        switch key {
        case .enter: return runChosen(of: palette, among: entries)
        case .escape: overlay = nil
        case .backspace where palette.line.isEmpty: overlay = nil
        case .down: choose((chosen ?? -1) + 1)
        case .up: choose((chosen ?? 1) - 1)
        case .pageDown: choose((chosen ?? -1) + 8)
        case .pageUp: choose((chosen ?? 1) - 8)
        case .control("g"),
            .character("?") where palette.line.text == "/":
            openQueryHelp()
        case .tab where palette.isQuery:
            complete(palette, with: 0)
        case .tab:
            guard let entry = chosen.map({ entries[$0] }) ?? entries.first else { return [] }
            palette.line = LineEditor(entry.name)
            palette.chosen = nil
            overlay = .palette(palette)
        default:
            guard palette.line.apply(key) else { return [] }
            (palette.chosen, palette.recall) = (nil, nil)
            overlay = .palette(palette)
        }
        return []

        func choose(_ place: Int) {
            palette.chosen = max(0, min(place, entries.count - 1))
            overlay = .palette(palette)
        }
    }

    /// Goes on with one of what could be typed next.
    mutating func complete(_ palette: Palette, with number: Int) {
        var palette = palette
        let candidates = completions(of: palette)
        guard candidates.indices.contains(number) else { return }
        let range = (candidates[number].range.lowerBound + 1)..<(candidates[number].range.upperBound + 1)
        palette.line.replace(range, with: candidates[number].text)
        palette.chosen = nil
        overlay = .palette(palette)
    }

    /// What could be typed next in a query, by its place behind the sign that begins it.
    func completions(of palette: Palette) -> [QueryCompletion.Candidate] {
        guard palette.isQuery, palette.line.cursor > 0, let vocabulary = filterVocabulary else { return [] }
        let query = String(palette.line.text.dropFirst())
        return QueryCompletion.at(
            palette.line.cursor - 1, in: query, vocabulary: vocabulary.knowing(Remarks(work.present)))
    }

    private mutating func runChosen(of palette: Palette, among entries: [PaletteEntry]) -> [Effect] {
        let text = palette.text
        guard let place = chosenEntry(of: palette, among: entries) else {
            if text.isEmpty {
                overlay = nil
            } else if !entries.isEmpty {
                // What may not be meant is chosen first, and run by another Enter.
                var palette = palette
                palette.chosen = 0
                overlay = .palette(palette)
            }
            return []
        }
        switch entries[place].target {
        case .filter(let query), .listing(_, let query): if queryProblem(query) != nil { return [] }
        default: break
        }
        overlay = nil
        remember(text, as: .command)
        return run(entries[place].target)
    }

    /// What is said of a text that nothing is called.
    func unknown(_ text: String) -> String {
        if findings[.named(placeName(text) ?? text)] == nil, inventory.entityCount > Self.promptEntities {
            return "looking for \(text) among the names"
        }
        return "nothing is called \(text)" + (Self.looksLikeQuery(text) ? "; /\(text) filters by it" : "")
    }

    /// What is wrong with a query of the present list, as it is typed.
    func queryProblem(_ text: String) -> QueryError? {
        do throws(QueryError) {
            _ = try filter(text)
            return nil
        } catch { return error }
    }

    private mutating func run(_ target: PaletteEntry.Target) -> [Effect] {
        switch target {
        case .command(let id): return Command[id].map { run($0) } ?? []
        case .section(let name): return showKind(name)
        case .listing(let name, let query): return showKind(name, matching: query)
        case .query(let number): askReady(number)
        case .place(var next):
            next.lens = place.lens
            go(to: next)
        case .entity(let index):
            go(to: Place(.entity, subject: inventory.entity(at: index).id, lens: place.lens))
        case .filter(let query): return filter(by: query)
        case .search(let text): return search(for: text)
        case .lens(let text): setLens(text)
        case .row(let number): if let row = rows.row(atPosition: number - 1) { select(row) }
        }
        return []
    }

    private mutating func showKind(_ name: String, matching query: String = "") -> [Effect] {
        if let kind = EntityKind(name: name), !kindCounts.contains(where: { $0.kind == kind }) {
            message = Message(text: "the inventory holds no \(Words.kinds(kind, in: inventory))", tone: .warning)
            return []
        }
        var next = Place(.inventory, section: name == "all" ? nil : name, lens: place.lens)
        next.query = namedQueries.expanding(query)
        go(to: next)
        return []
    }

    /// Goes to a place, unless that is where one is: the trail has no place twice in a row.
    private mutating func go(to next: Place) {
        guard place.list != next.list else {
            if let cursor = next.cursor { place.cursor = cursor }
            message = Message(text: "you are there")
            return
        }
        var next = next
        next.pane = place.carriedPane
        next.table = next.table ?? habits.tables[next.tableName]
        history.visit(next)
        selected = 0
    }

    private mutating func filter(by text: String) -> [Effect] {
        if filterObstacle != nil { visit(.inventory) }
        place.query = namedQueries.expanding(text)
        place.scroll = 0
        return []
    }

    private mutating func search(for text: String) -> [Effect] {
        if let searchObstacle {
            message = Message(text: "search: \(searchObstacle)", tone: .warning)
            return []
        }
        search(for: text, from: selected)
        lastSearch = text
        return []
    }
}
