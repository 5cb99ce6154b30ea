import Inventory

/// What a merge brought.
public struct MergeOutcome: Sendable {
    /// How many entries were taken over.
    public let taken: Int
    /// How many of them were set aside, because this copy says something else of the same.
    public let setAside: Int
    /// Whether the other file is a copy of the same case.
    public let isSameCase: Bool
    /// What the case says now.
    public let state: CaseState
}

extension CaseFile {
    /// Takes over what another copy of the case, or another case, has and this one has not, each entry with its author
    /// and time. Where both changed the same thing since they were one, this case stays as it is, and what the other
    /// says is set aside: see ``CaseState/conflicts``. The other file is not changed. Merging again brings nothing new.
    public func merge(_ other: CaseFile, by author: CaseAuthor) throws(CaseError) -> MergeOutcome {
        let theirs = try other.entries()
        let (identifier, head) = (other.identifier, theirs.last?.hash ?? JournalEntry.beginning)
        var setAside = 0
        let receipt = try write(author) { fold throws(CaseError) in
            let brought = EntryImport(theirs, from: identifier, into: fold, markers: 1)
            guard !brought.drafts.isEmpty else { return [] }
            setAside = brought.asideCount
            let marker = CaseAction.merge(identifier: identifier, head: head, entries: brought.drafts.count)
            return [Draft(action: marker)] + brought.drafts
        }
        return MergeOutcome(
            taken: max(0, receipt.written.count - 1), setAside: setAside, isSameCase: identifier == self.identifier,
            state: receipt.state)
    }
}
