import Inventory

/// The end of one relation that is planned: which, when, and how far it is.
public struct PlannedEnding: Hashable, Sendable {
    /// The relation and when it ends.
    public let severance: Severance
    /// When it was decided; nil where nobody said.
    public let decided: Instant?
    /// How far it is.
    public let progress: PlannedItem.Progress

    /// A planned end of a relation.
    public init(_ severance: Severance, decided: Instant? = nil, progress: PlannedItem.Progress = .proposed) {
        self.severance = severance
        self.decided = decided
        self.progress = progress
    }
}
