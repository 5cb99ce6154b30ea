import Inventory

/// A graph as BloodHound's OpenGraph JSON, with Firebreak's own properties, so that it reads back as the same graph.
///
/// What BloodHound's schema has no place for stands in a member `firebreak` behind the graph, which it passes over.
struct OpenGraphExport {
    private let graph: ExportedGraph

    init(_ graph: ExportedGraph) { self.graph = graph }

    func write(to pieces: inout TextPieces) {
        pieces.append("{\"metadata\":{\"source_kind\":\"Firebreak\"},\"graph\":{\"nodes\":[")
        var isFirst = true
        for row in graph.entities {
            pieces.append(isFirst ? "\n" : ",\n")
            pieces.append(OpenGraphText.node(graph.entity(row)))
            isFirst = false
        }
        pieces.append("],\n\"edges\":[")
        isFirst = true
        var defaults = RelationDefaults()
        graph.forEachRelation { relation, attributes in
            pieces.append(isFirst ? "\n" : ",\n")
            pieces.append(OpenGraphText.edge(relation, attributes, default: defaults.traits(of: relation)))
            isFirst = false
        }
        pieces.append("]},\n\"firebreak\":")
        pieces.append(about)
        pieces.append("}\n")
    }

    private var about: JSONText {
        let spots = graph.inventory.blindSpots.map { spot in
            JSONText.object([
                ("what", .string(spot.what)), ("count", JSONText(spot.count)), ("why", .string(spot.why)),
            ])
        }
        return .object([
            ("schema", "firebreak.opengraph/1"), ("entities", JSONText(graph.entityCount)),
            ("relations", JSONText(graph.relationCount)),
            ("collected_at", graph.inventory.collected.map(OpenGraphText.time) ?? .null),
            ("blind_spots", .array(spots)),
        ])
    }
}

/// What relations mean where nothing is said, looked up once for each kind and kinds of ends.
struct RelationDefaults {
    private struct Key: Hashable {
        let kind: RelationKind
        let from: EntityKind
        let to: EntityKind
    }

    private var rows: [Key: RelationTable.Row?] = [:]

    /// The table's traits for a relation of this kind with this end.
    mutating func traits(of relation: Relation) -> RelationTraits {
        let key = Key(kind: relation.kind, from: relation.from.kind, to: relation.to.kind)
        let row: RelationTable.Row?
        if let known = rows[key] {
            row = known
        } else {
            row = RelationTable.row(key.kind, from: key.from, to: key.to)
            rows[key] = .some(row)
        }
        var traits = row?.traits ?? .unknown
        if let ended = row?.holdWhenEnded, relation.valid.until != .never { traits.hold = ended }
        return traits
    }
}
