/// How large the parts of a laid-out graph are drawn, in cells.
public struct GraphMetrics: Sendable, Hashable {
    /// The columns of each node.
    public var nodeWidths: [Int]
    /// The lines of a node: 1, or 3 with a border above and below.
    public var nodeHeight: Int
    /// The columns kept before each node for words about the edges that enter it.
    public var labelWidths: [Int]

    /// Sizes of parts.
    public init(nodeWidths: [Int], nodeHeight: Int = 1, labelWidths: [Int]) {
        self.nodeWidths = nodeWidths
        self.nodeHeight = max(1, nodeHeight)
        self.labelWidths = labelWidths
    }
}

/// A laid-out graph in cells: where every node, line, arrow and word stands. The top left cell is 0, 0.
public struct GraphPicture: Sendable, Hashable {
    /// A straight line. It lies in one row or in one column, and runs right or down.
    public struct Stroke: Sendable, Hashable {
        /// The upper or left end.
        public var from: Position
        /// The lower or right end.
        public var to: Position
        /// The edges that run through it, by their numbers in ``LayeredGraph/edges``.
        public var edges: [Int]
        /// Of a line in a column the rows in which it meets lines of its own; in the others it passes over.
        public var joints: Set<Int> = []
        /// Those of ``joints`` in which it only parts to the right: what comes from the left there is another's, and
        /// passes behind.
        public var branches: Set<Int> = []
    }

    /// The extents.
    public let size: Size
    /// Where each node stands.
    public let nodes: [Rect]
    /// The columns in which the nodes of each layer begin.
    public let layers: [Int]
    /// All lines.
    public let strokes: [Stroke]
    /// For each node that edges enter the cell left of it.
    public let arrows: [Position?]
    /// For each node that edges enter the cells for words about them, left of the arrow.
    public let labels: [Rect?]

    /// A layout drawn in these sizes. O(nodes + edges).
    public init(_ layout: LayeredLayout, _ metrics: GraphMetrics) {
        let columns = Columns(layout, metrics)
        let (graph, lines) = (layout.graph, Lines(height: metrics.nodeHeight))
        nodes = (0..<graph.count).map { node in
            Rect(
                row: lines.top(layout.line(of: node)), column: columns.starts[graph.layers[node]],
                rows: metrics.nodeHeight, columns: metrics.nodeWidths[node])
        }
        layers = columns.starts
        var strokes: [Stroke] = []
        var arrows = [Position?](repeating: nil, count: graph.count)
        var labels = [Rect?](repeating: nil, count: graph.count)
        for (gap, links) in layout.slots.links.enumerated() {
            // The rows in which each trunk meets lines of its own.
            let targets = Dictionary(grouping: links, by: \.from).mapValues { Set($0.map(\.to)) }
            var origins: [Set<Int>: Set<Int>] = [:]
            for (source, own) in targets { origins[own, default: []].insert(lines.middle(layout.lines[source])) }
            for link in links {
                let (near, far) = (lines.middle(layout.lines[link.from]), lines.middle(layout.lines[link.to]))
                let start = columns.end(of: link.from, in: layout, metrics)
                let end = columns.starts[gap + 1] - 1
                func across(_ row: Int, _ from: Int, _ to: Int) {
                    strokes.append(
                        Stroke(
                            from: Position(row: row, column: from), to: Position(row: row, column: to),
                            edges: link.edges))
                }
                if near == far {
                    across(near, start, end)
                } else {
                    let trunk = columns.ends[gap] + 2 + (layout.trunks[gap][link.from] ?? 0)
                    across(near, start, trunk)
                    let ends = Set((targets[link.from] ?? []).map { lines.middle(layout.lines[$0]) })
                    let starts = targets[link.from].flatMap { origins[$0] } ?? []
                    strokes.append(
                        Stroke(
                            from: Position(row: min(near, far), column: trunk),
                            to: Position(row: max(near, far), column: trunk), edges: link.edges,
                            joints: ends.union(starts), branches: ends.subtracting(starts)))
                    across(far, trunk, end)
                }
                let slot = layout.slots.slots[link.to]
                guard slot.isBend else {
                    arrows[link.to] = Position(row: far, column: end)
                    let width = columns.labels[gap]
                    labels[link.to] = Rect(row: far, column: end - width, rows: 1, columns: width)
                    continue
                }
                // The line runs on through the column of nodes.
                across(far, end, columns.ends[gap + 1])
            }
        }
        self.strokes = strokes
        self.arrows = arrows
        self.labels = labels
        size = Self.size(of: layout, metrics)
    }

    /// The extents of a layout in these sizes, without the picture. O(nodes).
    public static func size(of layout: LayeredLayout, _ metrics: GraphMetrics) -> Size {
        let lines = Lines(height: metrics.nodeHeight)
        // Long edges may bend below the last node.
        let last = layout.lines.max()
        return Size(
            rows: last.map { lines.top($0) + metrics.nodeHeight } ?? 0,
            columns: Columns(layout, metrics).ends.last.map { $0 + 1 } ?? 0)
    }
}

/// Which rows a half step takes.
private struct Lines {
    let height: Int

    /// The first row of a node in this line: a node and the empty row below it take two half steps.
    func top(_ line: Int) -> Int { height == 1 ? line : line * (height + 1) / 2 }
    /// The row in which its edges meet it.
    func middle(_ line: Int) -> Int { top(line) + height / 2 }
}

/// Which columns layers and gaps take.
private struct Columns {
    /// The first column of each layer's nodes, and the last column of its widest.
    private(set) var starts: [Int] = []
    private(set) var ends: [Int] = []
    /// The columns for words in each gap.
    private(set) var labels: [Int] = []

    init(_ layout: LayeredLayout, _ metrics: GraphMetrics) {
        var column = 0
        for layer in 0..<layout.layerCount {
            let members = layout.nodes(in: layer)
            starts.append(column)
            column += max(1, members.map { metrics.nodeWidths[$0] }.max() ?? 1)
            ends.append(column - 1)
            guard layer + 1 < layout.layerCount else { break }
            let trunks = (layout.trunks[layer].values.max() ?? -1) + 1
            let words = layout.nodes(in: layer + 1).map { metrics.labelWidths[$0] }.max() ?? 0
            labels.append(words)
            // A cell before the trunks and one behind them, and one for the arrow.
            column += 1 + trunks + (trunks > 0 ? 1 : 0) + words + 1
        }
    }

    /// The first column right of a node, or right of the column in which a bend lies.
    func end(of slot: Int, in layout: LayeredLayout, _ metrics: GraphMetrics) -> Int {
        let slot = layout.slots.slots[slot]
        return slot.isBend ? ends[slot.layer] : starts[slot.layer] + metrics.nodeWidths[slot.node] - 1
    }
}
