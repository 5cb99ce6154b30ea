import Inventory
import Reach

// The ways to what a path is about.
extension State {
    /// What the ways are asked of; nil on a page that asks what the plan leaves open.
    var waysQuestion: Question? { place.view == .path && !isAfterPlan ? question : nil }

    /// Whether another way than the earliest is to be shown.
    var isFurtherWay: Bool { (place.way ?? 1) > 1 }

    /// What is asked for ways; nil until another than the earliest is wanted.
    var ways: Inquiry? {
        guard isFurtherWay, let question = waysQuestion, let subject, answer?.radius[subject.index] != nil else {
            return nil
        }
        return .ways(question, subject.index)
    }

    /// Why there is no next way to show.
    var nextWayObstacle: String? {
        guard place.view == .path else { return "only on a path" }
        if isAfterPlan { return "this page asks what the plan leaves open: \(key(.back)), then \(key(.why))" }
        guard case .path(let path) = rows else { return rows.isPending ? pendingReason : "there is no way" }
        if path.steps.isEmpty { return "declared, not derived: no way led here" }
        return path.turn?.count == 1 ? "no other way was found" : nil
    }

    /// Shows the next of the ways; after the last the earliest.
    mutating func showNextWay() -> [Effect] {
        guard case .path(let path) = rows else { return [] }
        let next = (path.turn?.number ?? 1) + 1
        place.way = path.turn.map { next > $0.count } == true ? nil : next
        place.cursor = nil
        place.scroll = 0
        return []
    }
}

extension Answer {
    /// The crossing by which an entity came to be held again when its last holding began; nil where none is found. Of
    /// several the one from what is fewest steps away. O(relations of the entity).
    func regaining(_ entity: Int) -> Relation? {
        guard let held = radius[entity], let moment = held.holdings.last?.from, moment.isBounded else { return nil }
        let inventory = held.entity.inventory
        let near = Array(inventory.incoming(entity)) + Array(inventory.outgoing(entity))
        var best: (relation: Relation, hops: Int)?
        for relation in near.lazy.map(inventory.relation(at:)) where relation.gaining == entity {
            let other = relation.fromIndex == entity ? relation.toIndex : relation.fromIndex
            guard relation.valid.contains(moment), let held = radius[other], !held.isConditional,
                held.holdings.contains(where: { $0.contains(moment) }), held.hops < best?.hops ?? .max
            else { continue }
            best = (relation, held.hops)
        }
        return best?.relation
    }
}
