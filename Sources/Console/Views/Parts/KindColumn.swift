import TerminalKit

extension TableColumn {
    /// The column of kinds. Those that only their source knows may be long: up to a fair part of the table they are whole
    /// before names have more than they need, and then keep both their ends.
    /// Where there is very little room, the beginning of a short name is better than none.
    static func kind(isShort: Bool, priority: Int, in width: Int = .max) -> TableColumn {
        TableColumn(
            "KIND", minimum: width < 50 ? 5 : isShort ? 8 : 11, ideal: 24, priority: priority, keeping: .middle,
            fitsContent: true,
            wholePart: 6)
    }
}
