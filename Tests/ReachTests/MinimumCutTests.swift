import Inventory
import Reach
import Testing

@Suite("The cheapest cut, against trying every set on random scenarios")
struct MinimumCutTests {
    private static let count = TimelessSearchTests.count

    /// A random scenario in which about half of all entities may be cut, and some targets.
    private static func scenario(_ number: Int) -> (Scenario, Inventory, Question, targets: [Int]) {
        var random = SplitMix64(seed: UInt64(number) &* 31 &+ 5)
        var scenario = Scenario.random(UInt64(number))
        for index in scenario.things.indices {
            scenario.things[index].flags = random.pick([[], [.revocable], [.revocable], [.irrevocable]]) ?? []
        }
        let (inventory, question) = scenario.build()
        let targets = (0..<random.within(1...2)).map { _ in random.below(inventory.entityCount) }
        return (scenario, inventory, question, targets)
    }

    private static func costs(_ entities: [Int], _ cost: MinimumCut.Cost, _ inventory: Inventory) -> [Int: Int] {
        Dictionary(
            uniqueKeysWithValues: entities.map { entity in
                (entity, cost == .entities ? 1 : NaiveImpact(inventory, entity).jobs.count)
            })
    }

    @Test("Without time the cut is the least there is", arguments: MinimumCut.Cost.allCases)
    func timeless(cost: MinimumCut.Cost) {
        var found = 0
        for number in 0..<Self.count {
            var (scenario, inventory, question, targets) = Self.scenario(number)
            question.timeless = true
            let graph = NaiveGraph(inventory, question)
            let cuttable = (0..<inventory.entityCount).filter {
                inventory.entity(at: $0).isRevocable && !graph.seeds.contains($0) && !targets.contains($0)
            }
            let naive = NaiveCut(costs: Self.costs(cuttable, cost, inventory)) { removed in
                Set(graph.distances(without: removed).keys).isDisjoint(with: targets)
            }
            let cut = MinimumCut(inventory, question, targets: targets, cost: cost)
            #expect(cut.isPossible == (naive.least != nil), "scenario \(number)\n\(scenario)")
            #expect(cut.isLeast)
            guard let least = naive.least else {
                guard case .noneExists(let obstacle) = cut.finding else {
                    Issue.record("scenario \(number): \(cut.finding)")
                    continue
                }
                #expect(targets.contains(obstacle.target.index))
                #expect(obstacle.path.allSatisfy { !cuttable.contains($0.to.index) })
                #expect(obstacle.path.first.map { graph.seeds.contains($0.from.index) } ?? obstacle.isHeld)
                for (first, second) in zip(obstacle.path, obstacle.path.dropFirst()) {
                    #expect(first.to == second.from)
                }
                continue
            }
            #expect(cut.total == least.cost && cut.entities.count == least.count, "scenario \(number)\n\(scenario)")
            let removed = Set(cut.entities.map(\.index))
            #expect(removed.isSubset(of: cuttable))
            #expect(Set(graph.distances(without: removed).keys).isDisjoint(with: targets), "scenario \(number)")
            if !removed.isEmpty { found += 1 }
            for severed in cut.severed() {
                #expect(!severed.targets.isEmpty && !severed.crossings.isEmpty)
                #expect(severed.breaks == NaiveImpact(inventory, severed.entity.index).jobs.count)
                let spared = graph.distances(without: removed.subtracting([severed.entity.index]))
                #expect(Set(severed.targets.map(\.index)) == Set(spared.keys).intersection(targets))
            }
        }
        #expect(found > Self.count / 60)
    }

    @Test("At a moment the cut is enough, and the least of its network", arguments: MinimumCut.Cost.allCases)
    func timed(cost: MinimumCut.Cost) {
        var (found, larger) = (0, 0)
        for number in 0..<Self.count / 2 {
            var (scenario, inventory, question, targets) = Self.scenario(number)
            question.timeless = false
            let moment = scenario.at
            let reach = NaiveReach(NaiveWorld(inventory, question, guards: question.guards, clock: scenario.clock))
            let end = max(reach.held.count, moment + 1)
            let open = targets.filter { target in (moment..<end).contains { reach.isHeld(target, at: $0) } }
            /// What the definition says is held once these are disabled.
            func isEnough(_ removed: Set<Int>) -> Bool {
                var after = question
                after.remedies += removed.map { Remedy(entity: $0, at: question.at, means: .disable) }
                let left = NaiveReach(NaiveWorld(inventory, after, guards: question.guards, clock: scenario.clock))
                let end = max(left.held.count, moment + 1)
                return !targets.contains { target in (moment..<end).contains { left.isHeld(target, at: $0) } }
            }
            let cut = MinimumCut(inventory, question, targets: targets, cost: cost)
            let removed = Set(cut.entities.map(\.index))
            if open.isEmpty {
                guard case .nothingOpen = cut.finding else {
                    Issue.record("scenario \(number): nothing is open\n\(scenario)")
                    continue
                }
                continue
            }
            let cuttable = (0..<inventory.entityCount).filter { inventory.entity(at: $0).isRevocable }
            #expect(cut.isPossible == isEnough(Set(cuttable)), "scenario \(number), targets \(targets)\n\(scenario)")
            guard cut.isPossible else {
                guard case .noneExists(let obstacle) = cut.finding else {
                    Issue.record("scenario \(number): \(cut.finding)")
                    continue
                }
                #expect(targets.contains(obstacle.target.index))
                continue
            }
            found += 1
            #expect(removed.isSubset(of: cuttable))
            #expect(isEnough(removed), "scenario \(number)\n\(scenario)")
            let costs = Self.costs(cuttable, cost, inventory)
            #expect(cut.total == removed.reduce(0) { $0 + (costs[$1] ?? 0) })
            let network = NaiveCutNetwork(reach, at: moment)
            let naive = NaiveCut(costs: costs) { !network.reaches(Set(targets), without: $0) }
            if let least = naive.least {
                #expect(
                    cut.total == least.cost && removed.count == least.count,
                    "scenario \(number), targets \(targets), cut \(removed), least \(least)\n\(scenario)")
            }
            guard number % 8 == 0 else { continue }
            let truth = NaiveCut(costs: costs, isEnough: isEnough)
            #expect((truth.least?.cost ?? .max) <= cut.total)
            if cut.isLeast { #expect(truth.least?.cost == cut.total) }
            if let least = truth.least, least.cost < cut.total { larger += 1 }
        }
        #expect(found > Self.count / 60)
        #expect(larger <= found / 20, "\(larger) of \(found / 8) cuts were larger than the least")
    }
}

@Suite("What a cut says of itself")
struct MinimumCutWordsTests {
    /// A runner that reads two slots; both tokens act as one role, which gets at the data.
    private func estate() -> Estate {
        var estate = Estate([
            "runner": .runner, "job": .job, "slot 1": .secret, "slot 2": .secret, "key 1": .token, "key 2": .token,
            "role": .serviceAccount, "data": .resource,
        ])
        estate.relate("runner", .serves, "job")
        for number in ["1", "2"] {
            estate.relate("job", .reads, "slot \(number)")
            estate.relate("slot \(number)", .holds, "key \(number)")
            estate.relate("key \(number)", .authenticatesAs, "role")
        }
        estate.relate("role", .canAccess, "data")
        return estate
    }

    private func cut(
        _ estate: Estate, _ seeds: KeyValuePairs<String, Interval>, to targets: [String], at: Int64 = 50,
        cost: MinimumCut.Cost = .entities, _ change: (inout Question, Inventory) -> Void = { _, _ in }
    ) -> MinimumCut {
        let inventory = estate.build()
        return MinimumCut(
            inventory, inventory.question(seeds, at: at, change), targets: targets.map(inventory.number), cost: cost)
    }

    @Test("One role is cut instead of two keys, and says what it severs and breaks")
    func role() throws {
        for timeless in [false, true] {
            let found = cut(estate(), ["runner": since(0)], to: ["data"]) { question, _ in question.timeless = timeless
            }
            #expect(found.entities.map(\.id) == ["role"])
            #expect(found.total == 1 && found.isLeast)
            let severed = try #require(found.severed().first)
            #expect(severed.crossings.map(\.kindName) == ["can_access"])
            #expect(severed.reached == 1)
            #expect(severed.targets.map(\.id) == ["data"])
            #expect(severed.breaks == 1 && found.brokenJobs == 1)
        }
    }

    @Test("Of two least cuts the one nearer to the seeds is chosen")
    func nearest() {
        var estate = Estate(["s": .runner, "a": .token, "b": .token, "t": .resource])
        estate.link("s", "b", .borrow)
        estate.link("b", "a", .borrow)
        estate.link("a", "t", .borrow)
        #expect(cut(estate, ["s": since(0)], to: ["t"]).entities.map(\.id) == ["b"])
    }

    @Test("By breakage, two keys that no job needs are cheaper than a role that one does")
    func breakage() {
        var estate = Estate(["runner": .runner, "broker": .serviceAccount, "vault": .resource, "other job": .job])
        for id in ["old 1", "old 2"] {
            estate.add(id, .token)
            estate.link("runner", id, .keep, since(50), act: .execute)
            estate.link(id, "broker", .borrow, act: .mint)
        }
        estate.relate("other job", .mayAssume, "broker")
        estate.relate("broker", .canAccess, "vault")
        let cheap = cut(estate, ["runner": since(0)], to: ["vault"], cost: .breakage)
        #expect(cheap.entities.map(\.id) == ["old 1", "old 2"])
        #expect(cheap.total == 0 && cheap.brokenJobs == 0)
        let few = cut(estate, ["runner": since(0)], to: ["vault"], cost: .entities)
        #expect(few.entities.map(\.id) == ["broker"])
        #expect(few.total == 1 && few.brokenJobs == 1)
    }

    @Test("What was copied before the moment is cut itself; its lender no longer helps")
    func copied() {
        let found = cut(estate(), ["runner": during(0, 10)], to: ["data"], at: 50)
        #expect(found.entities.map(\.id) == ["role"])
        var kept = Estate(["runner": .runner, "broker": .serviceAccount, "key": .token, "data": .resource])
        kept.link("runner", "broker", .borrow)
        kept.link("broker", "key", .keep)
        kept.link("key", "data", .borrow)
        #expect(cut(kept, ["runner": since(0)], to: ["data"], at: 50).entities.map(\.id) == ["key"])
        let timeless = cut(kept, ["runner": since(0)], to: ["data"]) { question, _ in question.timeless = true }
        #expect(timeless.entities.map(\.id) == ["broker"])
    }

    @Test("A session that was opened before the moment is a source until it ends")
    func session() {
        var estate = Estate(["runner": .runner, "a": .serviceAccount, "data": .resource])
        estate.link("runner", "a", .session(seconds: 20), before(40))
        estate.link("a", "data", .borrow)
        #expect(cut(estate, ["runner": since(0)], to: ["data"], at: 50).entities.map(\.id) == ["a"])
        guard case .nothingOpen = cut(estate, ["runner": since(0)], to: ["data"], at: 60).finding else {
            Issue.record("the session is over")
            return
        }
    }

    @Test("Without time neither a seed nor a target is cut; at a moment both may be")
    func ends() throws {
        var estate = Estate(["a": .token, "b": .token])
        estate.link("a", "b", .borrow)
        let timed = cut(estate, ["a": since(0)], to: ["b"])
        #expect(timed.entities.count == 1)
        let timeless = cut(estate, ["a": since(0)], to: ["b"]) { question, _ in question.timeless = true }
        guard case .noneExists(let obstacle) = timeless.finding else {
            Issue.record("\(timeless.finding)")
            return
        }
        #expect(obstacle.target.id == "b" && !obstacle.isHeld)
        #expect(obstacle.path.map(\.to.id) == ["b"])
        #expect(cut(estate, ["a": since(0)], to: ["a"]).entities.map(\.id) == ["a"])
        let seed = cut(estate, ["a": since(0)], to: ["a"]) { question, _ in question.timeless = true }
        guard case .noneExists(let held) = seed.finding else {
            Issue.record("\(seed.finding)")
            return
        }
        #expect(held.isHeld && held.path.isEmpty)
    }

    @Test("A target that is held for good cannot be cut off, and the way it was taken is told")
    func held() {
        var estate = Estate(["runner": .runner, "key": .token, "repository": .repository])
        estate.link("runner", "key", .keep, before(10))
        estate.link("key", "repository", .keep, before(20))
        let found = cut(estate, ["runner": during(0, 10)], to: ["repository"], at: 50)
        guard case .noneExists(let obstacle) = found.finding else {
            Issue.record("\(found.finding)")
            return
        }
        #expect(obstacle.isHeld && !found.isPossible)
        #expect(obstacle.path.map(\.to.id) == ["key", "repository"])
        #expect(found.entities.isEmpty && found.severed().isEmpty)
    }

    @Test("A way that only an entity of the plan could time right does not stand against a cut")
    func order() {
        // The job is borrowed at 60; what leads on from it opens at 100, when only the key still gives it.
        var estate = Estate(["runner": .runner, "key": .token, "job": .job, "data": .resource])
        estate.link("runner", "job", .borrow, during(60, 70))
        estate.link("runner", "key", .borrow)
        estate.link("key", "job", .borrow, since(90))
        estate.link("job", "data", .borrow, since(100))
        let found = cut(estate, ["runner": since(0)], to: ["data"], at: 50)
        #expect(found.isPossible)
        #expect(found.entities.map(\.id) == ["key"])
        #expect(!found.isLeast)
    }

    @Test("Guards, planes, remedies and severed relations count as in every question")
    func filters() {
        let seeds: KeyValuePairs<String, Interval> = ["runner": since(0)]
        for timeless in [false, true] {
            func isOpen(_ change: @escaping (inout Question, Inventory) -> Void) -> Bool {
                let found = cut(estate(), seeds, to: ["data"]) { question, inventory in
                    question.timeless = timeless
                    change(&question, inventory)
                }
                if case .nothingOpen = found.finding { return false }
                return true
            }
            #expect(isOpen { _, _ in })
            #expect(!isOpen { question, _ in question.plane = .integrity })
            #expect(!isOpen { question, _ in question.evidence = .observed })
            #expect(!isOpen { question, inventory in question.remedies = [inventory.disabling("role", at: 50)] })
            #expect(
                !isOpen { question, inventory in
                    question.severances = (0..<inventory.relationCount).map { Severance(relation: $0, at: Instant(50)) }
                })
        }
    }
}
