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
        try write(author) { fold throws(CaseError) in try Self.drafts(of: actions, after: fold, seen: seen) }
    }

    /// Adds what the engine answered on what `state` says; nothing where what is counted was changed since.
    public func measure(
        _ measurement: Measurement, of state: CaseState, by author: CaseAuthor
    ) throws(CaseError) -> CaseReceipt {
        try write(author) { fold throws(CaseError) in
            fold.state.countsAlike(state) ? [Draft(action: .measure(measurement: measurement))] : []
        }
    }

    /// Takes back the last change of this analyst that still counts, a merge with all that it brought; refuses where
    /// somebody changed the same since.
    /// - Parameters:
    ///   - entry: what is taken back instead, whoever did it.
    ///   - evidence: whether that may be that evidence was added or removed.
    public func undo(by author: CaseAuthor, entry: Int? = nil, evidence: Bool = false) throws(CaseError) -> CaseReceipt
    {
        try write(author) { fold throws(CaseError) in
            guard let number = entry ?? fold.undoable(by: author.who) else {
                throw .refused("\(author.who) has done nothing that could be undone")
            }
            if let objection = fold.objection(to: .undo(entry: number)) { throw .refused(objection) }
            if !evidence, let action = fold.evidenceAction(in: number) {
                throw .refused(
                    "what would be undone is entry \(number), which \(action.deed): that is taken back only with --evidence"
                )
            }
            return [try Self.draft(.undo(entry: number), of: number, after: fold)]
        }
    }

    /// Does again what this analyst undid last, or `entry`; refuses where somebody changed the same since.
    public func redo(by author: CaseAuthor, entry: Int? = nil) throws(CaseError) -> CaseReceipt {
        try write(author) { fold throws(CaseError) in
            guard let number = entry ?? fold.redoable(by: author.who) else {
                throw .refused("\(author.who) has undone nothing that could be redone")
            }
            if let objection = fold.objection(to: .redo(entry: number)) { throw .refused(objection) }
            return [try Self.draft(.redo(entry: number), of: number, after: fold)]
        }
    }

    private static func draft(_ action: CaseAction, of number: Int, after fold: CaseFold) throws(CaseError) -> Draft {
        let later = fold.hindrances(of: number)
        guard later.isEmpty else { throw .conflict(fold.clashes(later)) }
        return Draft(action: action)
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
                    evidence: author.evidence, origin: draft.origin, place: author.place, action: draft.action))
            previous = entry.hash
            entries.append(entry)
        }
        return entries
    }
}

extension CaseFold {
    /// What the entries with these numbers did.
    func clashes(_ numbers: [Int]) -> [CaseClash] {
        numbers.map {
            CaseClash(stamp: deeds[$0 - 1].stamp, action: deeds[$0 - 1].action, origin: deeds[$0 - 1].origin)
        }
    }
}
