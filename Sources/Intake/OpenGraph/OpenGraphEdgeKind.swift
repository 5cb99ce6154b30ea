import Inventory

/// What is known of one edge kind of a file.
struct OpenGraphEdgeKind {
    /// Who says what an edge of this kind means.
    enum Authority {
        /// The table of relations: the kind is one of the vocabulary's, in lower snake case.
        case vocabulary
        /// The table of a known collector.
        case collector([OpenGraphRelations.Row])
        /// The edge's own `traversable`.
        case edge
    }

    /// The kind as the file writes it.
    let name: String
    /// The relation of that name.
    let relation: RelationKind
    let authority: Authority

    /// Whether a known collector's table speaks for the kind.
    var isCollectors: Bool { if case .collector = authority { true } else { false } }

    /// The first of the collector's rows that fits these ends.
    func row(from: String?, to: String?) -> OpenGraphRelations.Row? {
        guard case .collector(let rows) = authority else { return nil }
        func fits(_ kinds: [String], _ kind: String?) -> Bool {
            kinds.isEmpty || kind.map(kinds.contains) == true
        }
        return rows.first { fits($0.from, from) && fits($0.to, to) }
    }
}

/// What the properties of one edge say.
struct OpenGraphEdgeDraft {
    var traversable: Bool?
    var hold: Hold?
    var isSession = false
    var sessionSeconds: UInt32?
    var act: Act?
    var evidence: Evidence?
    var `guard`: String?
    var from: Instant?
    var until: Instant?
    var attributes = OpenGraphAttributes()

    /// When the relation holds.
    var valid: Interval { Interval(from ?? .beginning, until ?? .never) }

    /// Lets what the edge itself says have the last word.
    func override(_ fact: inout RelationFact) {
        if let act { fact.act = act }
        if let evidence { fact.evidence = evidence }
        if let `guard` { fact.guard = `guard` }
        fact.valid = valid
        if isSession {
            fact.hold = .session(seconds: sessionSeconds ?? Hold.defaultSessionSeconds)
        } else if let hold {
            fact.hold = hold
        } else if let sessionSeconds, Self.opensSession(fact) {
            fact.hold = .session(seconds: sessionSeconds)
        }
    }

    /// Whether the relation opens a session when its source does not say how long it holds.
    private static func opensSession(_ fact: RelationFact) -> Bool {
        let name = fact.kind.vocabularyName
        let hold = fact.hold ?? RelationTable.rows.first { $0.name == name }?.traits.hold
        return hold?.name == Hold.session(seconds: 0).name
    }
}
