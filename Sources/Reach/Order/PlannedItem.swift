import Inventory

/// One remediation that is planned: what, how, when, and how far it is.
public struct PlannedItem: Hashable, Sendable {
    /// How far a remediation is.
    public enum Progress: String, Hashable, Sendable, CaseIterable {
        /// Marked.
        case proposed
        /// Decided by whoever may.
        case approved
        /// Carried out, somebody says.
        case done
        /// New evidence shows it.
        case verified
        /// It could not be carried out, or new evidence shows that it was not.
        case failed

        /// Whether there is something left to do.
        public var isOpen: Bool { self != .done && self != .verified }
    }

    /// The entity, how it is taken back and when that takes effect.
    public let remedy: Remedy
    /// When it was decided; nil where nobody said.
    public let decided: Instant?
    /// How far it is.
    public let progress: Progress

    /// A planned remediation.
    public init(_ remedy: Remedy, decided: Instant? = nil, progress: Progress = .proposed) {
        self.remedy = remedy
        self.decided = decided
        self.progress = progress
    }
}
