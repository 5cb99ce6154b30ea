import Inventory
import PlainText

extension Place {
    /// The place in words, safe to show: `Blast live, filter kind:token`.
    func title(in inventory: Inventory) -> String {
        let name = subject.map { inventory.entity(id: $0)?.name ?? $0 } ?? "no entity"
        let filtered = query.isEmpty ? "" : ", filter \(query)"
        let part = section.map { " \($0)" } ?? ""
        let text =
            switch view {
            case .start: "Start"
            case .inventory: "Inventory" + part
            case .entity: "Entity " + name
            case .blast: "Blast" + part
            case .path: "Why " + name + (section == nil ? "" : ", after the plan")
            case .plan: "Plan" + part
            case .inherit: "Inherit " + name + (section.map { " \(InheritSection(rawValue: $0)?.title ?? $0)" } ?? "")
            case .timeline: "Timeline" + part
            case .changes: "Changes" + (section.map { " \(ChangeSection(rawValue: $0)?.title ?? $0)" } ?? "")
            case .journal: "Journal"
            case .chokepoints: "Choke points" + (subject == nil ? part : part + " of " + name)
            case .map: "Map" + (subject == nil ? part : " of " + name)
            }
        return (text + filtered).printable
    }

    /// What else the place remembers: the selected row, the order, the lens.
    func particulars(in inventory: Inventory) -> [String] {
        var parts: [String] = []
        if let cursor, let entity = inventory.entity(id: cursor), cursor != subject {
            parts.append("at \(entity.name)")
        }
        if let sort { parts.append("by \(sort.column)") }
        if lens.isTimeless {
            parts.append("timeless")
        } else if let moment = lens.at {
            parts.append("lens \(TimeWords.minute(Instant(moment)))")
        }
        if lens.guardsFail { parts.append("guards fail") }
        if let plane = lens.plane { parts.append("\(plane.rawValue) plane only") }
        if let evidence = lens.evidence { parts.append(Words.only(evidence)) }
        return parts.map(\.printable)
    }
}
