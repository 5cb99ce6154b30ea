import PlainText
import TerminalKit

/// A terminal on which a guide types for the traveller and explains at the bottom what is to be seen. The console
/// behind it does not know that nobody presses its keys.
public class TourTerminal: Terminal {
    let terminal: any Terminal
    var guide: TourGuide
    private let pace: Duration?
    private let look: Look
    private var picture: Screen?
    /// Which part of a step's words is shown, where there is no room for all of them at once.
    private var part = 0

    /// The lines at the bottom that belong to the guide.
    private static let panelRows = 6
    /// How long a key stays alone on the screen, so that one sees what is typed.
    private static let keyPause = Duration.milliseconds(140)
    /// Below this the guide is heard alone.
    private static let leastRows = 14

    /// A tour.
    /// - Parameters:
    ///   - terminal: Where the traveller sits.
    ///   - theme: How the words look.
    ///   - pace: After how long it goes on by itself; nil waits for a key.
    public init(on terminal: any Terminal, theme: Theme, pace: Duration?, steps: [TourStep] = Tour.steps) {
        self.terminal = terminal
        self.pace = pace
        guide = TourGuide(steps)
        look = Look(theme: theme.adapted(to: terminal.colors), glyphs: Glyphs(terminal.repertoire))
    }

    /// What is left to the console.
    public var size: Size {
        let size = terminal.size
        return size.rows < Self.leastRows
            ? size : Size(rows: size.rows - Self.panelRows, columns: size.columns)
    }

    /// That of the terminal behind it.
    public var colors: ColorSupport { terminal.colors }
    /// That of the terminal behind it.
    public var repertoire: Glyphs.Repertoire { terminal.repertoire }
    /// That of the terminal behind it.
    public var wakeSignal: any WakeSignal { terminal.wakeSignal }

    /// Shows a picture with the guide's words below.
    public func present(_ screen: Screen) {
        picture = screen
        terminal.present(composed(screen))
    }

    /// Passes bytes on.
    public func transmit(_ bytes: [UInt8]) { terminal.transmit(bytes) }

    /// Passes on whether the mouse is reported.
    @discardableResult
    public func reportMouse(_ isOn: Bool) -> Bool { terminal.reportMouse(isOn) }

    /// Passes it on.
    public func redraw() { terminal.redraw() }

    /// The next event of the console: a key that the guide types, or something that it has to know.
    public func nextEvent(timeout: Duration?) -> TerminalEvent {
        while true {
            switch guide.move {
            case .leave: return .terminate
            case .type(let key):
                switch event(timeout: Self.keyPause) {
                case .tick:
                    guide.typed()
                    return .key(key)
                case let event: if let event = passed(event, goesOn: false) { return event }
                }
            case .awaitTraveller:
                explain()
                if let event = passed(event(timeout: pace), goesOn: true) { return event }
            }
        }
    }

    /// The next event of the terminal behind it.
    func event(timeout: Duration?) -> TerminalEvent { terminal.nextEvent(timeout: timeout) }

    /// What the console gets of an event; nil where it was the guide's.
    private func passed(_ event: TerminalEvent, goesOn: Bool) -> TerminalEvent? {
        switch event {
        case .key(let key) where TourGuide.leaves(key): return .terminate
        case .key, .paste, .tick:
            guard goesOn else { return nil }
            if part + 1 < parts.count {
                part += 1
            } else {
                part = 0
                guide.goOn()
            }
            if let picture, guide.step != nil { present(picture) }
            return nil
        case .interrupt: return .terminate
        case .resize: return .resize(size)
        case .mouse: return nil
        case .wake, .terminate, .hangup, .end: return event
        }
    }

    /// The words of the step, cut into parts that the panel has room for.
    var parts: [[String]] {
        let lines = Paragraph.lines(guide.step?.words ?? "", columns: max(1, terminal.size.columns - 2))
        let room = max(1, min(Self.panelRows, terminal.size.rows) - 1)
        return stride(from: 0, to: lines.count, by: room).map { Array(lines[$0..<min($0 + room, lines.count)]) }
    }

    /// Says the words of a step, where they are not on the screen all the time.
    func explain() {}

    /// That of the terminal behind it.
    public func suspend() { terminal.suspend() }

    /// Closes the terminal behind it.
    public func close() { terminal.close() }

    /// The picture of the console above, the guide's words below. Where there is no room for both, the words lie over
    /// the end.
    private func composed(_ screen: Screen) -> Screen {
        let whole = terminal.size
        var composed = Screen(whole)
        composed.copy(screen)
        composed.cursor = screen.cursor
        let rows = min(Self.panelRows, whole.rows)
        let panel = Rect(row: whole.rows - rows, column: 0, rows: rows, columns: whole.columns)
        composed.fill(panel, style: look[.text])
        composed.horizontalLine(panel, style: look[.border], glyphs: look.glyphs)
        let heading = " \(guide.heading) "
        composed.write(
            TextLine(heading, look[.title]), in: panel.line(0).inset(columns: 2), style: look[.title], look: look)
        let parts = parts
        let hint = part + 1 < parts.count ? " any key: more " : " \(guide.hint) "
        let start = whole.columns - hint.displayWidth - 2
        if start > heading.displayWidth + 4 {
            composed.write(hint, at: Position(row: panel.row, column: start), style: look[.textDim], clip: panel)
        }
        for (number, line) in (parts.indices.contains(part) ? parts[part] : []).enumerated() {
            let words = panel.line(number + 1).inset(columns: 1)
            composed.write(TextLine(line), in: words, style: look[.text], look: look)
        }
        return composed
    }
}

/// The tour where the terminal takes only lines: the guide says what was typed and what it means after the console has
/// spoken.
public final class LinearTourTerminal: TourTerminal, LineTerminal {
    private let lines: any LineTerminal
    private var explained = -1
    /// Whether the keys of a file or a pipe have come to their end.
    private var isAlone = false

    /// A tour in lines.
    public init(on terminal: any LineTerminal, pace: Duration?, steps: [TourStep] = Tour.steps) {
        lines = terminal
        super.init(on: terminal, theme: .plain, pace: pace, steps: steps)
    }

    /// The guide explains what was found, not that it is being looked for.
    public var waitsForAnswers: Bool { true }

    /// Passes lines on.
    public func say(_ lines: [String]) { self.lines.say(lines) }

    /// That of the terminal behind it.
    public func nextWake(timeout: Duration?) -> TerminalEvent { lines.nextWake(timeout: timeout) }

    /// Where nobody is left to press a key, the rest is told all the same.
    override func event(timeout: Duration?) -> TerminalEvent {
        if !isAlone {
            let event = lines.nextEvent(timeout: timeout)
            guard event == .end else { return event }
            isAlone = true
        }
        return lines.nextWake(timeout: timeout ?? .zero)
    }

    /// Lines are never cut.
    override var parts: [[String]] { [] }

    override func explain() {
        guard explained != guide.number, let step = guide.step else { return }
        explained = guide.number
        say(["", guide.heading, step.words, guide.hint])
    }
}
