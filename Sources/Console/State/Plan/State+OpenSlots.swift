import Inventory
import Reach
import Reports

// The slots of what is to be revoked that stay open all the same: there a new value would be lost too.
extension State {
    /// Those of an entity once what is marked is done; of an entity that is not marked, once the suggested firebreak that
    /// it belongs to is made, else those that are open now. None where it needs no new value.
    func openSlots(of entity: Entity) -> [OpenSlot] {
        guard Words.settled(entity, at: at) == nil else { return [] }
        if work.present.marks.contains(entity.index) { return planAnswer?.radius.openSlots(of: entity) ?? [] }
        if let member = firebreak?.members[entity.index] { return member.openSlots }
        return answer?.radius.openSlots(of: entity) ?? []
    }

    /// The suggested firebreak, where the plan shows it and it is at hand.
    var firebreak: Firebreak? {
        guard place.view == .plan, PlanView.Section(of: self) == .firebreak, let question else { return nil }
        return findings.firebreak(question, work.present.targets)
    }
}
