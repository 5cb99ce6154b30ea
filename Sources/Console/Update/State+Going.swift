import Inventory
import TerminalKit

extension State {
    /// Goes to another place under the same lens.
    mutating func visit(_ view: Place.View, subject: String? = nil, section: String? = nil, cursor: String? = nil) {
        var next = Place(view, subject: subject, section: section, lens: place.lens)
        next.cursor = cursor
        next.pane = place.carriedPane
        next.table = habits.tables[next.tableName]
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

    /// Why one cannot go back.
    var beginning: String { "this is where you began; \(key(.quit)) leaves" }

    mutating func goBack() -> [Effect] {
        _ = history.goBack()
        return []
    }

    /// Esc does one thing at a time: it ends the search, then clears the filter, and goes back when there is neither.
    mutating func clearOrGoBack() -> [Effect] {
        guard place.search.isEmpty else {
            place.search = ""
            return []
        }
        guard !place.query.isEmpty else { return goBack() }
        place.query = ""
        place.setAside = nil
        return []
    }

    /// Goes to the place of another view, or about something else, that was shown last; under the same lens.
    mutating func showLastView() -> [Effect] {
        history.goToOther(under: place.lens)
        selected = 0
        return []
    }

    mutating func goForward() -> [Effect] {
        _ = history.goForward()
        return []
    }

    /// Why Enter has nothing to open.
    var openObstacle: String? {
        if rows.count == 0 { return emptyListReason }
        if case .groups = rows { return groupObstacle }
        return place.view.screenView.openObstacle(self)
    }

    /// Opens the selected row.
    mutating func open() -> [Effect] {
        if case .groups = rows {
            openGroup()
            return []
        }
        if case .start(let lines) = rows, lines.indices.contains(selected),
            case .recent(let session) = lines[selected]
        {
            return leave(for: session)
        }
        let view = place.view.screenView
        view.open(&self)
        return []
    }

    /// Why no row of the list is an entity.
    var entityListObstacle: String? {
        if case .groups = rows { return "a group is no entity: \(key(.open)) opens its rows" }
        if rows.count == 0, !rows.isPending { return emptyListReason }
        return nil
    }

    /// Why there is no entity to act on.
    var entityObstacle: String? {
        if selectedEntity != nil { return nil }
        if let entityListObstacle { return entityListObstacle }
        if changeRows != nil { return "only the other evidence has it: \(key(.open)) shows what that tells" }
        if case .map(let map) = rows, map.count > 0 { return "several are drawn as one: \(key(.fold)) opens them" }
        return rows.count == 0
            ? emptyListReason : "this row is no entity: \(key(.filter)) finds one, \(key(.inventory)) lists all"
    }

    private var emptyListReason: String { rows.isPending ? pendingReason : "nothing is selected" }

    /// Why there is no blast radius.
    var seedObstacle: String? {
        work.present.seeds.isEmpty ? nothingDeclared : nil
    }

    /// That there is nothing to start from, and what to do about it.
    var nothingDeclared: String {
        "nothing is declared compromised yet: \(key(.filter)) finds an entity, \(key(.declare)) declares it"
    }

    /// Why there is no path to the selected entity.
    var whyObstacle: String? {
        if isLiveElsewhere { return nil }
        if let obstacle = entityObstacle ?? seedObstacle { return obstacle }
        guard let answer else { return pendingReason }
        guard let entity = selectedEntity, answer.radius[entity.index] == nil else { return nil }
        return "not reached from what is declared"
    }

    mutating func showWhy() -> [Effect] {
        if isLiveElsewhere { return showOtherWhy() }
        guard let entity = selectedEntity else { return [] }
        guard place.view != .path || place.subject != entity.id else {
            message = Message(text: "this is its path")
            return []
        }
        let isResidual = place.view == .plan && PlanView.Section(of: self) == .residual
        visit(.path, subject: entity.id, section: isResidual ? PathView.afterPlan : nil)
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

    /// Leaves for other evidence, unless work would be lost.
    private mutating func leave(for session: RecentSession) -> [Effect] {
        if let obstacle = session.obstacle {
            message = Message(text: obstacle, tone: .warning)
            return []
        }
        if let loss {
            let words = "\(loss.work) would be lost, for \(loss.reason): \(key(.quit)) leaves all the same"
            message = Message(text: words, tone: .warning)
            return []
        }
        let next = NextEvidence(sources: session.sources, casebook: session.casebook, session: session.session)
        return [.open(next)]
    }

    /// Leaves. Where the session is not saved and work would be lost, only at the second time.
    mutating func quit() -> [Effect] {
        guard !isQuitArmed, let loss else { return [.quit] }
        isQuitArmed = true
        let words = "\(loss.work) would be lost: \(key(.quit)) again leaves (\(loss.reason))"
        message = Message(text: words, tone: .warning)
        return []
    }

    /// What would be lost on leaving, in words, and why; nil where nothing would. Of a case only what could not be recorded:
    /// what waits for that is recorded first.
    private var loss: (work: String, reason: String)? {
        guard !isWorkKept else { return nil }
        if let bond = casebook {
            guard let failed = bond.failed else { return nil }
            let work = "\(Words.count(unrecorded.count, "decision")) not in \(bond.name)"
            return (work, "it \(failed.reason)")
        }
        guard work.present.holdsWork, let summary = work.present.summary else { return nil }
        return (summary, keeping.reason.map { "not saved: \($0)" } ?? "this session is not saved")
    }
}
