import HeapModule
import Inventory

/// Spreads holdings from the seeds along every crossing that is open while the near end is held.
///
/// Labels are taken by start, longest first; one that an earlier label of its entity contains is dropped. What a crossing
/// costs decides the level at which its label is looked at: with no costs one level gives all holdings; where tiers or
/// hops are counted, level *n* gives what is first held after *n* costly crossings.
///
/// O(labels × (log labels + crossings)) time. The number of labels of an entity is at most the number of different
/// moments at which it is gained anew.
struct Propagation {
    /// Levels without news after which sessions may renew themselves over costly crossings as well. Every answer that
    /// needs fewer renewals than this in a row is exact; beyond it a renewal counts as one step, so that a session that
    /// must be renewed for years does not take millions.
    static let patience = 256

    let terrain: Terrain
    /// Whether a crossing of this act leads to the next level.
    private let isCostly: (Act) -> Bool
    private var renewal: SessionRenewal
    private(set) var coverage: Coverage
    private(set) var labels: [Label] = []
    /// The level now looked at.
    private(set) var level = 0
    private var queue = Heap<QueuedLabel>()
    private var nextLevel = Heap<QueuedLabel>()

    init(terrain: Terrain, seeds: [Seed], isCostly: @escaping (Act) -> Bool = { _ in false }) {
        self.terrain = terrain
        self.isCostly = isCostly
        renewal = SessionRenewal(terrain: terrain) { !isCostly($0.act) }
        coverage = Coverage(entities: terrain.inventory.entityCount)
        for seed in seeds {
            guard let holding = terrain.holding(of: seed) else { continue }
            queue.insert(
                QueuedLabel(
                    label: Label(
                        entity: seed.entity, holding: holding, parent: nil, relation: nil,
                        endUnrenewed: holding.until)))
        }
    }

    /// Looks at every label of this level. `candidate` hears of each label before it is known whether it adds anything.
    mutating func runLevel(candidate: (Label, Int) -> Void = { _, _ in }) {
        while let next = queue.popMin()?.label {
            candidate(next, level)
            guard !coverage.contains(next.holding, of: next.entity) else { continue }
            coverage.insert(next.holding, of: next.entity)
            labels.append(next)
            spread(labels.count - 1)
        }
    }

    /// Goes on to the next level; false when there is nothing left to look at.
    mutating func advance() -> Bool {
        swap(&queue, &nextLevel)
        level += 1
        return !queue.isEmpty
    }

    /// From now on lets sessions renew themselves over costly crossings too.
    mutating func allowCostlyRenewal() { renewal = SessionRenewal(terrain: terrain) { _ in true } }

    private mutating func spread(_ place: Int) {
        let label = labels[place]
        let terrain = terrain
        terrain.forEachCrossing(from: label.entity) { crossing in
            let usable = terrain.usable[crossing.target]
            let start = max(label.holding.from, crossing.open.from, usable.from)
            let end = min(label.holding.until, crossing.open.until, usable.until)
            guard start < end else { return }
            let window = Interval(start, renewal.extended(end, crossing, from: label.entity))
            offer(crossing, window, endUnrenewed: min(end, label.endUnrenewed), parent: place)
        }
    }

    /// Queues what crossing gives over `window`, in which the near end is held and the relation open: one label for each
    /// time between the far end's cleansings. Without renewed sessions the window would end at `endUnrenewed`.
    private mutating func offer(_ crossing: Crossing, _ window: Interval, endUnrenewed: Instant, parent: Int) {
        let limit = terrain.usable[crossing.target].until
        var start = window.from
        while start < window.until {
            let cut = min(terrain.nextCleansing(of: crossing.target, after: start), limit)
            func end(lent: Instant) -> Instant {
                crossing.lingering.map { min(min(lent, cut).advanced(by: $0), cut) } ?? cut
            }
            let holding = Interval(start, end(lent: window.until))
            let unrenewed = start < endUnrenewed || crossing.lingering == nil ? end(lent: endUnrenewed) : start
            start = cut
            guard !coverage.contains(holding, of: crossing.target) else { continue }
            let label = QueuedLabel(
                label: Label(
                    entity: crossing.target, holding: holding, parent: parent, relation: crossing.relation,
                    endUnrenewed: unrenewed))
            if isCostly(crossing.act) { nextLevel.insert(label) } else { queue.insert(label) }
        }
    }
}
