// Undo and redo, of decisions everywhere and of what was done to lists.
extension State {
    mutating func undo() -> [Effect] {
        guard let deed = work.undo() else { return [] }
        let here = place
        casebook?.turn = .back
        tell("undone", deed)
        switch deed.change {
        case .view(let before, let after): show(again: before, insteadOf: after)
        case .queries(let before, let after): habits.turnQueries(from: after, to: before)
        case .work: casebook?.decidedAt = here
        }
        return []
    }

    mutating func redo() -> [Effect] {
        guard let deed = work.redo() else { return [] }
        let here = place
        casebook?.turn = .again
        tell("done again", deed)
        switch deed.change {
        case .view(let before, let after): show(again: after, insteadOf: before)
        case .queries(let before, let after): habits.turnQueries(from: before, to: after)
        case .work: casebook?.decidedAt = here
        }
        return []
    }

    /// Names the deed, and where it was done when that is not here.
    private mutating func tell(_ what: String, _ deed: Deed) {
        var text = "\(what): \(deed.what)"
        if let there = deed.place, !there.isSameList(as: place) { text += " (in \(there.title(in: inventory)))" }
        message = Message(text: text)
    }

    /// Gives a list the filter, the order, the columns and the cursor that it had; goes there when it is elsewhere. Where the keys go
    /// and what stands beside the list is no deed: it stays as it is, and elsewhere the keys are the list's.
    private mutating func show(again there: Place, insteadOf other: Place) {
        var there = there
        there.lens = place.lens
        let turnsTable = there.table != other.table
        if turnsTable { habits.tables[there.tableName] = there.table }
        if place.isSameList(as: there) {
            (there.facets, there.pane) = (place.facets, place.pane)
            if !turnsTable { there.table = place.table }
            place = there
        } else {
            there.facets?.isActive = false
            history.visit(there)
        }
        sight = Sight(history)
    }

    /// Remembers a changed filter or order, so that it can be undone: the last but one step of every update.
    mutating func noteView() {
        guard overlay == nil else { return }
        let seen = Sight(history)
        defer { sight = seen }
        guard let before = sight, let what = before.change(to: seen) else { return }
        work.note(Deed(what: what, place: seen.place, change: .view(before: before.place, after: seen.place)))
    }
}
