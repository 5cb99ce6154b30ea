extension CaseAction {
    /// The ids of the entities that the action is about, in order; none where it is about the case, or speaks of another
    /// entry.
    public var entityIDs: [String] {
        switch self {
        case .declare(let entity, _, _), .undeclare(let entity): [entity]
        case .mark(let items, _), .unmark(let items), .advance(let items, _, _, _, _, _): items.flatMap(\.ids)
        case .note(let subject, _), .conclude(let subject, _, _), .reconsider(let subject), .tag(let subject, _),
            .untag(let subject, _), .assign(let subject, _):
            subject.ids
        case .aim(let targets): targets
        case .verify(let verification): verification.answer.newcomers.map(\.entity)
        default: []
        }
    }

    /// The number of the entry of which the action speaks: whose change it takes back, does again, settles or alters.
    public var spokenEntry: Int? {
        switch self {
        case .undo(let number), .redo(let number), .settle(let number, _), .rewrite(let number, _),
            .strike(let number):
            number
        default: nil
        }
    }

    /// The number of the entry that the action takes back, does again or settles; nil for every other action.
    public var referredEntry: Int? {
        switch self {
        case .undo(let number), .redo(let number), .settle(let number, _): number
        default: nil
        }
    }

    /// The entry that the action takes back or does again; nil for every other action.
    var turnedEntry: Int? {
        switch self {
        case .undo(let number), .redo(let number): number
        default: nil
        }
    }

    /// The entry that the action settles; nil for every other action.
    var settledEntry: Int? { if case .settle(let number, _) = self { number } else { nil } }
}

extension Mark.Item {
    /// The ids that it names: of a relation those of both ends.
    fileprivate var ids: [String] {
        switch self {
        case .entity(let id): [id]
        case .relation(let from, _, let to): [from, to]
        }
    }
}
