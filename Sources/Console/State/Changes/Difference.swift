import Inventory
import Reports

/// What differs between the console's evidence and the other one, counted and put in order once.
struct Difference: Sendable {
    let diff: InventoryDiff
    /// Every change, those that give more control first: there entities by id, then relations by their ends, as in all of
    /// them.
    let changes: [InventoryDiff.Change]
    /// How many of them give more control: the first ones.
    let widerCount: Int
    /// How many entities can do more than before, or for longer.
    let widened: Int
    let entities: DiffReport.Counts
    let relations: DiffReport.Counts

    /// O(changes).
    init(_ diff: InventoryDiff) {
        self.diff = diff
        let all = diff.entityChanges + diff.relationChanges
        let isWider = all.map { diff.direction(of: $0)?.isWider ?? false }
        let wider = all.indices.filter { isWider[$0] }
        changes = wider.map { all[$0] } + all.indices.lazy.filter { !isWider[$0] }.map { all[$0] }
        widerCount = wider.count
        widened = diff.widenedEntities.count
        let report = DiffReport(diff)
        (entities, relations) = (report.entityCounts, report.relationCounts)
    }
}
