import Inventory

/// A graph as GraphML, for Gephi, yEd, networkx and others. Nodes are called `n0`, `n1`…, because an id may hold what
/// XML has no way to write; the id itself is a value of the node.
struct GraphMLExport {
    private let graph: ExportedGraph

    init(_ graph: ExportedGraph) { self.graph = graph }

    func write(to pieces: inout TextPieces) {
        pieces.append(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <graphml xmlns="http://graphml.graphdrawing.org/xmlns" \
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
            xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns \
            http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">

            """)
        declare(Self.nodeFields, of: "node", to: &pieces)
        declare(Self.edgeFields, of: "edge", to: &pieces)
        pieces.append("<graph id=\"inventory\" edgedefault=\"directed\">\n")
        var numbers = [Int32](repeating: 0, count: graph.inventory.entityCount)
        for (number, row) in graph.entities.enumerated() {
            numbers[row] = Int32(clamping: number)
            let values = Self.values(of: graph.entity(row))
            pieces.append("<node id=\"n\(number)\">\(data(values, prefix: "n"))</node>\n")
        }
        graph.forEachRelation { relation, attributes in
            let (from, to) = (numbers[relation.fromIndex], numbers[relation.toIndex])
            let values = Self.values(of: relation) + [Self.list(attributes)]
            pieces.append("<edge source=\"n\(from)\" target=\"n\(to)\">\(data(values, prefix: "e"))</edge>\n")
        }
        pieces.append("</graph>\n</graphml>\n")
    }

    private func declare(_ fields: [(name: String, type: String)], of element: String, to pieces: inout TextPieces) {
        for (place, field) in fields.enumerated() {
            pieces.append(
                "<key id=\"\(element.prefix(1))\(place)\" for=\"\(element)\" attr.name=\"\(field.name)\" "
                    + "attr.type=\"\(field.type)\"/>\n")
        }
    }

    private func data(_ values: [String?], prefix: String) -> String {
        var text = ""
        for (place, value) in values.enumerated() {
            guard let value, !value.isEmpty else { continue }
            text += "<data key=\"\(prefix)\(place)\">\(SVGText.escaped(value))</data>"
        }
        return text
    }

    /// The values of nodes, each with its name and type.
    static let nodeFields: [(name: String, type: String)] = [
        ("id", "string"), ("label", "string"), ("kind", "string"), ("parent", "string"), ("owner", "string"),
        ("provider", "string"), ("privilege", "int"), ("created_at", "string"), ("issued_at", "string"),
        ("rotated_at", "string"), ("last_used_at", "string"), ("expires_at", "string"), ("revoked_at", "string"),
        ("remediated_at", "string"), ("compromised", "string"), ("flags", "string"), ("attributes", "string"),
        ("short_id", "string"),
    ]

    private static func values(of told: ExportedEntity) -> [String?] {
        let entity = told.entity
        var values: [String?] = [entity.id, entity.name, entity.kindName, entity.parent?.id, entity.owner]
        values += [entity.provider, entity.privilege.map { String($0) }]
        values += [entity.created, entity.issued, entity.rotated, entity.lastUsed].map { $0?.iso8601 }
        values += [entity.expires, entity.revoked].map { $0?.iso8601 }
        values.append(entity.cleanups.map(\.iso8601).joined(separator: " "))
        values += [told.compromised?.words, told.flags.names.joined(separator: " ")]
        values.append(list(told.attributes))
        values.append(entity.shortID)
        return values
    }

    private static func list(_ attributes: [Attribute]) -> String {
        attributes.map { "\($0.name): \($0.value)" }.joined(separator: "; ")
    }

    /// The values of edges, each with its name and type.
    static let edgeFields: [(name: String, type: String)] = [
        ("relation", "string"), ("label", "string"), ("gains_control", "boolean"), ("plane", "string"),
        ("act", "string"), ("hold", "string"), ("evidence", "string"), ("guard", "string"), ("valid_from", "string"),
        ("valid_until", "string"), ("attributes", "string"),
    ]

    private static func values(of relation: Relation) -> [String?] {
        let traits = relation.gaining == nil ? nil : relation.traits
        var values: [String?] = [relation.kindName, relation.phrase, traits == nil ? "false" : "true"]
        values += [traits?.act.plane.rawValue, traits?.act.name, traits?.hold.words]
        values += [relation.traits.evidence.name, relation.guard]
        values += [relation.valid.from, relation.valid.until].map { $0.isBounded ? $0.iso8601 : nil }
        return values
    }
}
