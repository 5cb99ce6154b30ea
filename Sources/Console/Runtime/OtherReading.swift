import Dispatch
import Synchronization
import TerminalKit

/// The reading of other evidence, beside the console: begun after the first picture, for nobody to wait for.
final class OtherReading: Sendable {
    private let reader: OtherSource.Reader?
    private let mailbox: Mailbox
    private let signal: any WakeSignal
    private let isStarted = Atomic(false)
    private let isCancelled = Atomic(false)

    init(_ source: OtherSource?, mailbox: Mailbox, signal: any WakeSignal) {
        reader = source?.reader
        self.mailbox = mailbox
        self.signal = signal
    }

    /// Starts it, the first time. Returns at once.
    func start() {
        guard let reader, !isStarted.exchange(true, ordering: .relaxed) else { return }
        DispatchQueue.global(qos: .utility).async { [self] in
            do throws(UnreadEvidence) {
                let evidence = try reader(
                    { [self] in report(.reading($0)) }, { [self] in isCancelled.load(ordering: .relaxed) })
                report(.read(evidence))
            } catch {
                report(.failed(error.reason))
            }
        }
    }

    private func report(_ outcome: OtherOutcome) {
        mailbox.put(.other(outcome))
        signal.wake()
    }

    /// Gives it up.
    func cancel() { isCancelled.store(true, ordering: .relaxed) }
}
