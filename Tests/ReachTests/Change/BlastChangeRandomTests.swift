import Inventory
import Testing

@testable import Reach

/// ``BlastChange`` against what its words say, done by ``NaiveAnswer``: the old inventory with everything remedied that is
/// shown to be over, together with what the new one reaches.
@Suite("A blast radius then and now, on random estates")
struct BlastChangeRandomTests {
    private static let clock = TickClock()
    private static let at = clock.instant(20)
    private static let count: UInt64 = 240

    /// An estate that can be changed and built.
    private struct Estate {
        var facts: [String: EntityFact] = [:]
        var links: [RelationFact] = []
        var collected: Instant?

        func built() -> Inventory {
            var builder = InventoryBuilder()
            _ = builder.add(source: Source(path: "graph.json", format: "graph", collected: collected))
            for (_, fact) in facts.sorted(by: { $0.key < $1.key }) { builder.add(fact) }
            for link in links where facts[link.from] != nil && facts[link.to] != nil { builder.add(link) }
            return builder.build().inventory
        }
    }

    private static let kinds: [(name: String, kind: EntityKind, count: Int)] = [
        ("runner", .runner, 2), ("repo", .repository, 2), ("slot", .secret, 3), ("token", .token, 4),
        ("account", .serviceAccount, 3), ("bucket", .resource, 3), ("person", .person, 1),
    ]
    private static let relations: [(String, RelationKind, String)] = [
        ("runner", .retains, "token"), ("runner", .runsAs, "account"), ("repo", .executesOn, "runner"),
        ("repo", .exposes, "slot"), ("slot", .holds, "token"), ("token", .authenticatesAs, "account"),
        ("token", .canWrite, "repo"), ("account", .canAccess, "bucket"), ("account", .canAssume, "account"),
        ("account", .canWrite, "repo"), ("person", .canWrite, "repo"), ("token", .authenticatesAs, "person"),
    ]

    private static func link(_ random: inout SplitMix64) -> RelationFact {
        let (from, kind, to) = random.pick(relations) ?? relations[0]
        func end(_ name: String) -> String {
            "\(name)-\(random.below(kinds.first { $0.name == name }?.count ?? 1))"
        }
        var fact = RelationFact(kind, from: end(from), to: end(to), provenance: Provenance(source: 0))
        // The definition is followed tick by tick, as long as the longest session lasts.
        if kind == .runsAs || kind == .canAssume { fact.hold = .session(seconds: UInt32(random.within(0...6))) }
        if random.chance(20) { fact.valid = Interval(clock.instant(random.within(1...8)), .never) }
        if random.chance(10) { fact.guard = "review" }
        return fact
    }

    private static func estate(_ random: inout SplitMix64) -> Estate {
        var estate = Estate()
        if random.chance(40) { estate.collected = clock.instant(4) }
        for (name, kind, count) in kinds {
            for number in 0..<count {
                let id = "\(name)-\(number)"
                var fact = EntityFact(id: id, kind: kind, provenance: Provenance(source: 0))
                if kind == .token || kind == .secret { fact.created = clock.instant(1) }
                if random.chance(15) { fact.rotated = clock.instant(random.within(1...12)) }
                if random.chance(10) { fact.expires = clock.instant(random.within(5...30)) }
                estate.facts[id] = fact
            }
        }
        for _ in 0..<random.within(16...34) { estate.links.append(link(&random)) }
        return estate
    }

    private static func later(_ old: Estate, _ random: inout SplitMix64) -> Estate {
        var estate = old
        estate.collected = random.chance(50) ? clock.instant(18) : nil
        for id in old.facts.keys.sorted() {
            if random.chance(20) { estate.facts[id] = nil }
            if random.chance(20) { estate.facts[id]?.rotated = clock.instant(random.within(2...22)) }
            if random.chance(8) { estate.facts[id]?.revoked = clock.instant(random.within(2...22)) }
            if random.chance(8) { estate.facts[id]?.cleanups = [clock.instant(random.within(2...22))] }
        }
        for number in estate.links.indices.reversed() where random.chance(20) {
            if random.chance(50) {
                estate.links.remove(at: number)
            } else {
                estate.links[number].valid = Interval(.beginning, clock.instant(random.within(2...22)))
            }
        }
        for _ in 0..<random.within(0...4) { estate.links.append(link(&random)) }
        return estate
    }

    /// What is live, by the definition.
    private static func live(_ inventory: Inventory, _ question: Question) -> Set<Int> {
        let answer = NaiveAnswer(inventory, question, clock: clock)
        return Set(answer.held.filter { $0.value.isLive && !$0.value.isConditional }.keys)
    }

    /// How an entity counts as taken back, if the new inventory shows that it is over.
    private static func remedy(
        _ entity: Int, _ diff: InventoryDiff, since: Instant, isPlanned: Bool
    ) -> (remedy: Remedy, finding: Finding)? {
        let old = diff.old.entity(at: entity)
        let item = Verification.Item(.entity(old.id), decided: since)
        guard let finding = Verification([item], diff, at: at).results.first?.finding, finding.isClosed else {
            return nil
        }
        let new = diff.new.entity(id: old.id)
        switch finding {
        // What both tell alike shows nothing; what came after it may.
        case .rotated(let told) where !isPlanned && new?.rotated == old.rotated,
            .cleaned(let told) where !isPlanned && new?.cleanups == old.cleanups:
            return remedy(entity, diff, since: told.advanced(by: 1), isPlanned: false)
        case .gone, .revoked, .expired: return (Remedy(entity: entity, at: at, means: .disable), finding)
        default: return (Remedy(entity: entity, at: at, means: old.kind.remediation), finding)
        }
    }

    private struct Expected {
        var verified: Question
        var kept: Set<Int> = []
        var after: Set<Int> = []

        init(_ diff: InventoryDiff, _ question: Question, planned: Set<Int>) {
            let (old, new) = (diff.old, diff.new)
            verified = question
            var findings: [Int: Finding] = [:]
            for entity in planned.sorted() {
                let found = BlastChangeRandomTests.remedy(entity, diff, since: clock.instant(3), isPlanned: true)
                guard let found else { continue }
                verified.remedies.append(found.remedy)
                findings[entity] = found.finding
            }
            var known = verified
            let held = NaiveAnswer(old, verified, clock: clock).held
            let live = BlastChangeRandomTests.live(old, verified)
            let isOlder = old.collected.flatMap { old in new.collected.map { $0 < old } } ?? false
            for entity in live.subtracting(planned).sorted() where !isOlder {
                let since = max(held[entity]?.holdings.first?.from ?? .beginning, old.collected ?? .beginning)
                let found = BlastChangeRandomTests.remedy(entity, diff, since: since, isPlanned: false)
                guard let found else { continue }
                known.remedies.append(found.remedy)
                findings[entity] = found.finding
            }
            let ended =
                diff.removedRelations.filter(\.silence.isAbsent).map(\.number)
                + diff.changedRelations.filter { new.relation(at: $0.new).valid.until <= at }.map(\.old)
            for relation in ended where !isOlder {
                let ends = [old.relation(at: relation).fromIndex, old.relation(at: relation).toIndex]
                guard !ends.contains(where: { planned.contains($0) && live.contains($0) }) else { continue }
                known.severances.append(Severance(relation: relation, at: at))
            }
            kept = BlastChangeRandomTests.live(old, known)

            var later = Question(seeds: [], at: at)
            later.seeds = question.seeds.compactMap { seed in
                diff.counterpart(ofOld: seed.entity).map { Seed(entity: $0, window: seed.window) }
            }
            for remedy in known.remedies where !kept.contains(remedy.entity) {
                guard let entity = diff.counterpart(ofOld: remedy.entity) else { continue }
                switch findings[remedy.entity] {
                case .rotated(let moment), .recreated(let moment), .cleaned(let moment):
                    later.remedies.append(Remedy(entity: entity, at: moment, means: .cleanse))
                default: later.remedies.append(Remedy(entity: entity, at: remedy.at, means: remedy.means))
                }
            }
            later.seeds += kept.compactMap { diff.counterpart(ofOld: $0) }.sorted().map {
                Seed(entity: $0, window: Interval(at, .never))
            }
            after = BlastChangeRandomTests.live(new, later)
        }
    }

    @Test(
        "Now is what was taken and is not shown to be over, and with it what the new inventory reaches",
        arguments: 0..<4)
    func random(batch: UInt64) {
        var (over, came, lost) = (0, 0, 0)
        for number in stride(from: batch, to: Self.count, by: 4) {
            var random = SplitMix64(seed: number)
            let estate = Self.estate(&random)
            let (old, new) = (estate.built(), Self.later(estate, &random).built())
            let diff = InventoryDiff(old: old, new: new)
            let entities = Array(0..<old.entityCount)
            let seeds = entities.shuffled(using: &random).prefix(random.within(2...4)).map { entity in
                let from = random.within(1...6)
                let until = random.chance(30) ? Self.clock.instant(from + random.within(1...6)) : Instant.never
                return Seed(entity: entity, window: Interval(Self.clock.instant(from), until))
            }
            let question = Question(seeds: seeds, at: Self.at)
            let planned = Set(entities.filter { _ in random.chance(25) })
            let items = planned.sorted().map {
                Verification.Item(.entity(old.entity(at: $0).id), decided: Self.clock.instant(3))
            }
            let expected = Expected(diff, question, planned: planned)
            let change = BlastChange(
                diff, seeds: seeds, at: Self.at,
                proven: .init(expected.verified, Verification(items, diff, at: Self.at)), marked: false)

            let then = Self.live(old, question)
            let wide = Set(expected.after.compactMap { diff.counterpart(ofNew: $0) })
            let strangers = expected.after.filter { diff.counterpart(ofNew: $0) == nil }
            #expect(change.then.live == then.count, "estate \(number)")
            #expect(change.verifiedLive == Self.live(old, expected.verified).count, "estate \(number)")
            #expect(change.now.live == expected.kept.union(wide).count + strangers.count, "estate \(number)")
            #expect(Set(change.ceasedLive) == then.subtracting(expected.kept).subtracting(wide), "estate \(number)")
            let became = expected.after.filter { !(diff.counterpart(ofNew: $0).map(then.contains) ?? false) }
            #expect(Set(change.becameLive) == became, "estate \(number)")
            #expect(change.now.rollbackOnlyLive <= change.now.live, "estate \(number)")
            #expect(change.now.liveByPlane.values.reduce(0, +) <= change.now.live, "estate \(number)")
            over += change.ceasedLive.count
            came += change.becameLive.count
            lost += change.lostSeeds.count
        }
        #expect(over > 0 && came > 0 && lost > 0, "\(over) over, \(came) came, \(lost) lost")
    }

    @Test("Where nothing changed, now is then, figure by figure", arguments: 0..<4)
    func unchanged(batch: UInt64) {
        for number in stride(from: batch, to: Self.count / 2, by: 4) {
            var random = SplitMix64(seed: number)
            let estate = Self.estate(&random).built()
            let seeds = [
                Seed(entity: random.below(estate.entityCount), window: Interval(Self.clock.instant(2), .never))
            ]
            let change = BlastChange(InventoryDiff(old: estate, new: estate), seeds: seeds, at: Self.at, marked: false)
            #expect(change.now == change.then && change.verifiedLive == nil, "estate \(number)")
            #expect(change.ceasedLive.isEmpty && change.becameLive.isEmpty && change.unknownLive.isEmpty)
        }
    }
}
