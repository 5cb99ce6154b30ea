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

    /// How many entities the entity opens, itself included; counted where that was estimated.
    fileprivate func exactCount(of entity: Int) -> Int? {
        guard let ranked, let exposure = ranked.rank[entity] else { return nil }
        if exposure.isExact { return exposure.count }
        var counts = ReachCounts(ranked.graph)
        return counts.count(from: entity)
    }
}

/// An exact count where ``Exposures`` has an estimate.
struct ExactExposureInquiry: Hashable, Sendable {
    let entity: Int
    let filter: CrossingFilter
    /// The estimates. They follow from ``filter``, and so have no part in equality.
    let exposures: Exposures

    /// Counts. O(what the entity opens).
    var count: Int? { exposures.exactCount(of: entity) }

    static func == (left: ExactExposureInquiry, right: ExactExposureInquiry) -> Bool {
        left.entity == right.entity && left.filter == right.filter
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(entity)
        hasher.combine(filter)
    }
}
