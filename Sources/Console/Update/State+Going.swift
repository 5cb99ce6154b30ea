import Inventory
import TerminalKit

extension State {
    /// Goes to another place under the same lens.
    mutating func visit(_ view: Place.View, subject: String? = nil, section: String? = nil, cursor: String? = nil) {
        var next = Place(view, subject: subject, section: section, lens: place.lens)
        next.cursor = cursor
        history.visit(next)
        selected = 0
    }

    /// Goes to one of the views that need no subject, with the cursor on what is selected now where it is listed there.
    /// From the overview of the start one comes to look around, and begins at the top.
    mutating func show(_ view: Place.View) -> [Effect] {
        guard place.view != view || !place.query.isEmpty else {
            message = Message(text: "you are there")
            return []
        }
        visit(view, cursor: place.view == .start && place.query.isEmpty ? nil : selectedEntity?.id)
        return []
    }

    /// Goes to the place of the start that lists all that the sources do not tell.
    mutating func showBlindSpots() -> [Effect] {
        let id = (inventory.blindSpots.first.map(StartLine.blind) ?? .remark(StartView.noGaps)).id(in: inventory)
        if place.view == .start, place.query.isEmpty {
            if let row = rows.row(of: id, in: inventory).flatMap({ rows.selectable(from: $0) }) { select(row) }
        } else {
            visit(.start, cursor: id)
        }
        // As far down as the selection allows: the other blind spots lie below it.
        place.scroll = .max / 2
        return []
    }

    mutating func goBack() -> [Effect] {
        _ = history.goBack()
        return []
    }

    /// Esc does one thing at a time: it clears the filter, and goes back when there is none.
    mutating func clearOrGoBack() -> [Effect] {
        guard !place.query.isEmpty else { return goBack() }
        place.query = ""
        return []
    }

    mutating func goForward() -> [Effect] {
        _ = history.goForward()
        return []
    }

    /// Why Enter has nothing to open.
    var openObstacle: String? {
        rows.count == 0 ? emptyListReason : place.view.screenView.openObstacle(self)
    }

    /// Opens the selected row.
    mutating func open() -> [Effect] {
        let view = place.view.screenView
        view.open(&self)
        return []
    }

    /// Why there is no entity to act on.
    var entityObstacle: String? {
        if selectedEntity != nil { return nil }
        if case .map(let map) = rows, map.count > 0 { return "several are drawn as one: enter opens them" }
        return rows.count == 0 ? emptyListReason : "this row is no entity: / finds one, i lists all"
    }

    private var emptyListReason: String { rows.isPending ? "still computing" : "nothing is selected" }

    /// Why there is no blast radius.
    var seedObstacle: String? {
        work.present.seeds.isEmpty ? "nothing is declared compromised yet: / finds an entity, c declares it" : nil
    }

    /// Why there is no path to the selected entity.
    var whyObstacle: String? {
        if let entityObstacle { return entityObstacle }
        if let seedObstacle { return seedObstacle }
        guard let answer else { return "still computing" }
        guard let entity = selectedEntity, answer.radius[entity.index] == nil else { return nil }
        return "not reached from what is declared"
    }

    mutating func showWhy() -> [Effect] {
        guard let entity = selectedEntity else { return [] }
        guard place.view != .path || place.subject != entity.id else {
            message = Message(text: "this is its path")
            return []
        }
        visit(.path, subject: entity.id)
        return []
    }

    mutating func showEntity() -> [Effect] {
        guard let entity = selectedEntity else { return [] }
        if place.view == .entity, place.subject == entity.id {
            message = Message(text: "this is its page")
        } else {
            visit(.entity, subject: entity.id)
        }
        return []
    }

    /// Leaves; when work would be lost, only at the second time.
    mutating func quit() -> [Effect] {
        if isQuitArmed || !work.present.holdsWork { return [.quit] }
        isQuitArmed = true
        let declared = work.present.seeds.filter { $0.origin == .analyst }.count
        let parts = [
            work.present.marks.isEmpty ? nil : Words.count(work.present.marks.count, "mark"),
            declared == 0 ? nil : Words.count(declared, "declaration"),
        ].compactMap { $0 }
        message = Message(text: "\(parts.joined(separator: " and ")) would be lost: Q again leaves", tone: .warning)
        return []
    }
}
