import TerminalKit

extension TableColumn {
    /// The column of kinds. Those that only their source knows may be long: up to a fair part of the table they are whole
    /// before names have more than they need, and then keep both their ends.
    static func kind(isShort: Bool, priority: Int) -> TableColumn {
        TableColumn(
            "KIND", minimum: isShort ? 8 : 11, ideal: 24, priority: priority, keeping: .middle, fitsContent: true,
            wholePart: 6)
    }
}
