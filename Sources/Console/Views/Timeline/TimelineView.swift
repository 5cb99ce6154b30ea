import Inventory
import Reach
import TerminalKit

/// What happened when: every event of what is reached on one axis, with the lens among them.
struct TimelineView: ScreenView {
    var headerLines: Int { 1 }

    /// The lines between the names of the lists and the table: figures, and a drawn axis where there is room.
    private func headLines(_ state: State, _ body: Rect) -> Int {
        switch body.rows {
        case ..<6: 0
        case _ where timelineRows(state)?.timeline.density == nil: 1
        case ..<13: 1
        case ..<28: 2 + AxisDrawing.lines
        default: 1 + DensityDrawing.tallBars + AxisDrawing.lines
        }
    }

    func listRect(_ state: State, in body: Rect) -> Rect {
        let rest = SectionLine.rest(of: body)
        let head = headLines(state, body)
        return Rect(row: rest.row + head, column: rest.column, rows: rest.rows - head, columns: rest.columns)
    }

    func rows(_ state: State) -> Rows {
        guard let timeline = state.timeline else { return .pending }
        let planned = state.plannedEvents
        return .timeline(
            TimelineRows(timeline, planned: planned, plannedInAll: state.work.present.marks.count, at: state.at))
    }

    func sections(_ state: State) -> [ViewSection] {
        let rows = timelineRows(state)
        let all = TimelineSection.allCases.filter { $0 != .inventory || state.question != nil }.map { section in
            let planned = section.contains(.planned) ? rows?.plannedInAll ?? 0 : 0
            // What the rest of the inventory holds is counted only where it is listed, and the other way round.
            let isCounted = (section == .inventory) == (state.timelineSection == .inventory)
            return ViewSection(
                name: section.rawValue, title: section.title,
                count: isCounted ? rows.map { $0.timeline.count(in: section) + planned } : nil)
        }
        // Those in which there is something are the ones to choose from.
        return all.filter {
            $0.count != 0 || $0.name == TimelineSection.everything.rawValue || $0.name == state.place.section
        }
    }

    private func timelineRows(_ state: State) -> TimelineRows? {
        if case .timeline(let rows) = state.rows { rows } else { nil }
    }

    func draw(_ state: State, into screen: inout Screen, in body: Rect, look: Look) {
        SectionLine(sections: sections(state), selected: state.place.section)
            .draw(into: &screen, in: body, look: look)
        guard let rows = timelineRows(state) else {
            let line = TextLine("   " + state.pendingText(look), look[.textDim])
            screen.write(line, in: listRect(state, in: body), look: look)
            return
        }
        drawHead(rows, state, into: &screen, in: body, look: look)
        let table = TimelineTable(state: state, look: look)
        table.draw(rows, empty: emptyText(state), into: &screen, in: listRect(state, in: body))
    }

    private func emptyText(_ state: State) -> String {
        if !state.place.query.isEmpty { return state.nothingMatches }
        if state.timelineSection == .declared { return state.nothingDeclared }
        if state.timelineSection == .planned {
            return "nothing is marked: \(state.key(.mark)) marks what is to be taken back"
        }
        return "no source records a time for this"
    }

    private func drawHead(_ rows: TimelineRows, _ state: State, into screen: inout Screen, in body: Rect, look: Look) {
        let lines = headLines(state, body)
        guard lines > 0 else { return }
        let rest = SectionLine.rest(of: body)
        screen.write(summary(rows, state, look, columns: rest.columns), in: rest.line(0), look: look)
        guard lines > 1, let density = rows.timeline.density else { return }
        let drawing = Rect(
            row: rest.row + 1, column: rest.column + TextTable.gutter, rows: lines - 1,
            columns: rest.columns - TextTable.gutter - 2)
        let windows = state.work.present.seeds.map(\.seed.window)
        DensityDrawing(
            density: density, windows: windows, lens: state.place.lens.isTimeless ? nil : state.at, look: look
        ).draw(into: &screen, in: drawing)
    }

    /// What is shown of how much, and what a bar stands for.
    private func summary(_ rows: TimelineRows, _ state: State, _ look: Look, columns: Int) -> TextLine {
        let timeline = rows.timeline
        let isWhole = state.question == nil || state.timelineSection == .inventory
        var pieces = [
            FittedLine.Piece(
                isWhole ? "events of the whole inventory" : "events of what is reached", priority: 5)
        ]
        let leftOut = timeline.earlier + timeline.later
        if leftOut > 0 {
            let text = "\(Words.grouped(timeline.earlier)) earlier, \(Words.grouped(timeline.later)) later left out"
            pieces.append(FittedLine.Piece(text, look[.warning], priority: 9))
            pieces.append(FittedLine.Piece("those near the lens are listed", priority: 6))
        }
        if rows.plannedInAll > rows.planned.count, state.timelineSection.contains(.planned),
            rows.planned.count == TimelineRows.plannedLimit
        {
            let more = Words.grouped(rows.plannedInAll - rows.planned.count)
            pieces.append(FittedLine.Piece("\(more) more marks", look[.warning], priority: 8))
        }
        if let density = timeline.density {
            pieces.append(FittedLine.Piece("a bar every \(density.unitName)", priority: 4))
            pieces.append(FittedLine.Piece("most \(Words.grouped(density.counts.max() ?? 0))", priority: 2))
            if density.earlier + density.later > 0 {
                let text =
                    "outside the axis \(Words.grouped(density.earlier)) earlier, \(Words.grouped(density.later)) later"
                pieces.append(FittedLine.Piece(text, priority: 3))
            }
        }
        let line = FittedLine(pieces: pieces, separator: " \(look[.separator]) ").line(fitting: columns - 1)
        return TextLine([TextSpan(" ")] + line.spans.map { TextSpan($0.text, $0.style ?? look[.textDim]) })
    }

    func openObstacle(_ state: State) -> String? { nil }

    func open(_ state: inout State) {
        if timelineRows(state)?.event(at: state.selected) == nil {
            _ = state.openLens()
        } else {
            _ = state.showEntity()
        }
    }
}
