import Dispatch
import Inventory
import Synchronization
import TerminalKit

/// The reading of the evidence once more, beside the console, each time that it is asked for.
final class Rereader: Sendable {
    private let reader: EvidenceReader?
    private let inventory: Inventory
    private let watch: EvidenceWatch?
    private let mailbox: Mailbox
    private let signal: any WakeSignal
    /// The reading that is wanted; 0 is none.
    private let wanted = Atomic(0)

    init(
        _ reader: EvidenceReader?, over inventory: Inventory, watch: EvidenceWatch?, mailbox: Mailbox,
        signal: any WakeSignal
    ) {
        self.reader = reader
        self.inventory = inventory
        self.watch = watch
        self.mailbox = mailbox
        self.signal = signal
    }

    /// Starts a reading, in place of an earlier one. Returns at once.
    func start(_ number: Int) {
        guard let reader else { return }
        wanted.store(number, ordering: .relaxed)
        DispatchQueue.global(qos: .userInitiated).async { [self] in
            let isCancelled: @Sendable () -> Bool = { [self] in wanted.load(ordering: .relaxed) != number }
            do throws(UnreadEvidence) {
                let inventory = try reader({ [self] in report(.reading($0), number) }, isCancelled)
                if let news = news(of: inventory, isCancelled) { report(.read(news), number) }
            } catch {
                report(.failed(error.reason), number)
            }
        }
    }

    /// How it differs; nil where nobody wants to know any more.
    private func news(of inventory: Inventory, _ isCancelled: () -> Bool) -> String? {
        if watch?.problem() == nil {
            guard let news = EvidenceNews(from: self.inventory, to: inventory, isCancelled: isCancelled) else {
                return nil
            }
            // What it was compared with may have changed meanwhile.
            if watch?.problem() == nil { return news.words }
        }
        return EvidenceNews(of: inventory).words
    }

    private func report(_ outcome: RereadOutcome, _ number: Int) {
        mailbox.put(.reread(outcome, number: number))
        signal.wake()
    }

    /// Gives it up.
    func cancel() { wanted.store(0, ordering: .relaxed) }
}
