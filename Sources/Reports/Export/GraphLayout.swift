/// Places for the nodes of a small graph: layers from left to right along most of its edges, and an order in each layer
/// that keeps neighbours close.
struct GraphLayout {
    /// The nodes of each layer, from top to bottom.
    private(set) var layers: [[Int]] = []

    /// How often the order of all layers is improved.
    private static let sweeps = 8

    /// Lays out `count` nodes. O(sweeps × edges + nodes log nodes). The same graph gives the same layout.
    init(count: Int, edges: [(from: Int, to: Int)]) {
        var next = [[Int]](repeating: [], count: count)
        var previous = next
        for edge in edges where edge.from != edge.to {
            next[edge.from].append(edge.to)
            previous[edge.to].append(edge.from)
        }
        let entries = (0..<count).sorted { (previous[$0].count, $0) < (previous[$1].count, $1) }
        let order = Self.order(next, entries: entries)
        var place = [Int](repeating: 0, count: count)
        for (number, node) in order.enumerated() { place[node] = number }
        // The longest way along edges that follow the order; the few others close cycles.
        var layer = [Int](repeating: 0, count: count)
        for node in order {
            for target in next[node] where place[target] > place[node] {
                layer[target] = max(layer[target], layer[node] + 1)
            }
        }
        // What nothing leads to stands right before the first thing that it leads to.
        for node in order.reversed() where !previous[node].contains(where: { place[$0] < place[node] }) {
            let targets = next[node].filter { place[$0] > place[node] }.map { layer[$0] }
            if let first = targets.min() { layer[node] = first - 1 }
        }
        layers = [[Int]](repeating: [], count: (layer.max() ?? -1) + 1)
        for node in order { layers[layer[node]].append(node) }
        for sweep in 0..<Self.sweeps { settle(by: sweep % 2 == 0 ? previous : next, downwards: sweep % 2 == 0) }
    }

    /// The nodes such that most edges lead from an earlier one to a later one: finished last, listed first.
    private static func order(_ next: [[Int]], entries: [Int]) -> [Int] {
        var seen = [Bool](repeating: false, count: next.count)
        var finished: [Int] = []
        for entry in entries where !seen[entry] {
            seen[entry] = true
            var stack: [(node: Int, edge: Int)] = [(entry, 0)]
            while let top = stack.last {
                if top.edge < next[top.node].count {
                    stack[stack.count - 1].edge += 1
                    let target = next[top.node][top.edge]
                    if !seen[target] {
                        seen[target] = true
                        stack.append((target, 0))
                    }
                } else {
                    finished.append(top.node)
                    stack.removeLast()
                }
            }
        }
        return finished.reversed()
    }

    /// Sorts each layer by where its nodes' neighbours stand on average; a node without neighbours stays where it is.
    private mutating func settle(by neighbours: [[Int]], downwards: Bool) {
        var position = [Double](repeating: 0, count: neighbours.count)
        for layer in layers { for (place, node) in layer.enumerated() { position[node] = Double(place) } }
        for number in downwards ? Array(layers.indices) : Array(layers.indices.reversed()) {
            let keys = layers[number].map { node in
                let near = neighbours[node]
                return near.isEmpty ? position[node] : near.reduce(0) { $0 + position[$1] } / Double(near.count)
            }
            let places = layers[number].indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
            layers[number] = places.map { layers[number][$0] }
            for (place, node) in layers[number].enumerated() { position[node] = Double(place) }
        }
    }
}
