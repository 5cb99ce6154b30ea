import Inventory
import Reach

/// One entry of an entity's history.
enum HistoryEntry: Hashable, Sendable {
    /// Something that happened to it, or the beginning of a run of it.
    case event(TimeEvent)
    /// One of its sources was collected: what it says was so then.
    case collected(Instant, source: Int)
    /// The moment of the lens.
    case lens(Instant)

    /// When it was.
    var at: Instant {
        switch self {
        case .event(let event): event.at
        case .collected(let at, _), .lens(let at): at
        }
    }

    /// What the cursor remembers.
    func id(in inventory: Inventory) -> String {
        switch self {
        case .event(let event): event.id(in: inventory)
        case .collected(let at, let source): "collected \(source) \(at.seconds)"
        case .lens: TimelineRows.lensID
        }
    }
}

/// What happened to an entity, in the order of time.
struct EntityHistory {
    let state: State
    let entity: Entity

    /// How many entries are listed, and how many runs are looked at to find the nearest.
    private static let limit = 200, lookedAt = 10_000

    /// The entries, and how many more there are, farther from the lens.
    func entries(withRuns: Bool) -> (listed: [HistoryEntry], more: Int) {
        let source = EventSource(
            inventory: state.inventory, answer: state.answer, seeds: state.work.present.seeds.map(\.seed))
        var found = source.events(of: entity).map { HistoryEntry.event($0) }
        if withRuns { found += runs.map { .event($0) } }
        var collected: Set<Int> = []
        for provenance in entity.provenance where collected.insert(provenance.source).inserted {
            let sources = state.inventory.sources
            guard sources.indices.contains(provenance.source), let at = sources[provenance.source].collected else {
                continue
            }
            found.append(.collected(at, source: provenance.source))
        }
        guard !found.isEmpty else { return ([], 0) }
        let more = max(0, found.count - Self.limit)
        if more > 0 {
            found.sort { distance($0) < distance($1) }
            found = Array(found.prefix(Self.limit))
        }
        if state.at.isBounded, !state.place.lens.isTimeless { found.append(.lens(state.at)) }
        let order = found.enumerated().sorted { left, right in
            (left.element.at, rank(left.element), left.offset) < (right.element.at, rank(right.element), right.offset)
        }
        return (order.map(\.element), more)
    }

    /// What happens at the moment of the lens has happened.
    private func rank(_ entry: HistoryEntry) -> Int {
        if case .lens = entry { 1 } else { 0 }
    }

    private func distance(_ entry: HistoryEntry) -> UInt64 {
        let (difference, overflow) = entry.at.seconds.subtractingReportingOverflow(state.at.seconds)
        return overflow ? .max : difference.magnitude
    }

    /// The runs of a runner, a job or a workflow.
    private var runs: [TimeEvent] {
        let inventory = state.inventory
        let ends: [Int] =
            switch entity.kind {
            case .runner: outgoing(.executed)
            case .workflow: outgoing(.triggers)
            case .job:
                inventory.incoming(entity.index).prefix(Self.lookedAt)
                    .filter { inventory.relation(at: $0).kind == .instanceOf }.map { inventory.relationEnds($0).from }
            default: []
            }
        return ends.compactMap { run in
            inventory.entity(at: run).issued.map { TimeEvent(at: $0, kind: .run, entity: run) }
        }
    }

    private func outgoing(_ kind: RelationKind) -> [Int] {
        let inventory = state.inventory
        return inventory.outgoing(entity.index).prefix(Self.lookedAt)
            .filter { inventory.relation(at: $0).kind == kind }.map { inventory.relationEnds($0).to }
    }
}
