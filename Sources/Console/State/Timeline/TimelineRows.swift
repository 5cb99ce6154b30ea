import Inventory

/// The rows of a timeline: its events, the lens as a line among them, and right after it what is planned for that moment.
struct TimelineRows: Sendable {
    let timeline: Timeline
    /// The marked entities, as remediations planned for the moment of the lens.
    let planned: [TimeEvent]
    /// How many marks there are in all.
    let plannedInAll: Int
    /// The moment of the lens.
    let at: Instant
    /// The row of the lens: what happened until then lies above.
    let lensRow: Int

    /// One row.
    enum Row: Hashable, Sendable {
        case event(TimeEvent)
        case lens
    }

    /// How many marks are listed one by one.
    static let plannedLimit = 1_000

    init(_ timeline: Timeline, planned: [TimeEvent], plannedInAll: Int, at: Instant) {
        self.timeline = timeline
        self.planned = planned
        self.plannedInAll = plannedInAll
        self.at = at
        var (low, high) = (0, timeline.events.count)
        while low < high {
            let middle = (low + high) / 2
            if timeline.events[middle].at > at { high = middle } else { low = middle + 1 }
        }
        lensRow = low
    }

    /// Nothing but the lens is no timeline.
    var count: Int { isEmpty ? 0 : timeline.events.count + 1 + planned.count }

    private var isEmpty: Bool { timeline.events.isEmpty && planned.isEmpty }

    subscript(row: Int) -> Row {
        if row < lensRow { return .event(timeline.events[row]) }
        if row == lensRow { return .lens }
        let behind = row - lensRow - 1
        return .event(behind < planned.count ? planned[behind] : timeline.events[row - 1 - planned.count])
    }

    func event(at row: Int) -> TimeEvent? {
        guard row >= 0, row < count, case .event(let event) = self[row] else { return nil }
        return event
    }

    static let lensID = "lens"

    /// The row with an id: of an event, else of the first one from its moment on; of the lens; or the weightiest event of
    /// the entity that has this id. O(rows).
    func row(of id: String, in inventory: Inventory) -> Int? {
        if id == Self.lensID { return count > 0 ? lensRow : nil }
        if let entity = inventory.entity(id: id)?.index {
            let own = (0..<count).filter { event(at: $0)?.entity == entity }
            return own.first { event(at: $0)?.kind.isForeground == true } ?? own.first
        }
        let parts = id.split(separator: " ", maxSplits: 2)
        guard parts.count == 3, let kind = UInt8(parts[0]).flatMap(EventKind.init), let seconds = Int64(parts[1]),
            let entity = inventory.entity(id: String(parts[2]))?.index
        else { return nil }
        let wanted = TimeEvent(at: Instant(seconds), kind: kind, entity: entity)
        let rows = 0..<count
        return rows.first { event(at: $0) == wanted } ?? rows.first { (event(at: $0)?.at ?? at) >= wanted.at }
    }
}
