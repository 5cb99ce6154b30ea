import TerminalKit

/// A map and the lines about it in a body, and in which of its two forms it is drawn there.
struct MapArrangement {
    /// How a map is drawn.
    enum Form {
        /// In layers from left to right.
        case layers(MapDrawing)
        /// As a list, level by level, with the ways around the selected one.
        case list(MapOutline)
    }

    let form: Form
    let canvas: Rect
    /// The ways that lead to the selected node, in words: in a list they stand around it.
    private(set) var ways: Rect?
    /// What is left out and what the signs mean, with the line for each.
    private(set) var legend: [(rect: Rect, line: TextLine)] = []

    /// The least rows of a body in which the ways have a line.
    private static let waysRows = 9

    /// The map in the form that the analyst chose; in layers only where there is room for them.
    init(_ map: MapRows, state: State, look: Look, body: Rect) {
        let rest = SectionLine.rest(of: body)
        let layers = Self.parts(of: rest, MapLegend(map: map, state: state, look: look, isList: false))
        let drawing = MapDrawing(map: map, state: state, look: look, canvas: layers.canvas.size)
        if drawing.isReadable, !state.place.drawing.isList {
            form = .layers(drawing)
            (canvas, ways, legend) = layers
        } else {
            let columns = state.place.drawing.isList ? nil : drawing.neededColumns + state.size.columns - body.columns
            let list = Self.parts(
                of: rest, MapLegend(map: map, state: state, look: look, isList: true, drawingColumns: columns))
            form = .list(MapOutline(map: map, state: state, look: look, window: list.canvas.size))
            (canvas, ways, legend) = list
        }
    }

    private static func parts(
        of rest: Rect, _ legend: MapLegend
    ) -> (canvas: Rect, ways: Rect?, legend: [(rect: Rect, line: TextLine)]) {
        let lines = legend.lines(columns: rest.columns, rows: rest.rows)
        let first = rest.rows - lines.count
        let hasWays = !legend.isList && rest.rows >= waysRows
        let canvas = Rect(
            row: rest.row, column: rest.column, rows: first - (hasWays ? 1 : 0), columns: rest.columns)
        return (
            canvas, hasWays ? rest.line(first - 1) : nil,
            lines.enumerated().map { (rect: rest.line(first + $0.offset), line: $0.element) }
        )
    }
}

extension State {
    /// Whether the map is a list here: because it was asked for, or for want of room.
    var isMapList: Bool {
        guard case .map(let map) = rows, map.count > 0 else { return false }
        let arrangement = MapArrangement(map, state: self, look: Look(), body: bodyRect(size))
        if case .list = arrangement.form { return true }
        return false
    }
}
