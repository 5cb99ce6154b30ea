import Inventory
import Reach
import Testing

@Suite("A plan")
struct PlanTests {
    /// A runner that inherits three tokens, one of them used since; one token leads to another.
    private static func estate() -> Estate {
        var estate = Estate(["runner": .runner, "store": .resource, "job": .job, "gone": .token])
        estate.add("a", .token)
        estate.add("b", .token) { $0.lastUsed = Instant(500) }
        estate.add("c", .token) { $0.lastUsed = Instant(5) }
        estate.add("late", .token)
        for token in ["a", "b", "c"] { estate.link("runner", token, .keep, Interval(Instant(10), Instant(900))) }
        estate.link("a", "late", .keep)
        estate.link("late", "store", .borrow)
        estate.link("job", "b", .borrow)
        estate.add("gone", .token) { $0.expires = Instant(50) }
        return estate
    }

    private func plan(_ ids: [String], at: Int64 = 1_000) -> Plan {
        let inventory = Self.estate().build()
        let question = inventory.question(["runner": Interval(Instant(0), Instant(900))], at: at) { _, _ in }
        let items = ids.map { id in
            PlannedItem(
                Remedy(
                    entity: inventory.number(id), at: Instant(at),
                    means: inventory.entity(at: inventory.number(id)).kind.remediation))
        }
        return Plan(ReachEngine(inventory), question, items: items)
    }

    @Test("Hosts come first, then what was used since it was first held, then the rest by id; what has expired last")
    func order() {
        let found = plan(["gone", "late", "a", "c", "b", "runner"])
        #expect(found.items.map(\.entity.id) == ["runner", "b", "a", "c", "late", "gone"])
        #expect(found.items.map { $0.step?.number } == [1, 2, 3, 4, 5, nil])
        #expect(found.items.map(\.isUsedSince) == [false, true, false, false, false, false])
        #expect(found.items.map(\.isOver) == [false, false, false, false, false, true])
    }

    @Test("Each item says what breaks and what would be live again without it alone")
    func worth() throws {
        let found = plan(["a", "b", "late"])
        let byID = Dictionary(uniqueKeysWithValues: found.items.map { ($0.entity.id, $0) })
        #expect(byID["b"]?.impact.jobs.map(\.id) == ["job"])
        #expect(byID["a"]?.impact.jobs.isEmpty == true)
        // Without a alone: a itself. Without late alone: late, because a is revoked only now, and the store behind it.
        #expect(byID["a"]?.severs == 1)
        #expect(byID["late"]?.severs == 2)
    }

    @Test("The figures are those of the engine, asked with every remedy and with none")
    func figures() throws {
        let inventory = Self.estate().build()
        let found = plan(["a", "b", "late"])
        let plain = inventory.question(["runner": Interval(Instant(0), Instant(900))], at: 1_000) { _, _ in }
        var closed = plain
        closed.remedies = ["a", "b", "late"].map { inventory.disabling($0, at: 1_000) }
        #expect(found.live == BlastRadius(inventory, plain).liveCount)
        let after = BlastRadius(inventory, closed)
        #expect(found.residual.map(\.entity.id) == after.entities.filter(\.isLive).map(\.entity.id))
        #expect(found.residual.map(\.entity.id) == ["c"])
        #expect(found.rollbackOnly == BlastRadius.rollbackOnly(inventory, plain, at: Instant(1_000)).liveCount)
    }

    @Test("An entity that is named twice counts once, and what does not exist not at all")
    func twice() {
        let inventory = Self.estate().build()
        let question = inventory.question(["runner": .always], at: 1_000) { _, _ in }
        let items = [900, 1_000].map {
            PlannedItem(Remedy(entity: inventory.number("a"), at: Instant($0), means: .disable), progress: .approved)
        }
        let stray = PlannedItem(Remedy(entity: -1, at: Instant(0), means: .disable))
        let found = Plan(ReachEngine(inventory), question, items: items + [stray])
        #expect(found.items.count == 1)
        #expect(found.items.first?.planned.remedy.at == Instant(1_000))
        #expect(found.items.first?.planned.progress == .approved)
    }

    @Test("What was used since is told by the first moment at which it was held, the plan left out of account")
    func usedSince() {
        let inventory = Self.estate().build()
        let engine = ReachEngine(inventory)
        let items = ["a", "b", "c"].map(inventory.number)
        var question = inventory.question(["runner": Interval(Instant(0), Instant(900))], at: 1_000) { _, _ in }
        question.remedies = [inventory.disabling("b", at: 0)]
        #expect(engine.usedSince(items, question, patience: EndlessPatience()) == [inventory.number("b")])
        question.seeds = []
        #expect(engine.usedSince(items, question, patience: EndlessPatience()).isEmpty)
    }
}
