import Inventory
import Reach

extension Mark {
    /// What is looked for in new evidence. What took effect before it was written down was decided before it took effect.
    public var verificationItem: Verification.Item {
        let decided = min(decided, at ?? decided)
        switch item {
        case .entity(let id): return Verification.Item(.entity(id), decided: decided)
        case .relation(let from, let kind, let to):
            return Verification.Item(.relation(from: from, kind: kind, to: to), decided: decided)
        }
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
