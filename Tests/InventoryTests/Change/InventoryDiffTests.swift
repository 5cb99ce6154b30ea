import Testing

@testable import Inventory

@Suite("What became of an estate between two inventories")
struct InventoryDiffTests {
    /// What a random estate is made of: facts that can be changed one by one and told in any order.
    private struct Facts {
        var entities: [EntityFact] = []
        var relations: [(fact: RelationFact, name: String?)] = []

        func built(_ random: inout SeededRandom) -> Inventory {
            var builder = InventoryBuilder()
            let source = builder.add(source: Source(path: "a/b.json", format: "lists"))
            let here = Provenance(source: source)
            for var fact in entities.shuffled(using: &random) {
                fact.provenance = here
                // Imported kinds get other numbers in another order.
                if fact.attributes.first?.name == "kind" {
                    fact.kind = builder.entityKind(named: fact.attributes[0].value)
                }
                builder.add(fact)
            }
            for (fact, name) in relations.shuffled(using: &random) {
                var fact = fact
                fact.provenance = here
                if let name { fact.kind = builder.relationKind(named: name) }
                builder.add(fact)
            }
            return builder.build().inventory
        }
    }

    private static func entity(_ number: Int, _ random: inout SeededRandom) -> EntityFact {
        let kinds: [EntityKind] = [.token, .secret, .runner, .repository, .serviceAccount, .person]
        var fact = EntityFact(id: "e\(number)", kind: random.pick(kinds), provenance: Provenance(source: 0))
        mutate(&fact, &random)
        mutate(&fact, &random)
        return fact
    }

    private static func mutate(_ fact: inout EntityFact, _ random: inout SeededRandom) {
        let time = Instant(Int64.random(in: 1...9, using: &random))
        switch Int.random(in: 0..<13, using: &random) {
        case 0: fact.name = random.pick(["x", "y", "é", "e\u{301}"])
        case 1: fact.owner = random.pick(["a", "b"])
        case 2: fact.provider = random.pick(["github", "aws"])
        case 3: fact.privilege = UInt8.random(in: 0...4, using: &random)
        case 4: fact.created = time
        case 5: fact.issued = time
        case 6: fact.rotated = time
        case 7: fact.expires = random.pick([time, nil])
        case 8: fact.revoked = random.pick([time, nil])
        case 9: fact.cleanups = [time, Instant(20)]
        case 10: fact.compromised = Interval(time, .never)
        case 11: fact.attributes = [Attribute("kind", random.pick(["GH_A", "GH_B", "GH_C"]))]
        default: fact.parent = "e\(Int.random(in: 0..<30, using: &random))"
        }
    }

    private static func relation(_ random: inout SeededRandom) -> (fact: RelationFact, name: String?) {
        let kinds: [RelationKind] = [.holds, .canAssume, .canWrite]
        var fact = RelationFact(
            random.pick(kinds), from: "e\(Int.random(in: 0..<30, using: &random))",
            to: "e\(Int.random(in: 0..<30, using: &random))", provenance: Provenance(source: 0))
        switch Int.random(in: 0..<6, using: &random) {
        case 0: fact.valid = Interval(Instant(1), Instant(Int64.random(in: 2...4, using: &random)))
        case 1: fact.guard = random.pick(["review", "approval"])
        case 2: fact.hold = .session(seconds: random.pick([60, 120]))
        case 3: fact.attributes = [Attribute("a", random.pick(["1", "2"]))]
        case 4: fact.evidence = random.pick([.observed, .inferred])
        default: break
        }
        return (fact, random.pick([nil, nil, "LeadsTo", "Sees"]))
    }

    @Test("It finds what a comparison by texts finds, whatever the order in which both were told", arguments: 0..<60)
    func naive(seed: Int) throws {
        var random = SeededRandom(UInt64(seed))
        var facts = Facts()
        facts.entities = (0..<30).map { Self.entity($0, &random) }
        facts.relations = (0..<60).map { _ in Self.relation(&random) }
        let old = facts.built(&random)
        for _ in 0..<Int.random(in: 0...12, using: &random) {
            switch Int.random(in: 0..<5, using: &random) {
            case 0: facts.entities.remove(at: Int.random(in: 0..<facts.entities.count, using: &random))
            case 1: facts.entities.append(Self.entity(100 + Int.random(in: 0..<9, using: &random), &random))
            case 2: facts.relations.remove(at: Int.random(in: 0..<facts.relations.count, using: &random))
            case 3: facts.relations.append(Self.relation(&random))
            default:
                let place = Int.random(in: 0..<facts.entities.count, using: &random)
                Self.mutate(&facts.entities[place], &random)
            }
        }
        let new = facts.built(&random)
        let (diff, naive) = (InventoryDiff(old: old, new: new), NaiveDiff(old, new))
        #expect(diff.removed.map { old.entity(at: $0.number).id } == naive.removed.sorted())
        #expect(diff.added.map { new.entity(at: $0.number).id } == naive.added.sorted())
        let changed = Dictionary(
            uniqueKeysWithValues: diff.changed.map { change in
                (new.entity(at: change.new).id, Set(change.fields.named.map(\.name)))
            })
        #expect(changed == naive.changed)
        #expect(diff.tallies == naive.relations)
        #expect(diff.changed.allSatisfy { old.entity(at: $0.old).id == new.entity(at: $0.new).id })

        let back = InventoryDiff(old: new, new: old)
        #expect(back.removed.map(\.number) == diff.added.map(\.number))
        #expect(back.addedRelations.map(\.number) == diff.removedRelations.map(\.number))
        #expect(back.changedRelations.count == diff.changedRelations.count)
    }

    @Test("An inventory is the same as itself, told in another order")
    func same() throws {
        var random = SeededRandom(7)
        var facts = Facts()
        facts.entities = (0..<30).map { Self.entity($0, &random) }
        facts.relations = (0..<60).map { _ in Self.relation(&random) }
        let (one, other) = (facts.built(&random), facts.built(&random))
        #expect(one.relationCount > 20)
        #expect(InventoryDiff(old: one, new: one).isEmpty)
        #expect(InventoryDiff(old: one, new: other).isEmpty)
    }

    @Test("Ids are compared by their bytes, and an empty inventory has nothing of another")
    func bytes() {
        var (left, right) = (ToldEstate(), ToldEstate())
        left.add("é", .token)
        right.add("e\u{301}", .token)
        let diff = InventoryDiff(old: left.built(), new: right.built())
        #expect(diff.removed.count == 1 && diff.added.count == 1 && diff.changed.isEmpty)
        let empty = InventoryDiff(old: left.built(), new: InventoryBuilder().build().inventory)
        #expect(empty.removed.count == 1 && empty.added.isEmpty)
        #expect(InventoryDiff(old: InventoryBuilder().build().inventory, new: left.built()).added.count == 1)
    }

    @Test("A change says which way it goes")
    func directions() throws {
        var (left, right) = (ToldEstate(), ToldEstate())
        let changes: [(id: String, change: (inout EntityFact, Bool) -> Void)] = [
            ("wider", { $0.privilege = $1 ? 3 : 2 }),
            ("longer", { $0.expires = $1 ? nil : Instant(50) }),
            ("ended", { $0.revoked = $1 ? Instant(50) : nil }),
            ("renamed", { $0.name = $1 ? "b" : "a" }),
            (
                "mixed",
                {
                    $0.privilege = $1 ? 1 : 2
                    $0.expires = $1 ? Instant(90) : Instant(50)
                }
            ),
        ]
        for (id, change) in changes {
            left.add(id, .token) { change(&$0, false) }
            right.add(id, .token) { change(&$0, true) }
        }
        let diff = InventoryDiff(old: left.built(), new: right.built())
        let directions = Dictionary(
            uniqueKeysWithValues: diff.changed.map { (diff.new.entity(at: $0.new).id, diff.direction(of: $0)) })
        #expect(
            directions == [
                "wider": .widened, "longer": .widened, "ended": .narrowed, "renamed": .neither, "mixed": .both,
            ])
    }

    @Test("A relation that lost its guard, lives longer or gives control anew is wider")
    func relationDirections() throws {
        var (left, right) = (ToldEstate(), ToldEstate())
        for id in ["a", "b", "c", "d", "e", "x"] {
            left.add(id, .serviceAccount)
            right.add(id, .serviceAccount)
        }
        left.relate("a", .canAssume, "x") { $0.guard = "review" }
        right.relate("a", .canAssume, "x")
        left.relate("b", .canAssume, "x", Interval(.beginning, Instant(9)))
        right.relate("b", .canAssume, "x", Interval(.beginning, Instant(10)))
        left.relate("c", .canAssume, "x") { $0.gain = Gain.none }
        right.relate("c", .canAssume, "x")
        left.relate("d", .canAssume, "x") { $0.hold = .session(seconds: 7_200) }
        right.relate("d", .canAssume, "x")
        right.relate("e", .canAssume, "x")
        let diff = InventoryDiff(old: left.built(), new: right.built())
        let directions = diff.changedRelations.map { change in
            "\(diff.new.relation(at: change.new).from.id) \(diff.direction(of: change))"
        }
        #expect(directions == ["a widened", "b widened", "c widened", "d narrowed"])
        #expect(diff.addedRelations.count == 1)
        #expect(diff.addedRelations.allSatisfy { diff.widensScope(added: $0.number) })
    }

    @Test("Many parallel relations are compared in their order, not each with each")
    func hub() {
        var (left, right) = (ToldEstate(), ToldEstate())
        for id in ["hub", "far"] {
            left.add(id, .serviceAccount)
            right.add(id, .serviceAccount)
        }
        for number in 0..<20_000 {
            let valid = Interval(Instant(Int64(number)), Instant(Int64(number) + 1))
            if number != 7 { left.relate("hub", .canAssume, "far", valid) }
            if number != 19_000 { right.relate("hub", .canAssume, "far", valid) }
        }
        let diff = InventoryDiff(old: left.built(), new: right.built())
        #expect(diff.changedRelations.count == 1 && diff.addedRelations.isEmpty && diff.removedRelations.isEmpty)
    }
}
