import Inventory

/// Which events to list when there are more than can be: those nearest to a moment. Their distances are counted in
/// classes, then those in the class that would be too many again in finer ones, so that no event has to be kept to decide.
struct NearestEvents: Sendable {
    private let focus: Instant
    /// The distances of which it is not decided yet whether they are listed; all nearer ones are, all farther ones not.
    private var undecided: Range<UInt64> = 0..<Self.farthest
    /// How many events at undecided distances are still to be listed.
    private var room: Int
    private var isCoarse = true
    private var classes = [Int](repeating: 0, count: Self.count)

    private static let farthest = UInt64(1) << 63
    private static let count = 1_024
    private static let parts: UInt64 = 16

    /// The `limit` events nearest to `focus`.
    init(_ focus: Instant, limit: Int) {
        self.focus = focus
        room = max(0, limit)
    }

    /// Whether there is nothing left to count.
    var isDecided: Bool { room == 0 || undecided.upperBound - undecided.lowerBound <= 1 }

    /// Counts an event, which matters only while its distance is undecided.
    mutating func note(_ moment: Instant) {
        let distance = distance(of: moment)
        if undecided.contains(distance) { classes[place(of: distance)] += 1 }
    }

    /// Takes in what was counted: one class at most stays undecided.
    mutating func decide() {
        defer { classes = [Int](repeating: 0, count: Self.count) }
        for (place, count) in classes.enumerated() {
            guard count > room else {
                room -= count
                continue
            }
            let bounds = bounds(of: place)
            undecided = max(undecided.lowerBound, bounds.lowerBound)..<min(undecided.upperBound, bounds.upperBound)
            isCoarse = false
            return
        }
        undecided = undecided.upperBound..<undecided.upperBound
    }

    /// Whether the event is listed; of those at one distance only as many as there is room for.
    mutating func lists(_ moment: Instant) -> Bool {
        let distance = distance(of: moment)
        if distance < undecided.lowerBound { return true }
        guard room > 0, undecided.contains(distance) else { return false }
        room -= 1
        return true
    }

    private func distance(of moment: Instant) -> UInt64 {
        let (difference, overflow) = moment.seconds.subtractingReportingOverflow(focus.seconds)
        return overflow ? Self.farthest - 1 : min(difference.magnitude, Self.farthest - 1)
    }

    /// The class of a distance: one part in sixteen at first, then equal parts of what is undecided.
    private func place(of distance: UInt64) -> Int {
        guard isCoarse else { return min(Self.count - 1, Int((distance - undecided.lowerBound) / step)) }
        guard distance >= Self.parts else { return Int(distance) }
        let octave = 63 - distance.leadingZeroBitCount
        return (octave - 3) * Int(Self.parts) + Int(distance >> UInt64(octave - 4) & (Self.parts - 1))
    }

    private func bounds(of place: Int) -> Range<UInt64> {
        let place = UInt64(place)
        guard isCoarse else {
            let lower = undecided.lowerBound + place * step
            return lower..<lower + step
        }
        guard place >= Self.parts else { return place..<place + 1 }
        let shift = place / Self.parts - 1
        let lower = (Self.parts + place % Self.parts) << shift
        return lower..<lower + (1 << shift)
    }

    /// The width of the equal parts.
    private var step: UInt64 { max(1, (undecided.upperBound - undecided.lowerBound) / UInt64(Self.count) + 1) }
}
