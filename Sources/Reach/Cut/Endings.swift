import Inventory

/// When entities are taken back: by the sources' records, by seeds that end, by the question's plan and by a rollback.
struct Endings {
    private let inventory: Inventory
    private var disabled: [Int: Instant] = [:]
    /// Ascending, by entity.
    private var cleansed: [Int: [Instant]] = [:]

    init(_ inventory: Inventory, _ question: Question, rollback: (entities: [Int], at: Instant)?) {
        self.inventory = inventory
        func means(_ entity: Int) -> Remediation { inventory.entity(at: entity).kind.remediation }
        for (entity, at) in inventory.recordedCleanups { take(entity, at, means(entity)) }
        for seed in question.seeds where seed.window.until != .never && inventory.exists(seed.entity) {
            take(seed.entity, seed.window.until, means(seed.entity))
        }
        for remedy in question.remedies where inventory.exists(remedy.entity) {
            take(remedy.entity, remedy.at, remedy.means)
        }
        for entity in rollback?.entities ?? [] { take(entity, rollback?.at ?? .never, .cleanse) }
        cleansed = cleansed.mapValues { Set($0).sorted() }
    }

    private mutating func take(_ entity: Int, _ at: Instant, _ means: Remediation) {
        switch means {
        case .disable: disabled[entity] = min(disabled[entity] ?? .never, at)
        case .cleanse: cleansed[entity, default: []].append(at)
        }
    }

    /// When the entity can be held at all.
    func usable(_ entity: Int) -> Interval {
        let own = inventory.usable(of: entity)
        return disabled.isEmpty ? own : Interval(own.from, min(own.until, disabled[entity] ?? .never))
    }

    /// The first moment after `moment` at which the entity is cleansed. O(its cleansings).
    func nextCleansing(of entity: Int, after moment: Instant) -> Instant {
        cleansed[entity]?.first { $0 > moment } ?? .never
    }

    /// What a seed gives; nil when it never could be held.
    func holding(of seed: Seed) -> Interval? {
        guard inventory.exists(seed.entity) else { return nil }
        let declared = seed.window.intersection(usable(seed.entity))
        guard !declared.isEmpty else { return nil }
        return Interval(declared.from, min(declared.until, nextCleansing(of: seed.entity, after: declared.from)))
    }

    /// Until when `far` is held by its own right because it was taken before `moment`, by keeping it or by a session that
    /// is not over: when the near end is held over `holdings` and the crossing is possible while `open`. Nil when it was
    /// not taken so, or was lost again.
    func taken(
        _ far: Int, over relation: Int, while holdings: [Interval], _ open: Interval, before moment: Instant
    ) -> Instant? {
        let hold = inventory.traits(of: relation).hold
        let limit = min(usable(far).until, nextCleansing(of: far, after: moment))
        guard hold != .borrow, limit > moment else { return nil }
        let lost = cleansed[far]?.last { $0 <= moment } ?? .beginning
        let window = open.intersection(Interval(lost, moment))
        guard let last = holdings.last(where: { !$0.intersection(window).isEmpty })?.intersection(window).until else {
            return nil
        }
        guard case .session(let seconds) = hold else { return limit }
        let until = min(last.advanced(by: Int64(seconds)), limit)
        return until > moment ? until : nil
    }
}
