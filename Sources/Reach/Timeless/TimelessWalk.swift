import Inventory

/// What could be reached when time is left out of account: breadth first, a bit an entity.
///
/// Random reads are what it costs, so the entities ahead in the queue are asked for before their turn. O(what is reached
/// and its crossings).
struct TimelessWalk {
    private let terrain: Terrain
    private let rules: CrossingRules
    private let workspace: Workspace

    init(_ terrain: Terrain, _ rules: CrossingRules, _ workspace: Workspace) {
        self.terrain = terrain
        self.rules = rules
        self.workspace = workspace
    }

    /// The entities that are reached from `seeds`, those included, in the order of their distance.
    func run<P: Patience>(from seeds: [UInt32], _ stage: Stage<P>) throws(P.Failure) -> [UInt32] {
        let marks = workspace.marks.rows
        let queue = workspace.queue.rows
        var tail = 0
        for absent in terrain.absent { marks[Int(absent) / 64] |= 1 << UInt64(absent % 64) }
        for seed in seeds where marks[Int(seed) / 64] >> UInt64(seed % 64) & 1 == 0 {
            marks[Int(seed) / 64] |= 1 << UInt64(seed % 64)
            queue[tail] = seed
            tail += 1
        }
        defer {
            workspace.marks.blank(queue[..<tail].lazy.map { $0 / 64 })
            workspace.marks.blank(terrain.absent.lazy.map { $0 / 64 })
        }
        let isOpen = rules.allowsAll && !terrain.hasSevered
        var head = 0
        while head < tail {
            let pause = min(tail, head + Stage<P>.steps)
            if isOpen {
                spread(&head, until: pause, &tail, queue, marks)
            } else {
                spreadFiltered(&head, until: pause, &tail, queue, marks)
            }
            if head < tail { try stage.check(Double(tail) / Double(workspace.entityCount)) }
        }
        return Array(queue[..<tail])
    }

    private func spread(
        _ head: inout Int, until pause: Int, _ tail: inout Int, _ queue: UnsafeMutableBufferPointer<UInt32>,
        _ marks: UnsafeMutableBufferPointer<UInt64>
    ) {
        let rows = terrain.rows
        let count = UInt32(rows.entityCount)
        var (at, end) = (head, tail)
        while at < pause {
            if at + 16 < end {
                rows.prefetchStart(queue[at + 16])
                rows.prefetchTargets(queue[at + 8])
            }
            let (first, last) = rows.leaving(Int(queue[at]))
            at += 1
            for place in first..<last {
                let target = rows.targets[place]
                guard target < count else { continue }
                let word = Int(target / 64)
                let bit: UInt64 = 1 << UInt64(target % 64)
                let marked = marks[word]
                queue[end] = target
                end += marked & bit == 0 ? 1 : 0
                marks[word] = marked | bit
            }
        }
        (head, tail) = (at, end)
    }

    private func spreadFiltered(
        _ head: inout Int, until pause: Int, _ tail: inout Int, _ queue: UnsafeMutableBufferPointer<UInt32>,
        _ marks: UnsafeMutableBufferPointer<UInt64>
    ) {
        let rows = terrain.rows
        let hasSevered = terrain.hasSevered
        while head < pause {
            if head + 16 < tail {
                rows.prefetchStart(queue[head + 16])
                rows.prefetchTargets(queue[head + 8])
            }
            let (first, last) = rows.leaving(Int(queue[head]))
            head += 1
            for place in first..<last {
                let target = Int(rows.targets[place])
                let relation = rows.relation(leaving: place)
                guard target < rows.entityCount, relation < rows.relationCount else { continue }
                let bit: UInt64 = 1 << UInt64(target % 64)
                guard marks[target / 64] & bit == 0, rules[rows.traits[relation]] != 0 else { continue }
                if hasSevered, terrain.open(relation).isEmpty { continue }
                marks[target / 64] |= bit
                queue[tail] = UInt32(target)
                tail += 1
            }
        }
    }
}
