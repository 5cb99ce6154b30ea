import Inventory

/// Everything that depends on some entities by harvesting or impersonating, with numbers of its own: first found first.
struct Dependents {
    /// The entity behind each number; the starts come first, each once.
    let entities: [Int]
    /// How many of them are starts.
    let startCount: Int
    /// Where the numbers that depend on each number start; one more than there are numbers. Empty unless asked for.
    let arcStarts: [UInt32]
    /// These numbers.
    let arcHeads: [UInt32]

    /// Walks backwards from `starts`, whatever the times and guards. O(what it finds).
    init(of starts: [Int], _ entering: CrossingRows, _ memory: SearchMemory, withArcs: Bool) {
        let stamp = memory.freshStamps(1)
        let (cells, queue) = (memory.cells, memory.queue)
        var (head, tail) = (0, 0)
        var (arcStarts, arcHeads) = ([UInt32](), [UInt32]())
        func number(_ entity: Int) {
            cells[entity] = SearchMemory.Cell(stamp: stamp, number: UInt32(truncatingIfNeeded: tail))
            queue[tail] = UInt32(truncatingIfNeeded: entity)
            tail &+= 1
        }
        for start in starts where start >= 0 && start < memory.count && cells[start].stamp != stamp { number(start) }
        startCount = tail
        while head < tail {
            entering.prefetch(queue, head, tail, cells)
            let current = Int(queue[head])
            head &+= 1
            if withArcs { arcStarts.append(UInt32(truncatingIfNeeded: arcHeads.count)) }
            entering.forEach(of: current, where: \.makesDependent) { near in
                if cells[near].stamp != stamp { number(near) }
                if withArcs, near != current { arcHeads.append(cells[near].number) }
            }
        }
        arcStarts.append(UInt32(truncatingIfNeeded: arcHeads.count))
        entities = (0..<tail).map { Int(queue[$0]) }
        self.arcStarts = arcStarts
        self.arcHeads = arcHeads
    }
}

extension Act {
    /// Whether what gains control by this act stops working when that control is taken away.
    @inline(__always)
    var makesDependent: Bool { self == .harvest || self == .impersonate }
}
