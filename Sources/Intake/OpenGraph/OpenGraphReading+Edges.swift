import Inventory

extension OpenGraphReading {
    /// Adds the relation that `edge` describes; a collector's waits until all nodes are known.
    mutating func readEdge(_ edge: JSONValue, at location: String, into builder: inout InventoryBuilder) {
        guard edge.kind == .object else { return report.note("an edge has to be an object; left out", at: location) }
        guard let name = edge["kind"]?.string, !name.isEmpty else {
            return report.note("an edge needs a kind, as a string; left out", at: "\(location)/kind")
        }
        guard let start = end("start", of: edge, at: location), let end = end("end", of: edge, at: location)
        else { return }
        let properties = edge["properties"]
        let kind = kind(of: properties, named: name, in: &builder)
        if let properties, properties.kind != .object, !properties.isNull {
            report.note("properties have to be an object; left out", at: "\(location)/properties")
        }
        let draft = draft(of: properties, keepsTraversable: kind.isCollectors, at: location)
        counts["relations", default: 0] += 1

        var fact = RelationFact(kind.relation, from: start, to: end, provenance: provenance(location))
        switch kind.authority {
        case .vocabulary: fact.gain = draft.traversable.map { $0 ? .forward : .none }
        case .edge: fact.gain = draft.traversable ?? traversableByDefault ? .forward : Gain.none
        case .collector:
            estate.edges.append(
                OpenGraphEdge(kind: kind, start: start, end: end, draft: draft, provenance: fact.provenance))
            return
        }
        fact.attributes = draft.attributes.all
        draft.override(&fact)
        builder.add(fact)
        if fact.kind == .holds { estate.slots.markFilled(fact.from) }
    }

    /// What an edge is whose kind the file calls `name`.
    private mutating func kind(
        of properties: JSONValue?, named name: String, in builder: inout InventoryBuilder
    ) -> OpenGraphEdgeKind {
        guard let imported = importedKind(properties) else { return edgeKind(named: name, in: &builder) }
        let known = edgeKind(named: imported, in: &builder)
        guard known.isCollectors else { return known }
        return OpenGraphEdgeKind(name: known.name, relation: known.relation, authority: .edge)
    }

    /// What edges of the kind called `name` are.
    mutating func edgeKind(named name: String, in builder: inout InventoryBuilder) -> OpenGraphEdgeKind {
        if let known = edgeKinds[name] { return known }
        let isFull = edgeKinds.count >= Self.kindLimit
        let relation = builder.relationKind(named: isFull ? "other" : SecretText.redacted(name))
        let authority: OpenGraphEdgeKind.Authority =
            if relation.vocabularyName != nil, !isFull {
                .vocabulary
            } else if let rows = OpenGraphRelations.byKind[name] {
                .collector(rows)
            } else {
                .edge
            }
        let kind = OpenGraphEdgeKind(name: name, relation: relation, authority: authority)
        if !isFull { edgeKinds[name] = kind }
        return kind
    }

    /// The id of the node at one end; nil, and noted, when it names none.
    private mutating func end(_ key: String, of edge: JSONValue, at location: String) -> String? {
        switch ends.match(edge[key]) {
        case .id(let id): return id
        // No id can be this text: the relation is left out, and reported with the others that lead nowhere.
        case .nothing(let name): return "node where \(name)"
        case .several(let name, let count):
            report.note("\(count) nodes have \(name); the edge is left out", at: "\(location)/\(key)")
        case .malformed(let problem):
            report.note("\(key) \(problem); the edge is left out", at: "\(location)/\(key)")
        }
        return nil
    }
}
