import Inventory

extension PlanOrder {
    /// Where an item stands in the order.
    public struct Step: Hashable, Sendable {
        /// From 1 on; items of one step are done together.
        public let number: Int
        /// Whether the items of the step can restore each other, so that all must be done before any comes back.
        public let isAtomic: Bool
    }

    /// The numbers of the entities as they are done; what has already expired comes last.
    public var sequence: [Int] { groups.flatMap { $0.entities.map(\.index) } + expired.map(\.index) }

    /// Where each entity that is to be done stands, by its number.
    public var steps: [Int: Step] {
        var steps: [Int: Step] = [:]
        for (place, group) in groups.enumerated() {
            for entity in group.entities {
                steps[entity.index] = Step(number: place + 1, isAtomic: group.isAtomic)
            }
        }
        return steps
    }
}

extension ReachEngine {
    /// The items that are known to have been used at or after the moment they were first held, the plan left out of
    /// account: what cannot wait. Asks nothing where no item has a recorded use.
    public func usedSince<P: Patience>(
        _ items: [Int], _ question: Question, patience: P
    ) throws(P.Failure) -> Set<Int> {
        let used = Set(items.filter { inventory.exists($0) && inventory.entity(at: $0).lastUsed != nil })
        guard !used.isEmpty, !question.seeds.isEmpty else { return [] }
        let held = try self.reached(question.untouched, patience: patience)
        var since: Set<Int> = []
        for (place, entity) in held.entities.enumerated() where used.contains(Int(entity)) {
            guard let last = inventory.entity(at: Int(entity)).lastUsed else { continue }
            if last >= held.firstHeld(place) { since.insert(Int(entity)) }
        }
        return since
    }
}
