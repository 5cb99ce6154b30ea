import Inventory

/// What all OpenGraph files of an import say that takes all of them to understand: collectors split their nodes and
/// edges over files, and what an edge means may depend on the nodes at its ends. ``OpenGraphLinker`` draws the
/// conclusions.
struct OpenGraphEstate {
    /// Every node read, by id; what was read first.
    var nodes: [String: OpenGraphNode] = [:]
    /// Nodes that no collector's table speaks for, in the order in which they were read.
    var plain: [OpenGraphPlainNode] = []
    /// The files that ``plain`` nodes are from.
    var files: [OpenGraphFile] = []
    /// The ids of secrets and agents that plain edges say hold something.
    var filled: [TextReference] = []
    private var nodesRead: UInt32 = 0

    /// Tells which of two nodes was read first.
    mutating func nextOrder() -> UInt32 {
        nodesRead &+= 1
        return nodesRead
    }
    /// Collectors' edges, in the order in which they were read.
    var edges: [OpenGraphEdge] = []
    var slots = OpenGraphSlots()
    var runners = OpenGraphRunners()
    /// Workflows whose text is in a file.
    var unreadWorkflows = 0
}

/// What edges need to know of a node.
struct OpenGraphNode {
    /// Where it stands among all nodes read.
    var order: UInt32
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

/// The same of a node that only collectors' edges could make interesting, in little room.
struct OpenGraphPlainNode: BitwiseCopyable {
    var id: TextReference
    var kind: EntityKind
    var isDeclared: Bool
    var isEphemeral: Bool
    /// The number of its file, and its place there.
    var file: UInt32
    var place: UInt32
    var order: UInt32
}

/// A file that was read in the fast lane.
struct OpenGraphFile {
    let source: Int
    /// What stands before the number of a node in its place.
    let nodes: String
}

/// An edge whose meaning a collector's table decides.
struct OpenGraphEdge {
    var kind: OpenGraphEdgeKind
    var start: String
    var end: String
    var draft: OpenGraphEdgeDraft
    var provenance: Provenance
}
