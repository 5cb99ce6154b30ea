import GRDB
import Inventory

/// What became of a change: written, and on the disk.
public struct CaseReceipt: Sendable {
    /// What the case says now.
    public let state: CaseState
    /// The entries that were written, in order.
    public let written: [JournalEntry]
    /// What others had added meanwhile and was taken in first.
    public let others: [JournalEntry]
}

extension CaseFile {
    /// Adds changes to the case: all of them, on the disk before this returns, or none. They must not build on one
    /// another, except that an item may be marked and advanced at once.
    ///
    /// - Parameter seen: the number of the last entry that the author knew when deciding. Where somebody changed the
    ///   same things after it, ``CaseError/conflict(_:)`` says who and how, and nothing is written: the author looks
    ///   again and calls with a later number. Nil is for an author who decides on what the file says at this moment.
    public func append(
        _ actions: [CaseAction], by author: CaseAuthor, seen: Int? = nil
    ) throws(CaseError) -> CaseReceipt {
        let marked = Set(actions.flatMap(\.markedItems))
        return try write(author) { fold throws(CaseError) in
            for action in actions {
                // What another took away makes no sense here any more either: that it was another comes first.
                let clashes = fold.entries(after: seen ?? fold.sequence, against: action)
                if !clashes.isEmpty { throw .conflict(fold.clashes(clashes)) }
                if let objection = fold.objection(to: action, marking: marked) { throw .refused(objection) }
            }
            return actions.map { Draft(action: $0) }
        }
    }

    /// Adds what the engine answered on what `state` says; nothing where what is counted was changed since.
    public func measure(
        _ measurement: Measurement, of state: CaseState, by author: CaseAuthor
    ) throws(CaseError) -> CaseReceipt {
        try write(author) { fold throws(CaseError) in
            fold.state.countsAlike(state) ? [Draft(action: .measure(measurement: measurement))] : []
        }
    }

    /// Takes back the last change of this analyst that still counts; refuses where somebody changed the same since.
    /// - Parameter evidence: whether that may be that evidence was added or removed.
    public func undo(by author: CaseAuthor, evidence: Bool = false) throws(CaseError) -> CaseReceipt {
        try write(author) { fold throws(CaseError) in
            guard let number = fold.undoable(by: author.who) else {
                throw .refused("\(author.who) has done nothing that could be undone")
            }
            if !evidence, let action = fold.action(of: number), action.isOfEvidence {
                throw .refused(
                    "what is left to undo is entry \(number), which \(action.deed): that is taken back only with --evidence"
                )
            }
            let later = fold.counting(after: number)
            guard later.isEmpty else { throw .conflict(fold.clashes(later)) }
            return [Draft(action: .undo(entry: number))]
        }
    }

    /// Does again what this analyst undid last; refuses where somebody changed the same since.
    public func redo(by author: CaseAuthor) throws(CaseError) -> CaseReceipt {
        try write(author) { fold throws(CaseError) in
            guard let number = fold.redoable(by: author.who) else {
                throw .refused("\(author.who) has undone nothing that could be redone")
            }
            let later = fold.counting(after: number)
            guard later.isEmpty else { throw .conflict(fold.clashes(later)) }
            return [Draft(action: .redo(entry: number))]
        }
    }

    /// A change that is about to become an entry, with its author where that is another.
    struct Draft {
        let action: CaseAction
        var author: CaseAuthor?
        var origin: JournalEntry.Origin?
    }

    /// Takes in what others added, asks what is to be written, and writes that: one transaction.
    func write(
        _ author: CaseAuthor, _ drafts: (CaseFold) throws(CaseError) -> [Draft]
    ) throws(CaseError) -> CaseReceipt {
        if case .readOnly(let reason) = access { throw .readOnly(reason) }
        return try known.withLock { known throws(CaseError) -> CaseReceipt in
            guard FileIdentity(path: path) == identity else { throw .removed }
            var others: [JournalEntry] = []
            var written: [JournalEntry] = []
            do {
                try queue.inTransaction(.immediate) { database in
                    try Self.checkContinues(known.fold, in: database)
                    others = try known.fold.takeNew(from: database)
                    written = try Self.entries(try drafts(known.fold), by: author, after: known.fold)
                    for entry in written { try JournalRow.insert(entry, into: database) }
                    return .commit
                }
            } catch {
                throw CaseError(error)
            }
            for entry in written { known.fold.take(entry) }
            guard FileIdentity(path: path) == identity else { throw .removed }
            return CaseReceipt(state: known.fold.state, written: written, others: others)
        }
    }

    static func entries(
        _ drafts: [Draft], by author: CaseAuthor, after fold: CaseFold
    ) throws(CaseError) -> [JournalEntry] {
        var (sequence, previous) = (fold.sequence, fold.head)
        var entries: [JournalEntry] = []
        for draft in drafts {
            let author = draft.author ?? author
            sequence += 1
            let entry = try JournalEntry(
                JournalEntry.Content(
                    sequence: sequence, previous: previous, who: author.who, when: author.when,
                    evidence: author.evidence, origin: draft.origin, action: draft.action))
            previous = entry.hash
            entries.append(entry)
        }
        return entries
    }
}

extension CaseFold {
    /// What the entries with these numbers did.
    func clashes(_ numbers: [Int]) -> [CaseClash] {
        numbers.map { CaseClash(stamp: deeds[$0 - 1].stamp, action: deeds[$0 - 1].action) }
    }
}
