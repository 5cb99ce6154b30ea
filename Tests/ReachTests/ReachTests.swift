import Inventory
import Reach
import Testing

@Test("A runner's secrets are inherited while its run lasts, and a copied token outlives it")
func inheritance() throws {
    var builder = InventoryBuilder()
    let source = builder.add(source: Source(path: "test", format: "test"))
    let here = Provenance(source: source)
    for (id, kind) in [
        ("runner", EntityKind.runner), ("run", .run), ("job", .job), ("slot", .secret), ("token", .token),
    ] { builder.add(EntityFact(id: id, kind: kind, provenance: here)) }
    builder.add(
        RelationFact(
            .executed, from: "runner", to: "run", valid: Interval(Instant(100), Instant(200)), provenance: here))
    builder.add(RelationFact(.instanceOf, from: "run", to: "job", provenance: here))
    builder.add(RelationFact(.reads, from: "job", to: "slot", provenance: here))
    builder.add(RelationFact(.holds, from: "slot", to: "token", provenance: here))
    let inventory = builder.build().inventory
    let runner = try #require(inventory.entity(id: "runner"))
    let question = Question(
        seeds: [Seed(entity: runner.index, window: Interval(Instant(50), Instant(150)))], at: Instant(1_000))
    let answer = BlastRadius(inventory, question)
    #expect(answer.counts.reached == 5)
    let token = try #require(inventory.entity(id: "token"))
    let held = try #require(answer[token.index])
    #expect(held.holdings == [Interval(Instant(100), .never)])
    #expect(held.hops == 4)
    #expect(held.tier == 0)
    #expect(held.isLive)
    let slot = try #require(inventory.entity(id: "slot"))
    #expect(answer[slot.index]?.holdings == [Interval(Instant(100), Instant(150))])
    #expect(answer.path(to: token.index)?.map(\.to.id) == ["run", "job", "slot", "token"])
}
