import Inventory
import Reach

/// A small inventory for a test, written down in few words. Times are seconds.
struct Estate {
    private var builder = InventoryBuilder()
    private let here: Provenance

    init(_ entities: KeyValuePairs<String, EntityKind> = [:]) {
        here = Provenance(source: builder.add(source: Source(path: "estate", format: "test")))
        for (id, kind) in entities { add(id, kind) }
    }

    mutating func add(_ id: String, _ kind: EntityKind, _ change: (inout EntityFact) -> Void = { _ in }) {
        var fact = EntityFact(id: id, kind: kind, provenance: here)
        change(&fact)
        builder.add(fact)
    }

    /// A relation of the vocabulary.
    mutating func relate(
        _ from: String, _ kind: RelationKind, _ to: String, _ valid: Interval = .always,
        _ change: (inout RelationFact) -> Void = { _ in }
    ) {
        var fact = RelationFact(kind, from: from, to: to, valid: valid, provenance: here)
        change(&fact)
        builder.add(fact)
    }

    /// A relation that only this estate knows, by which control of `from` gives `to`.
    mutating func link(
        _ from: String, _ to: String, _ hold: Hold, _ valid: Interval = .always, act: Act = .harvest,
        _ change: (inout RelationFact) -> Void = { _ in }
    ) {
        relate(from, builder.relationKind(named: "leads_to"), to, valid) { fact in
            fact.gain = .forward
            fact.act = act
            fact.hold = hold
            change(&fact)
        }
    }

    func build() -> Inventory { builder.build().inventory }

    /// What an attacker with these seeds comes to hold.
    func blast(
        _ seeds: KeyValuePairs<String, Interval>, at: Int64 = 0,
        _ change: (inout Question, Inventory) -> Void = { _, _ in }
    ) -> BlastRadius {
        let inventory = build()
        let question = inventory.question(seeds, at: at, change)
        return BlastRadius(inventory, question)
    }

    /// What stays open when code is rolled back at `moment`, which is also the moment that decides what is live.
    func rollbackOnly(
        _ seeds: KeyValuePairs<String, Interval>, at moment: Int64,
        _ change: (inout Question, Inventory) -> Void = { _, _ in }
    ) -> BlastRadius {
        let inventory = build()
        let question = inventory.question(seeds, at: moment, change)
        return BlastRadius.rollbackOnly(inventory, question, at: Instant(moment))
    }
}

extension Inventory {
    /// The number of the entity with this id; one that no entity has when there is none.
    func number(_ id: String) -> Int { entity(id: id)?.index ?? -1 }

    func question(
        _ seeds: KeyValuePairs<String, Interval>, at: Int64, _ change: (inout Question, Inventory) -> Void
    ) -> Question {
        var question = Question(
            seeds: seeds.map { Seed(entity: number($0.key), window: $0.value) }, at: Instant(at))
        change(&question, self)
        return question
    }

    func disabling(_ id: String, at: Int64) -> Remedy {
        Remedy(entity: number(id), at: Instant(at), means: .disable)
    }

    func cleansing(_ id: String, at: Int64) -> Remedy {
        Remedy(entity: number(id), at: Instant(at), means: .cleanse)
    }
}

extension BlastRadius {
    subscript(id: String) -> HeldEntity? { entities.first { $0.entity.id == id } }

    /// When the entity is held, written down: `[0, 10) [20, …)`; empty when it never is.
    func held(_ id: String) -> String { self[id]?.holdings.map(\.text).joined(separator: " ") ?? "" }

    /// The ids along the path to the entity, the near end of its first crossing first.
    func route(_ id: String) -> [String]? {
        guard let held = self[id], let path = path(to: held.entity.index) else { return nil }
        return (path.first.map { [$0.from.id] } ?? []) + path.map(\.to.id)
    }
}

/// From `from` up to, and not including, `until`.
func during(_ from: Int64, _ until: Int64) -> Interval { Interval(Instant(from), Instant(until)) }

/// From `from` on.
func since(_ from: Int64) -> Interval { Interval(Instant(from), .never) }

/// Up to, and not including, `until`.
func before(_ until: Int64) -> Interval { Interval(.beginning, Instant(until)) }
