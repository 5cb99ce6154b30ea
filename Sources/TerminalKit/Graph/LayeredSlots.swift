/// The nodes of a layered graph with the bends of its long edges, each layer in an order that crosses few lines.
///
/// Edges that span several layers get a bend in each layer between; all long edges of one node share their bends, so
/// that they split as late as they can. The order comes from barycentre sweeps (Sugiyama, Tagawa and Toda 1981): each
/// layer is sorted by the mean place of its neighbours, to the right and to the left in turn, and the best order seen
/// is kept.
struct LayeredSlots: Sendable, Hashable {
    /// What lies in a place of a layer: a node, or a bend in the long edges of a node.
    struct Slot: Sendable, Hashable {
        /// The node; of a bend the one where its edges start.
        var node: Int
        var layer: Int
        var isBend: Bool
    }

    /// A line between neighbouring layers, and the edges that run through it.
    struct Link: Sendable, Hashable {
        var from: Int
        var to: Int
        /// By their numbers in ``LayeredGraph/edges``.
        var edges: [Int]
    }

    /// The nodes first, by their numbers; then the bends.
    private(set) var slots: [Slot]
    /// The slots of each layer from top to bottom.
    private(set) var layers: [[Int]]
    /// By the layer on their left, in the order in which their ends were found.
    let links: [[Link]]

    /// How many sweeps may go by without a better order.
    private static let patience = 4
    private static let sweepLimit = 24

    init(_ graph: LayeredGraph) {
        var slots = (0..<graph.count).map { Slot(node: $0, layer: graph.layers[$0], isBend: false) }
        let depth = (graph.layers.max() ?? -1) + 1
        var links = [[Link]](repeating: [], count: max(0, depth - 1))
        var places: [LayeredGraph.Edge: Int] = [:]
        var bends: [LayeredGraph.Edge: Int] = [:]
        for (number, edge) in graph.edges.enumerated() {
            var near = edge.from
            for layer in graph.layers[edge.from]..<graph.layers[edge.to] {
                var far = edge.to
                if layer + 1 < graph.layers[edge.to] {
                    let key = LayeredGraph.Edge(from: edge.from, to: layer + 1)
                    far = bends[key] ?? slots.count
                    if far == slots.count {
                        bends[key] = far
                        slots.append(Slot(node: edge.from, layer: layer + 1, isBend: true))
                    }
                }
                let ends = LayeredGraph.Edge(from: near, to: far)
                if let place = places[ends] {
                    links[layer][place].edges.append(number)
                } else {
                    places[ends] = links[layer].count
                    links[layer].append(Link(from: near, to: far, edges: [number]))
                }
                near = far
            }
        }
        var layers = [[Int]](repeating: [], count: depth)
        for slot in slots.indices { layers[slots[slot].layer].append(slot) }
        for layer in layers.indices {
            layers[layer].sort { (slots[$0].node, $0) < (slots[$1].node, $1) }
        }
        self.slots = slots
        self.layers = layers
        self.links = links
        sweep()
    }

    /// Orders the layers until nothing gets better.
    private mutating func sweep() {
        var best = (layers: layers, crossings: crossings)
        var idle = 0
        for round in 0..<Self.sweepLimit where best.crossings > 0 && idle < Self.patience {
            let isForward = round % 2 == 0
            let order = isForward ? Array(layers.indices.dropFirst()) : Array(layers.indices.dropLast().reversed())
            for layer in order { sort(layer, by: neighbours(of: layer, onTheLeft: isForward)) }
            let count = crossings
            idle += 1
            if count < best.crossings {
                best = (layers, count)
                idle = 0
            }
        }
        layers = best.layers
    }

    /// For each slot of a layer the places of its neighbours in the layer beside it.
    private func neighbours(of layer: Int, onTheLeft: Bool) -> [Int: [Int]] {
        let places = places(in: onTheLeft ? layer - 1 : layer + 1)
        var neighbours: [Int: [Int]] = [:]
        for link in links[onTheLeft ? layer - 1 : layer] {
            let (own, other) = onTheLeft ? (link.to, link.from) : (link.from, link.to)
            neighbours[own, default: []].append(places[other] ?? 0)
        }
        return neighbours
    }

    private func places(in layer: Int) -> [Int: Int] {
        Dictionary(layers[layer].enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Slots without neighbours keep their places among the others.
    private mutating func sort(_ layer: Int, by neighbours: [Int: [Int]]) {
        let keyed = layers[layer].enumerated().map { place, slot -> (key: Double, place: Int, slot: Int) in
            guard let own = neighbours[slot], !own.isEmpty else { return (Double(place), place, slot) }
            return (Double(own.reduce(0, +)) / Double(own.count), place, slot)
        }
        layers[layer] = keyed.sorted { ($0.key, $0.place) < ($1.key, $1.place) }.map(\.slot)
    }

    /// How many pairs of lines cross between all layers. O(lines · log slots).
    var crossings: Int {
        links.indices.reduce(0) { sum, gap in
            let (left, right) = (places(in: gap), places(in: gap + 1))
            let ends = links[gap].map { (from: left[$0.from] ?? 0, to: right[$0.to] ?? 0) }
                .sorted { ($0.from, $0.to) < ($1.from, $1.to) }
            var tally = PlaceTally(count: right.count)
            var crossings = 0
            for (number, end) in ends.enumerated() {
                crossings += number - tally.count(upTo: end.to)
                tally.add(end.to)
            }
            return sum + crossings
        }
    }
}

/// How many numbers up to any one have been added (Fenwick 1994).
private struct PlaceTally {
    private var sums: [Int]

    init(count: Int) { sums = [Int](repeating: 0, count: count + 1) }

    mutating func add(_ place: Int) {
        var index = place + 1
        while index < sums.count {
            sums[index] += 1
            index += index & -index
        }
    }

    func count(upTo place: Int) -> Int {
        var (index, sum) = (min(place + 1, sums.count - 1), 0)
        while index > 0 {
            sum += sums[index]
            index -= index & -index
        }
        return sum
    }
}
