import Inventory
import PlainText
import Reach
import TerminalKit

/// The ways from the compromised set to chosen targets, drawn in layers from left to right or as a list level by level.
struct MapView: ScreenView {
    var sparesLines: Bool { false }

    func listRect(_ state: State, in body: Rect) -> Rect {
        arrangement(state, in: body)?.canvas ?? SectionLine.rest(of: body)
    }

    /// How the map is drawn in a body; nil while there is none.
    private func arrangement(_ state: State, in body: Rect, look: Look = Look()) -> MapArrangement? {
        guard case .map(let map) = state.rows, state.selected < map.count else { return nil }
        return MapArrangement(map, state: state, look: look, body: body)
    }

    func sections(_ state: State) -> [ViewSection] { state.mapSections }

    func rows(_ state: State) -> Rows {
        guard state.question != nil else { return .none }
        guard state.answer != nil else { return .pending }
        guard let request = state.mapLayoutRequest else { return .pending }
        guard !request.routes.entities.isEmpty else { return .none }
        return state.findings.map(request).map(Rows.map) ?? .pending
    }

    func openObstacle(_ state: State) -> String? { nil }

    func open(_ state: inout State) { _ = state.fold() }

    func spoken(row: Int, in state: State) -> String? {
        guard case .map(let map) = state.rows, row >= 0, row < map.count else { return nil }
        return MapWords(map: map, state: state).spoken(row)
    }

    func scroll(_ state: inout State) {
        guard let arrangement = arrangement(state, in: state.bodyRect(state.size)) else { return }
        switch arrangement.form {
        case .layers(let drawing):
            let place = Position(row: state.place.scroll, column: state.place.drawing.column)
            let offset = drawing.offset(near: place, in: arrangement.canvas.size)
            state.place.scroll = offset.row
            state.place.drawing.column = offset.column
        case .list(let outline):
            state.place.scroll = outline.offset(in: arrangement.canvas.rows)
            state.place.drawing.column = 0
        }
    }

    func draw(_ state: State, into screen: inout Screen, in body: Rect, look: Look) {
        let sections = sections(state)
        SectionLine(sections: sections, selected: state.place.section).draw(into: &screen, in: body, look: look)
        guard case .map(let map) = state.rows, let arrangement = arrangement(state, in: body, look: look) else {
            let text = state.rows.isPending ? state.pendingText(look) : emptyText(state)
            screen.paragraph(
                text, in: SectionLine.rest(of: body).inset(columns: 3), style: look[.textDim])
            return
        }
        switch arrangement.form {
        case .layers(let drawing): drawing.draw(into: &screen, in: arrangement.canvas)
        case .list(let outline): outline.draw(into: &screen, in: arrangement.canvas)
        }
        let words = MapWords(map: map, state: state, look: look)
        if let rect = arrangement.ways { screen.write(words.ways(columns: rect.columns), in: rect, look: look) }
        for (rect, line) in arrangement.legend { screen.write(line, in: rect, style: look[.textDim], look: look) }
    }

    private func emptyText(_ state: State) -> String {
        guard state.question != nil else {
            return """
                Nothing is declared compromised, so there is no way to draw.

                \(state.key(.start)) goes to the start: \(state.key(.filter)) finds what is bad, \
                \(state.key(.declare)) declares it. \(state.key(.map)) then draws the ways from there.
                """
        }
        let what =
            switch state.mapTargets {
            case .defended: "None of your targets is"
            case .crownJewels: "None of the crown jewels is"
            case .marked: "Nothing that is marked is"
            case .everything, nil: "Nothing is"
            case .chosen: "\(state.subject?.name.printable ?? "What was chosen") is not"
            }
        return """
            \(what) reached from what is declared, as far as the sources tell.

            \(state.key(.blast)) lists all that is; \(state.key(.timeless)) leaves times out of account, \
            \(state.key(.guards)) takes guards as failing; \(state.key(.nextSection)) chooses other targets.
            """
    }
}
