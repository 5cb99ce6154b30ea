import Inventory
import PlainText

extension Place {
    /// The name of the place in the trail of places.
    func crumb(in inventory: Inventory) -> String {
        let name = subject.map { id in
            (inventory.entity(id: id)?.name ?? id).printable.shortened(to: 24, keeping: .middle)
        }
        let filtered = query.isEmpty ? "" : " /\(query.printable.shortened(to: 16, keeping: .middle))"
        switch view {
        case .start: return "Start" + filtered
        case .inventory: return (section.map { "Inventory \($0.printable)" } ?? "Inventory") + filtered
        case .entity: return (name ?? "no entity") + filtered
        case .blast: return (section.map { "Blast \($0)" } ?? "Blast") + filtered
        case .path: return "Why \(name ?? "no entity")"
        case .plan: return (section.map { "Plan \($0)" } ?? "Plan") + filtered
        }
    }
}
