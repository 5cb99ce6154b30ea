import Inventory

/// How many events there are in each hour, day or other unit of a stretch of time.
struct Density: Hashable, Sendable {
    /// The stretch, cut at whole units.
    let span: Interval
    /// The length of a unit in seconds.
    let unit: Int64
    /// How many events begin in each unit.
    private(set) var counts: [Int]
    /// How many lie before and after the stretch.
    private(set) var earlier = 0, later = 0

    /// The units among which the span decides: the smallest that gives at most ``unitLimit`` of them.
    private static let units: [(seconds: Int64, name: String)] = [
        (60, "minute"), (600, "10 minutes"), (3_600, "hour"), (21_600, "6 hours"), (86_400, "day"),
        (604_800, "week"), (2_592_000, "30 days"), (31_536_000, "365 days"),
    ]
    private static let unitLimit: Int64 = 400

    /// No events yet between two moments, both included; nil when an end is unknown.
    init?(from: Instant, to: Instant) {
        guard from.isBounded, to.isBounded, from <= to else { return nil }
        let (length, overflow) = to.seconds.subtractingReportingOverflow(from.seconds)
        guard !overflow else { return nil }
        let unit = Self.units.first { length / $0.seconds < Self.unitLimit }?.seconds ?? length / Self.unitLimit + 1
        let start = from.seconds.floored(to: unit)
        let (distance, isTooFar) = to.seconds.subtractingReportingOverflow(start)
        guard !isTooFar else { return nil }
        let count = min(Self.unitLimit + 1, distance / unit + 1)
        let (whole, isTooLong) = count.multipliedReportingOverflow(by: unit)
        guard !isTooLong else { return nil }
        self.unit = unit
        span = Interval(Instant(start), Instant(start).advanced(by: whole))
        counts = Array(repeating: 0, count: Int(count))
    }

    /// What a unit is called.
    var unitName: String {
        Self.units.first { $0.seconds == unit }?.name ?? TimeWords.duration(unit)
    }

    /// Counts an event.
    mutating func count(_ moment: Instant) {
        if moment < span.from {
            earlier += 1
        } else if moment >= span.until {
            later += 1
        } else {
            let place = Int((moment.seconds - span.from.seconds) / unit)
            if counts.indices.contains(place) { counts[place] += 1 }
        }
    }
}

extension Int64 {
    /// The greatest multiple of `unit` that is not greater.
    func floored(to unit: Int64) -> Int64 {
        let rest = self % unit
        let (floor, overflow) = subtractingReportingOverflow(rest < 0 ? rest + unit : rest)
        return overflow ? self : floor
    }
}
