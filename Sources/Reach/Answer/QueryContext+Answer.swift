import Inventory

extension QueryContext {
    /// What a query can ask once `answer` is known, with times counted from `now`. Conditional entities are neither live
    /// nor reached.
    public init(now: Instant, answer: BlastRadius?) {
        self.init(now: now)
        guard let answer else { return }
        live = { answer[$0].map { $0.isLive && !$0.isConditional } ?? false }
        reached = { answer[$0].map { !$0.isConditional } ?? false }
        conditional = { answer[$0]?.isConditional ?? false }
        usedSince = { answer[$0]?.usedSince }
        firstHeld = { answer[$0].flatMap { $0.isConditional ? nil : $0.firstHeld } }
        heldUntil = { answer[$0].flatMap { $0.isConditional ? nil : $0.heldUntil } }
        tier = { answer[$0]?.tier }
        plane = { answer[$0]?.plane }
    }
}
