import Testing

@testable import Inventory

@Suite("Building an inventory from facts")
struct InventoryBuilderTests {
    @Test func `facts about one id meet, whatever their order`() {
        var fixture = InventoryFixture()
        fixture.entity("t1") {
            $0.owner = "platform"; $0.lastUsed = Instant(20); $0.privilege = 2
        }
        fixture.entity("t1", .token, name: "Deploy key") {
            $0.lastUsed = Instant(30); $0.created = Instant(5)
        }
        fixture.entity("t1") {
            $0.lastUsed = Instant(10); $0.created = Instant(3); $0.privilege = 1
        }
        let inventory = fixture.built()
        let token = inventory.entity(id: "t1")
        #expect(inventory.entityCount == 1)
        #expect(token?.name == "Deploy key")
        #expect(token?.owner == "platform")
        #expect(token?.lastUsed == Instant(30))
        #expect(token?.created == Instant(3))
        #expect(token?.privilege == 2)
        #expect(fixture.issues().isEmpty)
    }

    @Test func `sources that disagree keep the wider exposure, and say so`() {
        var fixture = InventoryFixture()
        fixture.entity("t1", .token) {
            $0.expires = Instant(100); $0.issued = Instant(10); $0.owner = "a"
        }
        fixture.entity("t1", .secret) {
            $0.expires = Instant(200); $0.issued = Instant(20); $0.owner = "b"
        }
        let token = fixture.built().entity(id: "t1")
        #expect(token?.kind == .token)
        #expect(token?.expires == Instant(200))
        #expect(token?.issued == Instant(10))
        #expect(token?.owner == "a")
        let properties = fixture.issues().map { issue in
            if case .conflict(_, let property, _, _, _) = issue { property } else { "" }
        }
        #expect(properties == ["kind", "owner", "issued", "expires"])
    }

    @Test func `a relation may name entities that are declared later`() {
        var fixture = InventoryFixture()
        fixture.relation("job", .reads, "secret")
        fixture.entity("secret", .secret)
        fixture.entity("job", .job)
        let inventory = fixture.built()
        #expect(inventory.relationCount == 1)
        #expect(inventory.relation(at: 0).from.id == "job")
        #expect(inventory.relation(at: 0).to.id == "secret")
        #expect(fixture.issues().isEmpty)
    }

    @Test func `a relation to what no source declares is left out and reported`() {
        var fixture = InventoryFixture()
        fixture.entity("job", .job)
        fixture.entity("ghost") { $0.owner = "nobody" }
        fixture.relation("job", .reads, "ghost", line: "L3")
        #expect(fixture.built().relationCount == 0)
        #expect(fixture.built().entityCount == 1)
        #expect(
            fixture.issues() == [
                .dangling(
                    relation: "reads", from: "job", to: "ghost", missing: "ghost",
                    provenance: Provenance(source: 0, location: "L3"))
            ])
    }

    @Test func `identical relations merge with all their provenance, others stay apart`() {
        var fixture = InventoryFixture()
        for id in ["a", "b"] { fixture.entity(id, .serviceAccount) }
        fixture.relation("a", .canAssume, "b", line: "L1")
        fixture.relation("a", .canAssume, "b", line: "L2")
        fixture.relation("a", .canAssume, "b", Interval(Instant(1), Instant(2)), line: "L3")
        fixture.relation("a", .canAssume, "b", line: "L4") { $0.hold = .session(seconds: 60) }
        fixture.relation("a", .canAssume, "b", line: "L5") { $0.guard = "review" }
        let inventory = fixture.built()
        #expect(inventory.relationCount == 4)
        let places = (0..<4).map { inventory.relation(at: $0).provenance.map(\.location) }
        #expect(places == [["L1", "L2"], ["L3"], ["L4"], ["L5"]])
        #expect(inventory.relation(at: 2).traits.hold == .session(seconds: 60))
        #expect(inventory.relation(at: 3).guard == "review")
    }

    @Test func `relations lie by their near ends and are listed at their far ends`() {
        var random = SeededRandom(5)
        var fixture = InventoryFixture()
        for number in 0..<20 { fixture.entity("e\(number)", .serviceAccount) }
        var pairs: Set<[Int]> = []
        for _ in 0..<120 {
            let pair = [Int.random(in: 0..<20, using: &random), Int.random(in: 0..<20, using: &random)]
            pairs.insert(pair)
            fixture.relation("e\(pair[0])", .canAssume, "e\(pair[1])")
        }
        let inventory = fixture.built()
        #expect(inventory.relationCount == pairs.count)
        func names(_ entities: some Sequence<Int>) -> Set<String> { Set(entities.map { inventory.entity(at: $0).id }) }
        for number in 0..<20 {
            let entity = inventory.entity(id: "e\(number)")?.index ?? 0
            let far = names(inventory.outgoing(entity).map { inventory.relation(at: $0).toIndex })
            #expect(far == Set(pairs.filter { $0[0] == number }.map { "e\($0[1])" }))
            let near = names(inventory.incoming(entity).map { inventory.relation(at: $0).fromIndex })
            #expect(near == Set(pairs.filter { $0[1] == number }.map { "e\($0[0])" }))
            #expect(inventory.incomingCount(entity) == near.count)
        }
    }

    @Test func `entities that are related get numbers that are close, whatever the order of the sources`() {
        var fixture = InventoryFixture()
        // Two chains, declared in turns.
        for number in 0..<50 {
            fixture.entity("a\(number)", .job)
            fixture.entity("b\(number)", .job)
        }
        for number in 1..<50 {
            fixture.relation("b\(number - 1)", .canAssume, "b\(number)")
            fixture.relation("a\(number)", .canAssume, "a\(number - 1)")
        }
        let inventory = fixture.built()
        for relation in 0..<inventory.relationCount {
            let ends = inventory.relationEnds(relation)
            #expect(abs(ends.from - ends.to) == 1)
        }
    }

    @Test func `a recorded entity is not inferred, whichever fact came first`() {
        for inferredFirst in [true, false] {
            var fixture = InventoryFixture()
            if inferredFirst { fixture.entity("t", .token) { $0.flags = .inferred } }
            fixture.entity("t", .token)
            if !inferredFirst { fixture.entity("t", .token) { $0.flags = .inferred } }
            #expect(fixture.built().entity(id: "t")?.flags == [])
        }
    }

    @Test func `an entity with an empty id is nobody's parent`() {
        var fixture = InventoryFixture()
        fixture.entity("", .organization)
        fixture.entity("r", .repository)
        #expect(fixture.built().entity(id: "r")?.parent == nil)
    }

    @Test func `a privilege beyond the scale is the highest, not unknown`() {
        var fixture = InventoryFixture()
        fixture.entity("r", .token) { $0.privilege = 255 }
        #expect(fixture.built().entity(id: "r")?.privilege == 4)
    }

    @Test func `imported names are kept, and do not run out of numbers`() {
        var builder = InventoryBuilder()
        let strange = builder.entityKind(named: "GH_Strange")
        #expect(builder.entityKind(named: "GH_Strange") == strange)
        #expect(builder.entityKind(named: "token") == .token)
        for number in 0..<70_000 { _ = builder.relationKind(named: "r\(number)") }
        #expect(builder.relationKind(named: "r1") != builder.relationKind(named: "r2"))
        builder.add(EntityFact(id: "x", kind: strange, provenance: Provenance(source: 0)))
        let inventory = builder.build().inventory
        #expect(inventory.entity(id: "x")?.kindName == "GH_Strange")
        #expect(inventory.entityKind(named: "GH_Strange") == strange)
    }

    @Test func `lookups by id find exactly the bytes asked for`() {
        var fixture = InventoryFixture()
        let ids = ["é", "e\u{301}", "", "a", "a/b", "A", "ab"]
        for id in ids { fixture.entity(id, .resource, name: "n") }
        let inventory = fixture.built()
        #expect(inventory.entityCount == ids.count)
        for id in ids { #expect(inventory.entity(id: id).map { Array($0.id.utf8) } == Array(id.utf8)) }
        #expect(inventory.entity(id: "b") == nil)
        #expect(inventory.entities(named: "n", kind: .resource).count == ids.count)
        #expect(inventory.entities(named: "n", kind: .token).isEmpty)
    }

    @Test func `clean-ups come back sorted, each once`() {
        var fixture = InventoryFixture()
        fixture.entity("r", .runner) { $0.cleanups = [Instant(9), Instant(3)] }
        fixture.entity("r") { $0.cleanups = [Instant(9), Instant(5)] }
        #expect(fixture.built().entity(id: "r")?.cleanups == [Instant(3), Instant(5), Instant(9)])
    }

    @Test func `what a relation means comes from the table, unless its source says otherwise`() {
        var fixture = InventoryFixture()
        fixture.entity("repo", .repository)
        fixture.entity("action", .action)
        fixture.relation("repo", .publishes, "action")
        fixture.relation("repo", .publishes, "action", Interval(.beginning, Instant(5)))
        fixture.relation("repo", .publishes, "action", Interval(.beginning, Instant(6))) { $0.act = .mint }
        let inventory = fixture.built()
        #expect((0..<3).map { inventory.relation(at: $0).traits.hold } == [.keep, .borrow, .borrow])
        #expect((0..<3).map { inventory.relation(at: $0).traits.act } == [.tamper, .tamper, .mint])
    }
}
