import Testing

@testable import TerminalKit

/// Graphs drawn from a seed: the same seed gives the same graph.
struct RandomGraph {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

    mutating func number(below bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(max(1, bound)))
    }

    /// A graph with circles, edges to itself and edges named twice.
    mutating func edges(nodes: Int, count: Int) -> [LayeredGraph.Edge] {
        (0..<count).map { _ in .init(from: number(below: nodes), to: number(below: nodes)) }
    }
}

@Suite("Layered graphs")
struct GraphTests {
    static func graph(_ seed: Int) -> (graph: LayeredGraph, edges: [LayeredGraph.Edge]) {
        var random = RandomGraph(seed: UInt64(seed) + 1)
        let nodes = 1 + random.number(below: 24)
        let edges = random.edges(nodes: nodes, count: random.number(below: nodes * 3))
        // Every third graph is told its levels.
        let levels = seed % 3 == 0 ? (0..<nodes).map { _ in random.number(below: 7) * 2 } : nil
        return (LayeredGraph(count: nodes, edges: edges, levels: levels), edges)
    }

    static func picture(_ seed: Int, height: Int) -> (layout: LayeredLayout, picture: GraphPicture) {
        var random = RandomGraph(seed: UInt64(seed) + 77)
        let layout = LayeredLayout(graph(seed).graph)
        let count = layout.graph.count
        let metrics = GraphMetrics(
            nodeWidths: (0..<count).map { _ in 3 + random.number(below: 12) }, nodeHeight: height,
            labelWidths: (0..<count).map { _ in random.number(below: 9) })
        return (layout, GraphPicture(layout, metrics))
    }

    @Test("Every edge leads to a layer further right, and none is lost", arguments: 0..<200)
    func layers(seed: Int) {
        let (graph, edges) = Self.graph(seed)
        for edge in graph.edges { #expect(graph.layers[edge.from] < graph.layers[edge.to]) }
        let drawn = Set(graph.edges).union(graph.setAside)
        #expect(drawn == Set(edges.filter { $0.from != $0.to }))
        #expect(graph.edges.count + graph.setAside.count == drawn.count)
        #expect(Set(graph.layers) == Set(0...(graph.layers.max() ?? 0)))
    }

    @Test("Without circles no edge is set aside")
    func withoutCircles() {
        var random = RandomGraph(seed: 5)
        let edges = random.edges(nodes: 30, count: 90).map {
            LayeredGraph.Edge(from: max($0.from, $0.to), to: min($0.from, $0.to))
        }
        #expect(LayeredGraph(count: 30, edges: edges).setAside.isEmpty)
    }

    @Test("The same graph is laid out in the same way whatever the order of its edges", arguments: 0..<40)
    func deterministic(seed: Int) {
        let (graph, edges) = Self.graph(seed * 3 + 1)
        let again = LayeredGraph(count: graph.count, edges: edges.reversed() + edges)
        #expect(LayeredLayout(graph) == LayeredLayout(again))
    }

    @Test("No two nodes overlap, and every one lies in the picture", arguments: 0..<120, [1, 3])
    func overlap(seed: Int, height: Int) {
        let (layout, picture) = Self.picture(seed, height: height)
        for left in picture.nodes.indices {
            let node = picture.nodes[left]
            #expect(Rect(picture.size).intersection(node) == node)
            for right in picture.nodes.indices where right > left {
                #expect(node.intersection(picture.nodes[right]).isEmpty)
            }
        }
        for (node, label) in picture.labels.enumerated() {
            guard let label else { continue }
            #expect(!layout.graph.edges.filter { $0.to == node }.isEmpty)
            for other in picture.nodes { #expect(label.intersection(other).isEmpty) }
        }
    }

    @Test("Sweeps never leave more crossings than there were")
    func crossings() {
        let edges: [LayeredGraph.Edge] = [
            .init(from: 0, to: 5), .init(from: 1, to: 4), .init(from: 2, to: 3), .init(from: 0, to: 4),
        ]
        #expect(LayeredSlots(LayeredGraph(count: 6, edges: edges)).crossings == 0)
    }

    /// Follows the characters of a picture from the right edge of a node, as an eye does.
    private static func reached(from node: Int, in picture: GraphPicture) -> Set<Int> {
        var canvas = LineCanvas(Rect(picture.size))
        for stroke in picture.strokes {
            canvas.line(
                from: stroke.from, to: stroke.to, weight: .single,
                joints: stroke.from.row == stroke.to.row ? nil : stroke.joints, branches: stroke.branches)
        }
        var reached: Set<Int> = []
        var seen: Set<[Int]> = []
        let rect = picture.nodes[node]
        // Where the eye is, and which way it looks: right, up or down; lines are never followed to the left.
        var open = [(row: rect.row + rect.rows / 2, column: rect.endColumn, down: 0)]
        while let (row, column, down) = open.popLast() {
            guard seen.insert([row, column, down]).inserted else { continue }
            if down == 0, let target = picture.arrows.firstIndex(of: Position(row: row, column: column)) {
                reached.insert(target)
                continue
            }
            guard let cell = canvas.lines(at: Position(row: row, column: column)) else { continue }
            if cell.over > .none {
                // The line in the column passes over the one in the row.
                open.append(down == 0 ? (row, column + 1, 0) : (row + down, column, down))
                continue
            }
            if cell.right > .none { open.append((row, column + 1, 0)) }
            // What comes from the left where a line only parts to the right passes behind it.
            if cell.isBranch, down == 0 { continue }
            if cell.up > .none, down <= 0 { open.append((row - 1, column, -1)) }
            if cell.down > .none, down >= 0 { open.append((row + 1, column, 1)) }
        }
        return reached
    }

    @Test("Whoever follows the lines from a node comes to exactly what its edges lead to", arguments: 0..<250, [1, 3])
    func lines(seed: Int, height: Int) {
        let (layout, picture) = Self.picture(seed, height: height)
        for node in 0..<layout.graph.count {
            let expected = Set(layout.graph.edges.filter { $0.from == node }.map(\.to))
            #expect(Self.reached(from: node, in: picture) == expected)
        }
    }

    @Test("A line that a single and a double one share is neither: it is dashed")
    func mixed() {
        let edges: [LayeredGraph.Edge] = [.init(from: 0, to: 2), .init(from: 1, to: 2)]
        let layout = LayeredLayout(LayeredGraph(count: 3, edges: edges))
        let picture = GraphPicture(layout, GraphMetrics(nodeWidths: [3, 3, 3], labelWidths: [0, 0, 4]))
        for glyphs in [Glyphs.unicode, .ascii] {
            var screen = Screen(picture.size)
            screen.lines(
                of: picture, Rect(picture.size), in: Rect(picture.size), look: Look(glyphs: glyphs),
                weight: { layout.graph.edges[$0].from == 0 ? .single : .double })
            let isUnicode = glyphs.repertoire == .unicode
            // Left of the trunk each has its own sign, right of it both have the third.
            #expect(screen.text.contains(isUnicode ? "─" : "-"))
            #expect(screen.text.contains(isUnicode ? "═" : "="))
            #expect(screen.text.contains(isUnicode ? "┅┅┅" : ":::"))
        }
        let weights: [LineCanvas.Weight] = [.none, .single, .double, .mixed]
        for left in weights {
            #expect(left.joined(with: .none) == left && left.joined(with: left) == left)
            for right in weights { #expect(left.joined(with: right) == right.joined(with: left)) }
        }
        #expect(LineCanvas.Weight.single.joined(with: .double) == .mixed)
    }

    @Test("A line of two weights is told by its characters, in ASCII too")
    func weights() {
        var canvas = LineCanvas(Rect(row: 0, column: 0, rows: 3, columns: 3))
        canvas.line(from: Position(row: 1, column: 0), to: Position(row: 1, column: 2), weight: .double)
        canvas.line(
            from: Position(row: 0, column: 1), to: Position(row: 2, column: 1), weight: .single, joints: [0, 2])
        let center = Position(row: 1, column: 1)
        #expect(canvas.character(at: center, .unicode) == "│")
        canvas.line(from: Position(row: 0, column: 1), to: Position(row: 1, column: 1), weight: .single)
        #expect(canvas.character(at: Position(row: 1, column: 0), .unicode) == "═")
        #expect(canvas.character(at: Position(row: 1, column: 0), .ascii) == "=")
        #expect(canvas.character(at: Position(row: 0, column: 0), .unicode) == nil)
    }
}
