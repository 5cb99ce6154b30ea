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
    /// Everything that the seeds reach, the seeds as sources. O(what is found).
    func reachable() -> Subgraph {
        let marks = memory.marks
        for entity in removed { marks.insert(entity) }
        defer { for entity in removed { marks.remove(entity) } }
        return collect(from: seeds, targets: []) { !marks.contains($0) }
    }

    /// What lies between the seeds and `targets`: what a seed reaches and what reaches a target, without passing another
    /// seed. `targets` must be present and no seeds. O(the smaller of what the seeds reach and what reaches a target).
    func between(seedsAnd targets: [Int]) -> Subgraph {
        var search = MeetingSearch(self, targets: targets)
        defer { search.finish() }
        return between(&search, targets)
    }

    /// The same, by a search that is still needed.
    func between(_ search: inout MeetingSearch, _ targets: [Int]) -> Subgraph {
        let seeds = search.markBetween()
        return collect(from: seeds, targets: targets) { [search] in search.isBetween($0) }
    }

    /// Numbers what `sources` reach over what is wanted, first found first.
    @inline(__always)
    private func collect(
        from sources: [Int], targets: [Int], where isWanted: (Int) -> Bool
    ) -> Subgraph {
        let numbered = memory.freshStamps(1)
        let cells = memory.cells
        // Room for the most there can be: memory that is never touched costs nothing.
        let room = [memory.count, memory.count + 1, leaving.crossingCount, leaving.crossingCount]
        let blocks = room.map { UnsafeMutablePointer<UInt32>.allocate(capacity: max($0, 1)) }
        let (entities, starts, heads, places) = (blocks[0], blocks[1], blocks[2], blocks[3])
        let sourceCount = UInt32(truncatingIfNeeded: sources.count)
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
                if cells[next].stamp == numbered {
                    guard cells[next].number >= sourceCount, next != entity else { return }
                } else {
                    guard isWanted(next) else { return }
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
