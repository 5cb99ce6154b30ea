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
    private let memory: SubgraphMemory

    fileprivate init(_ memory: SubgraphMemory, entities: Int, arcs: Int, sourceCount: Int, targets: [Int]) {
        self.memory = memory
        self.entities = UnsafeBufferPointer(start: memory.entities, count: entities)
        arcStarts = UnsafeBufferPointer(start: memory.starts, count: entities + 1)
        arcHeads = UnsafeBufferPointer(start: memory.heads, count: arcs)
        arcPlaces = UnsafeBufferPointer(start: memory.places, count: arcs)
        self.sourceCount = sourceCount
        self.targets = targets
    }

    /// How many entities there are.
    var count: Int { entities.count }

    /// The arcs that leave the number.
    func arcs(of number: Int) -> Range<Int> { Int(arcStarts[number])..<Int(arcStarts[number + 1]) }
}

/// Room for the most that a part can hold: memory that is never touched costs nothing. Given back with its owner, also
/// when the search that was to fill it is called off.
private final class SubgraphMemory {
    let entities: UnsafeMutablePointer<UInt32>
    let starts: UnsafeMutablePointer<UInt32>
    let heads: UnsafeMutablePointer<UInt32>
    let places: UnsafeMutablePointer<UInt32>

    init(entities count: Int, arcs: Int) {
        entities = .allocate(capacity: max(count, 1))
        starts = .allocate(capacity: count + 1)
        heads = .allocate(capacity: max(arcs, 1))
        places = .allocate(capacity: max(arcs, 1))
    }

    deinit { for block in [entities, starts, heads, places] { block.deallocate() } }
}

extension TimelessGround {
    /// Everything that the seeds reach, the seeds as sources. O(what is found).
    func reachable<P: Patience>(_ stage: Stage<P>) throws(P.Failure) -> Subgraph {
        let marks = memory.marks
        for entity in removed { marks.insert(entity) }
        defer { for entity in removed { marks.remove(entity) } }
        return try collect(from: seeds, targets: [], stage) { !marks.contains($0) }
    }

    /// What lies between the seeds and `targets`: what a seed reaches and what reaches a target, without passing another
    /// seed. `targets` must be present and no seeds. O(the smaller of what the seeds reach and what reaches a target).
    func between<P: Patience>(seedsAnd targets: [Int], _ stage: Stage<P>) throws(P.Failure) -> Subgraph {
        var search = MeetingSearch(self, targets: targets)
        defer { search.finish() }
        return try between(&search, targets, stage)
    }

    /// The same, by a search that is still needed.
    func between<P: Patience>(
        _ search: inout MeetingSearch, _ targets: [Int], _ stage: Stage<P>
    ) throws(P.Failure) -> Subgraph {
        let seeds = try search.markBetween(stage.part(0, 0.5))
        return try collect(from: seeds, targets: targets, stage.part(0.5, 1)) { [search] in search.isBetween($0) }
    }

    /// Numbers what `sources` reach over what is wanted, first found first.
    @inline(__always)
    private func collect<P: Patience>(
        from sources: [Int], targets: [Int], _ stage: Stage<P>, where isWanted: (Int) -> Bool
    ) throws(P.Failure) -> Subgraph {
        let numbered = memory.freshStamps(1)
        let cells = memory.cells
        let room = leaving.crossingCount
        let blocks = SubgraphMemory(entities: memory.count, arcs: room)
        let (entities, starts, heads, places) = (blocks.entities, blocks.starts, blocks.heads, blocks.places)
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
            if Stage<P>.isDue(head) { try stage.check(Double(head) / Double(memory.count)) }
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
                guard arcs < room else { return }
                heads[arcs] = cells[next].number
                places[arcs] = UInt32(truncatingIfNeeded: place)
                arcs &+= 1
            }
        }
        starts[tail] = UInt32(truncatingIfNeeded: arcs)
        return Subgraph(blocks, entities: tail, arcs: arcs, sourceCount: sources.count, targets: found)
    }
}
