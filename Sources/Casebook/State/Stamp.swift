import Inventory

/// Who did something, when, and by which entry of the journal.
public struct Stamp: Codable, Hashable, Sendable {
    /// The analyst.
    public var who: String
    /// When, by the clock of the machine on which it was done.
    public var when: Instant
    /// The number of the entry.
    public var entry: Int

    /// A stamp.
    public init(who: String, when: Instant, entry: Int) {
        self.who = who
        self.when = when
        self.entry = entry
    }
}
