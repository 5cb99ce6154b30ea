/// What a terminal tells the program.
public enum TerminalEvent: Sendable, Hashable {
    /// A key was pressed.
    case key(Key)
    /// Text was pasted. It is as it came: nothing of it may be taken for a key, and it is not yet printable.
    case paste(String)
    /// Something was done with the mouse; only while ``Terminal/reportMouse(_:)`` is on.
    case mouse(MouseEvent)
    /// The terminal has a new size.
    case resize(Size)
    /// A worker has something to say; see ``WakeSignal``.
    case wake
    /// The time-out passed.
    case tick
    /// Somebody asked the program to stop what it does (SIGINT; ctrl-C arrives as a key).
    case interrupt
    /// Somebody asked the program to end (SIGTERM).
    case terminate
    /// The terminal is gone (SIGHUP, or its end of file): save, and leave without drawing.
    case hangup
    /// The file or the pipe that keys came from has no more of them.
    case end
}
