import Inventory
import Reach
import TerminalKit

/// What a runner exposed: run by run, which identities, to which jobs besides, and what another sort of runner would
/// have.
struct InheritView: ScreenView {
    var headerLines: Int { 1 }

    /// From this width and height on the runs are drawn on an axis.
    private static let laneColumns = 70, laneRows = 13

    /// The lines between the names of the lists and the table.
    private func headLines(_ state: State, _ body: Rect) -> Int {
        if body.rows < 6 { return 0 }
        let hasRuns = inheritRows(state)?.inheritance.runs.isEmpty == false
        let hasLane = hasRuns && body.columns >= Self.laneColumns && body.rows >= Self.laneRows
        return hasLane ? 1 + RunLane.lines : 1
    }

    func listRect(_ state: State, in body: Rect) -> Rect {
        let rest = SectionLine.rest(of: body)
        let head = headLines(state, body)
        return Rect(row: rest.row + head, column: rest.column, rows: rest.rows - head, columns: rest.columns)
    }

    func rows(_ state: State) -> Rows {
        guard state.inheritanceInquiry != nil else { return .none }
        // What was harvested is told by the answer: without it the rows would claim less than is known.
        guard let inheritance = state.inheritance, state.question == nil || state.answer != nil else { return .pending }
        return .inherit(InheritRows(inheritance, section: state.inheritSection, state: state))
    }

    func sections(_ state: State) -> [ViewSection] {
        let rows = inheritRows(state)
        return InheritSection.allCases.map { section in
            let count: Int? =
                switch section {
                case .runs: rows?.figures.runs
                case .identities: rows?.inheritance.actual.identities.count
                case .jobs: rows?.figures.jobs
                case .standing: rows?.figures.standing
                case .ephemeral: nil
                }
            return ViewSection(name: section.rawValue, title: section.title, count: count)
        }
    }

    func sortColumns(_ state: State) -> [SortColumn] { InheritColumn.columns(of: state.inheritSection) }

    private func inheritRows(_ state: State) -> InheritRows? {
        if case .inherit(let rows) = state.rows { rows } else { nil }
    }

    func draw(_ state: State, into screen: inout Screen, in body: Rect, look: Look) {
        guard state.inheritanceInquiry != nil else {
            let text =
                state.subject == nil ? "no entity has the id \(state.place.subject ?? "")" : "this entity is no runner"
            screen.write(TextLine("   " + text, look[.warning]), in: body, look: look)
            return
        }
        SectionLine(sections: sections(state), selected: state.place.section)
            .draw(into: &screen, in: body, look: look)
        guard let rows = inheritRows(state) else {
            let line = TextLine("   " + state.pendingText(look), look[.textDim])
            screen.write(line, in: listRect(state, in: body), look: look)
            return
        }
        drawHead(rows, state, into: &screen, in: body, look: look)
        let empty = state.place.query.isEmpty ? emptyText(state) : state.nothingMatches
        InheritTable(state: state, look: look, section: state.inheritSection)
            .draw(rows, empty: empty, into: &screen, in: listRect(state, in: body))
    }

    private func emptyText(_ state: State) -> String {
        switch state.inheritSection {
        case .runs: "no source records a run on it: what ran there is not known"
        case .identities: "no identity is known to be reachable from it"
        case .jobs: "no source tells of a job on it"
        case .standing: "no standing assignment, account or left-over token is known"
        case .ephemeral: "nothing was asked"
        }
    }

    private func drawHead(_ rows: InheritRows, _ state: State, into screen: inout Screen, in body: Rect, look: Look) {
        let lines = headLines(state, body)
        guard lines > 0 else { return }
        let rest = SectionLine.rest(of: body)
        screen.write(summary(rows, state, look, columns: rest.columns), in: rest.line(0), look: look)
        guard lines > 1, let subject = state.subject else { return }
        let rect = Rect(
            row: rest.row + 1, column: rest.column + TextTable.gutter, rows: RunLane.lines,
            columns: rest.columns - TextTable.gutter - 2)
        let selected = rows.rows.indices.contains(state.selected) ? rows.rows[state.selected] : nil
        RunLane(
            runs: rows.inheritance.runs, windows: state.work.present.windows(of: subject.index),
            lens: state.place.lens.isTimeless ? nil : state.at,
            selected: selected, look: look
        ).draw(into: &screen, in: rect)
    }

    /// What was exposed, and what would have been: always side by side.
    private func summary(_ rows: InheritRows, _ state: State, _ look: Look, columns: Int) -> TextLine {
        let figures = rows.figures
        func scenario(_ name: ScenarioRow.Name) -> ScenarioRow? { figures.scenarios.first { $0.name == name } }
        var pieces: [FittedLine.Piece] = []
        if let actual = scenario(.actual) {
            let verb = state.isInheritDeclared ? "exposed" : "would expose"
            pieces.append(.init("\(verb) \(Words.identities(actual, state))", look[.live], priority: 9))
        }
        if let most = scenario(.ephemeral) {
            let words = Words.exposedIfEphemeral(upTo: most, from: scenario(.firstRun), state)
            pieces.append(.init(words, priority: 8))
        }
        if !state.isInheritDeclared {
            pieces.insert(.init("not declared: as if an attacker's all along", look[.warning], priority: 10), at: 0)
        }
        if state.subject?.flags.contains(.ephemeral) == true {
            pieces.append(.init("the sources call it ephemeral", priority: 6))
        }
        if rows.inheritance.runsLeftOut > 0 {
            let text = "\(Words.grouped(rows.inheritance.runsLeftOut)) earlier runs not listed"
            pieces.append(.init(text, look[.warning], priority: 8))
        }
        if rows.inheritance.unsought > 0 {
            let text = "\(Words.count(rows.inheritance.unsought, "run")) not asked what they expose"
            pieces.append(.init(text, look[.warning], priority: 7))
        }
        let line = FittedLine(pieces: pieces, separator: " \(look[.separator]) ").line(fitting: columns - 1)
        return TextLine([TextSpan(" ")] + line.spans)
    }

    func openObstacle(_ state: State) -> String? {
        guard let rows = inheritRows(state), rows.rows.indices.contains(state.selected),
            case .scenario(let scenario) = rows.rows[state.selected]
        else { return nil }
        return InheritWords(state: state, look: Look()).assumption(scenario.name)
    }

    /// An identity leads to its path, where it has one; everything else to its page.
    func open(_ state: inout State) {
        guard let entity = state.selectedEntity else { return }
        if state.inheritSection == .identities, state.answer?.radius[entity.index] != nil {
            _ = state.showWhy()
        } else {
            _ = state.showEntity()
        }
    }
}

extension Words {
    /// `if re-imaged after each run 8 to 30, 3 to 11 live`: for one machine taken, and for every run attacked anew.
    static func exposedIfEphemeral(upTo most: ScenarioRow, from least: ScenarioRow?, _ state: State) -> String {
        func range(_ figure: (ScenarioRow) -> Int) -> String {
            guard let least, figure(least) != figure(most) else { return grouped(figure(most)) }
            return "\(grouped(figure(least))) to \(grouped(figure(most)))"
        }
        let live = state.place.lens.isTimeless ? "" : ", \(range(\.liveIdentities)) live"
        return "if re-imaged after each run \(range(\.identities))\(live)"
    }

    /// `31 identities, 22 live`.
    static func identities(_ scenario: ScenarioRow, _ state: State) -> String {
        let live = state.place.lens.isTimeless ? "" : ", \(grouped(scenario.liveIdentities)) live"
        return count(scenario.identities, "identity", plural: "identities") + live
    }
}
