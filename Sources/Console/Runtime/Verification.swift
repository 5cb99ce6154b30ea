import Dispatch
import Synchronization
import TerminalKit

/// The check of all evidence, which runs beside the console: begun after the first picture, for nobody to wait for. It
/// stands still while something is computed that the analyst waits for.
final class Verification: Sendable {
    private let watch: EvidenceWatch?
    private let signal: any WakeSignal
    private let isStarted = Atomic(false)
    private let isCancelled = Atomic(false)
    /// Entered while it is to stand still.
    private let pause = DispatchGroup()
    private let isPaused = Atomic(false)

    init(_ watch: EvidenceWatch?, signal: any WakeSignal) {
        self.watch = watch
        self.signal = signal
    }

    /// Starts it, the first time. Returns at once.
    func start() {
        guard let watch, !isStarted.exchange(true, ordering: .relaxed) else { return }
        DispatchQueue.global(qos: .utility).async { [self] in
            watch.verify { [self] in
                pause.wait()
                return isCancelled.load(ordering: .relaxed)
            }
            signal.wake()
        }
    }

    /// Lets it stand still, or go on.
    func hold(_ isBusy: Bool) {
        guard isPaused.exchange(isBusy, ordering: .relaxed) != isBusy else { return }
        if isBusy { pause.enter() } else { pause.leave() }
    }

    /// Gives it up.
    func cancel() {
        isCancelled.store(true, ordering: .relaxed)
        hold(false)
    }
}
