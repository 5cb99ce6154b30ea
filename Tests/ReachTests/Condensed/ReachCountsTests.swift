import Inventory
import Testing

@testable import Reach

@Suite("Counts through the condensed graph are exact")
struct ReachCountsTests {
    @Test("On random graphs, from each entity")
    func everyEntity() throws {
        for number in 0..<600 as Range<UInt64> {
            let graph = PlainGraph.random(number)
            var counts = ReachCounts(try graph.condensed())
            let counted = (0..<graph.count).map { counts.count(from: $0) }
            #expect(counted == graph.reachedFromEach, "graph \(number)")
        }
    }

    @Test("On random graphs, from several entities at once, some named twice")
    func severalEntities() throws {
        for number in 0..<400 as Range<UInt64> {
            let graph = PlainGraph.random(number)
            var counts = ReachCounts(try graph.condensed())
            var random = SplitMix64(seed: number)
            for _ in 0..<8 {
                let seeds = (0..<random.below(6)).map { _ in random.below(graph.count) }
                #expect(counts.count(from: seeds) == graph.reached(from: seeds), "graph \(number) from \(seeds)")
            }
        }
    }

    @Test("On a larger graph, from entities inside and outside groups, in any order")
    func layers() throws {
        let graph = PlainGraph.layered(4_000, seed: 5)
        let condensed = try graph.condensed()
        #expect(condensed.groupCount < condensed.componentCount)
        #expect(condensed.componentCount < condensed.entityCount)
        var counts = ReachCounts(condensed)
        let expected = graph.reachedFromEach
        for entity in stride(from: graph.count - 1, through: 0, by: -1) {
            #expect(counts.count(from: entity) == expected[entity])
        }
    }

    @Test("They agree with a timeless blast radius, whatever it may cross")
    func blastRadius() throws {
        for number in 0..<150 as Range<UInt64> {
            var (inventory, question) = Scenario.random(number).build()
            question.timeless = true
            question.remedies = []
            question.severances = []
            var counts = ReachCounts(try CondensedGraph(inventory, CrossingFilter(question)))
            for entity in 0..<inventory.entityCount {
                question.seeds = [Seed(entity: entity, window: .always)]
                let reached = BlastRadius(inventory, question).counts.reached
                #expect(counts.count(from: entity) == reached, "scenario \(number), entity \(entity)")
            }
        }
    }

    @Test("A chain of a million entities is one group after the other")
    func chain() throws {
        let count = 1_000_000
        let graph = PlainGraph(count, (0..<count - 1).map { ($0, $0 + 1) })
        var counts = ReachCounts(try graph.condensed())
        for entity in [0, 1, 4_095, 4_096, 500_000, count - 1] {
            #expect(counts.count(from: entity) == count - entity)
        }
    }

    @Test("A ring of a million entities is one component")
    func ring() throws {
        let count = 1_000_000
        let condensed = try PlainGraph(count, (0..<count).map { ($0, ($0 + 1) % count) }).condensed()
        var counts = ReachCounts(condensed)
        #expect(condensed.componentCount == 1)
        #expect(counts.count(from: count / 2) == count)
    }

    @Test("A star is one group, and its points are counted alone")
    func star() throws {
        let condensed = try PlainGraph(100_000, (1..<100_000).map { (0, $0) }).condensed()
        var counts = ReachCounts(condensed)
        #expect(condensed.groupCount == 1)
        #expect(counts.count(from: 0) == 100_000)
        #expect(counts.count(from: 77) == 1)
        #expect(counts.count(from: [77, 78, 77]) == 2)
        #expect(counts.count(from: [77, 0]) == 100_000)
    }

    @Test("Where there is nothing, nothing is counted")
    func empty() throws {
        var counts = ReachCounts(try CondensedGraph(InventoryBuilder().build().inventory))
        #expect(counts.count(from: 0) == 0)
        #expect(counts.count(from: []) == 0)
        var lonely = ReachCounts(try PlainGraph(1, [(0, 0)]).condensed())
        #expect(lonely.count(from: 0) == 1)
        #expect(lonely.count(from: 1) == 0)
        #expect(lonely.count(from: -1) == 0)
    }

    @Test("More counts than there are marks")
    func manyCounts() throws {
        let graph = PlainGraph.random(11)
        var counts = ReachCounts(try graph.condensed())
        let expected = graph.reachedFromEach
        for turn in 0..<1_000 { #expect(counts.count(from: turn % graph.count) == expected[turn % graph.count]) }
    }

    @Test("Columns that hold any numbers at all are counted without harm")
    func damagedColumns() throws {
        for number in 0..<300 as Range<UInt64> {
            var random = SplitMix64(seed: number)
            func damaged(_ length: Int, _ usual: Int) -> Column<UInt32> {
                Column(
                    (0..<length).map { _ in
                        random.chance(30) ? UInt32(truncatingIfNeeded: random.next()) : UInt32(random.below(usual))
                    })
            }
            let (entities, crossings) = (random.below(30), random.below(60))
            let open = OpenCrossings(
                starts: damaged(entities, crossings + 1), targets: damaged(crossings, entities + 1)
            ) { _ in true }
            var counts = ReachCounts(try CondensedGraph(open))
            for entity in 0..<open.entityCount {
                let count = counts.count(from: entity)
                #expect(count >= 1 && count <= open.entityCount)
            }
        }
    }

    @Test("Condensing stops when it is told to, and says how far it is")
    func cancellation() throws {
        let graph = PlainGraph.layered(1_000, seed: 1)
        #expect(throws: CancellationError.self) {
            try CondensedGraph(graph.open, CrossingFilter(), Oversight(isCancelled: { true }))
        }
        let seen = Seen()
        _ = try CondensedGraph(graph.open, CrossingFilter(), Oversight(progress: { seen.add($0) }))
        #expect(seen.parts == seen.parts.sorted())
        #expect(seen.parts.last == 1)
    }
}
