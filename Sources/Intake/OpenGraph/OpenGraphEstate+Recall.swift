import Inventory

extension OpenGraphEstate {
    /// Takes up what collectors' edges and secrets need to know of what was read in the fast lane; most imports have
    /// neither.
    mutating func recall(_ builder: inout InventoryBuilder) {
        if !slots.isEmpty { for secret in filled { slots.markFilled(builder.text(secret)) } }
        filled = []
        if !edges.isEmpty, !plain.isEmpty {
            var wanted: Set<TextReference> = []
            for edge in edges {
                wanted.insert(builder.intern(edge.start))
                wanted.insert(builder.intern(edge.end))
            }
            for node in plain where wanted.contains(node.id) { recall(node, builder) }
        }
        plain = []
    }

    private mutating func recall(_ node: OpenGraphPlainNode, _ builder: InventoryBuilder) {
        let id = builder.text(node.id)
        guard nodes[id].map({ $0.order > node.order }) ?? true else { return }
        let file = files[Int(node.file)]
        nodes[id] = OpenGraphNode(
            order: node.order, kindName: node.kind.row?.name ?? "",
            provenance: Provenance(source: file.source, location: "\(file.nodes)\(node.place)"),
            isDeclared: node.isDeclared, isEphemeral: node.isEphemeral)
    }
}
