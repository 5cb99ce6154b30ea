import Inventory

/// When each entity is first held, where every crossing keeps what it gains and nothing is ever cleansed: then each entity
/// has one holding, which ends when it can no longer be held, and only its start is to be found.
///
/// Moments are taken in order, as in Dijkstra's algorithm; what starts now waits in a plain queue, the rest in a
/// ``MomentQueue``. O(what is reached and its crossings) expected.
struct Arrivals {
    /// Whether what `terrain` asks can be answered so.
    static func suffice(for terrain: Terrain, _ index: ReachIndex) -> Bool {
        !terrain.isTimeless && index.keepsAll && !terrain.hasCleansings
    }

    private let terrain: Terrain
    private let workspace: Workspace
    private let rows: CrossingRows
    private let rules: CrossingRules
    /// The earliest start known.
    private let starts: UnsafeMutableBufferPointer<Int64>
    /// A bit for each entity whose start is settled: it fits where ``starts`` does not, and spares most looks there.
    private let settled: UnsafeMutableBufferPointer<UInt64>
    private var later = MomentQueue()
    private var waiting: [MomentQueue.Waiting] = []
    private var now = Instant.beginning
    /// What starts now, first found first, as far as `present` says of ``queue``.
    private let queue: UnsafeMutableBufferPointer<UInt32>
    private var next = 0
    private var present = 0

    init(_ terrain: Terrain, _ rules: CrossingRules, _ workspace: Workspace) {
        self.terrain = terrain
        self.workspace = workspace
        self.rules = rules
        rows = terrain.rows
        starts = workspace.finalStarts.rows
        settled = workspace.marks.rows
        queue = workspace.queue.rows
    }

    /// Everything that follows from the seeds, by first held.
    mutating func run<P: Patience>(
        from seeds: [Seed], _ stage: Stage<P>
    ) throws(P.Failure) -> (entities: [UInt32], holdings: HoldingColumns) {
        for seed in seeds {
            guard let holding = terrain.holding(of: seed) else { continue }
            arrive(at: seed.entity, holding.from)
        }
        // Whoever is called off leaves starts that are not settled.
        var isWhole = false
        defer {
            workspace.marks.blank(queue[..<present].lazy.map { $0 / 64 })
            if isWhole { workspace.finalStarts.blank(queue[..<present]) } else { workspace.finalStarts.blankAll() }
        }
        var sinceCheck = 0
        while beginMoment() {
            while next < present {
                prefetch()
                next += 1
                spread(from: Int(queue[next - 1]))
                sinceCheck += 1
                if sinceCheck == Stage<P>.steps {
                    sinceCheck = 0
                    try stage.check(Double(next) / Double(max(1, workspace.entityCount)))
                }
            }
        }
        isWhole = true
        var holdings = HoldingColumns(capacity: present)
        for entity in queue[..<present] {
            holdings.append(Interval(Instant(starts[Int(entity)]), terrain.usable(Int(entity)).until))
        }
        return (Array(queue[..<present]), holdings)
    }

    private mutating func arrive(at entity: Int, _ start: Instant) {
        guard start.seconds < starts[entity] else { return }
        starts[entity] = start.seconds
        later.insert(.init(UInt32(entity), at: start))
    }

    /// Turns to the next moment at which something starts; false when there is none.
    private mutating func beginMoment() -> Bool {
        let (rows, starts, settled) = (rows, starts, settled)
        let taken = later.takeMoment(into: &waiting) { waiting, others in
            // From far to near: each step reads what the one before it asked for.
            switch others {
            case ...64: rows.prefetch(starts, ofTargetsOf: waiting.entity, unless: settled)
            case ...1_024:
                rows.prefetchTargets(waiting.entity)
                rows.prefetchRelations(waiting.entity)
            case ...16_384: rows.prefetchStart(waiting.entity)
            default: break
            }
        }
        guard let taken else { return false }
        now = taken
        for entity in waiting.lazy.map({ Int($0.entity) }) where starts[entity] == now.seconds { settle(entity) }
        return true
    }

    /// Queues an entity that is held from now on, unless it is already.
    @inline(__always)
    private mutating func settle(_ entity: Int) {
        let (word, bit) = (entity / 64, UInt64(1) << UInt64(entity % 64))
        guard settled[word] & bit == 0 else { return }
        settled[word] |= bit
        queue[present] = UInt32(truncatingIfNeeded: entity)
        present += 1
    }

    /// Asks for what the entities after the next one need.
    @inline(__always)
    private func prefetch() {
        guard present - next > 1 else { return }
        if next + 16 < present { rows.prefetchStart(queue[next + 16]) }
        let near = queue[min(next + 8, present - 1)]
        rows.prefetchTargets(near)
        rows.prefetchRelations(near)
        rows.prefetch(starts, ofTargetsOf: queue[min(next + 4, present - 1)], unless: settled)
    }

    /// Makes every crossing that holding this entity from now on allows.
    private mutating func spread(from entity: Int) {
        let (rows, rules) = (rows, rules.bytes)
        let lost = terrain.usable(entity).until
        let (first, end) = rows.leaving(entity)
        for place in first..<end {
            let target = Int(rows.targets[place])
            let relation = rows.relation(leaving: place)
            guard target < rows.entityCount, settled[target / 64] >> UInt64(target % 64) & 1 == 0,
                relation < rows.relationCount, rules[rows.traits[relation]] != 0
            else { continue }
            let open = terrain.hasSevered ? terrain.open(relation) : rows.times[relation]
            let usable = terrain.usable(target)
            let start = max(now, open.from, usable.from)
            guard start.seconds < starts[target], start < min(lost, open.until, usable.until) else { continue }
            starts[target] = start.seconds
            if start == now { settle(target) } else { later.insert(.init(UInt32(target), at: start)) }
        }
    }
}
