import Inventory
import PlainText
import TerminalKit

/// The question with which everything begins: what is compromised?
struct StartView: ScreenView {
    var sparesLines: Bool { false }

    private func headLines(_ state: State, in body: Rect) -> Int {
        body.rows >= 14 ? 4 : body.rows >= 6 ? 2 : body.rows >= 3 ? 1 : 0
    }

    func listRect(_ state: State, in body: Rect) -> Rect {
        let head = headLines(state, in: body)
        return Rect(row: body.row + head, column: body.column, rows: body.rows - head, columns: body.columns)
    }

    func rows(_ state: State) -> Rows {
        if state.place.query.isEmpty { return .start(overview(state)) }
        guard let found = state.listed else { return .pending }
        return .start(lines(found, in: state))
    }

    /// How many results are shown.
    static let resultLimit = 1_000

    private func lines(_ found: Listed, in state: State) -> [StartLine] {
        guard !found.indices.isEmpty else {
            return [.heading("Found 0"), .remark("no entity has this in its name, id or kind")]
                + [State.patternHint(in: state.place.query)].compactMap { $0 }.map { .remark($0) }
        }
        let count = found.indices.count + found.unranked
        let all = Words.grouped(count)
        let shown = found.indices.prefix(Self.resultLimit)
        let ranked = found.unranked > 0 ? "; only \(Words.grouped(found.indices.count)) are ranked" : ""
        let heading =
            shown.count < count ? "The first \(Words.grouped(shown.count)) of \(all)\(ranked)" : "Found \(all)"
        let first = state.overlay.filters ? "enter keeps the list, then " : ""
        return [.heading("\(heading): \(first)\(state.key(.declare)) declares the selected one compromised")]
            + shown.map { .found($0) }
    }

    static let noGaps = "they report no gaps"

    private func overview(_ state: State) -> [StartLine] {
        var lines: [StartLine] = []
        if !state.notices.isEmpty { lines.append(.heading("Not everything was read")) }
        lines += state.notices.flatMap { remarks($0, state) }
        lines += unusedConfiguration(state)
        lines.append(.heading("Declared compromised"))
        var seen: Set<Int> = []
        for declared in state.work.present.seeds where seen.insert(declared.seed.entity).inserted {
            lines.append(.seed(entity: declared.seed.entity, declared.origin))
        }
        if seen.isEmpty {
            lines.append(
                .remark(
                    "nothing yet: \(state.key(.filter)) finds a runner, token, action or person, "
                        + "\(state.key(.declare)) declares it"))
        }
        lines += comparison(state)
        lines.append(.heading("What do you know to be bad?"))
        lines += StartEntry.allCases.map { entry in
            .entry(entry, count: state.kindCounts.reduce(0) { $0 + (entry.kinds.contains($1.kind) ? $1.count : 0) })
        }
        let cases = state.recent.filter { $0.casebook != nil }
        let sessions = state.recent.filter { $0.casebook == nil }
        for (title, recent) in [
            ("Other cases you worked on", cases),
            ("The same evidence in another console", sessions.filter(\.isOfSameEvidence)),
            ("Other evidence you worked on", sessions.filter { !$0.isOfSameEvidence }),
        ] where !recent.isEmpty {
            lines.append(.heading(title))
            lines += recent.map { .recent($0) }
        }
        lines.append(.heading("The inventory holds"))
        lines.append(.section(.all, count: state.inventory.entityCount))
        let counts = state.kindCounts
        let nonHuman = counts.reduce(0) { $0 + (InventorySection.nonHuman.contains($1.kind) ? $1.count : 0) }
        lines.append(.section(.nonHuman, count: nonHuman))
        lines += counts.map { .section(.kind($0.kind), count: $0.count) }
        if let alike = state.lookAlikes?.rows.count, alike > 0 {
            lines += [.heading("Look twice"), .lookAlikes(count: alike)]
        }
        lines.append(.heading("What the sources do not tell"))
        let spots = state.inventory.blindSpots
        lines += spots.isEmpty ? [.remark(Self.noGaps)] : spots.map { .blind($0) }
        return lines + state.accountLines
    }

    /// In how many lines causes are told: the question of the start has to stay in sight.
    private static let causeLines = 6

    /// What of the configuration was not used, and why.
    private func unusedConfiguration(_ state: State) -> [StartLine] {
        var causes = state.configuration.problems.causes[...]
        guard !causes.isEmpty else { return [] }
        var told: [StartLine] = []
        while let cause = causes.first {
            let lines = remarks(cause, state)
            guard told.isEmpty || told.count + lines.count <= Self.causeLines else { break }
            told += lines
            causes.removeFirst()
        }
        let further = "\(Words.grouped(causes.count)) more: \(state.key(.notices)) says all"
        return [.heading("Not all of the configuration was used")] + told + (causes.isEmpty ? [] : [.remark(further)])
    }

    /// A text in as many lines as it takes.
    private func remarks(_ text: String, _ state: State) -> [StartLine] {
        Paragraph.lines(text, columns: state.size.columns - 4).map { .remark($0) }
    }

    /// What the evidence is compared with; nothing where it is not.
    private func comparison(_ state: State) -> [StartLine] {
        guard let comparison = state.comparison else { return [] }
        let words =
            switch comparison.standing {
            case .reading: "is being read"
            case .failed: "could not be read: \(state.key(.changes)) says why"
            case .ready: "\(state.key(.changes)) shows what changed, and whether the plan was carried out"
            }
        return [.heading("Compared with"), .comparison("\(comparison.title): \(words)")]
    }

    func draw(_ state: State, into screen: inout Screen, in body: Rect, look: Look) {
        drawHead(state, into: &screen, in: body, look: look)
        guard case .start(let lines) = state.rows else { return }
        let drawing = StartLineDrawing(state: state, look: look)
        RowList(geometry: state.list(in: body)).draw(
            into: &screen, in: listRect(state, in: body), offset: state.place.scroll, look: look,
            mark: { row in state.gutter(of: row, lines[row].entity, look) },
            row: { row, line, style, screen in drawing.draw(lines[row], into: &screen, in: line, style: style) })
    }

    private func drawHead(_ state: State, into screen: inout Screen, in body: Rect, look: Look) {
        let lines = headLines(state, in: body)
        guard lines > 0 else { return }
        let offset = lines == 4 ? 1 : 0
        screen.write(TextLine(" What is compromised?", look[.title]), in: body.line(offset), look: look)
        guard lines > 1 else { return }
        let open = state.key(.open, look.glyphs)
        let pieces: [FittedLine.Piece] = [
            .init(" \(state.key(.filter)) find it", priority: 9),
            .init("\(state.key(.declare)) declare it compromised, with its window", priority: 8),
            .init("\(state.key(.blast)) see what that reaches", priority: 7),
            .init("\(open) look at it first", priority: 5),
            .init("\(state.key(.mark)) plan what to revoke", priority: 4),
        ]
        screen.write(
            FittedLine(pieces: pieces, separator: " \(look[.separator]) ").line(fitting: body.columns),
            in: body.line(offset + 1), style: look[.textDim], look: look)
    }

    func openObstacle(_ state: State) -> String? {
        guard case .start(let lines) = state.rows, lines.indices.contains(state.selected) else {
            return "nothing is selected"
        }
        switch lines[state.selected] {
        case .seed, .entry, .found, .section, .lookAlikes, .file, .files, .comparison: return nil
        case .recent(let session): return session.obstacle?.printable
        case .blind(let spot): return state.listing(of: spot) == nil ? spot.why.printable : nil
        case .heading, .remark: return "this row leads nowhere"
        }
    }

    func open(_ state: inout State) {
        guard case .start(let lines) = state.rows, lines.indices.contains(state.selected) else { return }
        switch lines[state.selected] {
        case .section(let section, _):
            let name = section.name(in: state.inventory)
            state.visit(.inventory, section: section == .all ? nil : name)
        case .entry(let entry, _): state.begin(with: entry)
        case .file(let file): state.overlay = .text(ShownText(title: file.path, text: file.text))
        case .files: state.overlay = .text(ShownText(title: "what was read", text: state.accountText))
        case .comparison: state.visit(.changes)
        case .seed, .found: _ = state.showEntity()
        case .blind(let spot): state.showMembers(of: spot)
        case .lookAlikes: state.showLookAlikes()
        case .heading, .remark, .recent: break
        }
    }
}
