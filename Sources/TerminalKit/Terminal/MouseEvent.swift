/// What was done with the mouse, and over which cell.
public struct MouseEvent: Sendable, Hashable {
    /// What was done.
    public enum Action: Sendable, Hashable {
        /// The first button was pressed.
        case press
        /// The wheel was turned towards the top, or towards the end.
        case wheelUp, wheelDown
    }

    /// What was done.
    public let action: Action
    /// The cell that the mouse was over.
    public let position: Position

    /// An event.
    public init(_ action: Action, at position: Position) {
        self.action = action
        self.position = position
    }
}
