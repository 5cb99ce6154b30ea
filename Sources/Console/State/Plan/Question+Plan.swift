import Inventory
import Reach

extension Question {
    /// The question with these entities remediated at its moment, each as the question says already, else as its kind asks
    /// for.
    func remedying(_ marks: Marks, in inventory: Inventory) -> Question {
        let known = Dictionary(remedies.map { ($0.entity, $0) }, uniquingKeysWith: { $1 })
        var question = self
        question.remedies = marks.map {
            known[$0] ?? Remedy(entity: $0, at: at, means: inventory.entity(at: $0).kind.remediation)
        }
        return question
    }

    /// The question that says how marks are remediated of which evidence shows more than their kind asks for: a slot that
    /// is gone is not filled again.
    func knowing(_ judgements: [Int: Judgement], in inventory: Inventory) -> Question {
        var question = self
        for (entity, judgement) in judgements {
            guard let progress = judgement.progress, progress.state == .verified, progress.proof != nil else {
                continue
            }
            let kind = inventory.entity(at: entity).kind
            let means = Remediation.shown(by: progress.finding, of: kind)
            if means != kind.remediation { question.remedies.append(Remedy(entity: entity, at: at, means: means)) }
        }
        question.remedies.sort { $0.entity < $1.entity }
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
