import Inventory
import Reach

/// What one remediation of a plan is worth alone: what would be live again without it.
struct Severed: Sendable {
    /// How many entities it alone keeps closed, itself among them where it would be live.
    let count: Int
    /// The first of them by id, without itself.
    let first: [Int]

    private static let listed = 12

    /// Asks twice: with all of `marks` remediated, and without `entity` among them.
    init<P: Patience>(
        _ engine: ReachEngine, _ question: Question, _ marks: Marks, _ entity: Int, patience: P
    ) throws(P.Failure) {
        let inventory = engine.inventory
        let closed = try engine.reached(question.remedying(marks.with(entity), in: inventory), patience: patience)
        let open = try engine.reached(question.remedying(marks.without(entity), in: inventory), patience: patience)
        var severed = Marks(open.live)
        severed.subtract(Marks(closed.live))
        count = severed.count
        severed.remove(entity)
        // Many are not put in order for the sake of a few: then the first by number.
        let some = severed.count > 10_000 ? Array(severed.prefix(Self.listed)) : Array(severed)
        first = Array(some.sorted(by: inventory.idPrecedes).prefix(Self.listed))
    }
}
