import CNcurses
import TerminalKit

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The terminal of this process, by way of ncurses. One at a time, and used only by the thread that opened it, the
/// main one; ``wakeSignal`` is for all.
public final class CursesTerminal: Terminal {
    /// How many colours it shows; none when NO_COLOR is set and not empty.
    public let colors: ColorSupport
    /// Which characters it shows: Unicode when the locale is UTF-8, or can be made so.
    public let repertoire: Glyphs.Repertoire

    private let owner = pthread_self()
    private var input = KeyReader()
    private var last: Screen?

    /// Opens the terminal.
    /// - Parameters:
    ///   - ascii: Whether only ASCII shall be shown, whatever the locale.
    ///   - noColor: Whether no colours shall be shown; by default what NO_COLOR asks for.
    /// - Throws: A ``TerminalError`` that says what stands in the way; the terminal is then as it was.
    public static func open(ascii: Bool = false, noColor: Bool? = nil) throws(TerminalError) -> CursesTerminal {
        var facts = terminal_facts()
        let status = terminal_open(!ascii, &facts)
        let term = variable("TERM")
        switch status {
        case TERMINAL_OK:
            let support = facts.direct_colors ? ColorSupport.full : ColorSupport(colorCount: Int(facts.colors))
            return CursesTerminal(
                colors: noColor ?? !variable("NO_COLOR").isEmpty ? .none : support,
                // The fonts of the Linux console lack most signs, whatever the locale.
                repertoire: facts.utf8 && !term.hasPrefix("linux") ? .unicode : .ascii)
        case TERMINAL_NOT_A_TERMINAL: throw .notATerminal
        case TERMINAL_UNKNOWN: throw .unknownTerminal(term: term)
        case TERMINAL_CANNOT_PLACE_CURSOR: throw .cannotPlaceCursor(term: term)
        case TERMINAL_ALREADY_OPEN: throw .alreadyOpen
        default: throw .system(call: "open", error: facts.error)
        }
    }

    private init(colors: ColorSupport, repertoire: Glyphs.Repertoire) {
        self.colors = colors
        self.repertoire = repertoire
    }

    deinit { terminal_close() }

    /// The present size.
    public var size: Size { Size(rows: Int(terminal_rows()), columns: Int(terminal_columns())) }

    /// What workers wake the program with.
    public var wakeSignal: any WakeSignal { CursesWakeSignal() }

    /// Shows a picture in one write of what has changed since the last.
    public func present(_ screen: Screen) {
        assertOwner()
        last = screen
        let size = size
        for row in 0..<size.rows {
            var cells = screen.frugalRow(row).prefix(size.columns).map { terminal_cell($0, support: colors) }
            if let final = cells.last, final.width == 2, cells.count == size.columns { cells[cells.count - 1] = .blank }
            cells += repeatElement(.blank, count: size.columns - cells.count)
            terminal_put(Int32(row), 0, cells, Int32(cells.count))
        }
        let cursor = screen.cursor.flatMap { Rect(size).contains($0) ? $0 : nil }
        terminal_flush(Int32(cursor?.row ?? -1), Int32(cursor?.column ?? -1))
    }

    /// Sends bytes that ncurses knows nothing of.
    public func transmit(_ bytes: [UInt8]) {
        assertOwner()
        terminal_transmit(bytes, Int32(clamping: bytes.count))
    }

    /// Waits for the next event; nil waits as long as it takes.
    public func nextEvent(timeout: Duration?) -> TerminalEvent {
        assertOwner()
        let deadline = timeout.map { ContinuousClock.now + $0 }
        var patience: Int32 = 0
        for _ in 0..<Self.emptyReads {
            if let event = input.read(patience: patience, size: size) { return event }
            let reasons = Int(terminal_wait(deadline.map(Self.milliseconds) ?? -1))
            if reasons & Int(TERMINAL_CONTINUED) != 0 { terminal_resume() }
            if let event = Self.event(reasons) { return event }
            if reasons == 0 { return .tick }
            patience = reasons & Int(TERMINAL_INPUT) != 0 ? KeyReader.patience : 0
        }
        return .hangup
    }

    /// Puts the program in the background until the shell brings it back, and shows the last picture anew.
    public func suspend() {
        assertOwner()
        terminal_suspend()
        if let last { present(last) }
    }

    /// Reports what is done with the mouse, or leaves it to the terminal.
    public func reportMouse(_ isOn: Bool) -> Bool {
        assertOwner()
        let works = terminal_mouse(isOn)
        input.reportsMouse = works && isOn
        return works
    }

    /// Makes the next picture be drawn anew from nothing.
    public func redraw() {
        assertOwner()
        terminal_redraw()
    }

    /// Gives the terminal back as it was, and prints what arrived on standard error meanwhile.
    public func close() {
        assertOwner()
        terminal_close()
    }

    /// A terminal that is readable and gives nothing, over and over, is gone.
    private static let emptyReads = 1000

    /// The event behind the bits of the C layer.
    static func event(_ reasons: Int) -> TerminalEvent? {
        let table: [(Int, TerminalEvent)] = [
            (Int(TERMINAL_HANGUP), .hangup), (Int(TERMINAL_TERMINATE), .terminate),
            (Int(TERMINAL_INTERRUPT), .interrupt), (Int(TERMINAL_WAKE), .wake),
        ]
        return table.first { reasons & $0.0 != 0 }?.1
    }

    static func milliseconds(until deadline: ContinuousClock.Instant) -> Int32 {
        let left = max(.zero, deadline - .now)
        let (seconds, attoseconds) = left.components
        let milliseconds = min(seconds, 1_000_000) * 1000 + attoseconds / 1_000_000_000_000_000
        // Rounded up: else the last fraction of a millisecond would be spent in a busy loop.
        return Int32(clamping: milliseconds + (left > .zero ? 1 : 0))
    }

    private static func variable(_ name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }

    private func assertOwner() {
        assert(pthread_equal(owner, pthread_self()) != 0, "the terminal belongs to the thread that opened it")
    }
}

/// Wakes ``CursesTerminal/nextEvent(timeout:)`` through a pipe.
struct CursesWakeSignal: WakeSignal {
    func wake() { terminal_wake() }
}
