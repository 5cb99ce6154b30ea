import Inventory

/// The graph of control without time, with everything that is always gained together made one: what counting how many
/// entities can be reached needs, and no more.
///
/// It is made in two steps. Entities that gain one another form a *component*; components have no cycles. A component
/// that can be entered only from one group joins that *group*: whoever enters the group from outside enters it by its
/// first component, its *head*, and gains it all. So groups, far fewer than entities, can be counted whole.
///
/// Made once for an inventory and a filter, in O(entities + crossings); 12 bytes an entity and 8 a crossing at most.
public struct CondensedGraph: Sendable {
    /// Which crossings it was made from.
    public let filter: CrossingFilter
    /// For each entity its component. Components lead to smaller numbers only.
    let components: [UInt32]
    /// For each component how many entities it has.
    let sizes: [UInt32]
    /// The components that each component leads to.
    let crossings: Rows
    /// For each component its group.
    let groups: [UInt32]
    /// For each group how many entities it has.
    let weights: [UInt32]
    /// For each group its head.
    let heads: [UInt32]
    /// The groups that each group leads to.
    let groupCrossings: Rows
    /// From this group on they lead nowhere, and from the other on they have one entity each.
    let firstEnd: UInt32
    let firstSingle: UInt32

    /// For each owner a run of numbers.
    struct Rows: Sendable {
        /// Where each owner's run starts; one more than there are owners.
        let starts: [UInt32]
        let values: [UInt32]

        subscript(owner: Int) -> ArraySlice<UInt32> { values[Int(starts[owner])..<Int(starts[owner + 1])] }
    }

    /// How many entities there are.
    public var entityCount: Int { components.count }
    /// How many components there are.
    public var componentCount: Int { sizes.count }
    /// How many groups there are.
    public var groupCount: Int { weights.count }

    /// Condenses what `filter` lets through. Throws when it is cancelled.
    public init(
        _ inventory: Inventory, _ filter: CrossingFilter = CrossingFilter(), _ oversight: Oversight = Oversight()
    ) throws(CancellationError) {
        try self.init(OpenCrossings(inventory, filter), filter, oversight)
    }

    init(
        _ open: OpenCrossings, _ filter: CrossingFilter = CrossingFilter(), _ oversight: Oversight = Oversight()
    ) throws(CancellationError) {
        try oversight.check(0.1)
        let search = try ComponentSearch(open, oversight)
        try oversight.check(0.7)
        self.filter = filter
        components = search.components
        sizes = search.sizes
        crossings = Rows(starts: search.starts, values: search.targets)
        let folding = Folding(crossings, sizes: sizes)
        try oversight.check(0.9)
        groups = folding.groups
        weights = folding.weights
        heads = folding.heads
        groupCrossings = folding.crossings
        (firstEnd, firstSingle) = (folding.firstEnd, folding.firstSingle)
        try oversight.check(1)
    }
}
