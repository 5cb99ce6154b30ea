import Inventory

/// What the columns of a table of nodes or edges are called, ours and others' names for the same.
enum CSVColumns {
    /// A field of a node, and the names of its column, the surest first.
    static let nodes: [(field: OpenGraphNodeField, names: [String])] =
        [
            (.id, ["id", ":id", "~id", "node_id", "nodeid", "entity_id", "object_id", "objectid"]),
            (
                .kind,
                ["kind", "type", "label", ":label", "~label", "kinds", "labels", "node_type", "category"]
            ),
            (.name, ["name", "display_name", "displayname"]),
        ] + properties(OpenGraphNodeField.allCases.filter { $0 != .name }, \.property)

    /// A field of an edge, and the names of its column.
    static let edges: [(field: OpenGraphEdgeField, names: [String])] =
        [
            (
                .kind,
                ["kind", "type", "relation", "relationship", "label", ":type", "~label", "edge_type", "predicate"]
            ),
            (.validFrom, ["valid_from", "from", "since", "start_time", "start"]),
            (.validUntil, ["valid_until", "until", "valid_to", "end_time", "to", "end"]),
        ]
        + properties(OpenGraphEdgeField.allCases.filter { ![.validFrom, .validUntil].contains($0) }, \.property)

    /// What the columns of an edge's two ends are called. A table may have several of these pairs: the first one names
    /// the ends, which leaves `from` and `to` to be times.
    static let ends: [(start: String, end: String)] = [
        ("src", "dst"), ("source", "target"), ("source_id", "target_id"), ("src_id", "dst_id"),
        (":start_id", ":end_id"), ("start_id", "end_id"), ("from_id", "to_id"), ("~from", "~to"),
        ("subject", "object"), ("start", "end"), ("from", "to"), ("source", "destination"), ("src", "dest"),
    ]

    private static func properties<Field>(
        _ fields: [Field], _ property: (Field) -> (name: String, type: some Any)?
    ) -> [(field: Field, names: [String])] {
        fields.compactMap { field in property(field).map { (field, [$0.name]) } }
    }

    /// Entity kinds by the vocabulary's names, its short ones, and others in use; in lower snake case.
    static let kinds: [String: EntityKind] = {
        var kinds: [String: EntityKind] = [:]
        for row in EntityKind.table {
            for name in [row.name, row.plural.snakeCased, row.short.snakeCased] { kinds[name] = row.kind }
        }
        for (kind, names) in otherNames { for name in names { kinds[name] = kind } }
        return kinds
    }()

    private static let otherNames: [(kind: EntityKind, names: [String])] = [
        (.organization, ["organisation", "organisations", "enterprise"]),
        (.person, ["user", "users", "human", "member"]),
        (.repository, ["project"]), (.workflow, ["pipeline"]), (.run, ["job_run", "workflow_run", "execution"]),
        (.runnerGroup, ["pool", "runner_pool"]), (.secret, ["variable_group", "secret_slot"]),
        (.token, ["credential", "access_key", "api_key", "key", "pat"]),
        (.serviceAccount, ["role", "service_principal", "app", "bot", "machine_user", "identity"]),
        (.agent, ["ai_agent"]), (.artifact, ["cache", "image", "release"]),
        (.resource, ["bucket", "cluster", "cloud_account", "registry", "domain"]),
    ]

    /// The kind that a table calls `name`; nil for one that keeps its own name.
    static func kind(named name: String) -> EntityKind? { kinds[name.snakeCased] }
}

extension String {
    /// In lower case, with `_` in the place of blanks and dashes.
    fileprivate var snakeCased: String { String(lowercased().map { $0 == " " || $0 == "-" ? "_" : $0 }) }
}
