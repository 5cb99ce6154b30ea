import FoundationEssentials
import Inventory
import Reach
import Testing

/// Searches without time against slow references on random scenarios. `FIREBREAK_RANDOM_GRAPHS` says how many.
@Suite struct TimelessSearchTests {
    static let count = ProcessInfo.processInfo.environment["FIREBREAK_RANDOM_GRAPHS"].flatMap { Int($0) } ?? 1_200

    @Test("The shortest path has the fewest crossings, from the smallest id at each step back")
    func shortestPath() {
        for number in 0..<Self.count {
            let (inventory, question) = Scenario.random(UInt64(number)).build()
            let graph = NaiveGraph(inventory, question)
            let ground = TimelessGround(inventory, question)
            for target in 0..<inventory.entityCount {
                let steps = ground.shortestPath(to: target)
                let chain = steps.map { steps in
                    (steps.first.map { [$0.from.index] } ?? [target]) + steps.map(\.to.index)
                }
                #expect(chain == graph.chain(to: target), "scenario \(number), target \(target)")
                for step in steps ?? [] {
                    #expect(Set([step.relation.fromIndex, step.relation.toIndex]) == [step.from.index, step.to.index])
                    #expect(step.relation.gaining == step.to.index)
                }
            }
        }
    }

    @Test("The blast radius counts as many hops, and names the same last crossing")
    func sameAsBlastRadius() {
        for number in 0..<Self.count / 4 {
            var (inventory, question) = Scenario.random(UInt64(number)).build()
            question.timeless = true
            let ground = TimelessGround(inventory, question)
            let answer = BlastRadius(inventory, question)
            for target in 0..<inventory.entityCount {
                let held = answer[target].flatMap { $0.isConditional ? nil : $0 }
                let steps = ground.shortestPath(to: target)
                #expect(steps?.count == held?.hops, "scenario \(number), target \(target)")
                #expect(steps?.last?.relation.index == held?.via?.relation.index, "scenario \(number)")
            }
        }
    }

    @Test("An entity is gained by those whose blast radius it lies in")
    func gainers() {
        for number in 0..<Self.count / 8 {
            var (inventory, question) = Scenario.random(UInt64(number)).build()
            question.seeds = []
            let ground = TimelessGround(inventory, question)
            let reached = (0..<inventory.entityCount).map { seed in
                var question = question
                question.timeless = true
                question.seeds = [Seed(entity: seed, window: .always)]
                return Set(ReachEngine(inventory).reached(question).entities)
            }
            for target in 0..<inventory.entityCount {
                let expected = reached.indices.filter { reached[$0].contains(UInt32(target)) }
                #expect(ground.gainers(of: target).sorted() == expected.map(UInt32.init), "scenario \(number)")
            }
        }
    }

    @Test("Choke points are what takes others with it when it is taken away")
    func chokePoints() {
        for number in 0..<Self.count {
            let (inventory, question) = Scenario.random(UInt64(number)).build()
            let graph = NaiveGraph(inventory, question)
            let ground = TimelessGround(inventory, question)
            let dominated = graph.dominated()
            let all = ground.chokePoints()
            #expect(all.reached == graph.distances().count)
            #expect(all.points.map { [$0.entity.index, $0.dominates] } == Self.ordered(dominated, inventory))
            var random = SplitMix64(seed: UInt64(number))
            let targets = (0..<3).map { _ in random.below(inventory.entityCount) }
            let chosen = dominated.mapValues { $0.intersection(targets) }.filter { !$0.value.isEmpty }
            let some = ground.chokePoints(toward: targets)
            #expect(
                some.points.map { [$0.entity.index, $0.dominates] } == Self.ordered(chosen, inventory),
                "scenario \(number), targets \(targets)")
            for chain in some.chains {
                let target = chain.target.index
                #expect(chain.isReached == (graph.distances()[target] != nil))
                let above = chain.entities.map(\.index).filter { !graph.seeds.contains($0) }
                #expect(Set(above) == Set(chosen.filter { $0.value.contains(target) }.keys))
                for (upper, lower) in zip(above, above.dropFirst()) {
                    #expect(dominated[upper]?.contains(lower) == true)
                }
            }
        }
    }

    private static func ordered(_ dominated: [Int: Set<Int>], _ inventory: Inventory) -> [[Int]] {
        dominated.map { [$0.key, $0.value.count] }.sorted { left, right in
            left[1] == right[1] ? inventory.idPrecedes(left[0], right[0]) : left[1] > right[1]
        }
    }

    @Test("What revoking breaks is what depends on it, one by one and many at once")
    func impact() {
        for number in 0..<Self.count {
            let (inventory, _) = Scenario.random(UInt64(number)).build()
            let entities = Array(0..<inventory.entityCount)
            let expected = entities.map { NaiveImpact(inventory, $0) }
            let breakage = Breakage(inventory)
            #expect(breakage.counts(of: entities) == expected.map(\.jobs.count), "scenario \(number)")
            let many = (0..<150).map { entities[$0 % entities.count] }
            #expect(breakage.counts(of: many) == many.map { expected[$0].jobs.count }, "scenario \(number)")
            #expect(breakage.count(ofAll: many) == Set(expected.flatMap(\.jobs)).count, "scenario \(number)")
            for (entity, impact) in zip(entities, expected) {
                let found = Impact(of: inventory.entity(at: entity))
                #expect(Set(found.jobs.map(\.index)) == impact.jobs && found.jobs.count == impact.jobs.count)
                #expect(found.runs == impact.runs)
            }
        }
    }

    @Test("Larger graphs, with many ways and dead ends between the two ends of a search")
    func larger() {
        for number in 0..<40 {
            var random = SplitMix64(seed: UInt64(number))
            let (layers, width) = (random.within(3...12), random.within(3...12))
            var estate = Estate()
            let count = layers * width
            // Ids that sort otherwise than the entities are numbered.
            let ids = (0..<count).map(String.init).shuffled(using: &random)
            for id in ids { estate.add(id, .job) }
            for _ in 0..<count * 2 {
                let near = random.below(count)
                let far = random.chance(85) ? near / width * width + width + random.below(width) : random.below(count)
                if far < count { estate.link(ids[near], ids[far], .keep) }
            }
            let inventory = estate.build()
            let question = inventory.question([:], at: 0) { question, inventory in
                question.seeds = ids.prefix(2).map { Seed(entity: inventory.number($0), window: .always) }
            }
            let graph = NaiveGraph(inventory, question)
            let ground = TimelessGround(inventory, question)
            for target in 0..<count {
                let steps = ground.shortestPath(to: target)
                let chain = steps.map { steps in
                    (steps.first.map { [$0.from.index] } ?? [target]) + steps.map(\.to.index)
                }
                #expect(chain == graph.chain(to: target), "graph \(number), target \(target)")
            }
            let dominated = graph.dominated()
            #expect(
                ground.chokePoints().points.map { [$0.entity.index, $0.dominates] }
                    == Self.ordered(dominated, inventory), "graph \(number)")
        }
    }

    @Test("Numbers that no entity has are no entities")
    func strangers() {
        let (inventory, question) = Scenario.random(7).build()
        let ground = TimelessGround(inventory, question)
        for stranger in [-1, inventory.entityCount, .max, .min] {
            #expect(ground.shortestPath(to: stranger) == nil)
            #expect(ground.chokePoints(toward: [stranger]).chains.isEmpty)
            #expect(ground.minimumCut(before: [stranger]).isPossible)
            #expect(Breakage(inventory).counts(of: [stranger]) == [0])
        }
    }
}
