/// Finds strongly connected components, root by root: only what a root reaches is ever looked at.
///
/// Tarjan's algorithm with an explicit stack ("Depth-first search and linear graph algorithms", 1972), so that a chain
/// of a million entities does not overflow the call stack. O(entities + crossings) over all roots together.
struct StrongComponents {
    private var visited: [Int: Visit] = [:]
    private var path: [Int] = []
    private var components: [[Int]] = []

    private struct Visit {
        var order: Int
        var lowest: Int
        /// Nil while the entity is still on the path.
        var component: Int?
    }

    private struct Frame {
        let entity: Int
        let targets: [Int]
        var next = 0
    }

    /// The number of the component that `root` is in; `targets` gives an entity's neighbours.
    mutating func component(of root: Int, targets: (Int) -> [Int]) -> Int {
        if let component = visited[root]?.component { return component }
        var frames = [open(root, targets)]
        while var frame = frames.popLast() {
            if frame.next < frame.targets.count {
                let target = frame.targets[frame.next]
                frame.next += 1
                frames.append(frame)
                if let seen = visited[target] {
                    if seen.component == nil { lower(frame.entity, to: seen.order) }
                } else {
                    frames.append(open(target, targets))
                }
            } else {
                close(frame.entity)
                if let parent = frames.last { lower(parent.entity, to: visited[frame.entity]?.lowest ?? .max) }
            }
        }
        return visited[root]?.component ?? 0
    }

    /// The entities of a component.
    func members(of component: Int) -> [Int] { components[component] }

    private mutating func open(_ entity: Int, _ targets: (Int) -> [Int]) -> Frame {
        visited[entity] = Visit(order: visited.count, lowest: visited.count)
        path.append(entity)
        return Frame(entity: entity, targets: targets(entity))
    }

    private mutating func lower(_ entity: Int, to order: Int) {
        guard let visit = visited[entity], visit.component == nil, order < visit.lowest else { return }
        visited[entity]?.lowest = order
    }

    private mutating func close(_ entity: Int) {
        guard let visit = visited[entity], visit.lowest == visit.order else { return }
        var members: [Int] = []
        while let member = path.popLast() {
            members.append(member)
            visited[member]?.component = components.count
            if member == entity { break }
        }
        components.append(members)
    }
}
