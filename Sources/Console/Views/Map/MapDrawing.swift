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
    /// Whether there is room for it: for all of it, or for a node with what leads there and where it leads.
    let isReadable: Bool
    /// The least columns of a canvas of this height in which it is; where it is, those of this one.
    let neededColumns: Int

    /// How wide nodes and the words on edges may be where all layers fit side by side, the best first. In less room
    /// names could not be told apart, nor the words on edges be read.
    private static let widths: [(node: Int, label: Int)] = [
        (60, 38), (44, 38), (36, 30), (30, 26), (26, 22), (24, 18),
    ]
    /// What is drawn where they do not fit: readable, and moved sideways.
    private static let readable: [(columns: Int, node: Int, label: Int)] = [(160, 36, 26), (100, 28, 22)]

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
        let readable = Self.readable.first { $0.columns <= canvas.columns }
        let sideways = (node: readable?.node ?? 24, label: readable?.label ?? 18)
        func fitted(height: Int) -> GraphMetrics {
            let choices = Self.widths.lazy.map { metrics($0, height: height) }
            return choices.first(where: { GraphPicture.size(of: map.layout, $0).columns <= canvas.columns })
                ?? metrics(sideways, height: height)
        }
        let boxes = metrics(Self.widths[0], height: 3)
        let hasBoxes = GraphPicture.size(of: map.layout, boxes).rows <= canvas.rows
        picture = GraphPicture(map.layout, fitted(height: hasBoxes ? 3 : 1))
        isReadable =
            readable != nil || (picture.size.columns <= canvas.columns && picture.size.rows <= canvas.rows)
        guard !isReadable else {
            neededColumns = canvas.columns
            return
        }
        // All of it fits in less where it is small.
        let least = Self.readable.map(\.columns).min() ?? 0
        let smallest = Self.widths.last.map { GraphPicture.size(of: map.layout, metrics($0, height: hasBoxes ? 3 : 1)) }
        neededColumns = smallest.map { $0.rows <= canvas.rows ? min(least, $0.columns) : least } ?? least
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

    // MARK: Scrolling

    /// The first cell of the picture that is shown: near to `offset`, with the selected node in the window, and with all
    /// that an edge joins with it, or what stands in the layers beside it, as far as there is room.
    func offset(near offset: Position, in canvas: Size) -> Position {
        let number = map.number(of: state.selected)
        let node = picture.nodes[number]
        let joined =
            map.entering(number).map { map.layout.graph.edges[$0].from }
            + map.leaving(number).map { map.layout.graph.edges[$0].to }
        let layers = map.layout.graph.layers
        let beside = joined.filter { abs(layers[$0] - layers[number]) == 1 }
        let groups = [joined, beside].map { [node] + $0.map { picture.nodes[$0] } }
        // Of what leads here and on from here a little is to be seen.
        let margin = min(8, max(0, (canvas.columns - node.columns) / 2))
        let columns =
            groups.map { Self.span($0.map { $0.column..<$0.endColumn }) }.first { $0.count <= canvas.columns }
            ?? (node.column - margin)..<(node.endColumn + margin)
        let rows =
            groups.map { Self.span($0.map { $0.row..<$0.endRow }) }.first { $0.count <= canvas.rows }
            ?? node.row..<node.endRow
        return Position(
            row: Self.offset(near: offset.row, showing: rows, of: picture.size.rows, in: canvas.rows),
            column: Self.offset(near: offset.column, showing: columns, of: picture.size.columns, in: canvas.columns))
    }

    private static func span(_ ranges: [Range<Int>]) -> Range<Int> {
        let first = ranges.map(\.lowerBound).min() ?? 0
        return first..<max(first, ranges.map(\.upperBound).max() ?? 0)
    }

    /// The first cell shown: as near to `offset` as can be with the range in the window and the window full.
    private static func offset(near offset: Int, showing range: Range<Int>, of total: Int, in window: Int) -> Int {
        let last = max(0, total - window)
        let most = min(max(0, range.lowerBound), last)
        let least = min(max(0, range.upperBound - window), last)
        return min(max(min(max(0, offset), last), least), max(most, least))
    }

    // MARK: Parts

    private func drawLines(into screen: inout Screen, in rect: Rect, _ window: Rect) {
        screen.lines(
            of: picture, window, boxes: picture.nodes.first.map { $0.rows > 1 } ?? false ? picture.nodes : [], in: rect,
            look: look, weight: { PlaneLine(map.planes[$0])?.weight ?? .single })
    }

    private func draw(_ label: MapEdgeLabel, into screen: inout Screen, in rect: Rect, clip: Rect) {
        let text = label.text(fitting: rect.columns, glyphs: look.glyphs)
        guard !text.isEmpty else { return }
        let style = label.plane.style(look).over(look[.text])
        let start = Position(row: rect.row, column: rect.endColumn - text.displayWidth)
        screen.write(text, at: start, style: style, clip: clip)
        signCut(of: text, at: start, into: &screen, clip: clip, style: style)
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
            let start = Position(row: place.row + line, column: place.column + cell.column)
            screen.write(cell.text, at: start, style: style, limit: place.columns - cell.column, clip: clip)
            signCut(of: cell.text, at: start, into: &screen, clip: clip, style: style)
        }
        if isSelected {
            screen.restyle(middle.intersection(clip)) { look[.selection].over($0) }
            let cursor = Position(row: middle.row, column: place.column + (place.rows > 1 ? 1 : 0))
            screen.cursor = clip.contains(cursor) ? cursor : nil
        }
    }

    /// A sign where a text goes on beyond the border of the map.
    private func signCut(of text: String, at start: Position, into screen: inout Screen, clip: Rect, style: Style) {
        let columns = start.column..<(start.column + text.displayWidth)
        for column in [clip.column, clip.endColumn - 1] where columns.contains(column) {
            let goesOn = column == clip.column ? columns.lowerBound < column : columns.upperBound > column + 1
            guard goesOn else { continue }
            screen.write(
                look.glyphs.ellipsis, at: Position(row: start.row, column: column), style: style, limit: 1, clip: clip)
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
