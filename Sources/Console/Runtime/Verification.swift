import Synchronization
import TerminalKit

/// The check of all evidence, which runs beside the console: begun after the first picture, for nobody to wait for.
final class Verification: Sendable {
    private let watch: EvidenceWatch?
    private let signal: any WakeSignal
    private let isStarted = Atomic(false)
    private let isCancelled = Atomic(false)

    init(_ watch: EvidenceWatch?, signal: any WakeSignal) {
        self.watch = watch
        self.signal = signal
    }

    /// Starts it, the first time. Returns at once.
    func start() {
        guard let watch, !isStarted.exchange(true, ordering: .relaxed) else { return }
        Task.detached(priority: .utility) { [self] in
            watch.verify { [self] in isCancelled.load(ordering: .relaxed) }
            signal.wake()
        }
    }

    /// Gives it up.
    func cancel() { isCancelled.store(true, ordering: .relaxed) }
}
