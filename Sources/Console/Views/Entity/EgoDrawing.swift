import Inventory
import PlainText
import Reach
import TerminalKit

/// An entity in the middle of what leads to it and what it leads to, line by line.
struct EgoDrawing {
    let ego: EgoMap
    let state: State
    let look: Look

    /// From this many columns on what leads here stands on the left, and what it leads to on the right.
    /// In less room the words on lines would be cut to nothing.
    static let wideColumns = 110

    private var inventory: Inventory { state.inventory }

    func draw(line: Int, isNarrow: Bool, into screen: inout Screen, in rect: Rect, style: Style) {
        if isNarrow {
            screen.write(stacked(line), in: rect, style: style, look: look)
        } else {
            drawWide(line, into: &screen, in: rect, style: style)
        }
    }

    // MARK: Words

    private func name(_ neighbour: EgoMap.Neighbour) -> String {
        guard let index = neighbour.entity else { return "\(Words.grouped(neighbour.more)) more" }
        let entity = inventory.entity(at: index)
        return "\(Words.shortKind(entity)) \(entity.name)".printable
    }

    /// What it belongs to, to stand behind its name; empty where that says nothing.
    private func home(_ neighbour: EgoMap.Neighbour) -> String {
        let home = neighbour.entity.flatMap { Words.home(inventory.entity(at: $0)) }
        return home.map { " in \($0)".printable } ?? ""
    }

    private func phrase(_ neighbour: EgoMap.Neighbour, room: Int = .max) -> String {
        guard let plane = PlaneLine(neighbour.planes) else { return "" }
        guard let number = neighbour.relation else { return plane.rawValue }
        return PlanePhrase(phrase: MapWords.phrase(inventory.relation(at: number)), plane: plane)
            .text(fitting: room, glyphs: look.glyphs)
    }

    private func style(_ neighbour: EgoMap.Neighbour) -> Style? { PlaneLine(neighbour.planes)?.style(look) }

    private var center: String {
        let entity = inventory.entity(at: ego.entity)
        return "\(Words.shortKind(entity)) \(entity.name)".printable
    }

    // MARK: One above the other

    private func stacked(_ line: Int) -> TextLine {
        if line < ego.into.count {
            let neighbour = ego.into[line]
            let branch = look[line == 0 ? .topLeft : .teeRight]
            return [
                TextSpan("\(branch) ", look[.border]), TextSpan(name(neighbour) + " "),
                TextSpan(phrase(neighbour), style(neighbour)), TextSpan(home(neighbour), look[.textDim]),
            ]
        }
        if line == ego.into.count {
            let branch = ego.into.isEmpty ? "" : look[.bottomLeft] + look[.arrowRight]
            return [TextSpan(branch, look[.border]), TextSpan("[\(center)]", look[.title])]
        }
        let place = line - ego.into.count - 1
        let neighbour = ego.out[place]
        let branch = look[place == ego.out.count - 1 ? .bottomLeft : .teeRight]
        return [
            TextSpan("  \(branch) ", look[.border]), TextSpan(phrase(neighbour) + " ", style(neighbour)),
            TextSpan("\(look[.arrowRight]) ", look[.border]), TextSpan(name(neighbour)),
            TextSpan(home(neighbour), look[.textDim]),
        ]
    }

    // MARK: Side by side

    private func drawWide(_ line: Int, into screen: inout Screen, in rect: Rect, style base: Style) {
        let (left, right) = (ego.into.count, ego.out.count)
        let graph = LayeredGraph(
            count: left + 1 + right,
            edges: (0..<left).map { .init(from: $0, to: left) }
                + (0..<right).map { .init(from: left, to: left + 1 + $0) })
        let room = rect.columns
        let middle = min(center.displayWidth + 2, max(14, room / 4))
        // Where lines of both planes come together on the way in, a word says so too.
        let joined = PlaneLine(ego.into.reduce(into: Set<Plane>()) { $0.formUnion($1.planes) }) == .both
        let word = joined ? " \(PlaneLine.both.rawValue) " : ""
        let side = max(16, (room - middle - 12 - word.count) / (left > 0 && right > 0 ? 2 : 1))
        let leftTexts = ego.into.map { texts($0, room: side) }
        let rightTexts = ego.out.map { texts($0, room: side) }
        let metrics = GraphMetrics(
            nodeWidths: leftTexts.map { $0.name.displayWidth + $0.phrase.displayWidth + 3 } + [middle]
                + rightTexts.map { $0.name.displayWidth + 2 },
            labelWidths: [Int](repeating: 0, count: left) + [word.count]
                + rightTexts.map { $0.phrase.displayWidth + 2 })
        let picture = GraphPicture(LayeredLayout(graph, step: 1), metrics)
        let window = Rect(row: line, column: 0, rows: 1, columns: room)
        let plane = { (edge: Int) -> LineCanvas.Weight in
            let ends = graph.edges[edge]
            let neighbour = ends.to == left ? ego.into[ends.from] : ego.out[ends.to - left - 1]
            return PlaneLine(neighbour.planes)?.weight ?? .single
        }
        screen.lines(of: picture, window, in: rect, look: look, weight: plane)
        func write(_ text: String, _ column: Int, _ own: Style?) {
            screen.write(
                text, at: Position(row: rect.row, column: rect.column + column), style: own?.over(base) ?? base,
                clip: rect)
        }
        for (node, place) in picture.nodes.enumerated() where place.row == line {
            if node == left {
                let name = center.shortened(to: middle - 2, keeping: .middle, ellipsis: look.glyphs.ellipsis)
                write("[\(name)]", place.column, look[.title])
                if let label = picture.labels[node] { write(word, label.column, PlaneLine.both.style(look)) }
            } else if node < left {
                let text = leftTexts[node]
                write("[\(text.name)]", place.column, nil)
                write(text.phrase, place.column + text.name.displayWidth + 3, self.style(ego.into[node]))
            } else {
                write("[\(rightTexts[node - left - 1].name)]", place.column, nil)
                if let label = picture.labels[node] {
                    let text = rightTexts[node - left - 1].phrase
                    write(" \(text) ", label.endColumn - text.displayWidth - 2, self.style(ego.out[node - left - 1]))
                }
            }
        }
    }

    /// The name and the phrase of a neighbour in so many columns.
    private func texts(_ neighbour: EgoMap.Neighbour, room: Int) -> (name: String, phrase: String) {
        let ellipsis = look.glyphs.ellipsis
        let phrase = phrase(neighbour, room: max(9, room / 2))
        let rest = max(6, room - phrase.displayWidth - 5)
        let whole = name(neighbour) + home(neighbour)
        if whole.displayWidth <= rest { return (whole, phrase) }
        return (name(neighbour).shortened(to: rest, keeping: .middle, ellipsis: ellipsis), phrase)
    }
}
