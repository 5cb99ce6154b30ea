import Inventory
import Reach
import TerminalKit

/// The nodes of a map as rows, in reading order: layer by layer, each from top to bottom.
struct MapRows: Sendable {
    typealias Node = MapBundles.Node

    let routes: Routes
    let bundles: MapBundles
    let layout: LayeredLayout
    /// For each edge of the layout the crossings that it stands for.
    let edges: [[Routes.Crossing]]
    /// For each node the crossings to it that are not drawn, because they come from its own layer or from further
    /// right.
    let aside: [[Routes.Crossing]]
    /// For each edge the planes of the crossings that it stands for.
    let planes: [Set<Plane>]
    /// The words about the edges that enter each node; nil where none does.
    private(set) var labels: [MapEdgeLabel?] = []
    /// The node of each row, and the row of each node.
    private let nodes: [Int]
    private let rows: [Int]
    private let entering: [[Int]]
    private let leaving: [[Int]]

    static let bundlePrefix = "alike: "

    /// The map of some routes, in layers by the steps of the earliest path to each; with `showsAllWays` by the longest
    /// way. O(entities · log).
    init(_ routes: Routes, folded: [String], showsAllWays: Bool = false) {
        self.routes = routes
        let bundles = MapBundles(routes, folded: Set(folded))
        self.bundles = bundles
        var crossings: [LayeredGraph.Edge: [Routes.Crossing]] = [:]
        for crossing in routes.crossings {
            guard let from = bundles.nodeOf[crossing.from], let to = bundles.nodeOf[crossing.to],
                bundles.hidden[crossing.from] == nil
            else { continue }
            crossings[LayeredGraph.Edge(from: from, to: to), default: []].append(crossing)
        }
        let graph = LayeredGraph(
            count: bundles.nodes.count, edges: Array(crossings.keys),
            levels: showsAllWays ? nil : bundles.nodes.map { routes.levels[$0.members[0]] })
        let layout = LayeredLayout(graph)
        self.layout = layout
        edges = graph.edges.map { crossings[$0] ?? [] }
        var aside = [[Routes.Crossing]](repeating: [], count: graph.count)
        for edge in graph.setAside { aside[edge.to] += crossings[edge] ?? [] }
        self.aside = aside
        nodes = (0..<layout.layerCount).flatMap(layout.nodes)
        var rows = [Int](repeating: 0, count: nodes.count)
        for (row, node) in nodes.enumerated() { rows[node] = row }
        self.rows = rows
        var entering = [[Int]](repeating: [], count: graph.count)
        var leaving = entering
        for (number, edge) in graph.edges.enumerated() {
            entering[edge.to].append(number)
            leaving[edge.from].append(number)
        }
        (self.entering, self.leaving) = (entering, leaving)
        let inventory = routes.entities.first?.entity.inventory
        planes = edges.map { crossings in
            Set(crossings.compactMap { inventory?.traits(of: $0.relation).act.plane })
        }
        labels = (0..<graph.count).map { MapEdgeLabel(entering: $0, map: self) }
    }

    var count: Int { nodes.count }

    /// The number in the layout of the node of a row.
    func number(of row: Int) -> Int { nodes[row] }

    func row(ofNode node: Int) -> Int { rows[node] }

    func node(at row: Int) -> Node { bundles.nodes[nodes[row]] }

    /// What is held at a row; nil for several that are drawn as one.
    func held(at row: Int) -> HeldEntity? {
        let node = node(at: row)
        return node.isBundle ? nil : routes.entities[node.members[0]]
    }

    func entity(at row: Int) -> Entity? { held(at: row)?.entity }

    func id(at row: Int) -> String {
        let node = node(at: row)
        return node.isBundle ? bundles.bundleID(node.members[0]) : routes.entities[node.members[0]].entity.id
    }

    /// The row with an id; of an entity that is drawn with others the row of them all, and of an opened bundle its
    /// first.
    func row(of id: String) -> Int? {
        if let exact = nodes.indices.first(where: { self.id(at: $0) == id }) { return exact }
        let entity = id.hasPrefix(Self.bundlePrefix) ? String(id.dropFirst(Self.bundlePrefix.count)) : id
        let place = routes.entities.firstIndex { $0.entity.id == entity }
        return place.flatMap { bundles.nodeOf[$0] }.map { rows[$0] }
    }

    /// The edges that enter a node, and those that leave it.
    func entering(_ node: Int) -> [Int] { entering[node] }
    func leaving(_ node: Int) -> [Int] { leaving[node] }

    /// How many entities are hidden behind a row that is folded.
    func hidden(at row: Int) -> Int {
        let node = node(at: row)
        return node.isBundle ? 0 : bundles.hidden[node.members[0]] ?? 0
    }

    func layer(of row: Int) -> Int { layout.graph.layers[nodes[row]] }

    // MARK: Moving

    /// The row so many nodes further down in the same layer; at its end the last one, and from there the next row,
    /// which begins the next layer: so no row is out of reach of one key, not even where layers hold one node each.
    func row(from row: Int, down step: Int) -> Int {
        let layer = layout.nodes(in: layer(of: row))
        guard let place = layer.firstIndex(of: nodes[row]) else { return row }
        if nodes[row] == (step > 0 ? layer.last : layer.first) { return min(max(0, row + step.signum()), count - 1) }
        let (wanted, overflow) = place.addingReportingOverflow(step)
        let last = step > 0 ? layer.count - 1 : 0
        return rows[layer[overflow ? last : min(max(0, wanted), layer.count - 1)]]
    }

    /// The row of the nearest node that an edge leads to on the right, or comes from on the left; where no edge does,
    /// of the nearest one in the layer beside it. Nil at the border.
    func row(from row: Int, right: Bool) -> Int? {
        let node = nodes[row]
        let joined =
            right
            ? leaving[node].map { layout.graph.edges[$0].to } : entering[node].map { layout.graph.edges[$0].from }
        let beside = joined.isEmpty ? layout.nodes(in: layer(of: row) + (right ? 1 : -1)) : joined
        func distance(_ other: Int) -> (Int, Int, Int) {
            (
                abs(layout.graph.layers[other] - layout.graph.layers[node]),
                abs(layout.line(of: other) - layout.line(of: node)), layout.line(of: other)
            )
        }
        return beside.min { distance($0) < distance($1) }.map { rows[$0] }
    }
}
