import Inventory

/// How much of the inventory whoever holds one entity can come to hold, itself included, times left out of account.
public struct Exposure: Hashable, Sendable {
    /// The number of entities.
    public let count: Int
    /// Whether that is the very number, and not an estimate of it.
    public let isExact: Bool

    /// An exposure.
    public init(count: Int, isExact: Bool) {
        self.count = count
        self.isExact = isExact
    }

    /// The standard error of an estimate, as a part of it: two estimates in three are off by less, nineteen in twenty by
    /// less than twice as much.
    public static let standardError = 0.023

    /// The standard error as a number of entities, rounded up; 0 for an exact count.
    public var errorInEntities: Int { isExact ? 0 : Int((Double(count) * Self.standardError).rounded(.up)) }
}
