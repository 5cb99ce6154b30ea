import Inventory
import Reach

extension State {
    /// The filter of the place; everything when its text cannot be read.
    var query: Query { (try? Query(parsing: place.query, knowing: vocabulary)) ?? .everything }

    /// Whether the rows depend on what was declared.
    var filterNeedsReach: Bool { query.needsReach }
    /// Whether the rows depend on what is marked.
    var filterNeedsMarks: Bool { query.needsMarks }

    /// What a filter needs to know besides the inventory: the moment of the lens, and what `answer` says.
    func context(_ answer: Answer?) -> QueryContext {
        var context = QueryContext(now: at)
        let marks = work.present.marks
        context.marked = { marks.contains($0) }
        guard let radius = answer?.radius else { return context }
        context.live = { radius[$0]?.isLive ?? false }
        context.reached = { radius[$0].map { !$0.isConditional } ?? false }
        context.conditional = { radius[$0]?.isConditional ?? false }
        context.usedSince = { radius[$0]?.usedSince }
        context.tier = { radius[$0]?.tier }
        context.plane = { radius[$0]?.plane }
        return context
    }

    /// The filter of the place, ready for many entities.
    func boundQuery(_ answer: Answer?) -> BoundQuery { query.bound(to: inventory, context: context(answer)) }
}
