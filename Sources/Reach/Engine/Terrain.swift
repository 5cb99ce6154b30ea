import Inventory

/// The inventory as one question sees it: which crossings are open when, and when each entity can be held.
///
/// Timeless questions see the same terrain with every time at the ends of time, so that one engine answers both.
struct Terrain {
    let inventory: Inventory
    let question: Question
    let rows: CrossingRows
    /// Limits that the question changes; they stand for the recorded ones of the same entities.
    private let changed: EntityLimits
    private let recorded: EntityLimits
    /// A bit for every entity that has limits.
    var limitBits: UnsafeBufferPointer<UInt64> { limitWords.rows }
    private let limitWords: FixedRows<UInt64>
    /// Relations that end earlier than the inventory says, ascending.
    private let severed: [(relation: UInt32, at: Instant)]

    /// The entities that are not there at all: none but in a timeless question.
    let absent: [UInt32]
    var isTimeless: Bool { question.timeless }
    var hasSevered: Bool { !severed.isEmpty }
    /// Whether any entity is cleansed; if not, a timeless question needs no times at all.
    let isCleansed: Bool

    /// The terrain of `question`; `rollback` cleanses those entities at that moment as well.
    /// O(1), or O(entities / 64 + what it is) where the question changes something.
    init(
        _ inventory: Inventory, _ index: ReachIndex, _ question: Question,
        rollback: (entities: [UInt32], at: Instant)? = nil
    ) {
        self.inventory = inventory
        self.question = question
        rows = CrossingRows(inventory)
        let universe = inventory.entityCount
        let rolledBack = (rollback?.entities ?? []).map {
            EntityLimits.Change(entity: $0, at: rollback?.at ?? .never, means: .cleanse)
        }
        let known: EntityLimits
        var changes: [EntityLimits.Change] = []
        if question.timeless {
            // Without time there is no "after": what is remediated is not there.
            known =
                question.remedies.isEmpty
                ? index.unlimited
                : EntityLimits(
                    absent: question.remedies.compactMap { UInt32(exactly: $0.entity) }, universe: universe)
            recorded = known
            absent = Array(known.entities)
        } else {
            known = index.limits
            recorded = known
            absent = []
            changes = Self.changes(inventory, question)
        }
        changes += rolledBack
        changed =
            changes.isEmpty
            ? index.unlimited
            : EntityLimits(changing: known, keepingOthers: false, universe: universe, changes)
        limitWords =
            if changes.isEmpty, recorded === index.limits {
                index.limitWords
            } else if changes.isEmpty, recorded === index.unlimited {
                index.noWords
            } else {
                FixedRows(zip(recorded.entities.bits, changed.entities.bits).map { $0 | $1 })
            }
        isCleansed = !rolledBack.isEmpty
        let relationCount = rows.relationCount
        let ends = question.severances.filter { $0.relation >= 0 && $0.relation < relationCount }
            .map { (relation: UInt32($0.relation), at: question.timeless ? .beginning : $0.at) }
            .sorted { ($0.relation, $0.at) < ($1.relation, $1.at) }
        severed = ends.enumerated().filter { $0.offset == 0 || ends[$0.offset - 1].relation != $0.element.relation }
            .map(\.element)
    }

    /// What the seeds' ends say and what the question plans.
    private static func changes(_ inventory: Inventory, _ question: Question) -> [EntityLimits.Change] {
        let entities = 0..<inventory.entityCount
        let ended = question.seeds.filter { $0.window.until != .never && entities.contains($0.entity) }.map { seed in
            EntityLimits.Change(
                entity: UInt32(seed.entity), at: seed.window.until,
                means: inventory.entityKinds[seed.entity].remediation)
        }
        let planned = question.remedies.filter { entities.contains($0.entity) }.map {
            EntityLimits.Change(entity: UInt32($0.entity), at: $0.at, means: $0.means)
        }
        return ended + planned
    }

    /// When the entity can be held. O(1).
    func limit(of entity: Int) -> EntityLimit { changed[entity] ?? recorded[entity] ?? EntityLimit() }

    /// From when on and until when the entity can be held at all. O(1).
    @inline(__always)
    func usable(_ entity: Int) -> Interval {
        limitBits[entity / 64] >> UInt64(entity % 64) & 1 == 0 ? .always : limit(of: entity).usable
    }

    /// Whether any entity is cleansed at some moment.
    var hasCleansings: Bool { recorded.hasCleansings || changed.hasCleansings }

    /// When the relation is open, its severing taken into account. O(log severed).
    func open(_ relation: Int) -> Interval {
        let valid = isTimeless ? Interval.always : rows.times[relation]
        guard let end = severing(of: relation) else { return valid }
        return Interval(valid.from, min(valid.until, end))
    }

    private func severing(of relation: Int) -> Instant? {
        var (low, high) = (0, severed.count)
        while low < high {
            let middle = (low + high) / 2
            if Int(severed[middle].relation) < relation { low = middle + 1 } else { high = middle }
        }
        return low < severed.count && Int(severed[low].relation) == relation ? severed[low].at : nil
    }

    /// The holding that a seed declares, as far as the entity could be held; nil when it never could.
    func holding(of seed: Seed) -> Interval? {
        guard seed.entity >= 0, seed.entity < rows.entityCount else { return nil }
        let limit = limit(of: seed.entity)
        let declared = (isTimeless ? .always : seed.window).intersection(limit.usable)
        guard !declared.isEmpty else { return nil }
        return Interval(declared.from, min(declared.until, limit.nextCleansing(after: declared.from)))
    }
}
