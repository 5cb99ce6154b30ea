import Inventory
import PlainText
import Reach
import Reports

/// The entities that a filter leaves, for commands that take one.
struct EntitySelection {
    let rows: RowSet
    /// The exposures of all entities, where the order or the filter asks for them.
    let exposures: ExposureRank?

    /// The entities of `inventory` that `filter` leaves; all of them when it is empty.
    init(_ inventory: Inventory, filter: String, withExposures: Bool = false) throws(CommandFailure) {
        do {
            let named = UserQueries.named()
            var query = try named.query(filter)
            // A mistyped kind or relation would only lead nowhere.
            if query.hasPath { query = try named.query(filter, knowing: QueryVocabulary(inventory)) }
            exposures = withExposures || query.needsExposure ? Self.exposures(of: inventory) : nil
            var context = Self.context(for: query, in: inventory)
            if let exposures { context.know(exposures) }
            let bound = query.bound(to: inventory, context: context)
            rows = bound.matchingRows() ?? RowSet(noneOf: inventory.entityCount)
            for gap in query.gaps(in: inventory, context: context, isFound: rows.count > 0) ?? [] {
                Output.diagnose(gap.words(in: inventory).printable)
            }
            if rows.count == 0 { Self.hint(at: filter, named, in: inventory) }
        } catch {
            throw .query(error, text: filter)
        }
    }

    /// Says what a filter that leaves nothing may mean instead: a name that nothing has leaves nothing, and is no error.
    private static func hint(at filter: String, _ named: NamedQueries, in inventory: Inventory) {
        do throws(QueryError) {
            _ = try named.query(filter, knowing: QueryVocabulary(inventory))
        } catch {
            Output.diagnose(error.message.printable)
        }
    }

    /// The exposures of all entities, with a line on how far they are. Nil only when the command was cancelled.
    private static func exposures(of inventory: Inventory) -> ExposureRank? {
        defer { Output.progress("") }
        let oversight = Oversight { Output.progress("computing exposures: \(Int($0 * 100)) %") }
        return try? ExposureRank(inventory, CrossingFilter(), oversight)
    }

    /// What the query needs besides the inventory: the reach of what the sources mark as compromised, when it asks for
    /// it.
    private static func context(for query: Query, in inventory: Inventory) -> QueryContext {
        let seeds = Seed.declared(in: inventory)
        guard query.needsReach, !seeds.isEmpty else { return QueryContext(now: .now) }
        return QueryContext(now: .now, answer: BlastRadius(inventory, Question(seeds: seeds, at: .now)))
    }
}
