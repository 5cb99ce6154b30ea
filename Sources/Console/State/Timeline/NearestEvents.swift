import Inventory

/// Which events to list when there are more than can be: those nearest to a moment. Distances are counted in classes of
/// one part in sixteen, so that no event has to be kept to decide.
struct NearestEvents: Sendable {
    private let focus: Instant
    private var classes = [Int](repeating: 0, count: 64 * Self.parts)
    private(set) var total = 0
    private static let parts = 16

    init(_ focus: Instant) { self.focus = focus }

    /// Notes that there is an event at `moment`.
    mutating func note(_ moment: Instant) {
        classes[distanceClass(of: moment)] += 1
        total += 1
    }

    /// The greatest class of which all events, and those of all nearer ones, are at most `limit`; the nearest at least.
    func reach(_ limit: Int) -> Int {
        var sum = 0
        for (place, count) in classes.enumerated() {
            sum += count
            if sum > limit { return max(0, place - 1) }
        }
        return classes.count - 1
    }

    /// How far the moment is from the focus, as a class.
    func distanceClass(of moment: Instant) -> Int {
        let (difference, overflow) = moment.seconds.subtractingReportingOverflow(focus.seconds)
        let distance = overflow ? UInt64.max >> 1 : difference.magnitude
        guard distance >= UInt64(Self.parts) else { return Int(distance) }
        let octave = 63 - distance.leadingZeroBitCount
        return (octave - 3) * Self.parts + Int(distance >> UInt64(octave - 4) & 15)
    }
}
