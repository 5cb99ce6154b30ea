import Inventory

/// A graph as two tables of comma-separated values, one of entities and one of relations, joined by ids. Both are such
/// as `firebreak` itself reads. Names are made printable and no cell is a formula, so that hostile ones are changed.
struct GraphTables {
    private let graph: ExportedGraph

    init(_ graph: ExportedGraph) { self.graph = graph }

    func writeEntities(to pieces: inout TextPieces) {
        pieces.append(CSVText.row(Self.entityColumns))
        for row in graph.entities { pieces.append(CSVText.row(Self.cells(of: graph.entity(row)))) }
    }

    func writeRelations(to pieces: inout TextPieces) {
        pieces.append(CSVText.row(Self.relationColumns))
        graph.forEachRelation { pieces.append(CSVText.row(Self.cells(of: $0, $1))) }
    }

    static let entityColumns = [
        "id", ShortID.property, "kind", "name", "firebreak_parent", "owner", "provider", "privilege", "created_at",
        "issued_at",
        "rotated_at", "last_used_at", "expires_at", "revoked_at", "remediated_at", "compromised_from",
        "compromised_until", "firebreak_flags", "attributes",
    ]

    private static func cells(of told: ExportedEntity) -> [String] {
        let entity = told.entity
        var cells = [entity.id, entity.shortID, entity.kindName, entity.name, entity.parent?.id ?? ""]
        cells += [entity.owner ?? "", entity.provider ?? "", entity.privilege.map { String($0) } ?? ""]
        cells += [time(entity.created), time(entity.issued), time(entity.rotated), time(entity.lastUsed)]
        cells += [time(entity.expires), time(entity.revoked)]
        cells.append(entity.cleanups.map(\.iso8601).joined(separator: " "))
        cells += [time(told.compromised?.from), time(told.compromised?.until)]
        cells += [told.flags.names.joined(separator: " "), list(told.attributes)]
        return cells
    }

    static let relationColumns = [
        "source", "relation", "target", "traversable", "act", "plane", "hold", "session_seconds", "evidence", "guard",
        "valid_from", "valid_until", "attributes",
    ]

    private static func cells(of relation: Relation, _ attributes: [Attribute]) -> [String] {
        let traits = relation.traits
        let gains = relation.gaining != nil
        var cells = [relation.from.id, relation.kindName, relation.to.id, traits.gain == .forward ? "true" : "false"]
        cells += [traits.act.name, gains ? traits.act.plane.rawValue : "", traits.hold.name, seconds(traits.hold)]
        cells += [traits.evidence.name, relation.guard ?? "", time(relation.valid.from), time(relation.valid.until)]
        cells.append(list(attributes))
        return cells
    }

    /// ISO 8601; empty where nobody knows, and at the ends of time.
    private static func time(_ instant: Instant?) -> String {
        instant.flatMap { $0.isBounded ? $0.iso8601 : nil } ?? ""
    }

    private static func seconds(_ hold: Hold) -> String {
        if case .session(let seconds) = hold { return String(seconds) }
        return ""
    }

    /// Attributes as one JSON object; empty where there are none.
    private static func list(_ attributes: [Attribute]) -> String {
        attributes.isEmpty ? "" : String(JSONText.attributes(attributes).line.dropLast())
    }
}
