import Inventory

/// The reading of one file.
struct OpenGraphReading {
    /// The number of the source.
    let source: Int
    var report: FileReport
    /// What is gathered over all files.
    var estate: OpenGraphEstate
    /// How ends that are not ids find their nodes.
    var ends = OpenGraphEnds(nodes: nil)
    /// What is known of each edge kind met.
    var edgeKinds: [String: OpenGraphEdgeKind] = [:]
    /// How many facts there are about what, for the report.
    var counts: [String: Int] = [:]
    /// The kind for each name met.
    var entityKinds: [String: EntityKind] = [:]

    // What formats that are read as OpenGraph say in another way.
    /// Kinds of nodes that the format has other names for.
    var kindNames: (String) -> EntityKind? = { _ in nil }
    /// Whether what the file calls a node is kept where we call it something else.
    var namesKinds = true
    /// Whether control flows along an edge of a kind that only its source knows, when nothing says so.
    var traversableByDefault = false

    init(source: Int, report: FileReport, estate: OpenGraphEstate) {
        self.source = source
        self.report = report
        self.estate = estate
    }

    /// Names beyond this number share one kind: a file with so many is no graph of anything.
    static let kindLimit = 4_096

    func provenance(_ location: String) -> Provenance { Provenance(source: source, location: location) }

    /// What `value` was read as; notes when it is bad.
    mutating func known<Value>(
        _ value: OpenGraphValue<Value>, _ expected: String, at location: String, _ key: String
    ) -> Value? {
        if case .bad = value { noteBad(key, "is not \(expected); left out", at: location) }
        return value.known
    }

    /// Notes what is wrong with the property `key` of the node or edge at `location`.
    mutating func noteBad(_ key: String, _ problem: String, at location: String) {
        report.note("\(key) \(problem)", at: "\(location)/properties/\(key)")
    }

    /// The entity kind called `name`.
    mutating func entityKind(named name: String, in builder: inout InventoryBuilder) -> EntityKind {
        if let known = entityKinds[name] { return known }
        let isFull = entityKinds.count >= Self.kindLimit
        let kind = builder.entityKind(named: isFull ? "other" : SecretText.redacted(name))
        if !isFull { entityKinds[name] = kind }
        return kind
    }
}
