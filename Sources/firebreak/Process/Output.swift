import PlainText
import Synchronization

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// The process's two streams. Answers go to standard output alone; everything else to standard error.
enum Output {
    /// Writes `text` to standard output as it is.
    static func write(_ text: String) { write(text, to: STDOUT_FILENO) }

    /// Writes a line about the work, not the answer, to standard error.
    static func diagnose(_ line: String) { write("firebreak: \(line)\n", to: STDERR_FILENO) }

    /// Writes a message that names the program itself, such as one about usage, to standard error.
    static func complain(_ message: String) { write("\(message)\n", to: STDERR_FILENO) }

    private static let keepsLines = Atomic(false)

    /// From here on nothing that was shown is shown anew: for those who hear every line.
    static func keepLines() { keepsLines.store(true, ordering: .relaxed) }

    /// Whether standard error is a terminal that can clear a line.
    static var canRedraw: Bool {
        guard !keepsLines.load(ordering: .relaxed) else { return false }
        guard isatty(STDERR_FILENO) == 1, let term = getenv("TERM").map({ String(cString: $0) }) else { return false }
        return !term.isEmpty && term != "dumb"
    }

    /// Shows `line` in place of the last one, where standard error can do that.
    static func progress(_ line: String) {
        guard canRedraw else { return }
        // A line that wraps could not be replaced by the next one.
        write("\r\u{1B}[K\(line.shortened(to: columns - 1, keeping: .end, ellipsis: "..."))", to: STDERR_FILENO)
    }

    /// The width of the terminal on standard error; 80 where it does not tell.
    static var columns: Int {
        var size = winsize()
        guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 1 else { return 80 }
        return Int(size.ws_col)
    }

    private static func write(_ text: String, to descriptor: Int32) {
        var text = text
        text.withUTF8 { bytes in
            var rest = UnsafeRawBufferPointer(bytes)
            while !rest.isEmpty {
                #if canImport(Darwin)
                    let count = Darwin.write(descriptor, rest.baseAddress, rest.count)
                #else
                    let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
                #endif
                if count < 0, errno == EINTR || errno == EAGAIN { continue }
                guard count > 0 else {
                    // A full disk must not look like a whole answer.
                    guard descriptor == STDOUT_FILENO else { return }
                    let reason = String(cString: strerror(errno))
                    if errno != EPIPE { diagnose("the answer could not be written in full: \(reason)") }
                    exit(ExitStatus.internalFailure.rawValue)
                }
                rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
            }
        }
    }
}
