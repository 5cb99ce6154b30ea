import Inventory
import PlainText
import Reach
import TerminalKit

/// A map in the cells of its canvas: as wide as there is room for, with boxes where there is height for them.
struct MapDrawing {
    let map: MapRows
    let state: State
    let look: Look
    let texts: [MapNodeText]
    let picture: GraphPicture

    /// How wide nodes and the words on edges may be where all layers fit side by side, the best first. In less room names
    /// could not be told apart, nor the words on edges be read.
    private static let widths: [(node: Int, label: Int)] = [
        (60, 34), (44, 34), (36, 26), (30, 22), (26, 18), (24, 14),
    ]
    /// What is drawn where they do not fit: readable, and moved sideways.
    private static let readable: [(columns: Int, node: Int, label: Int)] = [
        (160, 36, 22), (100, 28, 18), (60, 24, 12), (0, 18, 0),
    ]

    init(map: MapRows, state: State, look: Look, canvas: Size) {
        self.map = map
        self.state = state
        self.look = look
        let signs = MapSigns(map: map, state: state)
        let count = map.layout.graph.count
        let texts = (0..<count).map { MapNodeText(map.row(ofNode: $0), map: map, signs: signs, look: look) }
        self.texts = texts
        func metrics(_ widths: (node: Int, label: Int), height: Int) -> GraphMetrics {
            GraphMetrics(
                nodeWidths: texts.map { min(widths.node, $0.width(height: height)) }, nodeHeight: height,
                labelWidths: map.labels.map { min(widths.label, $0?.width ?? 0) })
        }
        let readable = Self.readable.first { $0.columns <= canvas.columns } ?? (0, 18, 0)
        func fitted(height: Int) -> GraphMetrics {
            let choices = Self.widths.lazy.map { metrics($0, height: height) }
            return choices.first(where: { GraphPicture.size(of: map.layout, $0).columns <= canvas.columns })
                ?? metrics((readable.node, readable.label), height: height)
        }
        let boxes = metrics(Self.widths[0], height: 3)
        let hasBoxes = GraphPicture.size(of: map.layout, boxes).rows <= canvas.rows
        picture = GraphPicture(map.layout, fitted(height: hasBoxes ? 3 : 1))
    }

    func draw(into screen: inout Screen, in rect: Rect) {
        let offset = Position(row: state.place.scroll, column: state.place.drawing.column)
        let window = Rect(row: offset.row, column: offset.column, rows: rect.rows, columns: rect.columns)
        drawLines(into: &screen, in: rect, window)
        for node in picture.nodes.indices {
            func placed(_ region: Rect) -> Rect {
                Rect(
                    row: region.row - offset.row + rect.row, column: region.column - offset.column + rect.column,
                    rows: region.rows, columns: region.columns)
            }
            if let label = picture.labels[node], let words = map.labels[node] {
                draw(words, into: &screen, in: placed(label), clip: rect)
            }
            let place = placed(picture.nodes[node])
            guard !place.intersection(rect).isEmpty else { continue }
            draw(node, into: &screen, in: place, clip: rect)
        }
        drawEdges(into: &screen, in: rect, window)
    }

    private func drawLines(into screen: inout Screen, in rect: Rect, _ window: Rect) {
        screen.lines(
            of: picture, window, boxes: picture.nodes.first.map { $0.rows > 1 } ?? false ? picture.nodes : [], in: rect,
            look: look, weight: { map.isAltering[$0] ? .double : .single })
    }

    private func draw(_ label: MapEdgeLabel, into screen: inout Screen, in rect: Rect, clip: Rect) {
        let text = label.text(fitting: rect.columns, ellipsis: look.glyphs.ellipsis)
        guard !text.isEmpty else { return }
        let style = label.plane.map { look[$0 == .identity ? .identityPlane : .integrityPlane] } ?? look[.textDim]
        screen.write(
            text, at: Position(row: rect.row, column: rect.endColumn - text.displayWidth),
            style: style.over(look[.text]),
            clip: clip)
    }

    private func draw(_ node: Int, into screen: inout Screen, in place: Rect, clip: Rect) {
        let row = map.row(ofNode: node)
        let isSelected = row == state.selected
        screen.hold(.row(row), in: place, clip: clip)
        let text = texts[node]
        let base = text.style.over(look[.text])
        let style = isSelected ? look[.selection].over(base) : base
        let middle = place.line(place.rows / 2)
        let cells = text.lines(columns: place.columns, height: place.rows, isSelected: isSelected, look: look)
        for (line, cell) in cells.enumerated() where !cell.text.isEmpty {
            screen.write(
                cell.text, at: Position(row: place.row + line, column: place.column + cell.column), style: style,
                limit: place.columns - cell.column, clip: clip)
        }
        if isSelected {
            screen.restyle(middle.intersection(clip)) { look[.selection].over($0) }
            let cursor = Position(row: middle.row, column: place.column + (place.rows > 1 ? 1 : 0))
            screen.cursor = clip.contains(cursor) ? cursor : nil
        }
    }

    /// Signs at the borders where the map goes on.
    private func drawEdges(into screen: inout Screen, in rect: Rect, _ window: Rect) {
        func sign(_ glyph: Glyph, _ row: Int, _ column: Int) {
            screen.write(
                look[glyph], at: Position(row: row, column: column), style: look[.key], limit: 1, clip: rect)
        }
        guard rect.rows > 1, rect.columns > 8 else { return }
        let corner = rect.endRow - 1
        if window.column > 0 { sign(.arrowLeft, corner, rect.column) }
        if window.endColumn < picture.size.columns { sign(.arrowRight, corner, rect.endColumn - 1) }
        if window.row > 0 { sign(.arrowUp, rect.row, rect.endColumn - 1) }
        if window.endRow < picture.size.rows { sign(.arrowDown, corner, rect.endColumn - 2) }
    }
}
