import Inventory
import Reach

extension Question {
    /// The question of a plan whose marks are told beside it: with every relation ended that is planned to be, with those
    /// marks that take effect at a time of their own, and with those of which evidence shows more than their kind asks for: a
    /// slot that is gone is not filled again. ``remedying(_:in:)`` goes by them.
    func planning(_ work: Investigation, in inventory: Inventory) -> Question {
        var question = self
        question.severances += work.endings.keys.flatMap { mark in
            let at = work.moments[.relation(mark)] ?? at
            return mark.relations(in: inventory).map { Severance(relation: $0, at: at) }
        }.sorted { $0.relation < $1.relation }
        var known: [Int: Remedy] = [:]
        for case (.entity(let entity), let at) in work.moments {
            known[entity] = Remedy(entity: entity, at: at, means: inventory.entity(at: entity).kind.remediation)
        }
        for (entity, judgement) in work.judgements {
            guard let progress = judgement.progress, progress.state == .verified, progress.proof != nil else {
                continue
            }
            let kind = inventory.entity(at: entity).kind
            let means = Remediation.shown(by: progress.finding, of: kind)
            guard means != kind.remediation else { continue }
            known[entity] = Remedy(entity: entity, at: known[entity]?.at ?? at, means: means)
        }
        question.remedies = known.values.sorted { $0.entity < $1.entity }
        return question
    }

    /// The question with these entities remediated: as the question of the plan says, else at its moment and as their kind
    /// asks for.
    func remedying(_ marks: Marks, in inventory: Inventory) -> Question {
        let known = Dictionary(remedies.map { ($0.entity, $0) }, uniquingKeysWith: { $1 })
        var question = self
        question.remedies = marks.map {
            known[$0] ?? Remedy(entity: $0, at: at, means: inventory.entity(at: $0).kind.remediation)
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
