import Intake

/// Shows on standard error how far an import is: one line on a terminal that is drawn again a few times a second, and
/// elsewhere a line every few seconds, so that short imports leave no trace in a log.
final class ProgressMeter {
    private let start = ContinuousClock.now
    private var shown: ContinuousClock.Instant?

    /// Shows `progress` when it is time to.
    func show(_ progress: ImportProgress) {
        let now = ContinuousClock.now
        let isTerminal = Output.canRedraw
        let pause: Duration = isTerminal ? .milliseconds(150) : .seconds(5)
        guard now - (shown ?? start) >= pause else { return }
        shown = now
        let line = ProgressLine(progress, elapsed: (now - start) / .seconds(1))
        if isTerminal {
            Output.progress(line.drawn(width: Output.columns - 1))
        } else {
            Output.diagnose(line.words)
        }
    }

    /// Takes the line away, where one was shown.
    func finish() {
        if shown != nil, Output.canRedraw { Output.progress("") }
    }
}
