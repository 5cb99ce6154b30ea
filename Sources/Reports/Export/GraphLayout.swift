/// Places for the nodes of a small graph: layers from left to right by how few steps lead there, and an order in each
/// layer that keeps neighbours close. Fewest steps give few layers; edges that lead back are left for the drawing.
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
        var seen = [Bool](repeating: false, count: count)
        // What nothing leads to begins; then whatever only a circle leads to.
        walk((0..<count).filter { previous[$0].isEmpty }, next, &seen)
        for node in 0..<count where !seen[node] { walk([node], next, &seen) }
        for sweep in 0..<Self.sweeps { settle(by: sweep % 2 == 0 ? previous : next, downwards: sweep % 2 == 0) }
    }

    /// Adds to the layers what is reached from `entries` and was not seen, step by step.
    private mutating func walk(_ entries: [Int], _ next: [[Int]], _ seen: inout [Bool]) {
        var layer = entries
        var depth = 0
        for node in entries { seen[node] = true }
        while !layer.isEmpty {
            if depth == layers.count { layers.append([]) }
            layers[depth] += layer
            var following: [Int] = []
            for node in layer {
                for target in next[node] where !seen[target] {
                    seen[target] = true
                    following.append(target)
                }
            }
            layer = following
            depth += 1
        }
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
