import Inventory
import Reach
import Testing

@Suite("In which order a plan is carried out")
struct PlanOrderTests {
    private func order(
        _ items: [String], in estate: Estate, at: Int64 = 0, _ change: (inout Question, Inventory) -> Void = { _, _ in }
    ) -> PlanOrder {
        let inventory = estate.build()
        return PlanOrder(
            inventory, items: items.map(inventory.number), inventory.question([:], at: at, change))
    }

    private func steps(_ order: PlanOrder) -> [[String]] { order.groups.map { $0.entities.map(\.id) } }

    @Test("What another item can be regained from comes first, however long the way")
    func regained() {
        var estate = Estate(["a": .token, "b": .repository, "c": .secret, "d": .token, "e": .token])
        estate.link("d", "b", .keep)
        estate.link("b", "c", .borrow)
        estate.link("c", "a", .keep)
        let found = order(["a", "d", "e"], in: estate)
        #expect(steps(found) == [["d"], ["e"], ["a"]])
        #expect(found.groups.map(\.stage) == [1, 1, 2])
        #expect(found.groups.allSatisfy { !$0.isAtomic })
    }

    @Test("Items that can restore each other are one step")
    func atomic() {
        var estate = Estate(["b": .token, "a": .serviceAccount, "way": .repository, "later": .token])
        estate.link("a", "way", .borrow)
        estate.link("way", "b", .keep)
        estate.link("b", "a", .keep)
        estate.link("b", "later", .keep)
        let found = order(["later", "b", "a"], in: estate)
        #expect(steps(found) == [["a", "b"], ["later"]])
        #expect(found.groups.map(\.isAtomic) == [true, false])
    }

    @Test("A way that was closed before the moment restores nothing; without time it does")
    func closed() {
        var estate = Estate(["a": .token, "b": .token])
        estate.link("b", "a", .keep, before(100))
        #expect(steps(order(["a", "b"], in: estate, at: 99)) == [["b"], ["a"]])
        #expect(steps(order(["a", "b"], in: estate, at: 100)) == [["a"], ["b"]])
        let timeless = order(["a", "b"], in: estate, at: 100) { question, _ in question.timeless = true }
        #expect(steps(timeless) == [["b"], ["a"]])
    }

    @Test("What the plan itself remediates or severs still counts as a way")
    func planIsIgnored() {
        var estate = Estate(["a": .token, "way": .token, "z": .token])
        estate.link("z", "way", .keep)
        estate.link("way", "a", .keep)
        let found = order(["a", "z"], in: estate) { question, inventory in
            question.remedies = [inventory.disabling("way", at: -5)]
            question.severances = [Severance(relation: 0, at: Instant(-5)), Severance(relation: 1, at: Instant(-5))]
        }
        #expect(steps(found) == [["z"], ["a"]])
    }

    @Test("A runner that may hold a copy is cleaned before the token is revoked, though it can no longer get at it")
    func hazard() {
        var estate = Estate(["runner": .runner, "run": .run, "a": .token])
        estate.link("runner", "run", .borrow, during(0, 10))
        estate.link("run", "a", .keep)
        #expect(steps(order(["a", "runner"], in: estate, at: 50)) == [["runner"], ["a"]])
        // The token can alter the runner: neither may come second.
        estate.link("a", "runner", .keep)
        let found = order(["a", "runner"], in: estate, at: 50)
        #expect(steps(found) == [["runner", "a"]])
        #expect(found.groups.first?.isAtomic == true)
    }

    @Test("What hosts runners is a host; among items that do not depend on each other hosts come first")
    func hosts() {
        var estate = Estate(["z": .resource, "runner": .runner, "a": .token, "b": .resource])
        estate.relate("z", .hosts, "runner")
        #expect(steps(order(["a", "b", "z"], in: estate)) == [["z"], ["a"], ["b"]])
    }

    @Test("What was used since waits only for what has to come before it")
    func urgent() {
        var estate = Estate([
            "a": .token, "host": .runner, "key": .token, "way": .repository, "x": .token, "y": .token, "z": .token,
        ])
        estate.link("host", "way", .keep)
        estate.link("way", "key", .keep)
        estate.link("x", "y", .keep)
        estate.link("y", "z", .keep)
        let inventory = estate.build()
        let items = ["a", "host", "key", "x", "y", "z"].map(inventory.number)
        func steps(_ used: String...) -> [[String]] {
            PlanOrder(
                inventory, items: items, inventory.question([:], at: 0) { _, _ in },
                usedSince: Set(used.map(inventory.number))
            ).groups.map { $0.entities.map(\.id) }
        }
        #expect(steps() == [["host"], ["a"], ["x"], ["key"], ["y"], ["z"]])
        #expect(steps("key") == [["host"], ["key"], ["a"], ["x"], ["y"], ["z"]])
        #expect(steps("z") == [["host"], ["x"], ["y"], ["z"], ["a"], ["key"]])
        #expect(steps("x", "y", "z") == [["host"], ["x"], ["y"], ["z"], ["a"], ["key"]])
    }

    @Test("What has expired needs no action, but for a question without time")
    func expired() {
        var estate = Estate(["open": .token])
        estate.add("old", .token) { $0.expires = Instant(40) }
        estate.add("gone", .token) { $0.revoked = Instant(50) }
        estate.add("soon", .token) { $0.expires = Instant(51) }
        let found = order(["gone", "old", "open", "soon"], in: estate, at: 50)
        #expect(found.expired.map(\.id) == ["gone", "old"])
        #expect(steps(found) == [["open"], ["soon"]])
        let timeless = order(["gone", "old"], in: estate, at: 50) { question, _ in question.timeless = true }
        #expect(timeless.expired.isEmpty)
    }

    @Test("On random graphs no step comes before one that can undo it, and steps are as small as can be")
    func random() {
        for number in 0..<TimelessSearchTests.count {
            var (inventory, question) = Scenario.random(UInt64(number)).build()
            question.timeless = true
            var random = SplitMix64(seed: UInt64(number))
            let items = (0..<inventory.entityCount).filter { _ in random.chance(50) }
            let order = PlanOrder(inventory, items: items, question)
            #expect(order.groups.flatMap(\.entities).map(\.index).sorted() == items)
            var unplanned = question
            unplanned.remedies = []
            unplanned.severances = []
            let reach = items.map { item -> Set<Int> in
                unplanned.seeds = [Seed(entity: item, window: .always)]
                return Set(NaiveGraph(inventory, unplanned).distances().keys)
            }
            let reached = Dictionary(uniqueKeysWithValues: zip(items, reach))
            for (place, group) in order.groups.enumerated() {
                for item in group.entities.map(\.index) {
                    for other in group.entities.map(\.index) { #expect(reached[item]?.contains(other) == true) }
                    for earlier in order.groups[..<place].flatMap(\.entities).map(\.index) {
                        #expect(reached[item]?.contains(earlier) == false, "scenario \(number)")
                    }
                }
            }
        }
    }
}
