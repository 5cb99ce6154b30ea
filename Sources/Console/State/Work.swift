/// What the analyst decided, with all that was done up to now and what was undone of it.
struct Work: Sendable {
    private(set) var present: Investigation
    /// What can be undone, the last deed last.
    private(set) var past: [Deed]
    /// What can be done again, the next deed last.
    private(set) var future: [Deed]

    /// How many deeds can be undone.
    static let limit = 1_000

    /// Decisions, and the deeds that led to them or were undone.
    init(_ investigation: Investigation, past: [Deed] = [], future: [Deed] = []) {
        present = investigation
        self.past = past
        self.future = future
    }

    /// What undo would undo, in words; nil when there is nothing.
    var undoable: String? { past.last?.what }
    /// What redo would do again, in words; nil when there is nothing.
    var redoable: String? { future.last?.what }

    /// Changes the decisions; `what` says in words what is done, `place` where. No change leaves no trace.
    /// - Returns: Whether anything was changed.
    @discardableResult
    mutating func change(_ what: String, at place: Place? = nil, _ change: (inout Investigation) -> Void) -> Bool {
        var next = present
        change(&next)
        if next.marks != present.marks { next.forgetLostProgress() }
        next.forgetLostMoments()
        guard next != present else { return false }
        note(Deed(what: what, place: place, change: .work(before: present, after: next)))
        present = next
        return true
    }

    /// Remembers something that was done.
    mutating func note(_ deed: Deed) {
        past.append(deed)
        if past.count > Self.limit { past.removeFirst() }
        future = []
    }

    /// Takes in what was decided elsewhere: `said` where nothing was decided here after `since`, else what differs between the
    /// two. What undo goes back to takes it in as well, so that it takes back nobody else's work.
    mutating func take(_ said: Investigation, since: Investigation) {
        guard said != since else { return }
        func taken(_ work: Investigation) -> Investigation {
            work == since ? said : work.following(since, to: said)
        }
        present = taken(present)
        // What was refused, or done by another, is nothing that could be taken back.
        past = past.map { $0.taking(taken) }.filter(\.changesAnything)
        future = future.map { $0.taking(taken) }.filter(\.changesAnything)
    }

    /// Takes back the last deed. What it did to a view is for the caller to take back.
    mutating func undo() -> Deed? {
        guard let deed = past.popLast() else { return nil }
        future.append(deed)
        if case .work(let before, _) = deed.change { present = before }
        return deed
    }

    /// Does the last undone deed again.
    mutating func redo() -> Deed? {
        guard let deed = future.popLast() else { return nil }
        past.append(deed)
        if case .work(_, let after) = deed.change { present = after }
        return deed
    }
}

/// Something that was done and can be undone.
struct Deed: Hashable, Sendable {
    enum Change: Hashable, Sendable {
        /// A decision.
        case work(before: Investigation, after: Investigation)
        /// The filter or the order of a list.
        case view(before: Place, after: Place)
        /// The queries that are saved.
        case queries(before: [SavedQuery], after: [SavedQuery])
    }

    /// In words, as it is named when it is undone: `mark 14 tokens`.
    let what: String
    /// Where it was done; nil where that does not matter.
    let place: Place?
    let change: Change

    /// Whether taking it back would make a difference.
    var changesAnything: Bool {
        if case .work(let before, let after) = change { before != after } else { true }
    }

    /// The same deed among decisions that were changed elsewhere.
    func taking(_ change: (Investigation) -> Investigation) -> Deed {
        guard case .work(let before, let after) = self.change else { return self }
        return Deed(what: what, place: place, change: .work(before: change(before), after: change(after)))
    }
}
