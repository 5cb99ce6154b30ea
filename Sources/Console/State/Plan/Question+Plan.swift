import Inventory
import Reach

extension Question {
    /// The question with these entities remediated at its moment, each as its kind asks for.
    func remedying(_ marks: Marks, in inventory: Inventory) -> Question {
        var question = self
        question.remedies = marks.map {
            Remedy(entity: $0, at: at, means: inventory.entity(at: $0).kind.remediation)
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
