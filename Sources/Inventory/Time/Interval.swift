/// A half-open stretch of time, `[from, until)`.
public struct Interval: Hashable, Sendable, BitwiseCopyable {
    /// The first moment inside.
    public let from: Instant
    /// The first moment after it.
    public let until: Instant

    /// The moments from `from` up to, and not including, `until`; empty when `until` is not later.
    public init(_ from: Instant, _ until: Instant) {
        self.from = from
        self.until = until
    }

    /// All of time.
    public static let always = Interval(.beginning, .never)

    /// Whether no moment lies inside.
    public var isEmpty: Bool { from >= until }

    /// Whether `moment` lies inside.
    public func contains(_ moment: Instant) -> Bool { from <= moment && moment < until }

    /// Whether every moment of `other` lies inside.
    public func contains(_ other: Interval) -> Bool { from <= other.from && other.until <= until }

    /// The moments that lie in both.
    public func intersection(_ other: Interval) -> Interval {
        Interval(max(from, other.from), min(until, other.until))
    }
}
