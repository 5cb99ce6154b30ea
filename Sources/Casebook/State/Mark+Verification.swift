import Inventory
import Reach

extension Mark {
    /// What is looked for in new evidence with this content hash. What took effect before it was written down was decided
    /// before it took effect.
    public func verificationItem(against hash: String?) -> Verification.Item {
        let target: Verification.Item.Target =
            switch item {
            case .entity(let id): .entity(id)
            case .relation(let from, let kind, let to): .relation(from: from, kind: kind, to: to)
            }
        return Verification.Item(target, decided: min(decided, at ?? decided), shown: shown(besides: hash))
    }

    /// Whether it is verified, and by evidence that is named.
    public var isProven: Bool { state == .verified && steps.last { $0.state == .verified }?.proof != nil }

    /// The name of what evidence shows of it; nil where it is not verified by evidence that is named.
    var shownFinding: String? { isProven ? steps.last { $0.state == .verified }?.finding : nil }

    /// How an entity of a kind counts as taken back by it: as evidence shows that it was, else as the kind asks for.
    public func means(of kind: EntityKind) -> Remediation { Remediation.shown(by: shownFinding, of: kind) }

    /// The state that a finding of the evidence with this content hash brings it to; nil where it stays as it is.
    public func state(after finding: Finding, shownBy proof: String) -> State? {
        let next: State
        if finding.isClosed {
            next = .verified
        } else if case .unknown = finding {
            return nil
        } else if state == .done || state == .verified || state == .failed {
            next = .failed
        } else {
            return nil
        }
        // What is proven is not proven again; that it is still there is said once for each source.
        guard let last = steps.last, last.state == next, last.proof != nil else { return next }
        return next == .verified || last.proof == proof ? nil : next
    }

    /// Whether it came to its state after the moment: that it was still there then says nothing against it.
    public func isLater(than moment: Instant) -> Bool { steps.last.map { moment < $0.stamp.when } ?? false }

    /// By when evidence had shown it done: when that was collected, or else when it was used; nil where it is not verified by
    /// evidence that is named, or by that with this content hash.
    private func shown(besides hash: String?) -> Instant? {
        guard state == .verified, let step = steps.last(where: { $0.state == .verified }), let proof = step.proof,
            proof != hash
        else { return nil }
        return step.source?.collected ?? step.stamp.when
    }
}

extension CaseState {
    /// What is known of the plan once this is written down, which evidence with this content hash shows: the question with
    /// what is proven carried out in the old inventory. Nil where nothing is planned.
    public func proven(
        _ verification: Verification, of question: Question, shownBy hash: String
    ) -> BlastChange.Proven? {
        guard !plan.isEmpty else { return nil }
        var state = self
        for (mark, result) in zip(plan, verification.results) {
            guard let next = mark.state(after: result.finding, shownBy: hash),
                next == .verified || !mark.isLater(than: verification.at)
            else { continue }
            let stamp = Stamp(who: "", when: verification.at, entry: 0)
            state.marks[mark.item]?.state = next
            state.marks[mark.item]?.steps.append(
                Mark.Step(state: next, proof: hash, finding: result.finding.name, stamp: stamp))
        }
        return BlastChange.Proven(
            state.remedying(question, in: verification.diff.old, where: \.isProven), verification)
    }

    /// By when evidence with this content hash is known to have been there: what the case names was collected before the
    /// second in which it was added. ``Instant/never`` for other evidence.
    public func existed(_ hash: String?) -> Instant {
        let known = hash.flatMap { hash in evidence.first { $0.evidence.hash == hash } }
        return known?.stamp.when.advanced(by: -1) ?? .never
    }
}
