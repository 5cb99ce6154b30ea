import Inventory
import PlainText
import TerminalKit

extension Place {
    /// The name of the place in the trail of places, with so many columns of its filter.
    func crumb(in inventory: Inventory, look: Look, filter: Int = crumbFilter) -> String {
        let name = subject.map { id in
            look.shortened(inventory.entity(id: id)?.name ?? id, to: 24)
        }
        let off = setAside.map { " (\($0.count) off)" } ?? ""
        let slash = query.hasPrefix("/") ? "" : "/"
        let filtered =
            (query.isEmpty ? "" : " \(slash)\(look.shortened(query, to: filter))") + off
            + (group.map { " by \($0.printable)" } ?? "") + order(look)
        switch view {
        case .start: return "Start" + filtered
        case .inventory:
            let kind = section.map { name in EntityKind(name: name)?.row?.words() ?? name.printable }
            return (kind.map { "Inventory \($0)" } ?? "Inventory") + filtered
        case .entity: return (name ?? "no entity") + filtered
        case .blast:
            let list = section.map { name in
                lens.isTimeless && name == HeldSection.live.rawValue
                    ? "reachable" : HeldSection(rawValue: name)?.title ?? name
            }
            return (list.map { "Blast \($0)" } ?? "Blast") + filtered
        case .path: return "Why \(name ?? "no entity")" + (section == nil ? "" : " after the plan")
        case .inherit:
            let list = section.map { " \(InheritSection(rawValue: $0)?.title ?? $0)" } ?? ""
            return "Inherit \(name ?? "no runner")" + list + filtered
        case .timeline: return (section.map { "Timeline \($0)" } ?? "Timeline") + filtered
        case .map: return "Map" + (section == MapTargets.Kind.chosen.rawValue ? name.map { " of \($0)" } ?? "" : "")
        case .changes:
            let list = section.map { ": \(ChangeSection(rawValue: $0)?.title ?? $0.printable)" } ?? ""
            return "Changes" + list + filtered
        case .journal: return "Journal" + filtered
        case .chokepoints:
            let about = section == MapTargets.Kind.chosen.rawValue ? name.map { " before \($0)" } ?? "" : ""
            return "Choke points" + about + filtered
        case .plan: return (section.map { "Plan \($0)" } ?? "Plan") + filtered
        }
    }

    /// The columns of a filter in the trail, where one was before.
    static let crumbFilter = 16

    /// The name of the place with as much of its filter as there is room for.
    func crumb(in inventory: Inventory, look: Look, fitting columns: Int) -> String {
        let whole = crumb(in: inventory, look: look, filter: .max)
        let excess = whole.printable.displayWidth - columns
        guard excess > 0 else { return whole }
        return crumb(in: inventory, look: look, filter: max(Self.crumbFilter, query.printable.displayWidth - excess))
    }

    /// The same list whole and in its own order.
    var unfiltered: Place {
        var place = self
        (place.query, place.setAside, place.sort, place.furtherSorts) = ("", nil, nil, nil)
        return place
    }

    /// What the rows are ordered by: the table shows that only where it shows the column.
    private func order(_ look: Look) -> String {
        guard let sort else { return "" }
        let more = furtherSorts.map { $0.isEmpty ? "" : " +\($0.count)" } ?? ""
        return " \(look[sort.ascending ? .ascending : .descending])\(sort.columnWords)\(more)"
    }
}

extension Place.Sort {
    /// The column as people say it: `first held`.
    var columnWords: String { String(column.printable.map { $0 == "_" ? " " : $0 }) }
}
