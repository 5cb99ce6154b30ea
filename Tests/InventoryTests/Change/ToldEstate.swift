@testable import Inventory

/// An estate for a test, each part of it told by a file: what tells of what decides what silence means.
struct ToldEstate {
    private var builder = InventoryBuilder()
    private var files: [String: Int] = [:]
    /// Which file tells of what is added, and in which format.
    var file: String
    var format = "lists"

    init(_ file: String = "export/all.json", format: String = "lists") {
        self.file = file
        self.format = format
    }

    private mutating func here() -> Provenance {
        if let known = files[file] { return Provenance(source: known) }
        let number = builder.add(source: Source(path: file, format: format))
        files[file] = number
        return Provenance(source: number)
    }

    /// A file that was read and tells of nothing.
    mutating func touch(_ name: String) { files[name] = builder.add(source: Source(path: name, format: format)) }

    mutating func add(
        _ id: String, _ kind: EntityKind, in parent: String? = nil, _ change: (inout EntityFact) -> Void = { _ in }
    ) {
        var fact = EntityFact(id: id, kind: kind, provenance: here())
        fact.parent = parent
        change(&fact)
        builder.add(fact)
    }

    mutating func relate(
        _ from: String, _ kind: RelationKind, _ to: String, _ valid: Interval = .always,
        _ change: (inout RelationFact) -> Void = { _ in }
    ) {
        var fact = RelationFact(kind, from: from, to: to, valid: valid, provenance: here())
        change(&fact)
        builder.add(fact)
    }

    mutating func kind(_ name: String) -> EntityKind { builder.entityKind(named: name) }
    mutating func relation(_ name: String) -> RelationKind { builder.relationKind(named: name) }
    mutating func note(_ blindSpot: BlindSpot) { builder.add(blindSpot: blindSpot) }

    func built() -> Inventory { builder.build().inventory }
}

extension InventoryDiff {
    /// What the new inventory's silence about an entity means; nil where it has it.
    func silence(_ id: String) -> Silence? { removed.first { old.entity(at: $0.number).id == id }?.silence }

    /// What the new inventory's silence about the relations of a kind from an entity means, in their order.
    func silences(from id: String, _ kind: RelationKind) -> [Silence] {
        removedRelations.filter { absence in
            let relation = old.relation(at: absence.number)
            return relation.from.id == id && relation.kind == kind
        }.map(\.silence)
    }
}
