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
    /// By when evidence with this content hash is known to have been there: what the case names was collected before the
    /// second in which it was added. ``Instant/never`` for other evidence.
    public func existed(_ hash: String?) -> Instant {
        let known = hash.flatMap { hash in evidence.first { $0.evidence.hash == hash } }
        return known?.stamp.when.advanced(by: -1) ?? .never
    }
}
