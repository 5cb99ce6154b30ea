/// A directed graph that is to be drawn in layers from left to right: plain numbers, without knowledge of what they
/// stand for.
///
/// Every edge that is drawn points right. Either its nodes have levels, and edges that lead to no higher one are set
/// aside; or each stands as far right as its longest way asks for, and only what closes a circle is set aside: there
/// the edges that lead back to a smaller number, so that numbers are the order in which a graph is told.
public struct LayeredGraph: Sendable, Hashable {
    /// A way from one node to another.
    public struct Edge: Sendable, Hashable {
        /// Where it starts.
        public var from: Int
        /// Where it leads.
        public var to: Int

        /// An edge.
        public init(from: Int, to: Int) {
            self.from = from
            self.to = to
        }
    }

    /// How many nodes there are; they are numbered from 0.
    public let count: Int
    /// The edges that are drawn: each pair of nodes once, in ascending order, no circles.
    public let edges: [Edge]
    /// The edges that do not lead to the right.
    public let setAside: [Edge]
    /// For each node its layer. Every edge leads to a layer further right.
    public let layers: [Int]

    /// A graph of `count` nodes, on these levels where they are given: of any numbers, of which only the order counts.
    /// Edges that name no node, lead to their own start or repeat one before are left out. O(nodes + edges · log
    /// edges).
    public init(count: Int, edges: [Edge], levels: [Int]? = nil) {
        let nodes = 0..<max(0, count)
        let known = Set(edges.filter { $0.from != $0.to && nodes.contains($0.from) && nodes.contains($0.to) })
        let sorted = known.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
        self.count = nodes.count
        if let levels, levels.count == nodes.count {
            let places = Dictionary(uniqueKeysWithValues: Set(levels).sorted().enumerated().map { ($1, $0) })
            let layers = levels.map { places[$0] ?? 0 }
            self.layers = layers
            self.edges = sorted.filter { layers[$0.from] < layers[$0.to] }
            setAside = sorted.filter { layers[$0.from] >= layers[$0.to] }
            return
        }
        let circles = StrongComponents(count: nodes.count, edges: sorted).component
        func closesCircle(_ edge: Edge) -> Bool { edge.from > edge.to && circles[edge.from] == circles[edge.to] }
        self.edges = sorted.filter { !closesCircle($0) }
        setAside = sorted.filter(closesCircle)
        layers = Self.layers(nodes.count, self.edges)
    }

    /// The length of the longest way to each node of a graph without circles.
    private static func layers(_ count: Int, _ edges: [Edge]) -> [Int] {
        var layers = [Int](repeating: 0, count: count)
        var entering = [Int](repeating: 0, count: count)
        for edge in edges { entering[edge.to] += 1 }
        let leaving = Dictionary(grouping: edges, by: \.from)
        var open = (0..<count).filter { entering[$0] == 0 }
        while let node = open.popLast() {
            for edge in leaving[node] ?? [] {
                layers[edge.to] = max(layers[edge.to], layers[node] + 1)
                entering[edge.to] -= 1
                if entering[edge.to] == 0 { open.append(edge.to) }
            }
        }
        return layers
    }
}

/// Which nodes lie on circles with which others (Tarjan 1972), without recursion.
private struct StrongComponents {
    /// The number of each node's component.
    private(set) var component: [Int]

    init(count: Int, edges: [LayeredGraph.Edge]) {
        component = [Int](repeating: -1, count: count)
        var leaving = [[Int]](repeating: [], count: count)
        for edge in edges { leaving[edge.from].append(edge.to) }
        var seen = [Int](repeating: -1, count: count)
        var low = [Int](repeating: 0, count: count)
        var onPath: [Int] = []
        var open: [(node: Int, next: Int)] = []
        var (clock, components) = (0, 0)
        for root in 0..<count where seen[root] < 0 {
            open.append((root, 0))
            while let (node, next) = open.last {
                if next == 0 {
                    seen[node] = clock
                    low[node] = clock
                    clock += 1
                    onPath.append(node)
                }
                if next < leaving[node].count {
                    open[open.count - 1].next += 1
                    let target = leaving[node][next]
                    if seen[target] < 0 {
                        open.append((target, 0))
                    } else if component[target] < 0 {
                        low[node] = min(low[node], seen[target])
                    }
                    continue
                }
                open.removeLast()
                if let parent = open.last?.node { low[parent] = min(low[parent], low[node]) }
                guard low[node] == seen[node] else { continue }
                while let member = onPath.popLast() {
                    component[member] = components
                    if member == node { break }
                }
                components += 1
            }
        }
    }
}
