import Inventory
import Reach

/// A blast radius with its figures, counted once.
struct Answer: Sendable {
    let radius: BlastRadius
    let counts: BlastRadius.Counts

    init(_ radius: BlastRadius) {
        self.radius = radius
        counts = radius.counts
    }

    /// The same answer from another moment: only what is live, or not yet held, has to be counted again. O(entities), and little a piece.
    func seen(at moment: Instant) -> Answer { Answer(seeing: radius.seen(at: moment), counts: counts) }

    private init(seeing radius: BlastRadius, counts: BlastRadius.Counts) {
        self.radius = radius
        var counts = counts
        counts.live = radius.liveCount
        counts.notYetHeld = radius.notYetHeldCount
        self.counts = counts
    }
}
