import Casebook
import Inventory

/// What a case says of the entities and relations that are exported, beside what the sources do.
public struct GraphRemarks: Sendable {
    /// When the attacker had what the case declares, by the entity's number; none where it says that it was not had.
    private var windows: [Int: [Interval]] = [:]
    private var attributes: [Int: [Attribute]] = [:]
    /// How far the remediation of relations is, by their numbers.
    private var ends: [Int: Mark.State] = [:]

    /// Nothing.
    init() {}

    /// What `state` says of what is in `inventory`. O(what the case says).
    public init(_ state: CaseState, in inventory: Inventory) {
        func add(_ name: String, _ value: String, to subject: CaseSubject) {
            guard case .entity(let id) = subject, let entity = inventory.entity(id: id) else { return }
            attributes[entity.index, default: []].append(Attribute(name, value))
        }
        for declaration in state.declared {
            guard let entity = inventory.entity(id: declaration.entity) else { continue }
            let all = declaration.windows.map(\.interval).sorted { ($0.from, $0.until) < ($1.from, $1.until) }
            windows[entity.index] = all
            add("case_windows", all.map(\.words).joined(separator: ", "), to: .entity(declaration.entity))
        }
        for mark in state.plan {
            switch mark.item {
            case .entity(let id): add("case_state", mark.state.rawValue, to: .entity(id))
            case .relation(let from, let kind, let to):
                for relation in inventory.relations(from: from, kind: kind, to: to) { ends[relation] = mark.state }
            }
        }
        for (subject, verdict) in state.verdicts { add("case_verdict", verdict.finding.rawValue, to: subject) }
        for (subject, name) in state.assignees { add("case_assignee", name, to: subject) }
        for (subject, tags) in state.tags { for tag in tags.sorted() { add("case_tag", tag, to: subject) } }
    }

    /// An entity with what is said of it here.
    func told(_ entity: Entity) -> ExportedEntity {
        var (compromised, flags) = (entity.compromised, entity.flags)
        if let windows = windows[entity.index] {
            // A graph has room for one window: the one that holds all of them.
            compromised = windows.first.map { first in
                Interval(first.from, windows.map(\.until).max() ?? first.until)
            }
            if compromised == nil { flags.remove(.compromised) } else { flags.insert(.compromised) }
        }
        return ExportedEntity(
            entity: entity, compromised: compromised, flags: flags,
            attributes: entity.attributes + (attributes[entity.index] ?? []),
            state: attributes[entity.index]?.first { $0.name == "case_state" }?.value)
    }

    /// What the sources say of a relation besides, and how far its end is.
    func attributes(of relation: Relation, numbered number: Int) -> [Attribute] {
        relation.attributes + (ends[number].map { [Attribute("case_state", $0.rawValue)] } ?? [])
    }
}

/// An entity as it is exported.
struct ExportedEntity: Sendable {
    let entity: Entity
    /// When an attacker had it, as the sources mark or a case declares.
    let compromised: Interval?
    let flags: EntityFlags
    let attributes: [Attribute]
    /// How far its remediation is; nil where none is planned.
    let state: String?

    /// What a drawing says of it besides its kind and name.
    var notes: [String] {
        (compromised == nil ? [] : ["declared compromised"]) + (state.map { ["remediation \($0)"] } ?? [])
    }
}
