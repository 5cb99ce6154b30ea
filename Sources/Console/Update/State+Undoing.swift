// Undo and redo, of decisions everywhere and of what was done to lists.
extension State {
    mutating func undo() -> [Effect] {
        guard let deed = work.undo() else { return [] }
        let here = place
        casebook?.turn = .back
        tell("undone", deed)
        if case .view(let before, _) = deed.change { show(again: before) } else { casebook?.decidedAt = here }
        return []
    }

    mutating func redo() -> [Effect] {
        guard let deed = work.redo() else { return [] }
        let here = place
        casebook?.turn = .again
        tell("done again", deed)
        if case .view(_, let after) = deed.change { show(again: after) } else { casebook?.decidedAt = here }
        return []
    }

    /// Names the deed, and where it was done when that is not here.
    private mutating func tell(_ what: String, _ deed: Deed) {
        var text = "\(what): \(deed.what)"
        if let there = deed.place, !there.isSameList(as: place) { text += " (in \(there.title(in: inventory)))" }
        message = Message(text: text)
    }

    /// Gives a list the filter, the order and the cursor that it had; goes there when it is elsewhere. Where the keys go
    /// and what stands beside the list is no deed: it stays as it is, and elsewhere the keys are the list's.
    private mutating func show(again there: Place) {
        var there = there
        there.lens = place.lens
        if place.isSameList(as: there) {
            (there.facets, there.table, there.pane) = (place.facets, place.table, place.pane)
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
