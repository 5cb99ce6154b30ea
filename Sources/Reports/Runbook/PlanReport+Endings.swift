import Inventory
import Reach

extension PlanReport {
    /// Relations of one kind from one entity to another, which are ended together.
    struct Ending: Sendable {
        let relation: Relation
        let planned: PlannedEnding
        /// Whether it has ended by the moment of the question, so that no action is needed.
        let isOver: Bool

        /// Whether something is left to do.
        var isOpen: Bool { !isOver && planned.progress.isOpen }

        /// How far it is, in words.
        var standing: String { isOver ? "already over" : planned.progress.rawValue }

        /// It in a line: `end (approved): job web can read secret TOKEN: take that right away`.
        var line: String {
            isOpen
                ? "end (\(standing)): \(relation.sentence): \(relation.ending)"
                : "ended (\(standing)): \(relation.sentence)"
        }
    }

    /// What the plan ends. Of relations that differ in their times alone one that has not ended stands for all.
    static func endings(_ plan: Plan, _ inventory: Inventory) -> [Ending] {
        var (endings, places): ([Ending], [[Int]: Int]) = ([], [:])
        for planned in plan.endings where (0..<inventory.relationCount).contains(planned.severance.relation) {
            let number = planned.severance.relation
            let until = inventory.valid(of: number).until
            let relation = inventory.relation(at: number)
            let ending = Ending(
                relation: relation, planned: planned, isOver: !plan.question.timeless && until <= plan.question.at)
            let key = [relation.from.index, Int(relation.kind.rawValue), relation.to.index]
            if let place = places[key] {
                if endings[place].isOver { endings[place] = ending }
            } else {
                places[key] = endings.count
                endings.append(ending)
            }
        }
        return endings
    }
}
