import Inventory

/// When each entity of an answer is held, by its place there: from its first moment to its last, without the gaps between.
struct HoldingColumns: Sendable {
    /// When each was first held and when its last holding ends; empty when all are held always.
    private var firsts: [Instant] = []
    private var untils: [Instant] = []
    /// The places that have gaps, ascending, and beside each one of its gaps, the earliest first.
    private var gapPlaces: [UInt32] = []
    private var gaps: [Interval] = []
    private let isAlways: Bool

    /// Everything is held always.
    init() { isAlways = true }

    /// Nothing yet, with room for as many entities.
    init(capacity: Int) {
        isAlways = false
        firsts.reserveCapacity(capacity)
        untils.reserveCapacity(capacity)
    }

    /// The first holding of the next entity.
    mutating func append(_ holding: Interval) {
        firsts.append(holding.from)
        untils.append(holding.until)
    }

    /// Another holding of the entity at this place, which starts no earlier than the ones before it.
    mutating func extend(_ place: Int, by holding: Interval) {
        if untils[place] < holding.from {
            gapPlaces.append(UInt32(place))
            gaps.append(Interval(untils[place], holding.from))
        }
        untils[place] = max(untils[place], holding.until)
    }

    /// Sorts the gaps, once all holdings are there.
    mutating func finish() {
        let sorted = gaps.indices.sorted { (gapPlaces[$0], gaps[$0].from) < (gapPlaces[$1], gaps[$1].from) }
        (gapPlaces, gaps) = (sorted.map { gapPlaces[$0] }, sorted.map { gaps[$0] })
    }

    /// When the entity at this place is first held. O(1).
    func first(_ place: Int) -> Instant { isAlways ? .beginning : firsts[place] }

    /// When its last holding ends. O(1).
    func until(_ place: Int) -> Instant { isAlways ? .never : untils[place] }

    /// Its holdings: disjoint, ascending. O(log gaps + their number).
    func intervals(_ place: Int) -> [Interval] {
        var start = first(place)
        var found: [Interval] = []
        for gap in gaps[gaps(of: place)] {
            found.append(Interval(start, gap.from))
            start = gap.until
        }
        return found + [Interval(start, until(place))]
    }

    /// When the holding ends that contains `moment`; nil when none does. O(log gaps).
    func liveUntil(_ place: Int, at moment: Instant) -> Instant? {
        guard first(place) <= moment, moment < until(place) else { return nil }
        if gaps.isEmpty { return until(place) }
        let own = gaps[gaps(of: place)]
        let after = own.place { $0.until > moment }
        guard after < own.endIndex else { return until(place) }
        return own[after].from <= moment ? nil : own[after].from
    }

    private func gaps(of place: Int) -> Range<Int> {
        let first = gapPlaces[...].place { $0 >= UInt32(place) }
        return first..<gapPlaces[first...].place { $0 > UInt32(place) }
    }
}
