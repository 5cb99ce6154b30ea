import Inventory

/// A part of the graph of control with numbers of its own, in the order in which a search from the seeds found it.
///
/// Entities that are found together lie together, so that algorithms that walk it again and again stay in the cache.
///
/// Unchecked, because pointers are not `Sendable`: whoever makes one has written it all before, and nobody writes after.
final class Subgraph: @unchecked Sendable {
    /// The entity behind each number; the sources come first.
    let entities: UnsafeBufferPointer<UInt32>
    /// Where each number's arcs start; one more than there are entities.
    let arcStarts: UnsafeBufferPointer<UInt32>
    /// The number that each arc leads to. No arc leads to a source.
    let arcHeads: UnsafeBufferPointer<UInt32>
    /// The place of each arc's crossing among those that leave its entity.
    let arcPlaces: UnsafeBufferPointer<UInt32>
    /// How many of the first numbers are sources.
    let sourceCount: Int
    /// The numbers of the targets, ascending.
    let targets: [Int]
    private let memory: [UnsafeMutablePointer<UInt32>]

    fileprivate init(
        memory: [UnsafeMutablePointer<UInt32>], entities: Int, arcs: Int, sourceCount: Int, targets: [Int]
    ) {
        self.memory = memory
        self.entities = UnsafeBufferPointer(start: memory[0], count: entities)
        arcStarts = UnsafeBufferPointer(start: memory[1], count: entities + 1)
        arcHeads = UnsafeBufferPointer(start: memory[2], count: arcs)
        arcPlaces = UnsafeBufferPointer(start: memory[3], count: arcs)
        self.sourceCount = sourceCount
        self.targets = targets
    }

    deinit { for block in memory { block.deallocate() } }

    /// How many entities there are.
    var count: Int { entities.count }

    /// The arcs that leave the number.
    func arcs(of number: Int) -> Range<Int> { Int(arcStarts[number])..<Int(arcStarts[number + 1]) }
}

extension TimelessGround {
    /// What a cell's stamp says while a part of the graph is collected.
    private enum Mark: UInt32 {
        case removed
        /// A seed from which no target is known to be reached, and one from which one is.
        case seed, usefulSeed
        /// What can reach a target, and the targets themselves.
        case before, target
        /// What has its number.
        case numbered
        static let count: UInt32 = 6
    }

    /// Everything that the seeds reach, the seeds as sources. O(what is found).
    func reachable() -> Subgraph {
        let base = memory.freshStamps(Mark.count)
        for entity in removed { memory.cells[entity].stamp = base &+ Mark.removed.rawValue }
        return collect(base, from: seeds, targets: []) { stamp in stamp != Mark.removed.rawValue }
    }

    /// What lies between the seeds and `targets`: what a seed reaches and what reaches a target, without passing another
    /// seed. `targets` must be present and no seeds. O(what reaches a target).
    func between(seedsAnd targets: [Int]) -> Subgraph {
        let base = memory.freshStamps(Mark.count)
        let useful = markBackwards(from: targets, base)
        let sources = seeds.filter { useful.contains($0) }
        return collect(base, from: sources, targets: targets) { stamp in
            stamp == Mark.before.rawValue || stamp == Mark.target.rawValue
        }
    }

    /// Whether a seed still reaches one of `targets` when `cut` is taken away. O(what reaches a target without the cut).
    func reaches(_ targets: [Int], without cut: [Int]) -> Bool {
        let base = memory.freshStamps(Mark.count)
        return !markBackwards(from: targets, base, without: cut).isEmpty
    }

    /// Marks what can reach a target; gives the seeds among it. Does not look behind a seed.
    private func markBackwards(from targets: [Int], _ base: UInt32, without cut: [Int] = []) -> Set<Int> {
        let (cells, queue) = (memory.cells, memory.queue)
        for entity in removed { cells[entity].stamp = base &+ Mark.removed.rawValue }
        for seed in seeds { cells[seed].stamp = base &+ Mark.seed.rawValue }
        for entity in cut { cells[entity].stamp = base &+ Mark.removed.rawValue }
        var (head, tail) = (0, 0)
        for target in targets where cells[target].stamp &- base >= Mark.count {
            cells[target].stamp = base &+ Mark.target.rawValue
            queue[tail] = UInt32(truncatingIfNeeded: target)
            tail += 1
        }
        var useful: Set<Int> = []
        while head < tail {
            entering.prefetch(queue, head, tail, cells)
            let entity = Int(queue[head])
            head &+= 1
            entering.forEach(of: entity, passage) { near, _ in
                let mark = cells[near].stamp &- base
                if mark >= Mark.count {
                    cells[near].stamp = base &+ Mark.before.rawValue
                    queue[tail] = UInt32(truncatingIfNeeded: near)
                    tail &+= 1
                } else if mark == Mark.seed.rawValue {
                    cells[near].stamp = base &+ Mark.usefulSeed.rawValue
                    useful.insert(near)
                }
            }
        }
        return useful
    }

    /// Numbers what `sources` reach over what `isWanted` says of the stamps, first found first.
    @inline(__always)
    private func collect(
        _ base: UInt32, from sources: [Int], targets: [Int], isWanted: (UInt32) -> Bool
    ) -> Subgraph {
        let cells = memory.cells
        // Room for the most there can be: memory that is never touched costs nothing.
        let room = [memory.count, memory.count + 1, leaving.crossingCount, leaving.crossingCount]
        let blocks = room.map { UnsafeMutablePointer<UInt32>.allocate(capacity: max($0, 1)) }
        let (entities, starts, heads, places) = (blocks[0], blocks[1], blocks[2], blocks[3])
        let sourceCount = UInt32(truncatingIfNeeded: sources.count)
        let numbered = base &+ Mark.numbered.rawValue
        var (head, tail, arcs) = (0, 0, 0)
        func number(_ entity: Int) {
            cells[entity] = SearchMemory.Cell(stamp: numbered, number: UInt32(truncatingIfNeeded: tail))
            entities[tail] = UInt32(truncatingIfNeeded: entity)
            tail &+= 1
        }
        for source in sources { number(source) }
        var found: [Int] = []
        let isTarget = Set(targets)
        while head < tail {
            leaving.prefetch(entities, head, tail, cells)
            let entity = Int(entities[head])
            starts[head] = UInt32(truncatingIfNeeded: arcs)
            head &+= 1
            if !isTarget.isEmpty, isTarget.contains(entity) { found.append(head - 1) }
            leaving.forEach(of: entity, passage) { next, place in
                let stamp = cells[next].stamp
                if stamp == numbered {
                    guard cells[next].number >= sourceCount, next != entity else { return }
                } else {
                    guard isWanted(stamp &- base) else { return }
                    number(next)
                }
                // A file that changes under us could claim the same crossings for several entities.
                guard arcs < room[2] else { return }
                heads[arcs] = cells[next].number
                places[arcs] = UInt32(truncatingIfNeeded: place)
                arcs &+= 1
            }
        }
        starts[tail] = UInt32(truncatingIfNeeded: arcs)
        return Subgraph(
            memory: blocks, entities: tail, arcs: arcs, sourceCount: sources.count, targets: found)
    }
}
