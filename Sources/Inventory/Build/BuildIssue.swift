/// What did not fit together when an inventory was built. None of it stops the building.
public enum BuildIssue: Hashable, Sendable {
    /// Sources disagree on a property of an entity; `kept` is what the inventory says.
    case conflict(entity: String, property: String, kept: String, dropped: String, provenance: Provenance)
    /// A relation names an entity that no source declares; the relation is left out.
    case dangling(relation: String, from: String, to: String, missing: String, provenance: Provenance)
}
