extension CaseFile {
    /// Adds what new evidence showed of what `state` plans and declares, and then what follows from that; refuses where
    /// that was changed since.
    /// - Parameter record: what was shown; nil where it was recorded before.
    public func verify(
        _ record: VerificationRecord?, then actions: [CaseAction], of state: CaseState, by author: CaseAuthor
    ) throws(CaseError) -> CaseReceipt {
        try write(author) { fold throws(CaseError) in
            guard fold.state.marks == state.marks, fold.state.countsAlike(state) else {
                throw .refused("others changed what is planned meanwhile, and nothing was recorded: verify again")
            }
            let recorded = record.map { [CaseAction.verify(verification: $0)] } ?? []
            return try Self.drafts(of: recorded + actions, after: fold, seen: nil)
        }
    }
}

extension CaseState {
    /// Whether the same was recorded last of a comparison of these two.
    public func knows(_ record: VerificationRecord) -> Bool {
        let last = verifications.last { known in
            known.verification.evidence == record.evidence && known.verification.against == record.against
        }
        return last?.verification.answer == record.answer
    }
}
