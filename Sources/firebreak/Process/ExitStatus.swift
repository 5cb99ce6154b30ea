/// What the process says to the script that called it.
enum ExitStatus: Int32 {
    case done = 0
    /// The question was answered, and the answer is no: no path, for example.
    case no = 1
    /// Bad usage, or no input that could be read.
    case badInput = 2
    /// A fault of the program.
    case internalFailure = 3
    /// Stopped by Ctrl-C, as shells report it.
    case interrupted = 130
    /// Asked to end by SIGTERM, as shells report it.
    case terminated = 143
}

/// Thrown by a command that has printed its answer when that answer is *no*.
struct AnswerIsNo: Error {
    let status = ExitStatus.no
}

/// Thrown by a command that was asked to end and has left everything in order.
struct WasTerminated: Error {
    let status = ExitStatus.terminated
}
