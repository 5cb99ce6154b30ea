import Inventory
import Reach

/// The exposure of every entity, and what exact counts of single ones need.
struct Exposures: Sendable {
    private let ranked: (graph: CondensedGraph, rank: ExposureRank)?

    /// Works out all of them. Where that is cancelled there are none.
    init(_ inventory: Inventory, _ filter: CrossingFilter) {
        do throws(CancellationError) {
            let graph = try CondensedGraph(inventory, filter)
            ranked = (graph, try ExposureRank(graph))
        } catch {
            ranked = nil
        }
    }

    /// The exposure of the entity, which may be an estimate. O(1).
    subscript(entity: Int) -> Exposure? { ranked?.rank[entity] }

    /// All of them.
    var rank: ExposureRank? { ranked?.rank }

    /// How many entities the entity opens, itself included. O(1), or the cost of one count where that was estimated.
    func exactCount(of entity: Int) -> Int? {
        guard let ranked, let exposure = ranked.rank[entity] else { return nil }
        if exposure.isExact { return exposure.count }
        var counts = ReachCounts(ranked.graph)
        return counts.count(from: entity)
    }
}
