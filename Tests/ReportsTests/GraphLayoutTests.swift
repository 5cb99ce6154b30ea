import Testing

@testable import Reports

@Suite("Places for the nodes of a graph")
struct GraphLayoutTests {
    /// The layer of each node.
    private static func layers(_ count: Int, _ edges: [(from: Int, to: Int)]) -> [Int] {
        var layers = [Int](repeating: -1, count: count)
        for (number, layer) in GraphLayout(count: count, edges: edges).layers.enumerated() {
            for node in layer {
                #expect(layers[node] == -1, "node \(node) stands twice")
                layers[node] = number
            }
        }
        return layers
    }

    @Test("Every node stands once, at the fewest steps from what nothing leads to", arguments: 0..<60)
    func fewestSteps(seed: Int) {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
        func next(_ below: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(below))
        }
        let count = 1 + next(14)
        let edges = (0..<next(30)).map { _ in (from: next(count), to: next(count)) }
        let layers = Self.layers(count, edges)
        #expect(!layers.contains(-1))
        let isEntry = (0..<count).map { node in !edges.contains { $0.to == node && $0.from != node } }
        // The naive way: relax every edge until nothing gets nearer.
        var distance = isEntry.map { $0 ? 0 : Int.max }
        for _ in 0..<count {
            for edge in edges where distance[edge.from] < .max {
                distance[edge.to] = min(distance[edge.to], distance[edge.from] + 1)
            }
        }
        for node in 0..<count where distance[node] < .max { #expect(layers[node] == distance[node]) }
    }

    @Test("A circle that nothing leads to is drawn too")
    func circle() {
        #expect(Self.layers(3, [(0, 1), (1, 2), (2, 0)]) == [0, 1, 2])
        #expect(GraphLayout(count: 0, edges: []).layers.isEmpty)
    }
}
