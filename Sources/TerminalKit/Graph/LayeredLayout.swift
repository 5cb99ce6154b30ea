/// A layered graph with a line for every node, and a way for every edge that is never taken for another's.
///
/// Nothing here has a width yet: ``GraphPicture`` gives it one, so that a graph is laid out once and drawn at any
/// width.
///
/// All lines out of one node leave in one row and part at one trunk, a vertical line in the gap on its right; nodes
/// that lead to the same ones share theirs. Lines into one node come together in its row. A row that a line leaves from
/// may be the row in which another arrives: then the trunk of the arriving one stands further right. Where that goes in
/// circles, the layer moves down by half a step, and no row is shared.
public struct LayeredLayout: Sendable, Hashable {
    /// The graph that is laid out.
    public let graph: LayeredGraph
    let slots: LayeredSlots
    /// The line of each slot, in half steps.
    private(set) var lines: [Int]
    /// For each gap between layers the trunk of each slot on its left that needs one, counted from the left.
    private(set) var trunks: [[Int: Int]] = []

    /// How many layers there are.
    public var layerCount: Int { slots.layers.count }
    /// How many lines there are, in half steps.
    var height: Int { (lines.max() ?? -1) + 1 }

    /// Lays out a graph. Deterministic. O(sweeps · edges · log edges).
    /// - Parameter step: The half steps between neighbours in a layer: 2, or 1 where no two layers have several nodes
    /// each.
    public init(_ graph: LayeredGraph, step: Int = 2) {
        self.graph = graph
        slots = LayeredSlots(graph)
        lines = Alignment(slots).places.map { $0 * step }
        for gap in slots.links.indices { route(gap, step: step) }
    }

    /// The nodes of a layer from top to bottom, without the bends of long edges.
    public func nodes(in layer: Int) -> [Int] {
        guard slots.layers.indices.contains(layer) else { return [] }
        return slots.layers[layer].filter { $0 < graph.count }
    }

    /// The line of a node, in half steps.
    public func line(of node: Int) -> Int { lines[node] }

    // MARK: Trunks

    private mutating func route(_ gap: Int, step: Int) {
        if let found = trunks(of: gap) {
            trunks.append(found)
            return
        }
        if step > 1 { for slot in slots.layers[(gap + 1)...].joined() { lines[slot] += 1 } }
        // With no row shared there is nothing to go in circles.
        trunks.append(trunks(of: gap) ?? [:])
    }

    /// A trunk for each slot on the left that has a line to another row, the same for slots that lead to the same; nil
    /// where their order would be a circle.
    private func trunks(of gap: Int) -> [Int: Int]? {
        let links = slots.links[gap]
        let targets = Dictionary(grouping: links, by: \.from).mapValues { Set($0.map(\.to)) }
        var leaders: [Set<Int>: Int] = [:]
        for source in targets.keys.sorted() {
            if let own = targets[source], leaders[own] == nil { leaders[own] = source }
        }
        let leader = targets.mapValues { leaders[$0] ?? 0 }
        let members = Dictionary(grouping: targets.keys, by: { leader[$0] ?? $0 })
        var spans: [Int: ClosedRange<Int>] = [:]
        for (first, own) in members {
            let rows = (own + (targets[first] ?? [])).map { lines[$0] }
            if let top = rows.min(), let bottom = rows.max(), top < bottom { spans[first] = top...bottom }
        }
        let sourceInRow = Dictionary(targets.keys.map { (lines[$0], leader[$0] ?? $0) }, uniquingKeysWith: min)
        // The trunks that must stand left of each.
        var before: [Int: Set<Int>] = [:]
        for link in links {
            let own = leader[link.from] ?? link.from
            guard spans[own] != nil, let other = sourceInRow[lines[link.to]], other != own, spans[other] != nil else {
                continue
            }
            before[own, default: []].insert(other)
        }
        var open = spans.keys.sorted { key($0, targets) < key($1, targets) }
        var trunks: [Int: Int] = [:]
        while !open.isEmpty {
            guard let next = open.firstIndex(where: { (before[$0] ?? []).allSatisfy { trunks[$0] != nil } }) else {
                return nil
            }
            let source = open.remove(at: next)
            guard let span = spans[source] else { continue }
            let beside = trunks.filter { spans[$0.key]?.overlaps(span) ?? false }.map(\.value)
            let left = (before[source] ?? []).compactMap { trunks[$0] }
            trunks[source] = ((beside + left).max() ?? -1) + 1
        }
        return Dictionary(
            uniqueKeysWithValues: leader.compactMap { source, first in trunks[first].map { (source, $0) } })
    }

    /// By which trunks are placed from the left: where lines go down the lowest first, where they go up the highest.
    private func key(_ source: Int, _ targets: [Int: Set<Int>]) -> (Int, Int) {
        let own = lines[source]
        let drift = (targets[source] ?? []).reduce(0) { $0 + lines[$1] - own }
        return drift > 0 ? (-own, source) : (own, source)
    }
}

/// A place for every slot in its layer, so that lines run straight: each slot is drawn to the middle of its neighbours,
/// and no two come closer than one (least squares by pooling those that would).
private struct Alignment {
    private(set) var places: [Int]
    private let slots: LayeredSlots
    private let left: [[Int]]
    private let right: [[Int]]

    init(_ slots: LayeredSlots) {
        self.slots = slots
        var left = [[Int]](repeating: [], count: slots.slots.count)
        var right = left
        for link in slots.links.joined() {
            left[link.to].append(link.from)
            right[link.from].append(link.to)
        }
        (self.left, self.right) = (left, right)
        places = [Int](repeating: 0, count: slots.slots.count)
        for layer in slots.layers { for (place, slot) in layer.enumerated() { places[slot] = place } }
        let forward = Array(slots.layers.indices)
        for (order, neighbours) in [
            (forward, left), (forward.reversed(), right), (forward, left), (forward.reversed(), right),
        ] {
            for layer in order { align(layer, to: neighbours) }
        }
        let top = places.min() ?? 0
        places = places.map { $0 - top }
    }

    private mutating func align(_ layer: Int, to neighbours: [[Int]]) {
        let members = slots.layers[layer]
        var blocks: [(sum: Double, count: Int)] = []
        for (place, slot) in members.enumerated() {
            blocks.append((wish(slot, neighbours[slot]) - Double(place), 1))
            while let last = blocks.last, let other = blocks.dropLast().last,
                other.sum / Double(other.count) > last.sum / Double(last.count)
            {
                blocks.removeLast(2)
                blocks.append((other.sum + last.sum, other.count + last.count))
            }
        }
        var place = 0
        for block in blocks {
            // Of two places that are equally near, the upper one.
            let start = Int((block.sum / Double(block.count) - 0.5).rounded(.up))
            for _ in 0..<block.count {
                places[members[place]] = start + place
                place += 1
            }
        }
    }

    /// The middle of the neighbours; without any, where it is.
    private func wish(_ slot: Int, _ neighbours: [Int]) -> Double {
        guard !neighbours.isEmpty else { return Double(places[slot]) }
        let sorted = neighbours.map { places[$0] }.sorted()
        return Double(sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    }
}
