import Inventory
import Testing

@testable import Reach

/// What was taken stays taken until it is itself shown to be over.
@Suite("A blast radius then and now")
struct BlastChangeTests {
    private static let at = Instant(5_000)

    /// A runner that kept three keys, each to a bucket of its own, and a slot that a repository shows.
    private func estate(
        without: Set<String> = [], ungiven: Set<String> = [], _ change: (inout [String: EntityFact]) -> Void = { _ in }
    ) -> Inventory {
        var facts: [String: EntityFact] = [:]
        for (id, kind) in [
            ("runner-1", EntityKind.runner), ("runner-2", .runner), ("key-1", .token), ("key-2", .token),
            ("key-3", .token), ("bucket-1", .resource), ("bucket-2", .resource), ("bucket-3", .resource),
            ("repo", .repository), ("slot-1", .secret), ("slot-2", .secret),
        ] where !without.contains(id) { facts[id] = EntityFact(id: id, kind: kind, provenance: Provenance(source: 0)) }
        change(&facts)
        var builder = InventoryBuilder()
        _ = builder.add(source: Source(path: "graph.json", format: "graph"))
        for (_, fact) in facts.sorted(by: { $0.key < $1.key }) { builder.add(fact) }
        for (from, kind, to) in [
            ("runner-1", RelationKind.retains, "key-1"), ("runner-1", .retains, "key-2"),
            ("runner-2", .retains, "key-3"),
            ("key-1", .canAccess, "bucket-1"), ("key-2", .canAccess, "bucket-2"), ("key-3", .canAccess, "bucket-3"),
            ("repo", .executesOn, "runner-1"), ("repo", .executesOn, "runner-2"), ("repo", .exposes, "slot-1"),
            ("repo", .exposes, "slot-2"),
        ] where facts[from] != nil && facts[to] != nil && !ungiven.contains("\(from) \(to)") {
            builder.add(RelationFact(kind, from: from, to: to, provenance: Provenance(source: 0)))
        }
        return builder.build().inventory
    }

    private func change(
        to new: Inventory, from old: Inventory? = nil, seed: String = "runner-1", plan: [String] = []
    ) throws -> BlastChange {
        let diff = InventoryDiff(old: old ?? estate(), new: new)
        let entity = try #require(diff.old.entity(id: seed)?.index)
        let question = Question(seeds: [Seed(entity: entity, window: Interval(Instant(100), .never))], at: Self.at)
        let items = plan.map { Verification.Item(.entity($0), decided: Instant(200)) }
        let verification = Verification(items, diff, at: Self.at)
        var proven = question
        for (id, result) in zip(plan, verification.results) where result.finding.isClosed {
            let entity = try #require(diff.old.entity(id: id))
            let means = Remediation.shown(by: result.finding.name, of: entity.kind)
            proven.remedies.append(Remedy(entity: entity.index, at: Self.at, means: means))
        }
        return BlastChange(
            diff, seeds: question.seeds, at: Self.at, proven: plan.isEmpty ? nil : .init(proven, verification),
            marked: false)
    }

    private func ids(_ numbers: [Int], _ inventory: Inventory) -> [String] {
        numbers.map { inventory.entity(at: $0).id }
    }

    @Test("A runner that is gone takes nothing back of what was copied through it, and now is never silently 0")
    func lostSeed() throws {
        let change = try change(to: estate(without: ["runner-1"]))
        #expect(change.then.live == 5 && change.now.live == 4)
        #expect(ids(change.ceasedLive, estate()) == ["runner-1"])
        #expect(change.lostSeeds.count == 1 && change.now.reached == change.then.reached)
        #expect(change.becameLive.isEmpty)
    }

    @Test("A source that tells of nothing that was held leaves every figure as it was")
    func nothingTold() throws {
        let change = try change(
            to: estate(without: ["runner-1", "runner-2", "key-1", "key-2", "bucket-1", "bucket-2"]))
        #expect(change.then.live == 5 && change.now.live == 5 && change.unknownLive.count == 5)
        #expect(change.ceasedLive.isEmpty && change.now == change.then)
    }

    @Test("A key that is revoked, expired or gone is over, and so is what it was only used for")
    func over() throws {
        let old = estate()
        let revoked = try change(to: estate { $0["key-1"]?.revoked = Instant(3_000) })
        #expect(ids(revoked.ceasedLive, old) == ["bucket-1", "key-1"] && revoked.now.live == 3)
        let gone = try change(to: estate(without: ["key-2"]))
        #expect(ids(gone.ceasedLive, old) == ["bucket-2", "key-2"] && gone.now.live == 3)
        #expect(gone.findings.values.map(\.name) == ["gone"] && gone.unplanned.isEmpty)
    }

    @Test("A relation that is gone takes back what it lent, and not what was kept by it")
    func relations() throws {
        let lent = try change(to: estate(ungiven: ["key-1 bucket-1"]), from: estate())
        // A key that gives nothing any more is narrowed away.
        #expect(ids(lent.ceasedLive, estate()) == ["bucket-1", "key-1"])
        let kept = try change(to: estate(ungiven: ["runner-1 key-1"]))
        #expect(kept.ceasedLive.isEmpty && kept.now.live == kept.then.live)
    }

    @Test("What is over without being planned counts now, and is named beside the figure of the plan")
    func unplanned() throws {
        let change = try change(to: estate(without: ["key-1", "key-2"]), plan: ["key-1"])
        #expect(change.then.live == 5 && change.verifiedLive == 3 && change.now.live == 1)
        #expect(ids(change.unplanned, estate()) == ["key-2"])
        let planned = try self.change(to: estate(without: ["key-1"]), plan: ["key-1", "key-2"])
        #expect(planned.verifiedLive == planned.now.live && planned.unplanned.isEmpty && planned.now.live == 3)
    }

    @Test("What is held still reaches in the new source what it leads to there")
    func heldStill() throws {
        var builder = InventoryBuilder()
        _ = builder.add(source: Source(path: "other.json", format: "graph"))
        for (id, kind) in [("key-1", EntityKind.token), ("key-9", .token), ("vault", .resource)] {
            builder.add(EntityFact(id: id, kind: kind, provenance: Provenance(source: 0)))
        }
        builder.add(RelationFact(.canAccess, from: "key-1", to: "vault", provenance: Provenance(source: 0)))
        let new = builder.build().inventory
        let change = try change(to: new)
        #expect(ids(change.becameLive, new) == ["vault"] && change.now.live == 6)
    }

    @Test("A slot that is gone is not filled again; one that was rotated may be")
    func slots() throws {
        let gone = try change(to: estate(without: ["slot-1"]), seed: "repo", plan: ["slot-1"])
        #expect(gone.verifiedLive == gone.then.live - 1 && gone.now.live == gone.then.live - 1)
        let rotated = try change(to: estate { $0["slot-1"]?.rotated = Instant(3_000) }, seed: "repo", plan: ["slot-1"])
        #expect(rotated.verifiedLive == rotated.then.live && rotated.now.live == rotated.then.live)
        #expect(Remediation.shown(by: "gone", of: .secret) == .disable)
        #expect(Remediation.shown(by: "rotated", of: .secret) == .cleanse)
        #expect(Remediation.shown(by: nil, of: .token) == .disable)
    }
}
