import Dispatch

/// A terminal that plays a list of events and keeps every picture: for tests and replays.
public final class ScriptedTerminal: Terminal {
    /// One step of a script.
    public enum Step: Sendable, Hashable {
        /// Deliver an event. A resize also changes the size.
        case event(TerminalEvent)
        /// Wait until a worker wakes the program; fails the script when none does.
        case untilWoken
        /// Wait, woken as often as it takes, until the picture shows this text; fails the script when it does not.
        case untilShown(String)
    }

    /// The present size.
    public private(set) var size: Size
    /// The colours it claims to have.
    public let colors: ColorSupport
    /// The characters it claims to show.
    public let repertoire: Glyphs.Repertoire
    /// Every picture shown so far, the oldest first.
    public private(set) var screens: [Screen] = []
    /// What was sent besides pictures.
    public private(set) var transmissions: [[UInt8]] = []
    /// How often the program was suspended.
    public private(set) var suspensions = 0
    /// How often the picture was asked for anew.
    public private(set) var redrawings = 0
    /// Whether the mouse is reported.
    public private(set) var reportsMouse = false
    /// Whether it claims to have a mouse.
    public let hasMouse: Bool
    /// Whether ``close()`` was called.
    public private(set) var isClosed = false
    /// Whether the script waited in vain to be woken.
    public private(set) var wokeTooLate = false

    private var steps: ArraySlice<Step>
    private let signal = ScriptedWakeSignal()

    /// A terminal that plays `steps`, and then ``TerminalEvent/terminate`` again and again, so that no loop hangs.
    public init(
        size: Size, steps: [Step] = [], colors: ColorSupport = .none, repertoire: Glyphs.Repertoire = .unicode,
        hasMouse: Bool = true
    ) {
        self.size = size
        self.hasMouse = hasMouse
        self.steps = steps[...]
        self.colors = colors
        self.repertoire = repertoire
    }

    /// A terminal on which the keys of a script are pressed; see ``KeyScript``.
    public convenience init(size: Size, keys script: String) throws(KeyScript.UnknownKey) {
        self.init(size: size, steps: try KeyScript.keys(script).map { .event(.key($0)) })
    }

    /// What workers wake the program with.
    public var wakeSignal: any WakeSignal { signal }

    /// Whether every step was played.
    public var isExhausted: Bool { steps.isEmpty }

    /// Appends steps to the script.
    public func play(_ more: [Step]) { steps += more }

    /// Keeps the bytes.
    public func transmit(_ bytes: [UInt8]) { transmissions.append(bytes) }

    /// Keeps the picture.
    public func present(_ screen: Screen) { screens.append(screen) }

    /// The next step of the script; time passes only while it waits to be woken, ten seconds at most.
    public func nextEvent(timeout: Duration?) -> TerminalEvent {
        switch steps.popFirst() {
        case .event(.resize(let size)):
            self.size = size
            return .resize(size)
        case .event(let event): return event
        case .untilWoken: return waitForWake()
        case .untilShown(let text):
            if screens.last?.text.contains(text) == true { return nextEvent(timeout: timeout) }
            let event = waitForWake()
            if event == .wake { steps = [.untilShown(text)] + steps }
            return event
        case nil: return .terminate
        }
    }

    /// Waits for a wake, wherever the script is.
    public func nextWake(timeout: Duration?) -> TerminalEvent { timeout == nil ? waitForWake() : .tick }

    private func waitForWake() -> TerminalEvent {
        guard signal.wait(seconds: 10) else {
            wokeTooLate = true
            return .terminate
        }
        return .wake
    }

    /// Counts.
    public func suspend() { suspensions += 1 }

    /// Counts.
    public func redraw() { redrawings += 1 }

    /// Notes it.
    @discardableResult
    public func reportMouse(_ isOn: Bool) -> Bool {
        reportsMouse = isOn && hasMouse
        return hasMouse
    }

    /// Notes that it was closed.
    public func close() { isClosed = true }
}

private final class ScriptedWakeSignal: WakeSignal {
    private let semaphore = DispatchSemaphore(value: 0)

    func wake() { semaphore.signal() }

    func wait(seconds: Int) -> Bool { semaphore.wait(timeout: .now() + .seconds(seconds)) == .success }
}
