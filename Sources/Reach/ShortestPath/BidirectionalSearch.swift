import Inventory

/// One search from the seeds and from a target towards each other.
///
/// A cell's stamp says from which end the entity was found, its number how far from that end it is.
final class BidirectionalSearch {
    /// What a cell's stamp says, from the first of the search's stamps on.
    private enum Mark {
        static let removed: UInt32 = 0
        static let fromSeeds: UInt32 = 1
        static let fromTarget: UInt32 = 2
        /// Found from the target, and known to lie on a shortest chain.
        static let onChain: UInt32 = 3
        static let count: UInt32 = 4
    }

    private let ground: TimelessGround
    private let cells: UnsafeMutablePointer<SearchMemory.Cell>
    private let base: UInt32
    private let near: SearchSide
    private let far: SearchSide

    init(_ ground: TimelessGround, target: Int) {
        self.ground = ground
        cells = ground.memory.cells
        base = ground.memory.freshStamps(Mark.count)
        near = SearchSide(ground.memory.queue, ground.leaving)
        far = SearchSide(ground.memory.secondQueue, ground.entering)
        for entity in ground.removed { set(entity, Mark.removed, 0) }
        for seed in ground.seeds {
            set(seed, Mark.fromSeeds, 0)
            near.append(seed)
        }
        set(target, Mark.fromTarget, 0)
        far.append(target)
    }

    @inline(__always)
    private func set(_ entity: Int, _ mark: UInt32, _ number: UInt32) {
        cells[entity] = SearchMemory.Cell(stamp: base &+ mark, number: number)
    }

    @inline(__always)
    private func isAt(_ entity: Int, _ mark: UInt32, _ number: UInt32) -> Bool {
        cells[entity].stamp == base &+ mark && cells[entity].number == number
    }

    /// Searches until the two ends meet; false when they never do.
    func run() -> Bool {
        while !near.isExhausted, !far.isExhausted {
            if near.work <= far.work ? expandNear() : expandFar() { return true }
        }
        return false
    }

    /// Looks at the next level from the seeds. Where a crossing enters what the target's side found, the ends meet: then
    /// the level is looked at to its end, so that every such place is known.
    private func expandNear() -> Bool {
        var met = false
        let (passage, mark) = (ground.passage, base &+ Mark.fromSeeds)
        let next = UInt32(truncatingIfNeeded: near.depth + 1)
        near.forEachOfLevel(cells) { entity in
            near.rows.forEach(of: entity, passage) { other, _ in
                switch cells[other].stamp &- base {
                case Mark.removed, Mark.fromSeeds, Mark.onChain: break
                case Mark.fromTarget:
                    met = true
                    cells[other].stamp = base &+ Mark.onChain
                default:
                    guard !met else { return }
                    cells[other] = SearchMemory.Cell(stamp: mark, number: next)
                    near.append(other)
                }
            }
        }
        if !met { near.finishLevel() }
        return met
    }

    /// Looks at the next level from the target, in the same manner: the ends meet at what a crossing from the other side
    /// enters.
    private func expandFar() -> Bool {
        var met = false
        let (passage, mark) = (ground.passage, base &+ Mark.fromTarget)
        let next = UInt32(truncatingIfNeeded: far.depth + 1)
        far.forEachOfLevel(cells) { entity in
            let isMet = far.rows.contains(of: entity, passage) { other in
                switch cells[other].stamp &- base {
                case Mark.fromSeeds: return true
                case Mark.removed, Mark.fromTarget, Mark.onChain: return false
                default:
                    guard !met else { return false }
                    cells[other] = SearchMemory.Cell(stamp: mark, number: next)
                    far.append(other)
                    return false
                }
            }
            guard isMet else { return }
            met = true
            cells[entity].stamp = base &+ Mark.onChain
        }
        if !met { far.finishLevel() }
        return met
    }

    /// The entities of the chain to `target`, once the two ends have met.
    func chain(from target: Int) -> [Int]? {
        markChains()
        var chain = [target]
        func step(_ mark: UInt32, _ number: Int) -> Bool {
            guard let next = first(before: chain[chain.count - 1], mark, UInt32(truncatingIfNeeded: number)) else {
                return false
            }
            chain.append(next)
            return true
        }
        if far.depth > 0 {
            for number in 1...far.depth { guard step(Mark.onChain, number) else { return nil } }
        }
        for number in (0...near.depth).reversed() { guard step(Mark.fromSeeds, number) else { return nil } }
        return chain.reversed()
    }

    /// From where the ends met towards the target: marks what lies on a shortest chain, a level at a time. Looks again at
    /// no more than what was looked at from the target.
    private func markChains() {
        for distance in (0..<far.depth).reversed() {
            let wanted = UInt32(truncatingIfNeeded: distance + 1)
            for place in far.level(distance) {
                let entity = Int(far.queue[place])
                let leads = far.rows.contains(of: entity, ground.passage) { isAt($0, Mark.onChain, wanted) }
                if leads { cells[entity].stamp = base &+ Mark.onChain }
            }
        }
    }

    /// Of the entities that a crossing leads from to `entity`, the first by id that is marked so.
    private func first(before entity: Int, _ mark: UInt32, _ number: UInt32) -> Int? {
        var first: Int?
        far.rows.forEach(of: entity, ground.passage) { near, _ in
            guard isAt(near, mark, number) else { return }
            if let known = first, !ground.inventory.idPrecedes(near, known) { return }
            first = near
        }
        return first
    }
}

/// One end of a search: what it found, in the order in which it found it, level after level.
private final class SearchSide {
    let rows: DirectedRows
    let queue: UnsafeMutablePointer<UInt32>
    private var tail = 0
    /// Where in the queue each level starts; the last one is still to be looked at.
    private var starts = [0]
    /// How many crossings that level has; nil until somebody asks.
    private var knownWork: Int?

    init(_ queue: UnsafeMutablePointer<UInt32>, _ rows: DirectedRows) {
        self.queue = queue
        self.rows = rows
    }

    /// The distance of the last level that is known whole.
    var depth: Int { starts.count - 1 }

    /// Whether there is no level to look at.
    var isExhausted: Bool { starts[depth] == tail }

    @inline(__always)
    func append(_ entity: Int) {
        queue[tail] = UInt32(truncatingIfNeeded: entity)
        tail &+= 1
    }

    /// How many crossings the next level looks at.
    var work: Int {
        if let known = knownWork { return known }
        let work = (starts[depth]..<tail).reduce(0) { $0 &+ rows.places(of: Int(queue[$1])).count }
        knownWork = work
        return work
    }

    /// Calls `body` with each entity of the last level, and asks ahead for what it will read.
    @inline(__always)
    func forEachOfLevel(_ cells: UnsafeMutablePointer<SearchMemory.Cell>, _ body: (Int) -> Void) {
        let end = tail
        var head = starts[depth]
        while head < end {
            rows.prefetch(queue, head, end, cells)
            body(Int(queue[head]))
            head &+= 1
        }
        levelEnd = end
    }

    private var levelEnd = 0

    /// What was found since is the next level.
    func finishLevel() {
        starts.append(levelEnd)
        knownWork = nil
    }

    /// The places of a level in the queue.
    func level(_ distance: Int) -> Range<Int> {
        starts[distance]..<(distance < depth ? starts[distance + 1] : tail)
    }
}
