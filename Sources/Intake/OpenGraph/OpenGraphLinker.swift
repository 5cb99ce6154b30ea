import Inventory

/// Adds to an import what follows from all of its OpenGraph files together.
struct OpenGraphLinker {
    private let estate: OpenGraphEstate
    private var runners: OpenGraphRunners
    private var slots: OpenGraphSlots
    /// What each node belongs to, by its id: the narrowest of those that edges name.
    private var parents: [String: (id: String, rank: Int)] = [:]
    /// Tokens and installations that reach something by permissions which no file holds.
    private var unknownPermissions: Set<String> = []
    /// Tokens and installations of which the files say what they reach.
    private var reaching: Set<String> = []

    /// Adds the collectors' relations, what they nest in, tokens for slots, and runners for jobs.
    static func link(_ session: inout ImportSession) {
        session.openGraph.recall(&session.builder)
        var linker = OpenGraphLinker(estate: session.openGraph)
        for edge in linker.estate.edges { linker.add(edge, to: &session.builder) }
        linker.finish(into: &session.builder)
    }

    private init(estate: OpenGraphEstate) {
        self.estate = estate
        runners = estate.runners
        slots = estate.slots
    }

    private mutating func add(_ edge: OpenGraphEdge, to builder: inout InventoryBuilder) {
        let (start, end) = (estate.nodes[edge.start], estate.nodes[edge.end])
        let row = edge.kind.row(from: start?.kindName, to: end?.kindName)
        var fact = RelationFact(edge.kind.relation, from: edge.start, to: edge.end, provenance: edge.provenance)
        fact.attributes = edge.draft.attributes.all
        if let row { apply(row, to: &fact, edge, start, end) }
        edge.draft.override(&fact)
        builder.add(fact)
        if fact.kind == .holds { slots.markFilled(fact.from) }

        guard let row, let start, let end else { return }
        if row.nests, !end.isDeclared { nest(edge.end, in: edge.start, kind: start.kindName) }
        runners.note(
            edge.kind.name, start: edge.start, startKind: start.kindName, end: edge.end, endKind: end.kindName)
    }

    /// Lets a collector's row decide what the edge means.
    private mutating func apply(
        _ row: OpenGraphRelations.Row, to fact: inout RelationFact, _ edge: OpenGraphEdge, _ start: OpenGraphNode?,
        _ end: OpenGraphNode?
    ) {
        var relation = row.relation
        var gain = row.gain
        switch row.condition {
        case .permissions:
            reaching.insert(edge.start)
            if let permissions = start?.permissions {
                relation = permissions.relation(toKind: end?.kindName ?? "")
            } else {
                unknownPermissions.insert(edge.start)
            }
            if relation == nil { gain = Gain.none }
        case .branchProtection:
            if end?.isProtected == true { fact.guard = "branch protection" }
        case .persistentRunner:
            if end?.isEphemeral == true { gain = Gain.none }
        case nil: break
        }
        if let relation = relation.flatMap({ RelationKind(name: $0) }) {
            fact.kind = relation
            fact.attributes.append(Attribute("opengraph_kind", edge.kind.name))
        }
        if row.isFlipped { (fact.from, fact.to) = (edge.end, edge.start) }
        (fact.gain, fact.act, fact.hold, fact.evidence) = (gain, row.act, row.hold, row.evidence)
    }

    /// Kinds that others belong to, the widest first.
    private static let containers = [
        "organization", "repository", "runner_group", "workflow", "job", "environment",
    ]

    private mutating func nest(_ part: String, in container: String, kind: String) {
        guard part != container else { return }
        let rank = Self.containers.firstIndex(of: kind) ?? -1
        if let known = parents[part], known.rank > rank || (known.rank == rank && known.id <= container) { return }
        parents[part] = (container, rank)
    }

    private mutating func finish(into builder: inout InventoryBuilder) {
        for (id, parent) in parents.sorted(by: { $0.key < $1.key }) {
            guard let part = estate.nodes[id] else { continue }
            var fact = EntityFact(id: id, kind: nil, provenance: part.provenance)
            fact.parent = parent.id
            builder.add(fact)
        }
        slots.fill(into: &builder)
        runners.assign(into: &builder)
        if !unknownPermissions.isEmpty {
            builder.add(
                blindSpot: BlindSpot(
                    what: "tokens and installations of unknown permissions", count: unknownPermissions.count,
                    why: "the export does not hold their permissions"))
        }
        let unreached = estate.nodes.count {
            $0.value.permissions?.relation(toKind: "repository") != nil && !reaching.contains($0.key)
        }
        if unreached > 0 {
            builder.add(
                blindSpot: BlindSpot(
                    what: "tokens and installations that can write to unknown repositories", count: unreached,
                    why: "the export does not say which repositories they reach"))
        }
        if estate.unreadWorkflows > 0 {
            builder.add(
                blindSpot: BlindSpot(
                    what: "workflows whose text was not read", count: estate.unreadWorkflows,
                    why: "workflow files inside an OpenGraph export are not parsed"))
        }
    }
}
