import Inventory

/// The exposure of every entity at once, so that an inventory can be sorted by what a stolen identity would open.
///
/// Exact wherever that costs little: see ``ExactExposures``. The rest is estimated, see ``ReachSketches``. The same
/// inventory always gives the same numbers. For the exact number of one entity ask ``ReachCounts``.
public struct ExposureRank: Sendable {
    /// Which crossings count.
    public let filter: CrossingFilter
    /// For each entity its component: entities that gain one another have one exposure.
    private let components: [UInt32]
    /// For each component how many entities it reaches.
    private let counts: [UInt32]
    private let isExact: [Bool]

    /// Ranks all entities of `graph`. O(entities + crossings), with a factor of some thirty for what is estimated. Throws
    /// when it is cancelled.
    public init(_ graph: CondensedGraph, _ oversight: Oversight = Oversight()) throws(CancellationError) {
        try self.init(graph, effort: ExactExposures.usualEffort, oversight)
    }

    /// Condenses `inventory` and ranks all entities. Throws when it is cancelled.
    public init(
        _ inventory: Inventory, _ filter: CrossingFilter = CrossingFilter(), _ oversight: Oversight = Oversight()
    ) throws(CancellationError) {
        var (first, second) = (oversight, oversight)
        first.progress = { oversight.progress($0 / 2) }
        second.progress = { oversight.progress(0.5 + $0 / 2) }
        try self.init(try CondensedGraph(inventory, filter, first), second)
    }

    /// - Parameter effort: How many groups exact counts may look at; nil estimates all.
    init(_ graph: CondensedGraph, effort: Int?, _ oversight: Oversight = Oversight()) throws(CancellationError) {
        filter = graph.filter
        components = graph.components
        var exact = ExactExposures(graph)
        if let effort { try exact.count(effort: effort, oversight) }
        isExact = exact.counts.map { $0 != 0 }
        counts = try ReachSketches.estimates(graph, known: exact.counts, oversight)
        try oversight.check(1)
    }

    /// The exposure of the entity with this number; nil when there is no such entity. O(1).
    public subscript(entity: Int) -> Exposure? {
        guard components.indices.contains(entity) else { return nil }
        let component = Int(components[entity])
        return Exposure(count: Int(counts[component]), isExact: isExact[component])
    }
}
