import Inventory
import Testing

@testable import Reach

@Suite("The exposure of every entity at once")
struct ExposureRankTests {
    @Test("In small graphs every exposure is exact")
    func smallGraphs() throws {
        for number in 0..<400 as Range<UInt64> {
            let graph = PlainGraph.random(number)
            let rank = try ExposureRank(try graph.condensed())
            let expected = graph.reachedFromEach.map { Exposure(count: $0, isExact: true) }
            #expect((0..<graph.count).map { rank[$0] } == expected, "graph \(number)")
        }
    }

    @Test("Where much is reached 64 components are counted at a time, and still exactly")
    func wideGraph() throws {
        let graph = PlainGraph.layered(6_000, seed: 3)
        let condensed = try graph.condensed()
        let rank = try ExposureRank(condensed)
        let expected = graph.reachedFromEach
        #expect(expected.contains { $0 > ExactExposures.narrow * 2 })
        #expect((0..<graph.count).allSatisfy { rank[$0] == Exposure(count: expected[$0], isExact: true) })
    }

    @Test("Counting 64 at a time agrees with walking, from heads and from inside groups")
    func parallel() throws {
        for number in 0..<300 as Range<UInt64> {
            let graph = PlainGraph.random(number)
            let condensed = try graph.condensed()
            let expected = graph.reachedFromEach
            var counting = ParallelCounts(condensed)
            for start in stride(from: 0, to: graph.count, by: 7) {
                let entities = start..<min(start + 7, graph.count)
                let counts = counting.counts(from: entities.map { condensed.components[$0] }[...])
                #expect(counts == entities.map { expected[$0] }, "graph \(number)")
            }
        }
    }

    @Test("Estimates are within the stated error: two in three within one, nineteen in twenty within two")
    func errorBound() throws {
        let condensed = try PlainGraph.rings(24, seed: 4).condensed()
        var counts = ReachCounts(condensed)
        let exact = (0..<condensed.componentCount).map {
            Double(counts.count(fromComponents: CollectionOfOne($0), limit: .max) ?? 0)
        }
        let unknown = [UInt32](repeating: 0, count: condensed.componentCount)
        var errors: [Double] = []
        var random = SplitMix64(seed: 1)
        for _ in 0..<30 {
            let estimates = try ReachSketches.estimates(condensed, known: unknown, seed: random.next(), Oversight())
            errors += zip(estimates, exact).map { abs(Double($0) - $1) / $1 }
        }
        #expect((exact.max() ?? 0) > Double(ReachSketches.registers * 5))
        let squares = errors.reduce(0) { $0 + $1 * $1 }
        #expect((squares / Double(errors.count)).squareRoot() < Exposure.standardError)
        #expect(errors.count { $0 < Exposure.standardError } * 3 > errors.count * 2)
        #expect(errors.count { $0 < Exposure.standardError * 2 } * 20 > errors.count * 19)
        #expect(errors.contains { $0 > Exposure.standardError / 2 })
    }

    @Test("Estimates of a few entities are hardly ever off")
    func smallEstimates() throws {
        var (off, total) = (0, 0)
        for number in 0..<60 as Range<UInt64> {
            let graph = PlainGraph.random(number)
            let rank = try ExposureRank(try graph.condensed(), effort: nil)
            for (entity, exact) in graph.reachedFromEach.enumerated() {
                let count = try #require(rank[entity]).count
                #expect(abs(count - exact) <= 2)
                off += count == exact ? 0 : 1
                total += 1
            }
        }
        #expect(off * 10 < total)
    }

    @Test("When the effort is used up the rest is estimated, and each exposure says which it is")
    func limitedEffort() throws {
        let graph = PlainGraph.layered(6_000, seed: 9)
        let condensed = try graph.condensed()
        let rank = try ExposureRank(condensed, effort: ParallelCounts.cost(in: condensed) * 3)
        let expected = graph.reachedFromEach
        let exposures = try (0..<graph.count).map { try #require(rank[$0]) }
        #expect(exposures.contains { !$0.isExact })
        for (exposure, exact) in zip(exposures, expected) where exposure.isExact { #expect(exposure.count == exact) }
        let same = try ExposureRank(condensed, effort: ParallelCounts.cost(in: condensed) * 3)
        #expect((0..<graph.count).allSatisfy { rank[$0] == same[$0] })
    }

    @Test("An empty inventory has no exposures, and no other number has one")
    func empty() throws {
        let rank = try ExposureRank(try CondensedGraph(InventoryBuilder().build().inventory))
        #expect(rank[0] == nil)
        #expect(rank[-1] == nil)
    }

    @Test("Ranking stops when it is told to, counting or estimating, and says how far it is")
    func cancellation() throws {
        let graph = try PlainGraph.layered(4_000, seed: 2).condensed()
        for effort in [nil, ExactExposures.usualEffort] {
            #expect(throws: CancellationError.self) {
                try ExposureRank(graph, effort: effort, Oversight(isCancelled: { true }))
            }
            let seen = Seen()
            _ = try ExposureRank(graph, effort: effort, Oversight(progress: { seen.add($0) }))
            #expect(seen.parts.allSatisfy { (0...1).contains($0) })
            #expect(seen.parts.last == 1)
        }
    }
}
