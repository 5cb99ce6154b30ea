import Inventory
import Reach
import Reports

/// The marked entities in the order in which they are to be remediated.
struct OrderedPlan: Sendable {
    /// The entities, hosts first; what has already expired comes last.
    let entities: [Int]
    /// The step of each that is still to be done; none where no order was worked out.
    let steps: [Int: PlanOrder.Step]
    /// Who answers for each, as far as sources say.
    let owners: [Int: String]
    /// Whether the order was worked out.
    let isOrdered: Bool

    /// Beyond this nobody works through a plan by hand, and the order would take long to find.
    static let limit = Plan.limit

    /// That a plan of so many marks has no order, and why; nil where it has one.
    static func refusal(_ marks: Marks) -> String? {
        guard marks.count > limit else { return nil }
        let (marked, most) = (Words.count(marks.count, "mark"), Words.grouped(limit))
        return "no order was worked out: \(marked), and only up to \(most) are put in order; "
            + "they stand as the evidence lists them, not as they are to be done"
    }

    init<P: Patience>(
        _ engine: ReachEngine, _ marks: Marks, _ question: Question, patience: P
    ) throws(P.Failure) {
        let items = Array(marks)
        guard Self.refusal(marks) == nil else {
            entities = items
            steps = [:]
            owners = [:]
            isOrdered = false
            return
        }
        let used = try engine.usedSince(items, question, patience: patience)
        let order = try PlanOrder(engine.inventory, items: items, question, usedSince: used, patience: patience)
        steps = order.steps
        entities = order.sequence
        owners = Dictionary(
            items.compactMap { item in engine.inventory.entity(at: item).answering.map { (item, $0) } },
            uniquingKeysWith: { first, _ in first })
        isOrdered = true
    }
}
