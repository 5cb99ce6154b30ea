import CKernels
import Inventory

/// The rows of the graph of control, one way, as bare memory for loops that cannot afford a check at each step.
///
/// What the rows say may come from a file that changes while it is read, so every number is compared with its limit
/// before it is followed. Valid for as long as the inventory is.
struct DirectedRows {
    private let starts: UnsafeBufferPointer<UInt32>
    private let ends: UnsafeBufferPointer<UInt32>
    private let relations: UnsafeBufferPointer<UInt32>
    private let traits: UnsafeBufferPointer<PackedTraits>
    private let entityCount: Int

    /// The crossings that leave each entity.
    init(leaving inventory: Inventory) {
        let control = inventory.control
        self.init(
            control.leavingStarts, control.targets, control.leavingRelations, inventory)
    }

    /// The crossings that enter each entity.
    init(entering inventory: Inventory) {
        let control = inventory.control
        self.init(control.enteringStarts, control.sources, control.enteringRelations, inventory)
    }

    private init(
        _ starts: Column<UInt32>, _ ends: Column<UInt32>, _ relations: Column<UInt32>, _ inventory: Inventory
    ) {
        self.starts = starts.unsafeRows
        self.ends = ends.unsafeRows
        self.relations = relations.unsafeRows
        traits = inventory.relationTraits.unsafeRows
        entityCount = min(inventory.entityCount, max(starts.count - 1, 0))
    }

    /// How many crossings there are.
    var crossingCount: Int { ends.count }

    /// The places of the entity's crossings, kept inside the rows whatever they say.
    @inline(__always)
    func places(of entity: Int) -> Range<Int> {
        guard entity < entityCount else { return 0..<0 }
        let start = min(Int(starts[entity]), ends.count)
        return start..<min(max(Int(starts[entity &+ 1]), start), ends.count)
    }

    /// The relation behind the crossing at this place; nil where the rows name one that does not exist.
    @inline(__always)
    func relation(at place: Int) -> Int? {
        let relation = relations.isEmpty ? place : Int(relations[place])
        return relation < traits.count ? relation : nil
    }

    /// The entity at the other end of the crossing at this place; nil where the rows name one that does not exist.
    @inline(__always)
    func end(at place: Int) -> Int? {
        let end = Int(ends[place])
        return end < entityCount ? end : nil
    }

    /// Calls `body` with the other end and the place of each crossing of `entity` that `passage` allows.
    @inline(__always)
    func forEach(of entity: Int, _ passage: Passage, _ body: (_ end: Int, _ place: Int) -> Void) {
        for place in places(of: entity) {
            guard let end = end(at: place) else { continue }
            if !passage.allowsAll {
                guard let relation = relation(at: place), passage.allows(relation, traits[relation]) else { continue }
            }
            body(end, place)
        }
    }

    /// Whether `isWanted` holds for the other end of a crossing of `entity` that `passage` allows; looks no further than
    /// the first such.
    @inline(__always)
    func contains(of entity: Int, _ passage: Passage, where isWanted: (Int) -> Bool) -> Bool {
        for place in places(of: entity) {
            guard let end = end(at: place) else { continue }
            if !passage.allowsAll {
                guard let relation = relation(at: place), passage.allows(relation, traits[relation]) else { continue }
            }
            if isWanted(end) { return true }
        }
        return false
    }

    /// Calls `body` with the other end of each crossing of `entity` whose act satisfies `isWanted`.
    @inline(__always)
    func forEach(of entity: Int, where isWanted: (Act) -> Bool, _ body: (_ end: Int) -> Void) {
        for place in places(of: entity) {
            guard let end = end(at: place), let relation = relation(at: place), isWanted(traits[relation].act) else {
                continue
            }
            body(end)
        }
    }

    /// Asks for what the entities after `head` in a queue will need: where their rows start, and the rows.
    @inline(__always)
    func prefetch(_ queue: UnsafeMutablePointer<UInt32>, _ head: Int, _ tail: Int) {
        if head &+ 16 < tail { kernel_prefetch(starts.baseAddress.map { $0 + Int(queue[head &+ 16]) }) }
        if head &+ 8 < tail {
            let places = places(of: Int(queue[head &+ 8]))
            kernel_prefetch(ends.baseAddress.map { $0 + places.lowerBound })
        }
    }

    /// The same, and the cells of what the entities lead to.
    @inline(__always)
    func prefetch(
        _ queue: UnsafeMutablePointer<UInt32>, _ head: Int, _ tail: Int,
        _ cells: UnsafeMutablePointer<SearchMemory.Cell>
    ) {
        prefetch(queue, head, tail)
        if head &+ 4 < tail {
            let places = places(of: Int(queue[head &+ 4]))
            for place in places.prefix(16) { kernel_prefetch_to_write(cells + Int(ends[place])) }
        }
    }
}
