/// What depends on each other, drawn together: the strongly connected components of dependents, and what leads where.
///
/// Tarjan's algorithm ("Depth-first search and linear graph algorithms", 1972) on arrays, without recursion. A component
/// gets its number after all that it leads to. O(entities + arcs).
struct Circles {
    /// The component of each number.
    let component: [UInt32]
    /// How many components there are.
    let count: Int
    /// Where each component's arcs start; one more than there are components.
    let arcStarts: [UInt32]
    /// The components that they lead to, all of lower numbers.
    let arcHeads: [UInt32]

    init(_ graph: Dependents) {
        let total = graph.entities.count
        component = Self.components(graph)
        count = Int(component.max() ?? 0) + (total > 0 ? 1 : 0)
        // Members of each component, side by side.
        var starts = [UInt32](repeating: 0, count: count + 1)
        for one in component { starts[Int(one) + 1] += 1 }
        for one in 0..<count { starts[one + 1] += starts[one] }
        var next = starts
        var members = [UInt32](repeating: 0, count: total)
        for number in 0..<total {
            let own = Int(component[number])
            members[Int(next[own])] = UInt32(truncatingIfNeeded: number)
            next[own] += 1
        }
        var arcStarts: [UInt32] = []
        var arcHeads: [UInt32] = []
        // The last component that had an arc to each: an arc is listed once.
        var seenFrom = [UInt32](repeating: .max, count: count)
        for own in 0..<UInt32(truncatingIfNeeded: count) {
            arcStarts.append(UInt32(truncatingIfNeeded: arcHeads.count))
            for member in members[Int(starts[Int(own)])..<Int(starts[Int(own) + 1])] {
                for arc in Int(graph.arcStarts[Int(member)])..<Int(graph.arcStarts[Int(member) + 1]) {
                    let head = component[Int(graph.arcHeads[arc])]
                    guard head != own, seenFrom[Int(head)] != own else { continue }
                    seenFrom[Int(head)] = own
                    arcHeads.append(head)
                }
            }
        }
        arcStarts.append(UInt32(truncatingIfNeeded: arcHeads.count))
        self.arcStarts = arcStarts
        self.arcHeads = arcHeads
    }

    private static func components(_ graph: Dependents) -> [UInt32] {
        let total = graph.entities.count
        let none = UInt32.max
        // The order in which a number was found, from 1 on, and the lowest that its way leads back to.
        var order = [UInt32](repeating: 0, count: total)
        var lowest = order
        var component = [UInt32](repeating: none, count: total)
        var open: [UInt32] = []
        var path: [(number: Int, next: Int)] = []
        var (found, finished): (UInt32, UInt32) = (0, 0)
        func enter(_ number: Int) {
            found += 1
            order[number] = found
            lowest[number] = found
            open.append(UInt32(truncatingIfNeeded: number))
            path.append((number, Int(graph.arcStarts[number])))
        }
        for root in 0..<total where order[root] == 0 {
            enter(root)
            while let (number, next) = path.last {
                if next < Int(graph.arcStarts[number + 1]) {
                    path[path.count - 1].next += 1
                    let head = Int(graph.arcHeads[next])
                    if order[head] == 0 {
                        enter(head)
                    } else if component[head] == none {
                        lowest[number] = min(lowest[number], order[head])
                    }
                    continue
                }
                path.removeLast()
                if let above = path.last?.number { lowest[above] = min(lowest[above], lowest[number]) }
                guard lowest[number] == order[number] else { continue }
                while let member = open.popLast() {
                    component[Int(member)] = finished
                    if Int(member) == number { break }
                }
                finished += 1
            }
        }
        return component
    }
}
