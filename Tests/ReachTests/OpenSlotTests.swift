import Inventory
import Reach
import Testing

@Suite("What stays open of what a plan revokes")
struct OpenSlotTests {
    /// A compromised runner that serves a job; the job reads the slot of a key, and behind a guard gets at another.
    private static func estate() -> Estate {
        var estate = Estate([
            "runner": .runner, "job": .job, "slot": .secret, "key": .token, "data": .resource,
            "environment": .environment, "guarded": .secret, "spare": .token, "payments": .resource,
        ])
        estate.relate("runner", .serves, "job")
        estate.relate("job", .reads, "slot")
        estate.relate("slot", .holds, "key")
        estate.relate("key", .canAccess, "data")
        estate.relate("job", .deploysTo, "environment") { $0.guard = "review" }
        estate.relate("environment", .grants, "guarded")
        estate.relate("guarded", .holds, "spare")
        estate.relate("spare", .canAccess, "payments")
        return estate
    }

    private static func question(_ inventory: Inventory) -> Question {
        inventory.question(["runner": since(0)], at: 10) { _, _ in }
    }

    @Test("A slot of a revoked credential that is still held is named, with what gives it")
    func plan() throws {
        let inventory = Self.estate().build()
        let key = inventory.number("key")
        let plan = Plan(
            ReachEngine(inventory), Self.question(inventory),
            items: [PlannedItem(Remedy(entity: key, at: Instant(10), means: .disable))])
        let open = try #require(plan.items.first?.openSlots.first)
        #expect(plan.items.first?.openSlots.count == 1)
        #expect(open.slot.id == "slot" && open.givers.map(\.id) == ["job"] && !open.isConditional)
    }

    @Test("Once what leads to the slot is closed too, nothing is named")
    func closed() throws {
        let inventory = Self.estate().build()
        var question = inventory.question(["runner": during(0, 5)], at: 10) { _, _ in }
        question.remedies = [inventory.disabling("key", at: 10)]
        let answer = BlastRadius(inventory, question)
        let key = try #require(inventory.entity(id: "key"))
        #expect(answer[key.index] != nil)
        #expect(answer.openSlots(of: key).isEmpty)
    }

    @Test("A slot that opens only if a guard fails is named as such; a slot itself stands for itself")
    func conditional() throws {
        let inventory = Self.estate().build()
        let answer = BlastRadius(inventory, Self.question(inventory))
        let spare = try #require(inventory.entity(id: "spare"))
        let open = try #require(answer.openSlots(of: spare).first)
        #expect(open.slot.id == "guarded" && open.isConditional && open.givers.map(\.id) == ["environment"])
        let slot = try #require(inventory.entity(id: "slot"))
        #expect(answer.openSlots(of: slot).map(\.slot.id) == ["slot"])
    }

    @Test(
        "A cut says which slots it leaves open, and which targets it keeps only as long as guards hold",
        arguments: [false, true])
    func cut(isTimeless: Bool) throws {
        let inventory = Self.estate().build()
        var question = Self.question(inventory)
        question.timeless = isTimeless
        let targets = ["data", "payments"].map(inventory.number)
        let cut = MinimumCut(inventory, question, targets: targets)
        #expect(cut.entities.map(\.id) == ["key"])
        #expect(cut.openSlots[inventory.number("key")]?.map(\.slot.id) == ["slot"])
        #expect(cut.conditionalTargets.map(\.id) == ["payments"])
        let nothing = MinimumCut(inventory, question, targets: [inventory.number("payments")])
        #expect(nothing.entities.isEmpty && nothing.conditionalTargets.map(\.id) == ["payments"])
        question.guards = .fail
        let failing = MinimumCut(inventory, question, targets: targets)
        #expect(failing.entities.map(\.id) == ["key", "spare"] && failing.conditionalTargets.isEmpty)
    }
}
