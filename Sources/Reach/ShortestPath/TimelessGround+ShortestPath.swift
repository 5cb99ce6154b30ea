import Inventory

extension TimelessGround {
    /// The fewest crossings by which a seed gives `target`, seed first: empty when the target is a seed, nil when it
    /// cannot be reached. Of several chains, the one whose last crossing comes from the smallest id, then the one before
    /// it, and so on back.
    ///
    /// Searches from both ends at once, a whole level at a time from the side with less to look at ("Bi-directional and
    /// heuristic search in path problems", Pohl 1969). O(crossings of what both sides find).
    public func shortestPath(to target: Int) -> [Step]? {
        guard inventory.exists(target), !removed.contains(target), !seeds.isEmpty else { return nil }
        if seeds.contains(target) { return [] }
        let search = BidirectionalSearch(self, target: target)
        guard search.run(), let chain = search.chain(from: target) else { return nil }
        let steps = zip(chain, chain.dropFirst()).compactMap { crossing(from: $0, to: $1) }
        return steps.count == chain.count - 1 ? steps : nil
    }
}
