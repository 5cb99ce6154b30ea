import CNcurses
import PlainText
import TerminalKit

/// Standard input and output as a terminal of lines: what the console speaks to where no screen can or shall be drawn.
/// From a terminal keys come one by one; from a file or a pipe as lines of a key script, where an empty line is Enter.
public final class StreamTerminal: LineTerminal {
    /// None: words carry everything.
    public let colors = ColorSupport.none
    /// Which characters it shows.
    public let repertoire: Glyphs.Repertoire
    /// So where keys come from a file or a pipe.
    public var waitsForAnswers: Bool { isPiped }
    /// No lines are ever cut: what a screen of this size would show is what pages move by.
    public let size = Size(rows: 24, columns: 80)

    private let isPiped: Bool
    private let write: (String) -> Void
    private var decoder = KeyDecoder()
    private var script: [UInt8] = []
    private var keys: ArraySlice<Key> = []
    private var hasEnded = false

    /// Opens standard input and output.
    /// - Parameters:
    ///   - ascii: Whether only ASCII shall be shown, whatever the locale.
    ///   - write: Writes to standard output.
    public static func open(ascii: Bool, write: @escaping (String) -> Void) throws(TerminalError) -> StreamTerminal {
        var facts = lines_facts()
        switch lines_open(!ascii, &facts) {
        case TERMINAL_OK:
            return StreamTerminal(facts.utf8 ? .unicode : .ascii, isPiped: !facts.keys, write: write)
        case TERMINAL_ALREADY_OPEN: throw .alreadyOpen
        default: throw .system(call: "open", error: 0)
        }
    }

    private init(_ repertoire: Glyphs.Repertoire, isPiped: Bool, write: @escaping (String) -> Void) {
        self.repertoire = repertoire
        self.isPiped = isPiped
        self.write = write
    }

    deinit { lines_close() }

    /// What workers wake the program with.
    public var wakeSignal: any WakeSignal { CursesWakeSignal() }

    /// Shows lines.
    public func say(_ lines: [String]) {
        guard !lines.isEmpty else { return }
        let text = lines.map { $0.printable + "\n" }.joined()
        write(repertoire == .ascii ? Glyphs.ascii.spelled(text) : text)
    }

    /// Shows a picture as the lines of its text; nobody asks for it but those who do not know what they speak to.
    public func present(_ screen: Screen) { say(screen.text.split(separator: "\n").map(String.init)) }

    /// Nothing: what is no line would be read out, or printed.
    public func transmit(_ bytes: [UInt8]) {}

    /// No mouse points into lines.
    public func reportMouse(_ isOn: Bool) -> Bool { false }

    /// Nothing: what was said stays said.
    public func redraw() {}

    /// Waits for the next event.
    public func nextEvent(timeout: Duration?) -> TerminalEvent { event(timeout: timeout, readsKeys: true) }

    /// Waits for the next event that is no key.
    public func nextWake(timeout: Duration?) -> TerminalEvent { event(timeout: timeout, readsKeys: false) }

    /// Puts the program in the background until the shell brings it back.
    public func suspend() { lines_suspend() }

    /// Gives the terminal back as it was.
    public func close() { lines_close() }

    private func event(timeout: Duration?, readsKeys: Bool) -> TerminalEvent {
        let deadline = timeout.map { ContinuousClock.now + $0 }
        var isComplete = false
        while true {
            if readsKeys {
                if let event = isPiped ? nextOfScript() : decoder.next(isComplete: isComplete) { return event }
                if hasEnded { return isPiped ? .end : .hangup }
            }
            let isWaiting = readsKeys && decoder.isWaiting
            isComplete = false
            let patience =
                isWaiting
                ? decoder.isPasting ? KeyReader.pastePatience : KeyReader.patience
                : deadline.map(CursesTerminal.milliseconds) ?? -1
            let reasons = Int(readsKeys ? terminal_wait(patience) : terminal_wait_wake(patience))
            if reasons & Int(TERMINAL_CONTINUED) != 0 { lines_resume() }
            // What was written to a pipe before its other end left is still there to be read.
            if reasons & Int(TERMINAL_HANGUP) != 0, !(readsKeys && isPiped && read()) { return .hangup }
            if let event = CursesTerminal.event(reasons & ~Int(TERMINAL_HANGUP)) { return event }
            if reasons & Int(TERMINAL_INPUT) != 0 {
                read()
            } else if reasons == 0 {
                if !isWaiting { return .tick }
                isComplete = true
            }
        }
    }

    /// Takes in what is there.
    /// - Returns: Whether there was anything, the end of input included.
    @discardableResult
    private func read() -> Bool {
        var buffer = [UInt8](repeating: 0, count: 4_096)
        let count = lines_read(&buffer, buffer.count)
        if count == 0 { hasEnded = true }
        if count > 0 {
            if isPiped { script += buffer.prefix(count) } else { decoder.add(buffer.prefix(count)) }
        }
        return count >= 0
    }

    /// The next key of the lines that have arrived whole.
    private func nextOfScript() -> TerminalEvent? {
        while keys.isEmpty {
            let end = script.firstIndex(of: UInt8(ascii: "\n")) ?? (hasEnded && !script.isEmpty ? script.count : nil)
            guard let end else { return nil }
            let line = String(decoding: script[..<end], as: UTF8.self)
            script.removeFirst(min(end + 1, script.count))
            do throws(KeyScript.UnknownKey) {
                keys = line.isEmpty ? [.enter] : try KeyScript.keys(line)[...]
            } catch {
                say(["no key is called \(error.name)"])
            }
        }
        return keys.popFirst().map { .key($0) }
    }
}
