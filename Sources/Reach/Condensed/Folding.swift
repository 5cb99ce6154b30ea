/// Joins components into groups that can only be entered by their heads.
///
/// Going from what enters to what is entered, a component joins the group that all its predecessors are in. So a group
/// is a subtree of the tree of dominators; it stops growing at ``limit``, because who starts inside it has to walk it.
struct Folding {
    /// For each component its group. Groups are numbered from what enters to what is entered, those that nothing enters
    /// first: what is walked lies close together. Last come those that lead nowhere, and of them last those of one entity:
    /// what counts does not have to look at these, only to see that they were met.
    private(set) var groups: [UInt32]
    /// For each group how many entities it has.
    private(set) var weights: [UInt32] = []
    /// For each group the component by which it is entered.
    private(set) var heads: [UInt32] = []
    /// The groups that each group leads to, each once.
    private(set) var crossings = CondensedGraph.Rows(starts: [0], values: [])
    /// The first group that leads nowhere, and the first of these that has one entity.
    private(set) var firstEnd: UInt32 = 0
    private(set) var firstSingle: UInt32 = 0

    /// How many components that lead on a group may have; those that lead nowhere do not count.
    static let limit: UInt32 = 4096

    private static let unknown = UInt32.max
    private static let several = UInt32.max - 1

    /// O(components + crossings). `crossings` lead to smaller numbers only.
    init(_ crossings: CondensedGraph.Rows, sizes: [UInt32]) {
        // Until a component's turn comes: the group of its predecessors.
        groups = [UInt32](repeating: Self.unknown, count: sizes.count)
        join(crossings, sizes)
        self.crossings = groupCrossings(crossings)
        putEndsLast()
    }

    private mutating func join(_ crossings: CondensedGraph.Rows, _ sizes: [UInt32]) {
        var lengths: [UInt32] = []
        var isEntered = [Bool](repeating: false, count: sizes.count)
        for component in crossings.values { isEntered[Int(component)] = true }
        let order = [false, true].map { entered in
            sizes.indices.reversed().lazy.filter { isEntered[$0] == entered }
        }
        groups.withUnsafeMutableBufferPointer { groups in
            crossings.values.withUnsafeBufferPointer { targets in
                for component in order.joined() {
                    let run = Int(crossings.starts[component])..<Int(crossings.starts[component + 1])
                    var group = groups[component]
                    if group < Self.several, run.isEmpty || lengths[Int(group)] < Self.limit {
                        weights[Int(group)] += sizes[component]
                        lengths[Int(group)] += run.isEmpty ? 0 : 1
                    } else {
                        group = UInt32(weights.count)
                        weights.append(sizes[component])
                        heads.append(UInt32(component))
                        lengths.append(1)
                    }
                    groups[component] = group
                    for place in run {
                        let target = Int(targets[place])
                        let known = groups[target]
                        if known == Self.unknown {
                            groups[target] = group
                        } else if known != group {
                            groups[target] = Self.several
                        }
                    }
                }
            }
        }
    }

    /// Numbers the groups anew: those that lead nowhere last. What a group leads to is listed in the same order.
    /// O(components + crossings).
    private mutating func putEndsLast() {
        let old = crossings
        let ranks = weights.indices.map { group -> UInt8 in
            old.starts[group] < old.starts[group + 1] ? 0 : weights[group] > 1 ? 1 : 2
        }
        let order = (0..<3).flatMap { (wanted: UInt8) in ranks.indices.filter { ranks[$0] == wanted } }
        var numbers = [UInt32](repeating: 0, count: order.count)
        for (number, group) in order.enumerated() { numbers[group] = UInt32(number) }
        firstEnd = UInt32(ranks.count { $0 == 0 })
        firstSingle = UInt32(ranks.count { $0 < 2 })
        for component in groups.indices { groups[component] = numbers[Int(groups[component])] }
        weights = order.map { weights[$0] }
        heads = order.map { heads[$0] }
        var starts: [UInt32] = [0]
        starts.reserveCapacity(order.count + 1)
        var values: [UInt32] = []
        values.reserveCapacity(old.values.count)
        let bounds = [0, firstEnd, firstSingle, .max]
        for group in order {
            let targets = old[group]
            for part in 0..<3 {
                for target in targets {
                    let number = numbers[Int(target)]
                    if number >= bounds[part], number < bounds[part + 1] { values.append(number) }
                }
            }
            starts.append(UInt32(values.count))
        }
        crossings = CondensedGraph.Rows(starts: starts, values: values)
    }

    /// What each group leads to, from what its components lead to. O(components + crossings).
    private func groupCrossings(_ crossings: CondensedGraph.Rows) -> CondensedGraph.Rows {
        let count = weights.count
        // The components of each group side by side.
        var ends = [UInt32](repeating: 0, count: count + 1)
        for group in groups { ends[Int(group) + 1] += 1 }
        for group in 0..<count { ends[group + 1] += ends[group] }
        var members = [UInt32](repeating: 0, count: groups.count)
        var next = ends
        for (component, group) in groups.enumerated() {
            members[Int(next[Int(group)])] = UInt32(component)
            next[Int(group)] += 1
        }
        var starts: [UInt32] = [0]
        starts.reserveCapacity(count + 1)
        var values: [UInt32] = []
        values.reserveCapacity(crossings.values.count)
        var listed = [UInt32](repeating: Self.unknown, count: count)
        for group in 0..<count {
            listed[group] = UInt32(group)
            for place in ends[group]..<ends[group + 1] {
                for component in crossings[Int(members[Int(place)])] {
                    let target = groups[Int(component)]
                    if listed[Int(target)] == UInt32(group) { continue }
                    listed[Int(target)] = UInt32(group)
                    values.append(target)
                }
            }
            starts.append(UInt32(values.count))
        }
        return CondensedGraph.Rows(starts: starts, values: values)
    }
}
