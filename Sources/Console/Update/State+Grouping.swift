import Inventory
import TerminalKit

extension State {
    /// Why the list cannot be grouped, or counted by facets.
    var facetObstacle: String? {
        switch place.view {
        case .inventory: nil
        case .blast: seedObstacle
        case .plan:
            place.section == nil
                ? "the marks are few: the lists behind \(key(.nextSection)) can be counted" : seedObstacle
        case .start, .entity, .path, .inherit, .timeline, .map, .changes, .journal, .chokepoints:
            "only lists of the inventory and of what is held: \(key(.inventory)) and \(key(.blast)) lead to them"
        }
    }

    /// Why this list has no other columns.
    var columnObstacle: String? { tableColumns.isEmpty ? "this list has no columns to choose" : nil }

    /// Why no kinds can be left out.
    var kindObstacle: String? { facetObstacle }

    /// Why the rows cannot be grouped: marks can be, although they are too few for facets.
    var groupingObstacle: String? {
        guard listsMarks else { return facetObstacle }
        return work.present.marks.isEmpty ? "nothing is marked" : nil
    }

    /// Groups the rows by the column with a number in the menu; 0 shows single rows again.
    mutating func group(_ index: Int) {
        overlay = nil
        let columns = groupColumns
        let column = index == 0 ? nil : columns.indices.contains(index - 1) ? columns[index - 1] : nil
        guard column?.rawValue != place.group else { return }
        var next = place
        next.group = column?.rawValue
        next.cursor = nil
        next.scroll = 0
        next.sort = nil
        next.furtherSorts = nil
        // Whoever groups a list goes on in it.
        next.facets?.isActive = false
        let what = column.map { "group by \($0.title.lowercased())" } ?? "show single rows"
        work.note(Deed(what: what, place: next, change: .view(before: place, after: next)))
        history.visit(next)
        selected = 0
    }

    /// The groups that the place shows; nil where it shows single rows.
    var groupedRows: Rows? {
        guard let grouping else { return nil }
        guard let groups = findings.groups(grouping) else { return .pending }
        guard let sort = place.sort else { return .groups(groups) }
        let sorted = groups.enumerated().sorted { left, right in
            if sort.column == GroupTable.count, left.element.count != right.element.count {
                return (left.element.count < right.element.count) == sort.ascending
            }
            if sort.column == GroupTable.value, left.element.label != right.element.label {
                return (left.element.label < right.element.label) == sort.ascending
            }
            return left.offset < right.offset
        }
        return .groups(sorted.map(\.element))
    }

    /// The selected group.
    var selectedGroup: RowGroup? {
        guard case .groups(let groups) = rows, groups.indices.contains(selected) else { return nil }
        return groups[selected]
    }

    /// Why a group does not open.
    var groupObstacle: String? {
        guard let group = selectedGroup else { return "nothing is selected" }
        return group.term.isEmpty ? "no query finds these rows together" : nil
    }

    /// Goes to the rows of the selected group.
    mutating func openGroup() {
        guard let next = placeOfGroup else { return }
        history.visit(next)
        selected = 0
    }

    /// The list of the entities of the selected group; nil where they are no list.
    var groupListing: Listing? {
        guard let next = placeOfGroup else { return nil }
        var there = self
        there.place = next
        return there.listing
    }

    /// The place of the rows of the selected group.
    private var placeOfGroup: Place? {
        guard let group = selectedGroup, let term = try? query(group.term), !term.isEmpty else { return nil }
        var next = place
        next.group = nil
        next.query = query.requires(term) ? place.query : writtenQuery.adding(group.term)
        next.cursor = nil
        next.scroll = 0
        // Groups have an order of their own; their rows have the one in which they stood before they were grouped.
        let rows = history.back.last { $0.group == nil && $0.isSameList(as: place) }
        (next.sort, next.furtherSorts) = (rows?.sort, rows?.furtherSorts)
        return next
    }

    mutating func cyclePlane() -> [Effect] {
        place.lens.plane = Self.next(after: place.lens.plane, of: Plane.allCases)
        message = Message(
            text: place.lens.plane.map { "only relations of the \($0.rawValue) plane are crossed" }
                ?? "relations of both planes are crossed")
        return []
    }

    mutating func cycleEvidence() -> [Effect] {
        place.lens.evidence = Self.next(after: place.lens.evidence, of: Evidence.narrower)
        message = Message(
            text: place.lens.evidence.map { "\(Words.only($0)): others are not crossed" }
                ?? "relations are crossed however they are known")
        return []
    }

    /// The choice behind `now`; nil, which chooses nothing, behind the last, and the first behind that.
    private static func next<Choice: Equatable>(after now: Choice?, of choices: [Choice]) -> Choice? {
        guard let now, let place = choices.firstIndex(of: now) else { return choices.first }
        return place + 1 < choices.count ? choices[place + 1] : nil
    }
}
