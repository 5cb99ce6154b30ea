import Inventory

/// One row of the view of changes: numbers and places in what was found, which become words when they are shown.
enum ChangeRow: Hashable, Sendable {
    /// Something came, went or changed.
    case change(InventoryDiff.Change)
    /// Live now and not before: its number in the other evidence.
    case becameLive(Int)
    /// Live before and not now: its number in the console's evidence.
    case ceasedLive(Int)
    /// Live before, and not known now: likewise.
    case unknownLive(Int)
    /// What was found of a planned remediation, by its place in the verification.
    case item(Int)
    /// An identity that is new, by its place in the verification.
    case newcomer(Int)
}
