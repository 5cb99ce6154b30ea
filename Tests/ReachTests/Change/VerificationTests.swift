import Inventory
import Testing

@testable import Reach

@Suite("Whether what was planned was carried out")
struct VerificationTests {
    private static let decided = Instant(1_000)
    private static let now = Instant(5_000)

    /// An account with two keys that open two buckets, a slot and a runner, told by one file.
    private func estate(
        collected: Int64? = nil, without: Set<String> = [], _ change: (inout Incident) -> Void = { _ in }
    ) -> Inventory {
        var incident = Incident(collected: collected.map { Instant($0) })
        for (id, kind) in [
            ("org", EntityKind.organization), ("repo", .repository), ("account", .serviceAccount),
            ("account-2", .serviceAccount), ("person", .person), ("bucket-1", .resource), ("bucket-2", .resource),
            ("slot", .secret), ("slot-2", .secret), ("runner", .runner), ("runner-2", .runner), ("key-1", .token),
            ("key-2", .token),
        ] where !without.contains(id) {
            incident.facts[id] = EntityFact(id: id, kind: kind, provenance: Provenance(source: 0))
        }
        incident.facts["slot"]?.created = Instant(10)
        incident.facts["slot-2"]?.created = Instant(10)
        for (from, kind, to) in [
            ("org", RelationKind.owns, "repo"), ("key-1", .authenticatesAs, "account"),
            ("key-2", .authenticatesAs, "account"), ("account", .canAccess, "bucket-1"),
            ("account", .canAccess, "bucket-2"), ("account-2", .canAccess, "bucket-2"), ("repo", .exposes, "slot"),
            ("repo", .exposes, "slot-2"), ("repo", .executesOn, "runner"), ("repo", .executesOn, "runner-2"),
            ("person", .canWrite, "repo"), ("runner", .runsAs, "account"),
        ] where !without.contains(from) && !without.contains(to) {
            incident.links.append(RelationFact(kind, from: from, to: to, provenance: Provenance(source: 0)))
        }
        change(&incident)
        return incident.built()
    }

    /// Facts that can be changed before they are built.
    private struct Incident {
        var collected: Instant?
        var facts: [String: EntityFact] = [:]
        var links: [RelationFact] = []

        mutating func remove(_ from: String, _ kind: RelationKind, _ to: String) {
            links.removeAll { $0.from == from && $0.kind == kind && $0.to == to }
        }

        func built() -> Inventory {
            var builder = InventoryBuilder()
            _ = builder.add(source: Source(path: "graph.json", format: "graph", collected: collected))
            for (_, fact) in facts.sorted(by: { $0.key < $1.key }) { builder.add(fact) }
            for link in links { builder.add(link) }
            return builder.build().inventory
        }
    }

    private func finding(
        _ id: String, in new: Inventory, old: Inventory? = nil, decided: Instant = Self.decided
    ) throws -> Finding {
        let diff = InventoryDiff(old: old ?? estate(), new: new)
        let verification = Verification([.init(.entity(id), decided: decided)], diff, at: Self.now)
        let finding = try #require(verification.results.first?.finding)
        #expect(verification.isComplete == finding.isClosed)
        return finding
    }

    private func finding(_ from: String, _ kind: String, _ to: String, in new: Inventory) throws -> Finding {
        let item = Verification.Item(.relation(from: from, kind: kind, to: to), decided: Self.decided)
        let verification = Verification([item], InventoryDiff(old: estate(), new: new), at: Self.now)
        return try #require(verification.results.first?.finding)
    }

    @Test("Nothing changed: a key and a slot are still there, and of a runner nothing is told")
    func unchanged() throws {
        for id in ["key-1", "account", "person", "slot"] { #expect(try finding(id, in: estate()) == .stillThere) }
        for id in ["runner", "repo"] { #expect(try finding(id, in: estate()) == .unknown(.untold)) }
        #expect(try finding("nobody", in: estate()) == .unknown(.neverSeen))
    }

    @Test("Gone, revoked, expired, rotated, cleaned up and made anew are shown to be done")
    func closed() throws {
        #expect(try finding("key-1", in: estate(without: ["key-1"])) == .gone(.listed(others: 1)))
        let revoked = estate { $0.facts["key-1"]?.revoked = Instant(1_500) }
        #expect(try finding("key-1", in: revoked) == .revoked(Instant(1_500)))
        let expired = estate { $0.facts["key-1"]?.expires = Instant(4_000) }
        #expect(try finding("key-1", in: expired) == .expired(Instant(4_000)))
        let rotated = estate { $0.facts["slot"]?.rotated = Instant(1_000) }
        #expect(try finding("slot", in: rotated) == .rotated(Instant(1_000)))
        let cleaned = estate { $0.facts["runner"]?.cleanups = [Instant(500), Instant(2_000)] }
        #expect(try finding("runner", in: cleaned) == .cleaned(Instant(2_000)))
        let anew = estate { $0.facts["slot"]?.created = Instant(3_000) }
        #expect(try finding("slot", in: anew) == .recreated(Instant(3_000)))
    }

    @Test("What happened before the decision, or will only happen, is no proof")
    func tooEarly() throws {
        let rotated = estate { $0.facts["slot"]?.rotated = Instant(999) }
        #expect(try finding("slot", in: rotated) == .stillThere)
        let cleaned = estate { $0.facts["runner"]?.cleanups = [Instant(999)] }
        #expect(try finding("runner", in: cleaned) == .unknown(.untold))
        let later = estate { $0.facts["key-1"]?.expires = Instant(5_001) }
        #expect(try finding("key-1", in: later) == .stillThere)
        let changed = estate { $0.facts["slot"]?.rotated = Instant(5_001) }
        #expect(try finding("slot", in: changed) == .unknown(.later(Instant(5_001))))
    }

    @Test("A source from before the decision shows nothing, neither that it is there nor that it is gone")
    func stale() throws {
        let early = estate(collected: 900)
        #expect(try finding("key-1", in: early) == .unknown(.stale(Instant(900))))
        #expect(try finding("key-1", in: estate(collected: 900, without: ["key-1"])) == .unknown(.stale(Instant(900))))
        #expect(try finding("key-1", in: estate(collected: 1_000)) == .stillThere)
        let known = Verification(
            [.init(.entity("key-1"), decided: Self.decided)], InventoryDiff(old: estate(), new: estate()), at: Self.now,
            existed: Instant(950))
        #expect(known.results.map(\.finding) == [.unknown(.stale(Instant(950)))])
        let revoked = estate(collected: 900) { $0.facts["key-1"]?.revoked = Instant(800) }
        #expect(try finding("key-1", in: revoked) == .revoked(Instant(800)))
    }

    @Test("What the new source does not cover cannot be known, whatever it is")
    func uncovered() throws {
        let noKeys = estate(without: ["key-1", "key-2"])
        #expect(try finding("key-1", in: noKeys) == .unknown(.silence(.noneOfKind)))
        let elsewhere = estate(without: [
            "org", "repo", "slot", "slot-2", "runner", "runner-2", "key-1", "account", "bucket-1", "person",
        ])
        for id in ["key-1", "account"] { #expect(try !finding(id, in: elsewhere).isClosed) }
        for id in ["slot", "runner", "person"] {
            #expect(try finding(id, in: elsewhere) == .unknown(.silence(.noneOfKind)))
        }
    }

    @Test("What is only mentioned is not listed")
    func mentioned() throws {
        let new = estate { $0.facts["slot"]?.flags = .inferred }
        #expect(try finding("slot", in: new) == .unknown(.mentioned))
        let untimed = estate { $0.facts["slot"]?.created = nil }
        #expect(try finding("slot", in: untimed) == .unknown(.untold))
    }

    @Test("An account that gives less is narrowed, and done when it gives nothing")
    func narrowed() throws {
        let fewer = estate { $0.remove("account", .canAccess, "bucket-1") }
        var narrowing = Finding.Narrowing()
        narrowing.lost = 1
        narrowing.remaining = 1
        #expect(try finding("account", in: fewer) == .narrowed(narrowing))
        #expect(try !finding("account", in: fewer).isClosed)

        let nothing = estate {
            $0.remove("account", .canAccess, "bucket-1")
            $0.remove("account", .canAccess, "bucket-2")
        }
        narrowing.lost = 2
        narrowing.remaining = 0
        #expect(try finding("account", in: nothing) == .narrowed(narrowing))
        #expect(try finding("account", in: nothing).isClosed)

        let moved = estate {
            $0.remove("account", .canAccess, "bucket-1")
            $0.links.append(
                RelationFact(.canWrite, from: "account", to: "repo", provenance: Provenance(source: 0)))
        }
        #expect(try finding("account", in: moved) == .stillThere)
    }

    @Test("What an account no longer tells of is not taken for withdrawn")
    func unseen() throws {
        // Nothing at all tells of access any more.
        let new = estate { incident in
            for (account, bucket) in [("account", "bucket-1"), ("account", "bucket-2"), ("account-2", "bucket-2")] {
                incident.remove(account, .canAccess, bucket)
            }
        }
        #expect(try finding("account", in: new) == .stillThere)
    }

    @Test("What an older source still has says nothing against what was shown, and what a later one has does")
    func older() throws {
        let shown = Instant(2_000)
        func found(_ new: Inventory) -> Finding? {
            let item = Verification.Item(.entity("key-1"), decided: Self.decided, shown: shown)
            return Verification([item], InventoryDiff(old: estate(), new: new), at: Self.now).results.first?.finding
        }
        #expect(found(estate()) == .unknown(.older(nil, than: shown)))
        #expect(found(estate(collected: 1_999)) == .unknown(.older(Instant(1_999), than: shown)))
        #expect(found(estate { $0.facts["key-1"]?.rotated = Instant(900) }) == .unknown(.older(nil, than: shown)))
        #expect(found(estate(collected: 2_000)) == .stillThere)
        #expect(found(estate { $0.facts["key-1"]?.lastUsed = Instant(2_001) }) == .stillThere)
        #expect(found(estate { $0.facts["key-1"]?.rotated = Instant(2_001) }) == .rotated(Instant(2_001)))
        #expect(found(estate(without: ["key-1"])) == .gone(.listed(others: 1)))
        let relation = Verification.Item(
            .relation(from: "account", kind: "can_access", to: "bucket-1"), decided: Self.decided, shown: shown)
        let results = [estate(), estate(collected: 2_000)].map { new in
            Verification([relation], InventoryDiff(old: estate(), new: new), at: Self.now).results.map(\.finding)
        }
        #expect(results == [[.unknown(.older(nil, than: shown))], [.stillThere]])
    }

    @Test("A suspended account is contained, which can be undone, and not done")
    func suspended() throws {
        let new = estate { $0.facts["account"]?.attributes = [Attribute("suspended_at", "1970-01-01T00:30:00Z")] }
        var narrowing = Finding.Narrowing()
        narrowing.isSuspended = true
        narrowing.remaining = 2
        #expect(try finding("account", in: new) == .narrowed(narrowing))
        #expect(try !finding("account", in: new).isClosed)
    }

    @Test("A lower privilege narrows, and alone closes nothing")
    func privilege() throws {
        let old = estate { $0.facts["key-1"]?.privilege = 3 }
        let new = estate { $0.facts["key-1"]?.privilege = 1 }
        var narrowing = Finding.Narrowing()
        narrowing.isLessPrivileged = true
        narrowing.remaining = 1
        #expect(try finding("key-1", in: new, old: old) == .narrowed(narrowing))
        #expect(try !finding("key-1", in: new, old: old).isClosed)
        #expect(try finding("key-1", in: old, old: new) == .stillThere)
    }

    @Test("A slot that was filled anew does not revoke what was in it")
    func inferredToken() throws {
        func with(_ id: String, _ change: (inout EntityFact) -> Void) -> Inventory {
            estate { incident in
                var token = EntityFact(id: "slot/token-1", kind: .token, provenance: Provenance(source: 0))
                token.flags = .inferred
                incident.facts[token.id] = token
                var holds = RelationFact(.holds, from: "slot", to: token.id, provenance: Provenance(source: 0))
                holds.evidence = .inferred
                incident.links.append(holds)
                if var fact = incident.facts[id] {
                    change(&fact)
                    incident.facts[id] = fact
                }
            }
        }
        let old = with("slot") { _ in }
        let slot = try #require(old.entity(id: "slot")?.index)
        #expect(try finding("slot/token-1", in: old, old: old) == .stillThere)
        let rotated = with("slot") { $0.rotated = Instant(2_000) }
        #expect(try finding("slot/token-1", in: rotated, old: old) == .unknown(.replaced(slot: slot)))
        let gone = estate(without: ["slot"])
        #expect(try finding("slot/token-1", in: gone, old: old) == .unknown(.replaced(slot: slot)))
        let unread = estate(without: ["slot", "slot-2"])
        #expect(try finding("slot/token-1", in: unread, old: old) == .unknown(.silence(.noneOfKind)))
    }

    @Test("A relation that was to end: gone, ended, behind a control, or still there")
    func relations() throws {
        let link = ("account", "can_access", "bucket-1")
        #expect(try finding(link.0, link.1, link.2, in: estate()) == .stillThere)
        let gone = estate { $0.remove("account", .canAccess, "bucket-1") }
        #expect(try finding(link.0, link.1, link.2, in: gone) == .gone(.listed(others: 1)))
        func with(_ change: (inout RelationFact) -> Void) -> Inventory {
            estate { incident in
                for place in incident.links.indices where incident.links[place].to == "bucket-1" {
                    change(&incident.links[place])
                }
            }
        }
        let ended = with { $0.valid = Interval(.beginning, Instant(4_000)) }
        #expect(try finding(link.0, link.1, link.2, in: ended) == .ended(Instant(4_000)))
        let later = with { $0.valid = Interval(.beginning, Instant(6_000)) }
        #expect(try finding(link.0, link.1, link.2, in: later) == .stillThere)
        let guarded = with { $0.guard = "approval" }
        #expect(try finding(link.0, link.1, link.2, in: guarded).name == "narrowed")
        #expect(try !finding(link.0, link.1, link.2, in: guarded).isClosed)
        #expect(try finding("account", "can_assume", "bucket-1", in: estate()) == .unknown(.neverSeen))
        let noBucket = estate(without: ["bucket-1"])
        #expect(try finding(link.0, link.1, link.2, in: noBucket).isClosed)
    }

    @Test("New identities are told, and whether they are known to be new")
    func newcomers() throws {
        let old = estate(collected: 900)
        let new = estate { incident in
            for (id, created) in [("key-3", Int64?.none), ("key-4", 950)] {
                var key = EntityFact(id: id, kind: .token, provenance: Provenance(source: 0))
                key.created = created.map { Instant($0) }
                incident.facts[id] = key
            }
            incident.links.append(
                RelationFact(.authenticatesAs, from: "key-3", to: "account", provenance: Provenance(source: 0)))
            incident.facts["bucket-3"] = EntityFact(id: "bucket-3", kind: .resource, provenance: Provenance(source: 0))
        }
        let verification = Verification([], InventoryDiff(old: old, new: new), at: Self.now)
        #expect(verification.isComplete)
        #expect(verification.newcomers.map { new.entity(at: $0.entity).id } == ["key-3", "key-4"])
        #expect(verification.newcomers.map(\.isKnownNew) == [true, true])
        #expect(verification.newcomers.map(\.since) == [nil, Instant(950)])

        let blind = estate(without: ["key-1", "key-2"])
        let uncovered = Verification([], InventoryDiff(old: blind, new: estate()), at: Self.now)
        #expect(uncovered.newcomers.count == 2 && uncovered.newcomers.allSatisfy { !$0.isKnownNew })
    }

    @Test("Identities that can do more than before are told")
    func widened() throws {
        let new = estate { incident in
            incident.links.append(
                RelationFact(.canAccess, from: "account-2", to: "bucket-1", provenance: Provenance(source: 0)))
            incident.facts["person"]?.privilege = 4
        }
        let old = estate { $0.facts["person"]?.privilege = 2 }
        let verification = Verification([], InventoryDiff(old: old, new: new), at: Self.now)
        #expect(verification.widened.map { new.entity(at: $0).id } == ["account-2", "person"])
    }

    @Test("A blast radius then and now speaks of the same seeds")
    func blast() throws {
        let old = estate()
        let new = estate(without: ["bucket-1"])
        let diff = InventoryDiff(old: old, new: new)
        let runner = try #require(old.entity(id: "runner")?.index)
        let seeds = [Seed(entity: runner, window: Interval(Instant(100), .never))]
        let change = BlastChange(diff, seeds: seeds, at: Self.now, marked: false)
        #expect(change.then.live == 4 && change.now.live == 3)
        #expect(change.then.reached == BlastRadius(old, Question(seeds: seeds, at: Self.now)).counts.reached)
        #expect(change.becameLive.isEmpty && change.lostSeeds.isEmpty)
        #expect(change.ceasedLive.map { old.entity(at: $0).id } == ["bucket-1"])

        #expect(change.unknownLive.isEmpty && change.untoldRelations == 0)
        let nothing = BlastChange(
            InventoryDiff(old: old, new: estate(without: ["bucket-1", "bucket-2"])), seeds: seeds, at: Self.now,
            marked: false)
        #expect(nothing.unknownLive.map { old.entity(at: $0).id } == ["bucket-1", "bucket-2"])
        #expect(nothing.ceasedLive.isEmpty && nothing.untoldRelations == 3)
        #expect(nothing.now.live == nothing.then.live)

        let without = InventoryDiff(old: old, new: estate(without: ["runner"]))
        let lost = BlastChange(without, seeds: seeds, at: Self.now, marked: false)
        #expect(lost.lostSeeds == [runner] && lost.now.reached == lost.then.reached)
        #expect(lost.ceasedLive == [runner] && lost.now.live == lost.then.live - 1)
        let back = BlastChange(InventoryDiff(old: new, new: old), seeds: [], at: Self.now, marked: true)
        #expect(back.now.reached == 0)
    }
}
