import PlainText

/// A screen and a keyboard. Used from one thread only; workers hold the ``wakeSignal``.
public protocol Terminal: AnyObject {
    /// The present size.
    var size: Size { get }

    /// How many colours it shows; ``ColorSupport/none`` also when NO_COLOR asks for it.
    var colors: ColorSupport { get }

    /// Which characters it shows.
    var repertoire: Glyphs.Repertoire { get }

    /// What workers wake the program with.
    var wakeSignal: any WakeSignal { get }

    /// Shows a picture. A picture of another size is clipped.
    func present(_ screen: Screen)

    /// Sends bytes that are no picture, such as a text for the terminal's clipboard. Call it between two pictures.
    func transmit(_ bytes: [UInt8])

    /// Waits for the next event; nil waits as long as it takes. After `timeout` it is ``TerminalEvent/tick``.
    func nextEvent(timeout: Duration?) -> TerminalEvent

    /// Reports what is done with the mouse, or leaves the mouse to the terminal, as it is at first: then it selects text.
    /// - Returns: Whether the terminal does so; one without a mouse cannot report it.
    @discardableResult
    func reportMouse(_ isOn: Bool) -> Bool

    /// Makes the next picture be drawn anew from nothing, after something else has written to the screen.
    func redraw()

    /// Puts the program in the background, as ctrl-Z does, and returns when it is in the foreground again; then
    /// the terminal shows the last picture anew.
    func suspend()

    /// Gives the terminal back as it was. Closing twice is harmless.
    func close()
}

/// Wakes the program out of ``Terminal/nextEvent(timeout:)`` from any thread. Many calls may make one
/// ``TerminalEvent/wake``.
public protocol WakeSignal: Sendable {
    /// Makes the next event a ``TerminalEvent/wake``. Never blocks.
    func wake()
}

/// Why a terminal could not be opened.
public enum TerminalError: Error, Sendable, Hashable, CustomStringConvertible {
    /// There is no terminal: input or output is a file or a pipe, and the process has no terminal of its own.
    case notATerminal
    /// The terminal, by its TERM, cannot place the cursor.
    case cannotPlaceCursor(term: String)
    /// Nothing describes the terminal with this TERM; empty when TERM is not set.
    case unknownTerminal(term: String)
    /// The process has this terminal open already.
    case alreadyOpen
    /// The system refused, with its error number.
    case system(call: String, error: Int32)

    /// One line for people.
    public var description: String {
        switch self {
        case .notATerminal: "the console needs a terminal; input or output is not one"
        case .cannotPlaceCursor(let term): "TERM=\(term.printable): this terminal cannot place the cursor"
        case .unknownTerminal(""): "TERM is not set"
        case .unknownTerminal(let term):
            "TERM=\(term.printable): nothing describes this terminal; most work with: TERM=xterm-256color firebreak"
        case .alreadyOpen: "the terminal is open already"
        case .system(let call, let error): "the terminal could not be opened (\(call): error \(error))"
        }
    }
}
