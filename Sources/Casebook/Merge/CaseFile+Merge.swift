import Inventory

/// What a merge brought.
public struct MergeOutcome: Sendable {
    /// The entries that were taken over, as they stand here.
    public let taken: [JournalEntry]
    /// The number of the entry that says so: undoing it takes back all of them. Nil where nothing was taken over.
    public let entry: Int?
    /// The number of an earlier merge of the same copy that was taken back: what it brought is known, and comes back only with
    /// that. Nil where there is none.
    public let takenBack: Int?
    /// How many of them were set aside, because this copy says something else of the same.
    public var setAside: Int { taken.count { $0.content.origin?.isAside == true } }
    /// Whether the other file is a copy of the same case.
    public let isSameCase: Bool
    /// What the case says now.
    public let state: CaseState
}

extension CaseFile {
    /// Takes over what another copy of the case, or another case, has and this one has not, each entry with its author
    /// and time. Where both changed the same thing since they were one, this case stays as it is, and what the other
    /// says is set aside: see ``CaseState/conflicts``. The other file is not changed. Merging again brings nothing new, also
    /// after the merge was taken back.
    public func merge(_ other: CaseFile, by author: CaseAuthor) throws(CaseError) -> MergeOutcome {
        let theirs = try other.entries()
        let (identifier, head) = (other.identifier, theirs.last?.hash ?? JournalEntry.beginning)
        let receipt = try write(author) { fold throws(CaseError) in
            let brought = EntryImport(theirs, from: identifier, into: fold, markers: 1)
            guard !brought.drafts.isEmpty else { return [] }
            let marker = CaseAction.merge(identifier: identifier, head: head, entries: brought.drafts.count)
            return [Draft(action: marker)] + brought.drafts
        }
        return MergeOutcome(
            taken: Array(receipt.written.dropFirst()), entry: receipt.written.first?.sequence,
            takenBack: known.withLock { $0.fold.mergeTakenBack(of: identifier) },
            isSameCase: identifier == self.identifier, state: receipt.state)
    }
}

extension CaseFold {
    /// The last merge of that case, or of a copy of it, that was taken back; nil where there is none.
    fileprivate func mergeTakenBack(of identifier: String) -> Int? {
        deeds.last { deed in
            guard case .merge(identifier, _, _) = deed.action else { return false }
            return !deed.counts
        }?.stamp.entry
    }
}
