import Inventory
import Reach

@testable import Reports

/// Entities of every provider, as the readers write them, and the runbook of each.
struct RunbookFixture {
    private var builder = InventoryBuilder()
    private let here: Provenance

    init() {
        here = Provenance(source: builder.add(source: Source(path: "a.json", format: "test")), location: "/0")
    }

    mutating func add(
        _ id: String, _ kind: EntityKind, name: String? = nil, provider: String? = nil, parent: String? = nil,
        _ attributes: KeyValuePairs<String, String> = [:], flags: EntityFlags = []
    ) {
        var fact = EntityFact(id: id, kind: kind, name: name, provenance: here)
        fact.provider = provider
        fact.parent = parent
        fact.flags = flags
        fact.attributes = attributes.map { Attribute($0.key, $0.value) }
        builder.add(fact)
    }

    mutating func relate(
        _ from: String, _ kind: RelationKind, _ to: String, _ attributes: KeyValuePairs<String, String> = [:]
    ) {
        var fact = RelationFact(kind, from: from, to: to, provenance: here)
        fact.attributes = attributes.map { Attribute($0.key, $0.value) }
        builder.add(fact)
    }

    func build() -> Inventory { builder.build().inventory }

    /// The runbook of one entity.
    func subject(_ id: String, breaks: Int = 1) -> RunbookSubject? {
        build().entity(id: id).map { RunbookSubject($0, breaks: breaks) }
    }

    /// What the runbook of one entity is called.
    func recipe(_ id: String) -> String? { subject(id).flatMap(RunbookRecipe.row)?.name }

    /// The lines of its runbook: a phase and a colon before each, and a question mark where it is not complete.
    func lines(_ id: String, breaks: Int = 1) -> [String] {
        guard let subject = subject(id, breaks: breaks), let recipe = RunbookRecipe.row(for: subject) else { return [] }
        return recipe.steps(subject).flatMap { step in
            step.listed.map { "\(step.phase.rawValue)\($0.canRun ? "" : "?"): \($0.command.line)" }
        }
    }
}
