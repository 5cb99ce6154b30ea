import Inventory

/// Which entities could ever lie on one cycle of borrowed control and sessions, whatever the question and the moment: the
/// strongly connected components of these crossings, found root by root.
///
/// Tarjan's algorithm with an explicit stack ("Depth-first search and linear graph algorithms", 1972), so that a chain
/// of a million entities does not overflow the call stack. Only what a root leads to is ever looked at; O(that) over all
/// roots together.
final class Cycles {
    private static let unknown = UInt32.max
    private let rows: ControlRows
    private var orders: [UInt32]
    private var lowest: [UInt32]
    /// The component of each entity; ``unknown`` while it is not known.
    private var components: [UInt32]
    private var path: [UInt32] = []
    private var found: UInt32 = 0
    private var visited: UInt32 = 0

    init(_ rows: ControlRows) {
        self.rows = rows
        orders = [UInt32](repeating: Self.unknown, count: rows.entityCount)
        lowest = orders
        components = orders
    }

    /// Whether both could lie on one cycle. O(1) once their surroundings are known.
    func areTogether(_ left: Int, _ right: Int) -> Bool {
        left == right || component(of: left) == component(of: right)
    }

    private func component(of root: Int) -> UInt32 {
        if components[root] == Self.unknown { explore(root) }
        return components[root]
    }

    private func explore(_ root: Int) {
        var frames = [open(root)]
        while let frame = frames.last {
            guard frame.next < frame.end else {
                frames.removeLast()
                close(frame.entity)
                if let parent = frames.last { lower(parent.entity, to: lowest[frame.entity]) }
                continue
            }
            frames[frames.count - 1].next += 1
            let target = Int(rows.targets[frame.next])
            let relation = rows.relation(leaving: frame.next)
            guard target < rows.entityCount, relation < rows.relationCount, !rows.traits[relation].isKept else {
                continue
            }
            if orders[target] == Self.unknown {
                frames.append(open(target))
            } else if components[target] == Self.unknown {
                lower(frame.entity, to: orders[target])
            }
        }
    }

    private struct Frame {
        let entity: Int
        var next: Int
        let end: Int
    }

    private func open(_ entity: Int) -> Frame {
        orders[entity] = visited
        lowest[entity] = visited
        visited += 1
        path.append(UInt32(entity))
        let (first, end) = rows.leaving(entity)
        return Frame(entity: entity, next: first, end: end)
    }

    private func lower(_ entity: Int, to order: UInt32) { lowest[entity] = min(lowest[entity], order) }

    private func close(_ entity: Int) {
        guard lowest[entity] == orders[entity] else { return }
        while let member = path.popLast() {
            components[Int(member)] = found
            if Int(member) == entity { break }
        }
        found += 1
    }
}
