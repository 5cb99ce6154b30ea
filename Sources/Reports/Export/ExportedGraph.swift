import Inventory

/// What of an inventory is exported: some of its entities, in the order of their ids, and every relation among them.
public struct ExportedGraph: Sendable {
    let inventory: Inventory
    /// The numbers of the entities, in the order of their ids.
    let entities: [Int]
    private let rows: RowSet
    private let remarks: GraphRemarks
    /// How many relations there are among them.
    public let relationCount: Int

    /// These entities of `inventory`, or all of them, with what a case says of them. O(entities + relations).
    public init(_ inventory: Inventory, of rows: RowSet? = nil, remarks: GraphRemarks? = nil) {
        let rows = rows ?? RowSet(allOf: inventory.entityCount)
        self.inventory = inventory
        self.rows = rows
        self.remarks = remarks ?? GraphRemarks()
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

    /// The entity with this number.
    func entity(_ number: Int) -> ExportedEntity { remarks.told(inventory.entity(at: number)) }

    /// Calls `body` with each relation: near ends in the order of their ids, the relations of each as the inventory has
    /// them.
    func forEachRelation(_ body: (Relation) -> Void) { forEachRelation { relation, _ in body(relation) } }

    /// The same with the attributes of each.
    func forEachRelation(_ body: (Relation, [Attribute]) -> Void) {
        for entity in entities {
            for number in inventory.outgoing(entity) where rows.contains(inventory.relationEnds(number).to) {
                let relation = inventory.relation(at: number)
                body(relation, remarks.attributes(of: relation, numbered: number))
            }
        }
    }
}
