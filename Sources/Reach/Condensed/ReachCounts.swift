import CKernels

/// Counts how many entities can be reached, times left out of account: exactly, and many times faster than by walking.
///
/// It owns the memory that it works in and uses it again, so one that is kept counts without allocating. The cost of a
/// count follows the answer. The entities counted from are counted too, as a blast radius does.
///
/// What remains when an entity is taken away is not counted here: its component may fall apart without it.
public struct ReachCounts: Sendable {
    /// What it counts in.
    public let graph: CondensedGraph
    /// What marks that this count gained something.
    private var mark: UInt8 = 0
    /// For each group the mark of the last count that gained it whole.
    private var gained: [UInt8]
    /// The groups that were gained, in that order.
    private var queue: [UInt32]
    /// The same for components that are gained without their groups, because the start lies inside.
    private var gainedInside: [UInt8]
    private var inside: [UInt32] = []

    /// Gets ready to count in `graph`. O(groups).
    public init(_ graph: CondensedGraph) {
        self.graph = graph
        gained = [UInt8](repeating: 0, count: graph.groupCount)
        gainedInside = [UInt8](repeating: 0, count: graph.componentCount)
        // One more than there are groups: the walk writes each group it meets before it knows whether that is new.
        queue = [UInt32](repeating: 0, count: graph.groupCount + 1)
    }

    /// How many entities whoever holds `entity` can come to hold, itself included; 0 when there is no such entity.
    public mutating func count(from entity: Int) -> Int { count(from: CollectionOfOne(entity)) }

    /// How many entities whoever holds all of `entities` can come to hold, themselves included. Numbers that no entity
    /// has are left out.
    public mutating func count(from entities: some Sequence<Int>) -> Int {
        let known = entities.lazy.filter { [count = graph.entityCount] in $0 >= 0 && $0 < count }
        return count(fromComponents: known.map { [graph] in Int(graph.components[$0]) }, limit: .max) ?? 0
    }

    /// The same for components; nil when they gain more than about `limit` groups, which is found out without gaining
    /// many more.
    mutating func count(fromComponents components: some Sequence<Int>, limit: Int) -> Int? {
        renewMark()
        var found = 0
        inside.removeAll(keepingCapacity: true)
        for component in components {
            if Int(graph.heads[Int(graph.groups[component])]) == component {
                gain(graph.groups[component], &found)
            } else {
                gainInside(component)
            }
        }
        var place = 0
        while place < inside.count, place < limit {
            let component = Int(inside[place])
            place += 1
            for target in graph.crossings[component] {
                let group = graph.groups[Int(target)]
                if group == graph.groups[component] { gainInside(Int(target)) } else { gain(group, &found) }
            }
        }
        guard place == inside.count, var total = walk(found, limit: limit) else { return nil }
        for component in inside where gained[Int(graph.groups[Int(component)])] != mark {
            total += Int(graph.sizes[Int(component)])
        }
        return total
    }

    /// Marks that no count has used yet, so that those of earlier counts need not be wiped away.
    private mutating func renewMark() {
        mark &+= 1
        guard mark == 0 else { return }
        gained.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
        gainedInside.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
        mark = 1
    }

    private mutating func gain(_ group: UInt32, _ found: inout Int) {
        guard gained[Int(group)] != mark else { return }
        gained[Int(group)] = mark
        queue[found] = group
        found += 1
    }

    private mutating func gainInside(_ component: Int) {
        guard gainedInside[component] != mark else { return }
        gainedInside[component] = mark
        inside.append(UInt32(component))
    }

    /// Follows the crossings of the first `found` groups in the queue, and of those it finds. How many entities all of
    /// them have; nil when there are more groups than about `limit`.
    private mutating func walk(_ found: Int, limit: Int) -> Int? {
        var end = found
        var next = 0
        var total = 0
        /// Groups met that lead nowhere.
        var ended = 0
        let (graph, mark) = (graph, mark)
        let (firstEnd, firstSingle) = (graph.firstEnd, graph.firstSingle)
        gained.withUnsafeMutableBufferPointer { gained in
            queue.withUnsafeMutableBufferPointer { queue in
                graph.groupCrossings.starts.withUnsafeBufferPointer { starts in
                    graph.groupCrossings.values.withUnsafeBufferPointer { targets in
                        graph.weights.withUnsafeBufferPointer { weights in
                            while next < end, next + ended < limit {
                                if next + 8 < end, let start = starts.baseAddress, let target = targets.baseAddress {
                                    kernel_prefetch(start + Int(queue[next + 8]))
                                    kernel_prefetch(target + Int(starts[Int(queue[next + 4])]))
                                }
                                let group = Int(queue[next])
                                next += 1
                                total += Int(weights[group])
                                var place = Int(starts[group])
                                let last = Int(starts[group + 1])
                                while place < last, targets[place] < firstEnd {
                                    let target = targets[place]
                                    place += 1
                                    // Written whether it is new or not: a branch would be guessed wrong half the time.
                                    queue[end] = target
                                    end += gained[Int(target)] == mark ? 0 : 1
                                    gained[Int(target)] = mark
                                }
                                while place < last, targets[place] < firstSingle {
                                    let target = Int(targets[place])
                                    place += 1
                                    if gained[target] == mark { continue }
                                    gained[target] = mark
                                    total += Int(weights[target])
                                    ended += 1
                                }
                                while place < last {
                                    let target = Int(targets[place])
                                    place += 1
                                    let isNew = gained[target] == mark ? 0 : 1
                                    gained[target] = mark
                                    total += isNew
                                    ended += isNew
                                }
                            }
                        }
                    }
                }
            }
        }
        return next == end ? total : nil
    }
}
