import Inventory
import Reach
import Testing

/// What lies behind choke points, against an engine that is asked again without each of them.
@Suite struct DominanceTests {
    @Test("What lies behind a choke point is what the engine no longer reaches without it, whatever is counted")
    func behind() {
        var compared = 0
        for number in 0..<TimelessSearchTests.count / 4 {
            let (inventory, question) = Scenario.random(UInt64(number)).build()
            let ground = TimelessGround(inventory, question)
            let dominance = ground.dominance(patience: EndlessPatience())
            let all = Set(Without.timeless(inventory, question, entity: nil))
            #expect(dominance.reached == all.count, "scenario \(number)")
            let points = dominance.points()
            let counts = dominance.counts(behind: points) { entity in
                Dominance.Counts(1, inventory.entityKinds[entity] == .token ? 1 : 0, 0, 0, 0, 0, 0, 0)
            }
            for (point, count) in zip(points, counts) {
                let lost = all.subtracting(Without.timeless(inventory, question, entity: point.entity))
                    .subtracting([point.entity])
                #expect(point.dominates == lost.count && Int(count[0]) == lost.count, "scenario \(number)")
                #expect(Int(count[1]) == lost.count { inventory.entityKinds[$0] == .token }, "scenario \(number)")
                compared += 1
            }
        }
        #expect(compared > 100)
    }

    @Test("Its points are the choke points, before all that is reached and before any targets")
    func points() {
        for number in 0..<TimelessSearchTests.count / 4 {
            let (inventory, question) = Scenario.random(UInt64(number)).build()
            let ground = TimelessGround(inventory, question)
            let dominance = ground.dominance(patience: EndlessPatience())
            let all = ground.chokePoints()
            #expect(dominance.points().map(\.entity) == all.points.map(\.entity.index))
            #expect(dominance.points().map(\.dominates) == all.points.map(\.dominates))
            var random = SplitMix64(seed: UInt64(number))
            let targets = (0..<3).map { _ in random.below(inventory.entityCount) }
            let some = ground.chokePoints(toward: targets)
            let open = Set(targets).subtracting(question.seeds.map(\.entity))
            let points = dominance.points(counting: open.contains)
            #expect(points.map(\.entity) == some.points.map(\.entity.index), "scenario \(number), \(targets)")
            #expect(points.map(\.dominates) == some.points.map(\.dominates), "scenario \(number), \(targets)")
            #expect(dominance.reached(among: Set(targets)) == some.reached, "scenario \(number), \(targets)")
            let names = dominance.names(of: some.chains.map(\.target.index), limit: 2)
            for point in points {
                let behind = some.chains.filter { $0.entities.contains { $0.index == point.entity } }
                #expect(names[point.entity] ?? [] == behind.prefix(2).map(\.target.index))
            }
        }
    }

    @Test("It is called off like every long search")
    func calledOff() {
        let (inventory, question) = Scenario.random(7).build()
        let watch = Watch()
        watch.cancel()
        #expect(throws: ReachCancelled()) {
            try TimelessGround(inventory, question).dominance(patience: watch)
        }
    }
}

private enum Without {
    /// What is reached timelessly when an entity is not there.
    static func timeless(_ inventory: Inventory, _ question: Question, entity removed: Int?) -> [Int] {
        var question = question
        question.timeless = true
        if let removed { question.remedies.append(Remedy(entity: removed, at: question.at, means: .disable)) }
        return BlastRadius(inventory, question).entities.filter { !$0.isConditional }.map(\.entity.index)
    }
}
