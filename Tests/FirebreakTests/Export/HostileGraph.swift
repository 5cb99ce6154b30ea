import Inventory

/// A graph that has something of everything, under names that mean harm to the formats it is exported in.
enum HostileGraph {
    static let names = [
        "\"]; n0 -> n9 [label=\"", "a\\", "\\\"", "</data><node id=\"x\"/>", "&lt;b&gt;", "]]>", "-->", "'onload='x",
        "=cmd|'/c calc'!A1", "+1", "-2", "@x", "\u{1B}]0;x\u{7}", "\u{202E}txt", "a,b\"c\r\nd", "\"\u{301},=1+1",
        "<\u{301}b", "{\"a\":1}", "[1]", "null", "true", "\u{0}", "\u{2028}", "naïve 日本",
    ]

    static let inventory: Inventory = {
        var builder = InventoryBuilder()
        let source = builder.add(source: Source(path: "a.json", format: "test", collected: Instant(1_700_000_000)))
        let here = Provenance(source: source, location: "/0")
        for (number, name) in names.enumerated() {
            var fact = EntityFact(id: "id \(name)", kind: .token, name: name, provenance: here)
            fact.owner = name
            fact.attributes = [Attribute("note", name), Attribute(name, "x"), Attribute("name", name)]
            fact.parent = "repo"
            builder.add(fact)
            var relation = RelationFact(.canWrite, from: fact.id, to: "repo", provenance: here)
            relation.guard = "control \(name)"
            relation.attributes = [Attribute("reason", name), Attribute("act", name)]
            builder.add(relation)
            builder.add(
                RelationFact(
                    builder.relationKind(named: "kind \(number) \(name)"), from: "repo", to: fact.id, provenance: here))
        }
        builder.add(full(here))
        builder.add(EntityFact(id: "branch", kind: builder.entityKind(named: "GH_Branch"), provenance: here))
        builder.add(EntityFact(id: "tagged", kind: builder.entityKind(named: "tag_x"), provenance: here))
        var collected = EntityFact(id: "run", kind: .runner, name: "run", provenance: here)
        collected.provider = "github"
        collected.attributes = [
            Attribute("opengraph_kind", "GH_OrgRunner"), Attribute("label", "a"), Attribute("label", "b"),
        ]
        collected.flags = [.inferred, .compromised]
        builder.add(collected)
        for (name, gain) in [("GH_CanAccess", Gain.forward), ("AZOwns", .none), ("tag_y", .forward)] {
            var relation = RelationFact(builder.relationKind(named: name), from: "run", to: "repo", provenance: here)
            relation.gain = gain
            relation.attributes = [Attribute("traversable", "true")]
            builder.add(relation)
        }
        var session = RelationFact(.runsAs, from: "run", to: "account", evidence: .observed, provenance: here)
        session.hold = .session(seconds: 900)
        session.valid = Interval(Instant(-5), Instant(4_294_967_296))
        builder.add(EntityFact(id: "account", kind: .serviceAccount, provenance: here))
        builder.add(session)
        builder.add(blindSpot: BlindSpot(what: "jobs on unknown runners", count: 3, why: "because \(names[3])"))
        return builder.build().inventory
    }()

    /// An entity of which everything is said.
    private static func full(_ here: Provenance) -> EntityFact {
        var fact = EntityFact(id: "repo", kind: .repository, name: "repo", provenance: here)
        fact.owner = "platform"
        fact.provider = "github"
        fact.privilege = 4
        (fact.created, fact.issued, fact.rotated) = (Instant(0), Instant(1), Instant(2))
        (fact.lastUsed, fact.expires, fact.revoked) = (Instant(3), Instant(253_402_300_800), Instant(-62_167_219_201))
        fact.cleanups = [Instant(10), Instant(20)]
        fact.compromised = Interval(Instant(5), .never)
        fact.flags = [.crownJewel, .leaked, .revocable, .irrevocable, .unknown, .autonomous, .ephemeral, .selfHosted]
        fact.attributes = [
            Attribute("topics", "a"), Attribute("topics", "b"), Attribute("Upper Case", "x"), Attribute("n", "7"),
            Attribute("archived", "false"), Attribute("opengraph_kind", "Repo"), Attribute("objectid", "1"),
            Attribute("query_x", "match"), Attribute("firebreak_flags", "y"), Attribute("n", "8"),
        ]
        return fact
    }
}

/// Graphs made by chance, the same for the same seed.
struct RandomGraph {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    private mutating func next(_ below: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(below))
    }

    private mutating func chance() -> Bool { next(3) == 0 }

    private mutating func time() -> Instant? { chance() ? Instant(Int64(next(2_000_000_000))) : nil }

    private mutating func attributes() -> [Attribute] {
        let names = ["scope", "labels", "note", "status", "Mixed", "n"]
        let values = ["a", "true", "false", "12", "{x", "[1]", "read, write"]
        return (0..<next(4)).map { _ in Attribute(names[next(names.count)], values[next(values.count)]) }
    }

    mutating func inventory() -> Inventory {
        var builder = InventoryBuilder()
        let here = Provenance(source: builder.add(source: Source(path: "r", format: "test")))
        let count = 2 + next(30)
        for number in 0..<count {
            let kind =
                chance()
                ? builder.entityKind(named: "own \(next(3))") : EntityKind.table[next(EntityKind.table.count)].kind
            var fact = EntityFact(
                id: "e\(number)", kind: kind, name: chance() ? "name \(number)" : nil, provenance: here)
            fact.parent = chance() ? "e\(next(count))" : nil
            fact.provider = chance() ? "aws" : nil
            fact.privilege = chance() ? UInt8(next(5)) : nil
            (fact.created, fact.issued, fact.expires) = (time(), time(), time())
            (fact.lastUsed, fact.rotated, fact.revoked) = (time(), time(), time())
            if chance() { fact.cleanups = [Instant(Int64(next(100))), Instant(Int64(next(100)))] }
            if chance() {
                fact.compromised = Interval(time() ?? .beginning, chance() ? .never : Instant(3_000_000_000))
            }
            for row in EntityFlags.table where next(6) == 0 { fact.flags.insert(row.flag) }
            fact.attributes = attributes()
            builder.add(fact)
        }
        for _ in 0..<next(80) {
            let names = RelationTable.names + ["own_relation", "odd name", "GH_Odd", "AZOdd"]
            let kind = builder.relationKind(named: names[next(names.count)])
            var fact = RelationFact(kind, from: "e\(next(count))", to: "e\(next(count))", provenance: here)
            fact.gain = chance() ? (chance() ? .forward : Gain.none) : nil
            fact.act = chance() ? Act.allCases[next(Act.allCases.count)] : nil
            fact.evidence = chance() ? [.inferred, .configured, .observed][next(3)] : nil
            if chance() { fact.hold = [.keep, .borrow, .session(seconds: UInt32(next(9_000)))][next(3)] }
            let from = time() ?? .beginning
            fact.valid = Interval(from, chance() ? from.isBounded ? from.advanced(by: 60) : Instant(60) : .never)
            fact.guard = chance() ? ["review", "true name", "x"][next(3)] : nil
            fact.attributes = attributes()
            builder.add(fact)
        }
        return builder.build().inventory
    }
}
