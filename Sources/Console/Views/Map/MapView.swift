import Inventory
import PlainText
import Reach
import TerminalKit

/// The ways from the compromised set to chosen targets, drawn in layers from left to right.
struct MapView: ScreenView {
    /// The parts of the body. Small ones lose the words first.
    struct Parts {
        var canvas: Rect
        /// The ways that lead to the selected node, in words.
        var ways: Rect?
        /// What is left out, and what the signs mean.
        var legend: [Rect] = []

        init(_ body: Rect) {
            let rest = SectionLine.rest(of: body)
            var rows = rest.rows
            func bottom() -> Rect {
                rows -= 1
                return rest.line(rows)
            }
            if rest.rows >= 12 { legend = [bottom()] }
            if rest.rows >= 6 { legend.insert(bottom(), at: 0) }
            if rest.rows >= 9 { ways = bottom() }
            canvas = Rect(row: rest.row, column: rest.column, rows: rows, columns: rest.columns)
        }
    }

    var sparesLines: Bool { false }

    func listRect(_ state: State, in body: Rect) -> Rect { Parts(body).canvas }

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
        guard case .map(let map) = state.rows, state.selected < map.count else { return }
        let canvas = listRect(state, in: state.bodyRect(state.size))
        let drawing = MapDrawing(map: map, state: state, look: Look(), canvas: canvas.size)
        let node = drawing.picture.nodes[map.number(of: state.selected)]
        // Of what leads here and on from here a little is to be seen.
        let margin = min(8, max(0, (canvas.columns - node.columns) / 2))
        state.place.scroll = Self.offset(
            near: state.place.scroll, showing: node.row..<node.endRow, of: drawing.picture.size.rows, in: canvas.rows)
        state.place.drawing.column = Self.offset(
            near: state.place.drawing.column, showing: (node.column - margin)..<(node.endColumn + margin),
            of: drawing.picture.size.columns, in: canvas.columns)
    }

    /// The first cell shown: as near to `offset` as can be with the range in the window and the window full.
    private static func offset(near offset: Int, showing range: Range<Int>, of total: Int, in window: Int) -> Int {
        let last = max(0, total - window)
        let most = min(max(0, range.lowerBound), last)
        let least = min(max(0, range.upperBound - window), last)
        return min(max(min(max(0, offset), last), least), max(most, least))
    }

    func draw(_ state: State, into screen: inout Screen, in body: Rect, look: Look) {
        let sections = sections(state)
        let parts = Parts(body)
        SectionLine(sections: sections, selected: state.place.section).draw(into: &screen, in: body, look: look)
        guard case .map(let map) = state.rows else {
            let text = state.rows.isPending ? "computing\(look.glyphs.ellipsis)" : emptyText(state)
            screen.paragraph(text, in: parts.canvas.inset(columns: 3), style: look[.textDim])
            return
        }
        let drawing = MapDrawing(map: map, state: state, look: look, canvas: parts.canvas.size)
        drawing.draw(into: &screen, in: parts.canvas)
        let words = MapWords(map: map, state: state, look: look)
        if let rect = parts.ways { screen.write(words.ways(columns: rect.columns), in: rect, look: look) }
        let legend = MapLegend(map: map, state: state, look: look)
        for (rect, line) in zip(parts.legend, legend.lines(parts.legend.count, columns: body.columns)) {
            screen.write(line, in: rect, style: look[.textDim], look: look)
        }
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
