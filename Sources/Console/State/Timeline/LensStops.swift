import Inventory
import Reach

/// The moments at which anything changes, in order, each with one event that happens then: where the lens stops.
struct LensStops: Sendable {
    /// One event a moment, ascending: the one that says most.
    let events: [TimeEvent]
    /// How many events happen at each of these moments.
    let counts: [UInt32]

    /// The stops of a source; nil when `isCancelled` said so first. O(events).
    init?(_ source: EventSource, isCancelled: Cancellation? = nil) {
        var found: [TimeEvent] = []
        guard source.forEach(isCancelled: isCancelled, { found.append($0) }) else { return nil }
        var order = RowOrder(Array(found.indices))
        order.sort(ascending: true) { UInt64(bitPattern: found[$0].at.seconds) ^ 1 << 63 }
        if isCancelled?() == true { return nil }
        var events: [TimeEvent] = []
        var counts: [UInt32] = []
        for row in order.rows {
            let event = found[row]
            guard let last = events.last, last.at == event.at else {
                events.append(event)
                counts.append(1)
                continue
            }
            counts[counts.count - 1] += 1
            if Self.tellsMore(event, than: last, in: source.inventory) { events[events.count - 1] = event }
        }
        self.events = events
        self.counts = counts
    }

    /// The first stop after `moment`, or the last one before it; nil when there is none. O(log stops).
    func stop(after moment: Instant) -> Int? {
        let place = place { $0.at > moment }
        return place < events.count ? place : nil
    }

    /// The last stop before `moment`; nil when there is none. O(log stops).
    func stop(before moment: Instant) -> Int? {
        let place = place { $0.at >= moment }
        return place > 0 ? place - 1 : nil
    }

    private func place(where belongsAfter: (TimeEvent) -> Bool) -> Int {
        var (low, high) = (0, events.count)
        while low < high {
            let middle = (low + high) / 2
            if belongsAfter(events[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// What is declared and what is taken back say more than what follows from it.
    private static func tellsMore(_ event: TimeEvent, than other: TimeEvent, in inventory: Inventory) -> Bool {
        let (weight, known) = (weight(event.kind), weight(other.kind))
        return weight == known ? event.precedes(other, in: inventory) : weight > known
    }

    private static func weight(_ kind: EventKind) -> Int {
        switch kind {
        case .declared, .declaredEnd: 6
        case .cleaned, .revoked: 7
        case .run: 5
        case .held, .conditional: 4
        case .expires: 3
        case .used, .runEnd: 2
        case .heldAgain, .lost, .conditionalAgain, .conditionalEnd, .created, .issued, .rotated, .planned: 1
        }
    }
}

/// The stops of the lens to be found. Equal ones give equal stops.
struct LensStopInquiry: Hashable, Sendable {
    /// The question that ``answer`` answers, its moment left out; nil for the whole inventory.
    var question: Question?
    var seeds: [Seed]
    /// What is reached. Follows from ``question``.
    var answer: Answer?

    func stops(in inventory: Inventory, isCancelled: Cancellation? = nil) -> LensStops? {
        LensStops(EventSource(inventory: inventory, answer: answer, seeds: seeds), isCancelled: isCancelled)
    }

    static func == (left: LensStopInquiry, right: LensStopInquiry) -> Bool {
        left.question == right.question && left.seeds == right.seeds
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(question)
        hasher.combine(seeds)
    }
}
