import Inventory
import Reach

extension Question {
    /// The question of a plan whose marks are told beside it: with every relation ended that is planned to be, and with
    /// those marks that take effect at a time of their own, which ``remedying(_:in:)`` goes by.
    func planning(_ work: Investigation, in inventory: Inventory) -> Question {
        guard !work.endings.isEmpty || !work.moments.isEmpty else { return self }
        var question = self
        question.severances += work.endings.keys.flatMap { mark in
            let at = work.moments[.relation(mark)] ?? at
            return mark.relations(in: inventory).map { Severance(relation: $0, at: at) }
        }.sorted { $0.relation < $1.relation }
        question.remedies = work.moments.compactMap { planned, at in
            guard case .entity(let entity) = planned else { return nil }
            return Remedy(entity: entity, at: at, means: inventory.entity(at: entity).kind.remediation)
        }.sorted { $0.entity < $1.entity }
        return question
    }

    /// The question with these entities remediated, each as its kind asks for: at the time that the question of the plan
    /// has for it, else at the moment of the question.
    func remedying(_ marks: Marks, in inventory: Inventory) -> Question {
        var question = self
        let times = Dictionary(remedies.map { ($0.entity, $0.at) }, uniquingKeysWith: { first, _ in first })
        question.remedies = marks.map {
            Remedy(entity: $0, at: times[$0] ?? at, means: inventory.entity(at: $0).kind.remediation)
        }
        return question
    }

    /// The question with those of these entities that can be revoked disabled all along: what it reaches owes nothing
    /// to them.
    func avoiding(_ marks: Marks, in inventory: Inventory) -> Question {
        var question = remedying(marks, in: inventory)
        question.remedies = question.remedies.map { remedy in
            remedy.means == .disable ? Remedy(entity: remedy.entity, at: .beginning, means: .disable) : remedy
        }
        return question
    }
}
