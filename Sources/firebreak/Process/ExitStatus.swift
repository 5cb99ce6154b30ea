/// What the process says to the script that called it.
enum ExitStatus: Int32 {
    case done = 0
    /// The question was answered, and the answer is no: no path, for example.
    case no = 1
    /// Bad usage, or no input that could be read.
    case badInput = 2
    /// A fault of the program.
    case internalFailure = 3
    /// The terminal went away (SIGHUP), as shells report it.
    case hungUp = 129
    /// Stopped by Ctrl-C, as shells report it.
    case interrupted = 130
    /// Asked to end by SIGTERM, as shells report it.
    case terminated = 143
}

/// Thrown by a command that has printed its answer when that answer is *no*.
struct AnswerIsNo: Error {
    let status = ExitStatus.no
}

/// Thrown by a command that was asked to end, or whose terminal went away, and that has left everything in order.
struct WasStopped: Error {
    let status: ExitStatus

    init(_ status: ExitStatus) { self.status = status }
}
