import Casebook
import Inventory
import Reach

/// Relations that are planned to be ended: all of one kind from one entity to another.
struct RelationMark: Hashable, Sendable {
    /// The number of the near end.
    let from: Int
    /// The kind in snake case.
    let kind: String
    /// The number of the far end.
    let to: Int

    init(_ relation: Relation) {
        (from, kind, to) = (relation.from.index, relation.kindName, relation.to.index)
    }

    /// An item of a plan; nil for an entity, and where an end is not in the inventory.
    init?(_ item: Mark.Item, in inventory: Inventory) {
        guard case .relation(let from, let kind, let to) = item, let near = inventory.entity(id: from),
            let far = inventory.entity(id: to)
        else { return nil }
        (self.from, self.kind, self.to) = (near.index, kind, far.index)
    }

    /// The item of a plan.
    func item(in inventory: Inventory) -> Mark.Item {
        .relation(from: inventory.entity(at: from).id, kind: kind, to: inventory.entity(at: to).id)
    }

    /// The relations, by their numbers; none where the inventory does not tell of them.
    func relations(in inventory: Inventory) -> [Int] {
        let (near, far) = (inventory.entity(at: from), inventory.entity(at: to))
        return inventory.relations(from: near.id, kind: kind, to: far.id)
    }

    /// In words: `job build can get a session of service account deployer`.
    func words(in inventory: Inventory) -> String {
        let (near, far) = (inventory.entity(at: from), inventory.entity(at: to))
        let phrase = relations(in: inventory).first.map { inventory.relation(at: $0).phrase } ?? kind
        return "\(Words.kind(near)) \(near.name) \(phrase) \(Words.kind(far)) \(far.name)"
    }
}

extension Investigation {
    /// How much is planned: entities to remediate, and relations to end.
    var planCount: Int { marks.count + endings.count }

    /// The relations that are planned to be ended, by the ids of their ends.
    func orderedEndings(in inventory: Inventory) -> [RelationMark] {
        endings.keys.sorted { left, right in
            if left.from != right.from { return inventory.idPrecedes(left.from, right.from) }
            return left.to == right.to ? left.kind < right.kind : inventory.idPrecedes(left.to, right.to)
        }
    }
}
