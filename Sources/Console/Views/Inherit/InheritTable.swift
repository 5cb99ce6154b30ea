import Inventory
import Reach
import TerminalKit

/// The lists of the view of a runner as tables.
struct InheritTable {
    let state: State
    let look: Look
    let section: InheritSection
    /// Below this width kinds have their short names.
    private static let fullColumns = HeldTable.longKindColumns

    func draw(_ rows: InheritRows, empty: String, into screen: inout Screen, in rect: Rect) {
        let isCompact = rect.columns < Self.fullColumns
        let columns = columns(rect.columns, isCompact: isCompact)
        var table = TextTable(
            columns: columns, rowCount: rows.count, selected: state.selected, emptyText: TextLine(empty))
        table.measures = state.measures
        if let sort = state.place.sort,
            let title = InheritColumn.columns(of: section).first(where: { $0.name == sort.column })?.title,
            let place = columns.firstIndex(where: { $0.title == title })
        {
            table.sorted = (place, sort.ascending)
        }
        let shown = table.draw(into: &screen, in: rect, offset: state.place.scroll, look: look) { number in
            let row = rows.rows[number]
            return TableRow(cells(row, rows.runs, isCompact: isCompact), mark: state.signs(of: row.entity, look))
        }
        if section == .ephemeral { drawAssumptions(rows, into: &screen, in: rect, below: shown.count + 2) }
    }

    /// What each row assumes, in full, as far as there is room below them; else what the selected one does.
    private func drawAssumptions(_ rows: InheritRows, into screen: inout Screen, in rect: Rect, below line: Int) {
        let words = InheritWords(state: state, look: look)
        let texts = rows.rows.map { row -> String in
            guard case .scenario(let scenario) = row else { return "" }
            return "\(words.title(scenario.name)): \(words.assumption(scenario.name))."
        }
        let room = Rect(
            row: rect.row + line, column: rect.column + TextTable.gutter, rows: rect.rows - line,
            columns: min(100, rect.columns - TextTable.gutter - 2))
        let all = texts.joined(separator: "\n")
        let hasRoom = Paragraph.lines(all, columns: room.columns).count <= room.rows
        let chosen = texts.indices.contains(state.selected) ? texts[state.selected] : all
        screen.paragraph(hasRoom ? all : chosen, in: room, style: look[.textDim])
    }

    private func columns(_ width: Int, isCompact: Bool) -> [TableColumn] {
        func name(_ title: String) -> TableColumn {
            TableColumn(title, minimum: 10, ideal: 60, priority: .max, keeping: .middle, fitsContent: true)
        }
        func kind() -> TableColumn { .kind(isShort: isCompact, priority: 5) }
        switch section {
        case .runs:
            return [
                .time("BEGAN", priority: 9),
                TableColumn("LASTED", minimum: 10, ideal: 10, priority: 1, fitsContent: true, isSpare: true),
                name("RUN"), .shortID(in: width),
                TableColumn("TAKEN OVER", minimum: 11, ideal: 20, priority: 8, fitsContent: true),
                TableColumn("EXPOSED", minimum: 9, ideal: 9, priority: 7, alignment: .right),
                TableColumn("STILL LIVE", minimum: 12, ideal: 24, priority: 6, fitsContent: true, isWhole: true),
                TableColumn("WHAT", minimum: 16, ideal: 90, weight: 1, priority: 2, fitsContent: true),
            ]
        case .identities:
            return [
                .time("FIRST HELD", priority: 8),
                TableColumn("UNTIL", minimum: 11, ideal: 15, priority: 9, fitsContent: true, isWhole: true),
                kind(), name("NAME"), .shortID(in: width),
                TableColumn(
                    "THROUGH", minimum: 16, ideal: 50, weight: 1, priority: 6, keeping: .middle, fitsContent: true),
                TableColumn("RUNS", minimum: 5, ideal: 5, priority: 4, alignment: .right),
                TableColumn("USED SINCE", minimum: 12, ideal: 24, priority: 3, fitsContent: true),
            ]
        case .jobs:
            return [
                name("JOB"), .shortID(in: width),
                TableColumn("IN", minimum: 12, ideal: 40, priority: 5, keeping: .middle, fitsContent: true),
                TableColumn("RUNS", minimum: 5, ideal: 6, priority: 8, alignment: .right),
                TableColumn("IN WINDOW", minimum: 9, ideal: 9, priority: 7, alignment: .right),
                .time("LAST RUN", priority: 6),
                TableColumn("KNOWN", minimum: 16, ideal: 60, weight: 1, priority: 4, fitsContent: true),
            ]
        case .standing:
            return [
                TableColumn("THE RUNNER", minimum: 10, ideal: 14, priority: 8, fitsContent: true),
                kind(), name("NAME"), .shortID(in: width),
                TableColumn("KNOWN", minimum: 10, ideal: 11, priority: 1, isSpare: true),
                TableColumn("WHAT THAT MEANS", minimum: 20, ideal: 90, weight: 1, priority: 6, fitsContent: true),
            ]
        case .ephemeral:
            return [
                TableColumn("IF", minimum: 12, ideal: 60, priority: .max, fitsContent: true),
                TableColumn("IDENTITIES", minimum: 10, ideal: 10, priority: 9, alignment: .right),
                TableColumn("LIVE", minimum: 4, ideal: 6, priority: 8, alignment: .right),
                TableColumn("REACHED IN ALL", minimum: 14, ideal: 14, priority: 7, alignment: .right),
                TableColumn("LIVE", minimum: 5, ideal: 6, priority: 6, alignment: .right),
            ]
        }
    }

    private func cells(_ row: InheritRows.Row, _ runs: [Int: RunFigures], isCompact: Bool) -> [TextSpan] {
        let words = InheritWords(state: state, look: look)
        switch row {
        case .run(let run):
            return [
                TextSpan(words.cell(run.interval.from)), TextSpan(words.length(run.interval)),
                TextSpan(words.name(run.run)), words.shortID(run.run), words.takenOver(run), words.exposed(run),
                words.live(run, runs[run.run]), TextSpan(words.names(of: run, runs[run.run])),
            ]
        case .identity(let identity):
            let held = words.held(identity)
            return [
                TextSpan(words.cell(identity.firstHeld)), held.until, words.kind(identity.entity, isCompact: isCompact),
                TextSpan(words.name(identity.entity)), words.shortID(identity.entity),
                TextSpan(words.through(identity, isCompact: isCompact)),
                TextSpan(identity.runs == 0 ? look[.none] : Words.grouped(identity.runs)), held.used,
            ]
        case .job(let job):
            return [
                TextSpan(words.name(job.job)), words.shortID(job.job), TextSpan(words.home(of: job.job)),
                TextSpan(Words.grouped(job.runs)),
                TextSpan(Words.grouped(job.runsInWindow)),
                job.last.map { TextSpan(words.cell($0)) } ?? TextSpan("no history", look[.warning]), words.known(job),
            ]
        case .standing(let standing):
            let relation = state.inventory.relation(at: standing.relation)
            return [
                words.phrase(of: standing), words.kind(standing.entity, isCompact: isCompact),
                TextSpan(words.name(standing.entity)), words.shortID(standing.entity),
                TextSpan(relation.traits.evidence.name, relation.traits.evidence == .inferred ? look[.inferred] : nil),
                words.meaning(of: standing),
            ]
        case .scenario(let scenario):
            return [
                TextSpan(words.title(scenario.name)), TextSpan(Words.grouped(scenario.identities)),
                TextSpan(Words.grouped(scenario.liveIdentities)), TextSpan(Words.grouped(scenario.reached)),
                TextSpan(Words.grouped(scenario.liveReached)),
            ]
        }
    }
}
