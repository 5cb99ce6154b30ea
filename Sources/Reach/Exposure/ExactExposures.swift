import Dispatch
import Synchronization

/// The exposures that are cheap to count. A component that leads to one other reaches what that reaches, and itself; one
/// that reaches few groups is counted by itself; of the others, 64 at a time, the heaviest first, as many as the effort
/// allows. In an inventory of a million entities that is most often all of them.
struct ExactExposures {
    /// For each component how many entities it reaches; 0 where that is not known.
    private(set) var counts: [UInt32]
    private let graph: CondensedGraph

    /// How many groups a count by itself looks at.
    static let narrow = 1_024
    /// How many groups and crossings the other counts look at, all together: a second or two of work. It measures work,
    /// not time, so that the same graph always has the same exact counts.
    static let usualEffort = 500_000_000
    /// How many counts go on at a time, each on a core of its own.
    private static let workers = 2

    /// Nothing known yet.
    init(_ graph: CondensedGraph) {
        self.graph = graph
        counts = [UInt32](repeating: 0, count: graph.componentCount)
    }

    /// Counts what is cheap to count.
    mutating func count(effort: Int, _ oversight: Oversight) throws(CancellationError) {
        try countNarrow(oversight)
        try countWide(effort: effort, oversight)
        for component in counts.indices where counts[component] == 0 { passOn(component) }
    }

    private mutating func countNarrow(_ oversight: Oversight) throws(CancellationError) {
        var walks = ReachCounts(graph)
        for component in counts.indices {
            if component & 0x3FFF == 0 { try oversight.check(0.2 * Double(component) / Double(counts.count)) }
            passOn(component)
            // What leads to a component that reaches much reaches much.
            guard counts[component] == 0,
                graph.crossings[component].allSatisfy({ counts[Int($0)] != 0 }),
                let count = walks.count(fromComponents: CollectionOfOne(component), limit: Self.narrow)
            else { continue }
            counts[component] = UInt32(count)
        }
    }

    /// Sets the count of a component from that of the only one to which it leads.
    private mutating func passOn(_ component: Int) {
        let targets = graph.crossings[component]
        guard targets.count == 1, let target = targets.first, counts[Int(target)] != 0 else { return }
        counts[component] = counts[Int(target)] + graph.sizes[component]
    }

    private mutating func countWide(effort: Int, _ oversight: Oversight) throws(CancellationError) {
        let graph = graph
        let wide = counts.indices.filter { counts[$0] == 0 && graph.crossings[$0].count != 1 }
            .sorted { (graph.sizes[$1], $0) < (graph.sizes[$0], $1) }.map { UInt32($0) }
        let wanted = (wide.count + ParallelCounts.width - 1) / ParallelCounts.width
        let batches = min(effort / max(1, ParallelCounts.cost(in: graph)), wanted)
        let next = Mutex(0)
        let found = Mutex(counts)
        DispatchQueue.concurrentPerform(iterations: Self.workers) { _ in
            var counting = ParallelCounts(graph)
            while !oversight.isCancelled() {
                let batch = next.withLock { next in
                    defer { next += 1 }
                    return next
                }
                if batch >= batches { return }
                let start = batch * ParallelCounts.width
                let components = wide[start..<min(start + ParallelCounts.width, wide.count)]
                let counts = counting.counts(from: components)
                found.withLock { found in
                    for (component, count) in zip(components, counts) { found[Int(component)] = UInt32(count) }
                }
                oversight.progress(0.2 + 0.4 * Double(batch) / Double(batches))
            }
        }
        if oversight.isCancelled() { throw CancellationError() }
        counts = found.withLock { $0 }
    }
}
