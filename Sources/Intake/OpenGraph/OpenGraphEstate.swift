import Inventory

/// What all OpenGraph files of an import say that takes all of them to understand: collectors split their nodes and
/// edges over files, and what an edge means may depend on the nodes at its ends. ``OpenGraphLinker`` draws the
/// conclusions.
struct OpenGraphEstate {
    /// Every node read, by id; what was read first.
    var nodes: [String: OpenGraphNode] = [:]
    /// Collectors' edges, in the order in which they were read.
    var edges: [OpenGraphEdge] = []
    var slots = OpenGraphSlots()
    var runners = OpenGraphRunners()
    /// Workflows whose text is in a file.
    var unreadWorkflows = 0
}

/// What edges need to know of a node.
struct OpenGraphNode {
    /// The name of its kind: the vocabulary's, or its own.
    var kindName: String
    var provenance: Provenance
    /// Whether it declares its own kind with `firebreak_kind`.
    var isDeclared: Bool
    /// Whether it is a protected branch.
    var isProtected = false
    /// Whether it is a runner that is thrown away after each job.
    var isEphemeral = false
    /// What a token or installation may do, where that is told.
    var permissions: OpenGraphPermissions?
}

/// An edge whose meaning a collector's table decides.
struct OpenGraphEdge {
    var kind: OpenGraphEdgeKind
    var start: String
    var end: String
    var draft: OpenGraphEdgeDraft
    var provenance: Provenance
}
