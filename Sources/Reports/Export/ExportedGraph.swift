import Inventory

/// What of an inventory is exported: some of its entities, in the order of their ids, and every relation among them.
public struct ExportedGraph: Sendable {
    let inventory: Inventory
    /// The numbers of the entities, in the order of their ids.
    let entities: [Int]
    private let rows: RowSet
    /// How many relations there are among them.
    public let relationCount: Int

    /// These entities of `inventory`, or all of them. O(entities + relations).
    public init(_ inventory: Inventory, of rows: RowSet? = nil) {
        let rows = rows ?? RowSet(allOf: inventory.entityCount)
        self.inventory = inventory
        self.rows = rows
        entities = InventorySort(.id).sorted(rows, of: inventory)
        var count = 0
        for relation in 0..<inventory.relationCount {
            let ends = inventory.relationEnds(relation)
            if rows.contains(ends.from), rows.contains(ends.to) { count += 1 }
        }
        relationCount = count
    }

    /// How many entities there are.
    public var entityCount: Int { entities.count }

    /// Calls `body` with each relation: near ends in the order of their ids, the relations of each as the inventory has
    /// them.
    func forEachRelation(_ body: (Relation) -> Void) {
        for entity in entities {
            for relation in inventory.outgoing(entity) where rows.contains(inventory.relationEnds(relation).to) {
                body(inventory.relation(at: relation))
            }
        }
    }
}
