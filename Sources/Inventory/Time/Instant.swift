/// A moment in UTC, to the second: seconds since 1970-01-01T00:00:00Z.
///
/// The two ends of time are values too, so that an unknown start or end needs no optional in the engine's loops:
/// ``beginning`` is before everything that was recorded, ``never`` after everything that will be.
public struct Instant: Hashable, Comparable, Sendable, BitwiseCopyable {
    /// Seconds since the Unix epoch; `Int64.min` and `Int64.max` stand for the two ends of time.
    public let seconds: Int64

    /// A moment `seconds` after the Unix epoch.
    public init(_ seconds: Int64) { self.seconds = seconds }

    /// Before everything: the start of what has no known start.
    public static let beginning = Instant(.min)

    /// After everything: the end of what has no known end.
    public static let never = Instant(.max)

    /// Whether this is a real moment and not one of the two ends of time.
    public var isBounded: Bool { self != .beginning && self != .never }

    /// The seconds, or nil at the two ends of time.
    public var bounded: Int64? { isBounded ? seconds : nil }

    /// Orders from earlier to later.
    public static func < (left: Instant, right: Instant) -> Bool { left.seconds < right.seconds }

    /// This moment moved by `duration` seconds; the ends of time stay where they are and are never overrun.
    public func advanced(by duration: Int64) -> Instant {
        guard isBounded else { return self }
        let (sum, overflow) = seconds.addingReportingOverflow(duration)
        if overflow { return duration < 0 ? .beginning : .never }
        return Instant(sum)
    }
}
