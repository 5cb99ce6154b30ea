import Casebook
import Inventory

/// One thing that is planned: an entity is remediated, or a relation is ended.
enum Planned: Hashable, Sendable {
    case entity(Int)
    case relation(RelationMark)

    /// An item of a plan; nil where the inventory does not hold it.
    init?(_ item: Mark.Item, in inventory: Inventory) {
        if let id = item.entity {
            guard let entity = inventory.entity(id: id) else { return nil }
            self = .entity(entity.index)
        } else {
            guard let mark = RelationMark(item, in: inventory) else { return nil }
            self = .relation(mark)
        }
    }

    /// The item of a plan.
    func item(in inventory: Inventory) -> Mark.Item {
        switch self {
        case .entity(let entity): .entity(inventory.entity(at: entity).id)
        case .relation(let mark): mark.item(in: inventory)
        }
    }
}

extension Investigation {
    /// Whether it is on the plan.
    func plans(_ planned: Planned) -> Bool {
        switch planned {
        case .entity(let entity): marks.contains(entity)
        case .relation(let mark): endings[mark] != nil
        }
    }

    /// Lets go of the times of what is no longer planned. O(those times).
    mutating func forgetLostMoments() {
        guard !moments.isEmpty else { return }
        for planned in moments.keys where !plans(planned) { moments[planned] = nil }
    }

    /// The times of what is planned as they are saved, by item.
    func momentRecords(in inventory: Inventory) -> [SessionRecord.MomentRecord] {
        moments.map { SessionRecord.MomentRecord(item: $0.key.item(in: inventory), at: $0.value) }
            .sorted { $0.item.words < $1.item.words }
    }
}

/// What of a plan something is said of: entities to remediate, and relations to end.
struct PlanSelection: Hashable, Sendable {
    var entities: Marks = []
    var relations: [RelationMark] = []

    var count: Int { entities.count + relations.count }
    var isEmpty: Bool { count == 0 }
}

extension Investigation {
    /// How many of these are in each state.
    func states(of items: PlanSelection) -> [Mark.State: Int] {
        var counts: [Mark.State: Int] = [:]
        for entity in items.entities {
            if let state = progress(of: entity)?.state { counts[state, default: 0] += 1 }
        }
        for relation in items.relations {
            if let state = endings[relation]?.state { counts[state, default: 0] += 1 }
        }
        return counts
    }
}
