import Inventory

/// What the analyst says of one entity: over which windows the attacker had it, or that it was never had.
///
/// A declaration stands in place of what the sources mark for the same entity.
public struct Declaration: Codable, Hashable, Sendable {
    /// The entity's id.
    public var entity: String
    /// The windows; none says that the entity was not compromised, whatever a source marks.
    public var windows: [Window]
    /// Why, in the analyst's words; empty where none are given.
    public var why: String
    /// Who said so, when.
    public var stamp: Stamp

    /// A declaration.
    public init(entity: String, windows: [Window], why: String = "", stamp: Stamp) {
        self.entity = entity
        self.windows = windows
        self.why = why
        self.stamp = stamp
    }

    /// Whether it says that the entity was not compromised.
    public var isWithdrawn: Bool { windows.isEmpty }
}

/// A stretch of time over which the attacker had something. An end that is not known is open.
public struct Window: Codable, Hashable, Sendable {
    /// The first moment; nil where it is not known.
    public var from: Instant?
    /// The first moment after it, at which control is known to have ended; nil where it is not known.
    public var until: Instant?

    /// A window; the ends of time leave it open.
    public init(_ interval: Interval) {
        from = interval.from.isBounded ? interval.from : nil
        until = interval.until.isBounded ? interval.until : nil
    }

    /// The same with the ends of time where it is open.
    public var interval: Interval { Interval(from ?? .beginning, until ?? .never) }
}
