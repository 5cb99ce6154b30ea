import Inventory
import Reach
import Testing

@testable import Casebook

@Suite("Seeds, plan and replay")
struct CaseReplayTests {
    /// A runner that ran a job's run, which read a token of a service account.
    private static func inventory(marked: Bool = false, extra: Bool = false) -> Inventory {
        var builder = InventoryBuilder()
        let source = builder.add(source: Source(path: "x", format: "test"))
        let here = Provenance(source: source)
        let entities: [(String, EntityKind)] = [
            ("runner", .runner), ("token", .token), ("account", .serviceAccount), ("other", .token),
        ]
        for (id, kind) in entities + (extra ? [("more", .token)] : []) {
            var fact = EntityFact(id: id, kind: kind, provenance: here)
            if marked, id == "other" { fact.compromised = .always }
            builder.add(fact)
        }
        let relations: [(String, RelationKind, String)] = [
            ("runner", .retains, "token"), ("token", .authenticatesAs, "account"),
        ]
        for (from, kind, to) in relations + (extra ? [("runner", .retains, "more")] : []) {
            builder.add(RelationFact(kind, from: from, to: to, provenance: here))
        }
        return builder.build().inventory
    }

    private static func state(_ actions: [CaseAction]) throws -> CaseState {
        var journal = try Journal()
        for action in actions { try journal.add(action) }
        return journal.fold.state
    }

    private static func declared(_ id: String, _ intervals: Interval...) -> CaseAction {
        .declare(entity: id, windows: intervals.map { Window($0) }, why: "")
    }

    @Test("Seeds are what the case declares, and what the sources mark where it says nothing")
    func seeds() throws {
        let inventory = Self.inventory(marked: true)
        func seeds(_ actions: CaseAction...) throws -> [String] {
            try Self.state(actions).seeds(in: inventory).map {
                "\(inventory.entity(at: $0.entity).id) \($0.window.from.bounded ?? 0)"
            }
        }
        #expect(try seeds() == ["other 0"])
        #expect(
            try seeds(Self.declared("runner", Interval(Instant(9), .never), Interval(Instant(3), Instant(4)))) == [
                "other 0", "runner 3", "runner 9",
            ])
        #expect(try seeds(Self.declared("other")) == [])
        #expect(try seeds(Self.declared("other"), .undeclare(entity: "other")) == ["other 0"])
        #expect(try seeds(Self.declared("absent", .always)) == ["other 0"])
        #expect(
            try Self.state([Self.declared("absent", .always), .mark("gone")]).strays(in: inventory) == [
                "absent", "gone",
            ])
    }

    @Test("The plan becomes remedies as the kinds ask for, and severed relations")
    func plan() throws {
        let inventory = Self.inventory()
        let relation = Mark.Item.relation(from: "runner", kind: "retains", to: "token")
        let state = try Self.state([
            .mark(items: [.entity("token")], at: Instant(7)), .mark(items: [.entity("runner"), relation], at: nil),
            .mark("gone"),
        ])
        let question = state.remedying(Question(seeds: [], at: Instant(50)), in: inventory)
        let token = try #require(inventory.entity(id: "token")?.index)
        let runner = try #require(inventory.entity(id: "runner")?.index)
        #expect(
            Set(question.remedies) == [
                Remedy(entity: token, at: Instant(7), means: .disable),
                Remedy(entity: runner, at: Instant(50), means: .cleanse),
            ])
        #expect(question.severances.map(\.at) == [Instant(50)])
        #expect(question.severances.map { inventory.relation(at: $0.relation).to.id } == ["token"])
    }

    @Test("A replay finds every count the same on the same evidence, and says where it is not")
    func replay() throws {
        let inventory = Self.inventory()
        var journal = try Journal()
        func measure() throws {
            let measurement = Measurement(
                of: journal.fold.state, in: inventory, evidence: "h", terms: .init(at: Instant(100)))
            try journal.add(.measure(measurement: measurement))
        }
        try measure()
        try journal.add(Self.declared("runner", .always))
        try measure()
        try journal.add(.mark("token"))
        try measure()
        try journal.add(.undo(entry: 5))
        try measure()
        let figures = journal.fold.state.measurements.map(\.measurement.figures)
        #expect(figures.map(\.reached) == [0, 3, 3, 3])
        #expect(figures.map(\.live) == [0, 3, 3, 3])
        #expect(figures.map(\.afterPlan) == [0, 3, 1, 3])
        let same = CaseReplay(journal.entries) { $0 == "h" ? inventory : nil }
        #expect(same.isSame && same.lines.count == 4 && same.entries == 8)
        let changed = CaseReplay(journal.entries) { _ in Self.inventory(extra: true) }
        #expect(changed.lines.map { $0.outcome == .same } == [true, false, false, false])
        #expect(!changed.isSame)
        let absent = CaseReplay(journal.entries) { _ in nil }
        #expect(absent.lines.allSatisfy { $0.outcome == .noEvidence("h") } && !absent.isSame)
    }
}
