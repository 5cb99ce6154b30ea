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
    /// Below this width moments of another year are days, and the words for events may be cut.
    private static let tightColumns = 60

    /// The number of the column of names.
    private static let name = 4

    /// What happened, to whom, stays to the last; then what that means.
    private func columns(_ width: Int) -> [TableColumn] {
        let isCompact = width < Self.fullColumns
        let isNarrow = width < Self.narrowColumns
        let isTight = width < Self.tightColumns
        return [
            isNarrow
                ? .time("TIME UTC", priority: .max - 1)
                : TableColumn("TIME UTC", minimum: 16, ideal: 16, priority: .max - 1),
            TableColumn("", minimum: 2, ideal: 2, priority: 8),
            TableColumn("EVENT", minimum: isTight ? 10 : 13, ideal: 21, priority: 9, fitsContent: true),
            .kind(isShort: isCompact, priority: 4),
            TableColumn(
                "NAME", minimum: isTight ? 10 : TableColumn.leastName(20, in: width), ideal: 60, priority: .max,
                keeping: .middle,
                fitsContent: true),
            .shortID(in: width),
            TableColumn(
                isCompact ? "WHAT" : "WHAT THE ANSWER SAYS", minimum: isNarrow ? 14 : 20, ideal: 100, weight: 1,
                priority: 5, fitsContent: true),
        ]
    }

    func draw(_ rows: TimelineRows, empty: String, into screen: inout Screen, in rect: Rect) {
        let table = TextTable(
            columns: columns(rect.columns), rowCount: rows.count, selected: state.selected, emptyText: TextLine(empty))
        let shown = table.draw(into: &screen, in: rect, offset: state.place.scroll, look: look) { row in
            switch rows[row] {
            case .lens: TableRow([])
            case .event(let event): cells(event, width: rect.columns)
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

    private func cells(_ event: TimeEvent, width: Int) -> TableRow {
        let entity = state.inventory.entity(at: event.entity)
        let words = EventWords(event: event, state: state, look: look)
        var row = TableRow(
            [
                TextSpan(time(of: event, width: width)),
                TextSpan(axis(event), look[words.meaning]),
                TextSpan(event.kind.word(of: entity.kind), look[words.meaning]),
                TextSpan(
                    width < Self.fullColumns ? Words.shortKind(entity) : Words.kind(entity),
                    look[Meaning.kind.appending(entity.kindName)]),
                TextSpan(entity.name), .shortID(entity),
                TextSpan(words.detail),
            ], mark: state.signs(of: event.entity, look))
        if let home = Words.aside(entity) { row.asides[Self.name] = TextSpan(home, look[.textDim]) }
        return row
    }

    private func time(of event: TimeEvent, width: Int) -> String {
        if width >= Self.narrowColumns { return event.at.minuteText }
        return width < Self.tightColumns
            ? TimeWords.narrowCell(event.at, near: state.at) : TimeWords.cell(event.at, near: state.at)
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
