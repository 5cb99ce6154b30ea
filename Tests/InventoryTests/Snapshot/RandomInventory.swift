@testable import Inventory

/// Inventories with a little of everything: many kinds, imported ones too, times, windows, guards, sessions, gains both
/// ways, parents in circles, texts that look alike.
struct RandomInventory {
    private var random: SeededRandom
    private var builder = InventoryBuilder()
    private let ids: [String]

    static func make(_ seed: UInt64, entities: Int = 12, relations: Int = 30) -> Inventory {
        var maker = RandomInventory(seed, entities: entities)
        return maker.built(relations: relations)
    }

    private init(_ seed: UInt64, entities: Int) {
        random = SeededRandom(seed)
        ids = (0..<entities).map { "id/\($0 % 3 == 0 ? "é" : "e\u{301}")/\($0)" }
    }

    private mutating func chance(_ part: Int = 2) -> Bool { Int.random(in: 0..<part, using: &random) == 0 }
    private mutating func instant() -> Instant { Instant(Int64.random(in: -3...3_000, using: &random)) }
    private mutating func maybe<Value>(_ value: (inout Self) -> Value) -> Value? { chance() ? value(&self) : nil }

    private mutating func provenance(_ sources: Int) -> Provenance {
        Provenance(
            source: Int.random(in: 0..<sources, using: &random),
            location: random.pick(["", "L1", "/graph/edges/17", "L1"]))
    }

    private mutating func built(relations: Int) -> Inventory {
        let sources = 3
        for number in 0..<sources {
            let collected = number == 0 ? nil : instant()
            _ = builder.add(source: Source(path: "exports/\(number).json", format: "test", collected: collected))
        }
        if chance() { builder.add(blindSpot: BlindSpot(what: "jobs", count: 3, why: "no \u{202E}reason")) }
        for id in ids {
            addEntity(id, sources)
            if chance(4) { addEntity(id, sources) }
        }
        for _ in 0..<(ids.isEmpty ? 0 : relations) { addRelation(sources) }
        return builder.build().inventory
    }

    private mutating func addEntity(_ id: String, _ sources: Int) {
        let kinds: [EntityKind] = [
            .runner, .run, .job, .token, .secret, .repository, .serviceAccount, .workflow,
            builder.entityKind(named: "GH_\(Int.random(in: 0..<3, using: &random))"),
        ]
        var fact = EntityFact(id: id, kind: random.pick(kinds), provenance: provenance(sources))
        fact.name = maybe { $0.random.text(of: Array("aBé/ \u{1B}".unicodeScalars), upTo: 9) }
        fact.parent = maybe { $0.random.pick($0.ids) }
        fact.owner = maybe { $0.random.pick(["team-a", "Team-A", ""]) }
        fact.provider = maybe { $0.random.pick(["github", "aws"]) }
        fact.privilege = maybe { UInt8.random(in: 0...4, using: &$0.random) }
        fact.created = maybe { $0.instant() }
        fact.issued = maybe { $0.instant() }
        fact.rotated = maybe { $0.instant() }
        fact.lastUsed = maybe { $0.instant() }
        fact.expires = maybe { Instant(4_000).advanced(by: $0.instant().seconds) }
        fact.revoked = chance(6) ? instant() : nil
        fact.cleanups = chance(4) ? [instant(), instant()] : []
        fact.compromised = chance(4) ? Interval(instant(), .never) : nil
        fact.flags = EntityFlags(rawValue: UInt16.random(in: 0..<1_024, using: &random)).subtracting(.compromised)
        if chance(3) { fact.attributes = [Attribute("Region", "eu"), Attribute("region", "\(instant().seconds)")] }
        builder.add(fact)
    }

    private mutating func addRelation(_ sources: Int) {
        let kinds: [RelationKind] = [
            .executed, .reads, .holds, .mayAssume, .canWrite,
            builder.relationKind(named: "GH_Edge\(Int.random(in: 0..<3, using: &random))"),
        ]
        var fact = RelationFact(
            random.pick(kinds), from: random.pick(ids), to: random.pick(ids), provenance: provenance(sources))
        if chance() { fact.valid = Interval(instant(), chance() ? .never : instant()) }
        fact.gain = maybe { $0.random.pick(Gain.allCases) }
        fact.act = maybe { $0.random.pick(Act.allCases) }
        fact.hold = maybe { $0.random.pick([.keep, .borrow, .session(seconds: 60), .session(seconds: .max)]) }
        fact.evidence = maybe { $0.random.pick(Evidence.allCases) }
        fact.guard = chance(5) ? random.pick(["review", "approval"]) : nil
        if chance(4) { fact.attributes = [Attribute("traversable", "true")] }
        builder.add(fact)
    }
}
