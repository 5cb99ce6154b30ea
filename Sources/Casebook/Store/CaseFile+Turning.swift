/// What became of an undo or a redo.
public struct CaseTurnReceipt: Sendable {
    /// What was written.
    public let receipt: CaseReceipt
    /// Whether it says anew what was said before, because no undo or redo of entries leads there.
    public let isSaidAnew: Bool
    /// What stood in the way of that: later changes of the same things.
    public let hindrances: [CaseClash]
}

extension CaseFile {
    /// Goes back, or on again, to where nothing of `remaining` has to be said any more: by entries that name those that
    /// they take back or do again. Where others changed the same things since, or the journal holds no such entries, what
    /// remains is said in changes of its own.
    ///
    /// - Parameters:
    ///   - seen: the number of the last entry that the author knew: see ``append(_:by:seen:)``.
    ///   - remaining: the changes that lead from a state of the case to where the author wants to be.
    public func turn(
        _ turn: CaseTurn, by author: CaseAuthor, seen: Int, remaining: (CaseState) -> [CaseAction]
    ) throws(CaseError) -> CaseTurnReceipt {
        var isSaidAnew = false
        var hindrances: [CaseClash] = []
        let receipt = try write(author) { fold throws(CaseError) in
            let statements = remaining(fold.state)
            guard !statements.isEmpty else { return [] }
            // What could only be said in words is taken back by an entry too.
            let found = fold.turning(turn, by: author.who, remaining)
            let other = found.actions.isEmpty ? fold.turning(turn.opposite, by: author.who, remaining).actions : []
            let entries = found.actions + other
            isSaidAnew = entries.isEmpty
            hindrances = fold.clashes(found.hindrances)
            return try Self.drafts(of: isSaidAnew ? statements : entries, after: fold, seen: seen)
        }
        return CaseTurnReceipt(receipt: receipt, isSaidAnew: isSaidAnew, hindrances: hindrances)
    }

    /// What is written of these actions, unless something stands against it.
    static func drafts(
        of actions: [CaseAction], after fold: CaseFold, seen: Int?
    ) throws(CaseError) -> [Draft] {
        let marked = Set(actions.flatMap(\.markedItems))
        for action in actions {
            // What another took away makes no sense here any more either: that it was another comes first.
            let clashes = fold.entries(after: seen ?? fold.sequence, against: action)
            if !clashes.isEmpty { throw .conflict(fold.clashes(clashes)) }
            if let objection = fold.objection(to: action, marking: marked) { throw .refused(objection) }
        }
        return actions.map { Draft(action: $0) }
    }
}
