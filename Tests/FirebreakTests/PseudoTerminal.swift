import Foundation
import TerminalKit

#if canImport(Glibc)
    import Glibc
#endif

/// Runs a program in a terminal of its own and shows what it draws: for tests of the real thing.
///
/// Nothing here sleeps: every wait is a poll for output with a deadline.
final class PseudoTerminal {
    /// How a program ended.
    enum Exit: Equatable {
        case status(Int32)
        case signal(Int32)
    }

    /// What went wrong, with the picture at that moment.
    enum Failure: Error, CustomStringConvertible {
        case system(call: String, error: Int32)
        case deadline(picture: String)
        case ended(Exit, picture: String)

        var description: String {
            switch self {
            case .system(let call, let error): "\(call): error \(error)"
            case .deadline(let picture): "the deadline passed; the screen was:\n\(picture)"
            case .ended(let exit, let picture): "the program ended (\(exit)); the screen was:\n\(picture)"
            }
        }
    }

    /// What the terminal shows.
    private(set) var picture: PseudoTerminalPicture
    /// All bytes that the program wrote.
    private(set) var output: [UInt8] = []

    private let descriptor: Int32
    private let process: pid_t
    private var exit: Exit?
    private var isDrained = false

    /// The program under test: it is built into the directory that this test runs from.
    static let firebreak = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        .appending(path: "firebreak").path

    /// Starts a program. The environment holds only what is given, with TERM=xterm-256color and LANG=C.UTF-8 unless
    /// it says otherwise.
    init(
        _ program: String, _ arguments: [String] = [], environment: [String: String] = [:],
        size: Size = Size(rows: 24, columns: 80)
    ) throws {
        picture = PseudoTerminalPicture(size)
        let terminal: String
        (descriptor, terminal) = try Self.openPair()
        Self.resize(descriptor, size)
        let defaults = ["TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"]
        do {
            process = try Self.spawn(
                program, arguments, environment: defaults.merging(environment) { _, given in given },
                terminal: terminal)
        } catch {
            Glibc.close(descriptor)
            throw error
        }
    }

    deinit {
        if exit == nil {
            kill(process, SIGKILL)
            var status: Int32 = 0
            waitpid(process, &status, 0)
        }
        Glibc.close(descriptor)
    }

    /// Presses the keys of a script; see `KeyScript`.
    func press(_ script: String) throws {
        type(try KeyScript.keys(script).map(\.bytes).joined())
    }

    /// Pastes text the way terminals do that know about bracketed paste.
    func paste(_ text: String) { type("\u{1B}[200~\(text)\u{1B}[201~") }

    /// Sends bytes as they are.
    func type(_ text: String) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else { return }
            rest = rest.dropFirst(count)
        }
    }

    /// Gives the terminal another size; the program gets SIGWINCH.
    func resize(_ size: Size) {
        picture.resize(size)
        Self.resize(descriptor, size)
    }

    /// Sends a signal to the program.
    func send(_ signal: Int32) { kill(process, signal) }

    /// Stops what has the terminal, without a word to it.
    func stopForeground() { kill(-tcgetpgrp(descriptor), SIGSTOP) }

    /// The line settings, as one comparable value: what `stty -g` prints.
    var modes: [UInt32] { Self.modes(descriptor) }

    /// The line settings of a terminal.
    static func modes(_ descriptor: Int32) -> [UInt32] {
        var settings = termios()
        tcgetattr(descriptor, &settings)
        return [settings.c_iflag, settings.c_oflag, settings.c_cflag, settings.c_lflag]
    }

    /// Reads until the picture is as wanted.
    func wait(seconds: Double = 60, until isWanted: (PseudoTerminalPicture) -> Bool) throws {
        let deadline = ContinuousClock.now + .seconds(seconds)
        while !isWanted(picture) {
            if isDrained { throw Failure.ended(try waitForExit(), picture: picture.text) }
            guard read(until: deadline) else { throw Failure.deadline(picture: picture.text) }
        }
    }

    /// Reads until the picture holds a text.
    func wait(seconds: Double = 60, for text: String) throws {
        try wait(seconds: seconds) { $0.text.contains(text) }
    }

    /// Reads on until nothing has come for a moment, for the picture may be half drawn.
    func waitForQuiet() { while !isDrained, read(until: .now + .milliseconds(100)) {} }

    /// Reads until the program has ended.
    @discardableResult
    func waitForExit(seconds: Double = 60) throws -> Exit {
        let deadline = ContinuousClock.now + .seconds(seconds)
        while exit == nil {
            var status: Int32 = 0
            if waitpid(process, &status, WNOHANG) == process {
                exit = status & 0x7F == 0 ? .status((status >> 8) & 0xFF) : .signal(status & 0x7F)
            } else if !read(until: min(deadline, .now + .milliseconds(20))), ContinuousClock.now >= deadline {
                throw Failure.deadline(picture: picture.text)
            }
        }
        while !isDrained, read(until: .now) {}
        return exit ?? .status(0)
    }

    /// Waits for output and draws it.
    /// - Returns: Whether something came before the deadline.
    private func read(until deadline: ContinuousClock.Instant) -> Bool {
        let left = max(.zero, deadline - .now)
        let milliseconds = left.components.seconds * 1000 + left.components.attoseconds / 1_000_000_000_000_000
        var watched = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        // Without the program there is nothing to watch: only the time passes.
        guard poll(&watched, isDrained ? 0 : 1, Int32(clamping: milliseconds + 1)) > 0 else { return false }
        var buffer = [UInt8](repeating: 0, count: 65536)
        let count = Glibc.read(descriptor, &buffer, buffer.count)
        guard count > 0 else {
            isDrained = true
            return true
        }
        output += buffer.prefix(count)
        picture.draw(buffer.prefix(count))
        return true
    }

    /// Opens a new terminal: the descriptor of its far end, and the path of the terminal itself.
    static func openPair() throws -> (descriptor: Int32, terminal: String) {
        let descriptor = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Failure.system(call: "open", error: errno) }
        // Swift does not import unlockpt and ptsname: this is what they do on Linux (TIOCSPTLCK, TIOCGPTN).
        var (isLocked, number): (Int32, UInt32) = (0, 0)
        guard ioctl(descriptor, 0x4004_5431, &isLocked) == 0, ioctl(descriptor, 0x8004_5430, &number) == 0 else {
            let error = errno
            Glibc.close(descriptor)
            throw Failure.system(call: "ioctl", error: error)
        }
        return (descriptor, "/dev/pts/\(number)")
    }

    static func resize(_ descriptor: Int32, _ size: Size) {
        var window = winsize(
            ws_row: UInt16(clamping: size.rows), ws_col: UInt16(clamping: size.columns), ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(descriptor, UInt(TIOCSWINSZ), &window)
    }

    /// Starts the program in a session of its own; the terminal becomes its controlling one by being opened first.
    private static func spawn(
        _ program: String, _ arguments: [String], environment: [String: String], terminal: String
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        let newSession: Int16 = 0x80
        posix_spawnattr_setflags(&attributes, newSession | Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        for signal in [SIGINT, SIGQUIT, SIGHUP, SIGTERM, SIGPIPE, SIGTSTP] { sigaddset(&signals, signal) }
        posix_spawnattr_setsigdefault(&attributes, &signals)
        var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
        var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0)=\($1)") } + [nil]
        defer { (words + variables).forEach { free($0) } }
        var process: pid_t = 0
        let error = posix_spawn(&process, program, &actions, &attributes, &words, &variables)
        guard error == 0 else { throw Failure.system(call: "posix_spawn", error: error) }
        return process
    }
}

extension Key {
    /// What xterm sends for the key, in application mode.
    fileprivate var bytes: String {
        let cursor: [Key: String] = [
            .up: "OA", .down: "OB", .right: "OC", .left: "OD", .home: "OH", .end: "OF", .backTab: "[Z",
            .pageUp: "[5~", .pageDown: "[6~", .insert: "[2~", .delete: "[3~", .altLeft: "[1;3D", .altRight: "[1;3C",
            .function(1): "OP", .function(2): "OQ", .function(3): "OR", .function(4): "OS", .function(5): "[15~",
            .function(6): "[17~", .function(7): "[18~", .function(8): "[19~", .function(9): "[20~",
            .function(10): "[21~", .function(11): "[23~", .function(12): "[24~",
        ]
        switch self {
        case .character(let character): return String(character)
        case .control(let character): return String(UnicodeScalar((character.asciiValue ?? 0) & 0x1F))
        case .alt(let character): return "\u{1B}\(character)"
        case .enter: return "\r"
        case .escape: return "\u{1B}"
        case .backspace: return "\u{7F}"
        case .tab: return "\t"
        default: return cursor[self].map { "\u{1B}" + $0 } ?? ""
        }
    }
}
