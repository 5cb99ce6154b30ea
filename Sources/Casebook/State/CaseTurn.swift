/// The two ways along what an analyst did.
public enum CaseTurn: Hashable, Sendable {
    /// Undo: what was done last no longer counts.
    case back
    /// Redo: what was undone last counts again.
    case again

    /// The other way.
    var opposite: CaseTurn { self == .back ? .again : .back }

    /// The entry that goes this way.
    func action(_ number: Int) -> CaseAction { self == .back ? .undo(entry: number) : .redo(entry: number) }
}
