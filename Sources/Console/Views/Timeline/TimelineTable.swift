import Inventory
import Reach
import TerminalKit

/// The list of events, with the lens as a line across it.
struct TimelineTable {
    let state: State
    let look: Look
    /// Below this width kinds have their short names.
    private static let fullColumns = HeldTable.longKindColumns
    /// Below this width times have no year that is that of the lens.
    private static let narrowColumns = 100
    /// Below this width the words for events may be cut.
    private static let tightColumns = 60

    func draw(_ rows: TimelineRows, empty: String, into screen: inout Screen, in rect: Rect) {
        let isCompact = rect.columns < Self.fullColumns
        let isNarrow = rect.columns < Self.narrowColumns
        let table = TextTable(
            columns: [
                isNarrow
                    ? .time("TIME UTC", priority: .max - 1)
                    : TableColumn("TIME UTC", minimum: 16, ideal: 16, priority: .max - 1),
                TableColumn("", minimum: 2, ideal: 2, priority: 8),
                TableColumn(
                    "EVENT", minimum: rect.columns < Self.tightColumns ? 10 : 13, ideal: 21, priority: 9,
                    fitsContent: true),
                TableColumn(
                    "KIND", minimum: isCompact ? 8 : 15, ideal: isCompact ? 8 : 20, priority: 4, fitsContent: true),
                TableColumn("NAME", minimum: 10, ideal: 60, priority: .max, keeping: .middle, fitsContent: true),
                TableColumn(
                    isCompact ? "WHAT" : "WHAT THE ANSWER SAYS", minimum: isCompact ? 14 : 20, ideal: 100, weight: 1,
                    priority: 3, fitsContent: true),
            ], rowCount: rows.count, selected: state.selected, emptyText: TextLine(empty))
        let shown = table.draw(into: &screen, in: rect, offset: state.place.scroll, look: look) { row in
            switch rows[row] {
            case .lens: TableRow([])
            case .event(let event): cells(event, isCompact: isCompact, isNarrow: isNarrow)
            }
        }
        guard rows.count > 0, shown.contains(rows.lensRow) else { return }
        let line = rect.line(rows.lensRow - shown.lowerBound + table.headerLines(in: rect))
        drawLens(isSelected: rows.lensRow == state.selected, into: &screen, in: line, hasBar: shown.count < rows.count)
    }

    private func drawLens(isSelected: Bool, into screen: inout Screen, in line: Rect, hasBar: Bool) {
        let style = isSelected ? look[.selection].over(look[.text]) : look[.title]
        let room = Rect(
            row: line.row, column: line.column + TextTable.gutter, rows: 1,
            columns: line.columns - TextTable.gutter - (hasBar ? 2 : 0))
        screen.horizontalLine(room, style: style, glyphs: look.glyphs)
        let pieces: [FittedLine.Piece] = [
            .init(" lens \(TimeWords.second(state.at)) ", priority: 9),
            .init(" above it is over or began, below is later ", priority: 2),
        ]
        let text = FittedLine(pieces: pieces, separator: look[.horizontal] + look[.horizontal])
            .line(fitting: room.columns - 2)
        let place = Rect(row: room.row, column: room.column + 2, rows: 1, columns: room.columns - 2)
        screen.write(text, in: place, style: style, look: look)
    }

    private func cells(_ event: TimeEvent, isCompact: Bool, isNarrow: Bool) -> TableRow {
        let entity = state.inventory.entity(at: event.entity)
        let words = EventWords(event: event, state: state, look: look)
        return TableRow(
            [
                TextSpan(isNarrow ? TimeWords.cell(event.at, near: state.at) : event.at.minuteText),
                TextSpan(axis(event), look[words.meaning]),
                TextSpan(event.kind.word(of: entity.kind), look[words.meaning]),
                TextSpan(
                    isCompact ? Words.shortKind(entity) : Words.kind(entity),
                    look[Meaning.kind.appending(entity.kindName)]),
                TextSpan(entity.name),
                TextSpan(words.detail),
            ], mark: state.signs(of: event.entity, look))
    }

    /// The declared windows as a line beside the events, and a sign for the event.
    private func axis(_ event: TimeEvent) -> String {
        let window: String =
            switch event.kind {
            case .declared: look[.spanStart]
            case .declaredEnd: look[.spanEnd]
            default:
                state.work.present.seeds.contains { $0.seed.window.contains(event.at) } ? look[.vertical] : " "
            }
        return window + sign(event.kind)
    }

    private func sign(_ kind: EventKind) -> String {
        switch kind {
        case .declared, .declaredEnd: look[.span]
        case .held, .heldAgain: look[.dot]
        case .conditional, .conditionalAgain: look[.half]
        case .lost, .conditionalEnd, .expires, .revoked, .cleaned: look[.circle]
        case .planned: look[.marked]
        case .run: look[.selected]
        default: look[.separator]
        }
    }
}
