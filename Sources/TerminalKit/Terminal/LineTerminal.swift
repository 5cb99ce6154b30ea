/// A terminal that shows nothing but lines, one below the other, and never changes what it showed: for screen readers,
/// braille displays, printers and terminals that cannot place a cursor.
public protocol LineTerminal: Terminal {
    /// Whether a key has to wait until the one before is answered: where nobody types them.
    var waitsForAnswers: Bool { get }

    /// Shows lines. They must be printable.
    func say(_ lines: [String])

    /// Waits for the next event that is no key; nil waits as long as it takes. After `timeout` it is
    /// ``TerminalEvent/tick``.
    func nextWake(timeout: Duration?) -> TerminalEvent
}
