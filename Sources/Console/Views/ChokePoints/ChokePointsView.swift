import Inventory
import Reach
import TerminalKit

/// What all ways from what is compromised lead through: the fewest places at which much can be cut off.
struct ChokePointsView: ScreenView {
    var headerLines: Int { 1 }

    func listRect(_ state: State, in body: Rect) -> Rect {
        let rest = SectionLine.rest(of: body)
        let head = state.question == nil ? 0 : ChokeHead.lineCount(in: body.rows)
        return Rect(row: rest.row + head, column: rest.column, rows: rest.rows - head, columns: rest.columns)
    }

    func rows(_ state: State) -> Rows {
        guard state.question != nil else { return .none }
        guard let listing = state.chokeListing, let listed = state.findings.chokeList(listing) else { return .pending }
        return .entities(listed)
    }

    func sections(_ state: State) -> [ViewSection] { state.chokeSections }

    func sortColumns(_ state: State) -> [SortColumn] {
        columns(state).filter(\.isSortable).map {
            SortColumn(name: $0.rawValue, title: $0.title(), startsWithGreatest: $0.isCount)
        }
    }

    func tableColumns(_ state: State) -> [TableSetup.Column] {
        columns(state).map { TableSetup.Column(name: $0.rawValue) }
    }

    func columnWidth(_ name: String) -> Int {
        ChokeColumn(rawValue: name)?.tableColumn(HeldTable.fullColumns, isCompact: false, beforeTargets: true)
            .usualWidth ?? 0
    }

    private func columns(_ state: State) -> [ChokeColumn] {
        ChokeColumn.columns(beforeTargets: state.chokeFirebreakTargets != nil)
    }

    func draw(_ state: State, into screen: inout Screen, in body: Rect, look: Look) {
        SectionLine(sections: sections(state), selected: state.place.section)
            .draw(into: &screen, in: body, look: look)
        let list = listRect(state, in: body)
        drawHead(state, into: &screen, in: body, list: list, look: look)
        guard case .entities(let listed) = state.rows, !listed.indices.isEmpty else {
            let text = Rect(
                row: list.row + headerLines, column: list.column, rows: list.rows - headerLines, columns: list.columns)
            screen.paragraph(emptyText(state, look), in: text.inset(columns: TextTable.gutter), style: look[.textDim])
            return
        }
        ChokeTable(state: state, look: look).draw(listed.indices, into: &screen, in: list)
    }

    private func drawHead(_ state: State, into screen: inout Screen, in body: Rect, list: Rect, look: Look) {
        let rest = SectionLine.rest(of: body)
        let lines = ChokeHead(state: state, look: look).lines
        for (number, pieces) in lines.prefix(list.row - rest.row).enumerated() {
            let line = FittedLine(pieces: pieces, separator: " \(look[.separator]) ").line(fitting: rest.columns - 1)
            let dimmed = line.spans.map { TextSpan($0.text, $0.style ?? look[.textDim]) }
            screen.write(TextLine([TextSpan(" ")] + dimmed), in: rest.line(number), look: look)
        }
    }

    private func emptyText(_ state: State, _ look: Look) -> String {
        if state.question == nil { return state.nothingDeclared }
        if state.rows.isPending { return "computing\(look.glyphs.ellipsis)" }
        if !state.place.query.isEmpty { return state.nothingMatches }
        guard let ground = state.chokeGround, ground.targets != nil else {
            return "Nothing lies behind one entity alone, as far as the sources tell."
        }
        if ground.reached == 0 {
            return "No target is reached, whatever the time, as far as the sources tell."
        }
        return """
            No single entity lies before a target: every one of them has ways around each other entity. \
            \(state.key(.plan)) and there \(state.key(.nextSection)) show the firebreak, which takes several.
            """
    }
}
