@testable import Inventory

/// Facts without ceremony.
struct InventoryFixture {
    var builder = InventoryBuilder()
    var source: Int

    init() { source = builder.add(source: Source(path: "exports/audit.json", format: "test")) }

    mutating func entity(
        _ id: String, _ kind: EntityKind? = nil, name: String? = nil, _ change: (inout EntityFact) -> Void = { _ in }
    ) {
        var fact = EntityFact(id: id, kind: kind, name: name, provenance: Provenance(source: source))
        change(&fact)
        builder.add(fact)
    }

    mutating func relation(
        _ from: String, _ kind: RelationKind, _ to: String, _ valid: Interval = .always, line: String = "",
        _ change: (inout RelationFact) -> Void = { _ in }
    ) {
        var fact = RelationFact(
            kind, from: from, to: to, valid: valid, provenance: Provenance(source: source, location: line))
        change(&fact)
        builder.add(fact)
    }

    func built() -> Inventory { builder.build().inventory }
    func issues() -> [BuildIssue] { builder.build().issues }
}

extension Instant {
    /// A moment that a test names; the beginning when the text is none, so that the test fails.
    static func at(_ text: String) -> Instant { Instant(text: text) ?? .beginning }
}
