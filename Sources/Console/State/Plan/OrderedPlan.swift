import Inventory
import Reach

/// The marked entities in the order in which they are to be remediated.
struct OrderedPlan: Sendable {
    /// Where an entity stands in the order.
    struct Step: Hashable, Sendable {
        /// From 1 on; entities of one step are done together.
        let number: Int
        /// Whether the entities of the step can restore each other, so that all must be done before any comes back.
        let isAtomic: Bool
    }

    /// The entities, hazards first; what has already expired comes last.
    let entities: [Int]
    /// The step of each that is still to be done; none where no order was worked out.
    let steps: [Int: Step]
    /// Whether the order was worked out.
    let isOrdered: Bool

    /// Beyond this nobody works through a plan by hand, and the order would take long to find.
    static let limit = 5_000

    /// That a plan of so many marks has no order, and why; nil where it has one.
    static func refusal(_ marks: Marks) -> String? {
        guard marks.count > limit else { return nil }
        let (marked, most) = (Words.count(marks.count, "mark"), Words.grouped(limit))
        return "no order was worked out: \(marked), and only up to \(most) are put in order; "
            + "they stand as the evidence lists them, not as they are to be done"
    }

    init<P: Patience>(
        _ inventory: Inventory, _ marks: Marks, _ question: Question, patience: P
    ) throws(P.Failure) {
        guard Self.refusal(marks) == nil else {
            entities = Array(marks)
            steps = [:]
            isOrdered = false
            return
        }
        let order = try PlanOrder(inventory, items: Array(marks), question, patience: patience)
        steps = order.steps
        entities = order.sequence
        isOrdered = true
    }
}

extension PlanOrder {
    /// The entities as they are done; what has already expired comes last.
    var sequence: [Int] { groups.flatMap { $0.entities.map(\.index) } + expired.map(\.index) }

    /// Where each entity that is to be done stands.
    var steps: [Int: OrderedPlan.Step] {
        var steps: [Int: OrderedPlan.Step] = [:]
        for (place, group) in groups.enumerated() {
            for entity in group.entities {
                steps[entity.index] = OrderedPlan.Step(number: place + 1, isAtomic: group.isAtomic)
            }
        }
        return steps
    }
}
