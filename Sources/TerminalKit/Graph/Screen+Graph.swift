extension Screen {
    /// Draws the lines and arrows of a graph: what lies in `window` of the picture, into `rect` of the screen.
    /// - Parameters:
    ///   - boxes: Rectangles of the picture that get an edge.
    ///   - weight: How heavy the line of an edge is, by its number in the graph. Where edges of different weights share a
    ///     line, it has the sign of both.
    public mutating func lines(
        of picture: GraphPicture, _ window: Rect, boxes: [Rect] = [], in rect: Rect, look: Look,
        weight: (Int) -> LineCanvas.Weight
    ) {
        var canvas = LineCanvas(window)
        for stroke in picture.strokes {
            canvas.line(
                from: stroke.from, to: stroke.to,
                weight: stroke.edges.reduce(LineCanvas.Weight.none) { $0.joined(with: weight($1)) },
                joints: stroke.from.row == stroke.to.row ? nil : stroke.joints, branches: stroke.branches)
        }
        for box in boxes where !box.intersection(window).isEmpty { canvas.box(box) }
        let style = look[.border]
        func onScreen(_ place: Position) -> Position {
            Position(row: place.row - window.row + rect.row, column: place.column - window.column + rect.column)
        }
        for row in window.row..<window.endRow {
            for column in window.column..<window.endColumn {
                let place = Position(row: row, column: column)
                guard let character = canvas.character(at: place, look.glyphs.repertoire) else { continue }
                write(String(character), at: onScreen(place), style: style, clip: rect)
            }
        }
        for case let arrow? in picture.arrows where window.contains(arrow) {
            write(look[.arrowRight], at: onScreen(arrow), style: style, clip: rect)
        }
    }
}

extension LineCanvas {
    /// Draws a box along the edge of a rectangle.
    public mutating func box(_ rect: Rect) {
        let (bottom, right) = (rect.endRow - 1, rect.endColumn - 1)
        for row in [rect.row, bottom] {
            line(from: Position(row: row, column: rect.column), to: Position(row: row, column: right), weight: .single)
        }
        for column in [rect.column, right] {
            line(
                from: Position(row: rect.row, column: column), to: Position(row: bottom, column: column),
                weight: .single)
        }
    }
}
