import Inventory
import PlainText

/// A small graph as a picture: a box for each entity, a line for each relation, the planes told by words and by the
/// line. It follows the reader's light or dark scheme.
struct GraphPicture {
    private let graph: ExportedGraph
    private let layout: GraphLayout
    /// Where the box of each entity stands, by the entity's number.
    private var corners: [Int: (x: Int, y: Int)] = [:]
    private var size = (width: 0, height: 0)

    private static let box = (width: 250, height: 44)
    private static let gap = (x: 150, y: 22)
    private static let head = 104
    private static let margin = 20

    init(_ graph: ExportedGraph) {
        self.graph = graph
        var places: [Int: Int] = [:]
        for (place, entity) in graph.entities.enumerated() { places[entity] = place }
        var edges: [(from: Int, to: Int)] = []
        graph.forEachRelation { relation in
            if let from = places[relation.fromIndex], let to = places[relation.toIndex] { edges.append((from, to)) }
        }
        layout = GraphLayout(count: graph.entityCount, edges: edges)
        let tallest = layout.layers.map(\.count).max() ?? 0
        let step = (x: Self.box.width + Self.gap.x, y: Self.box.height + Self.gap.y)
        for (column, layer) in layout.layers.enumerated() {
            // Short layers stand in the middle.
            let top = Self.head + (tallest - layer.count) * step.y / 2
            for (row, place) in layer.enumerated() {
                corners[graph.entities[place]] = (Self.margin + column * step.x, top + row * step.y)
            }
        }
        size = (
            max(layout.layers.count * step.x + 2 * Self.margin, 720),
            Self.head + tallest * step.y + Self.margin
        )
    }

    var svg: String {
        let title = "\(graph.entityCount.counted("entity", "entities")), \(graph.relationCount.counted("relation"))"
        var parts = [
            SVGText.text(title, x: Self.margin, y: 30, style: "title"),
            "<line class=\"identity\" x1=\"20\" y1=\"54\" x2=\"70\" y2=\"54\"/>",
            SVGText.text("identity plane: a credential can be taken", x: 80, y: 58, style: "dim"),
            "<line class=\"integrity\" x1=\"400\" y1=\"54\" x2=\"450\" y2=\"54\"/>",
            SVGText.text("integrity plane: code can be altered", x: 460, y: 58, style: "dim"),
            "<line class=\"fact\" x1=\"20\" y1=\"78\" x2=\"70\" y2=\"78\"/>",
            SVGText.text("gives no control", x: 80, y: 82, style: "dim"),
        ]
        graph.forEachRelation { parts.append(line($0)) }
        for entity in graph.entities { parts += box(graph.entity(entity)) }
        return SVGText.document(width: size.width, height: size.height, title: title, parts)
    }

    private func box(_ told: ExportedEntity) -> [String] {
        let entity = told.entity
        guard let corner = corners[entity.index] else { return [] }
        let note = (told.compromised == nil ? "" : " · declared") + (told.state.map { " · \($0)" } ?? "")
        let name = entity.name.printable.shortened(to: 27, keeping: .middle)
        return [
            "<g><title>\(SVGText.escaped("\(entity.kindWords) \(entity.name), id \(entity.id)"))</title>",
            "<rect class=\"box\" x=\"\(corner.x)\" y=\"\(corner.y)\" width=\"\(Self.box.width)\" "
                + "height=\"\(Self.box.height)\" rx=\"6\"/>",
            SVGText.text(entity.kindWords + note, x: corner.x + 12, y: corner.y + 17, style: "dim"),
            SVGText.text(name, x: corner.x + 12, y: corner.y + 35),
            "</g>",
        ]
    }

    /// From the right side of one box to the left side of one further right, and otherwise around to its right side; with
    /// what the relation says where the pointer rests.
    private func line(_ relation: Relation) -> String {
        guard let from = corners[relation.fromIndex], let to = corners[relation.toIndex] else { return "" }
        let leadsOn = to.x > from.x
        let (x1, y1) = (from.x + Self.box.width, from.y + Self.box.height / 2)
        let (x2, y2) = (leadsOn ? to.x - 8 : to.x + Self.box.width + 8, to.y + Self.box.height / 2)
        let bend = leadsOn ? max(60, (x2 - x1) / 2) : 70
        let style = relation.gaining == nil ? "fact" : relation.traits.act.plane.rawValue
        let words =
            "\(relation.from.name) \(relation.phrase) \(relation.to.name): \(relation.controlWords), "
            + "\(relation.traits.evidence.name), \(relation.valid.words)"
        let (before, tip) = leadsOn ? (x2 - bend, x2 + 8) : (x2 + bend, x2 - 8)
        return "<g><title>\(SVGText.escaped(words))</title>"
            + "<path class=\"edge \(style)\" d=\"M\(x1) \(y1) C\(x1 + bend) \(y1) \(before) \(y2) \(x2) \(y2)\"/>"
            + "<path class=\"head\" d=\"M\(x2) \(y2 - 5) L\(x2) \(y2 + 5) L\(tip) \(y2) Z\"/></g>"
    }
}
