import Dispatch
import Inventory
import Reach
import Synchronization
import TerminalKit

/// Answers inquiries off the thread that draws: one at a time, and only those of the newest request. What is being
/// computed when a newer request comes goes on when that asks for it too, else it is called off; what is only waiting is
/// forgotten.
final class AnswerWorker: Sendable {
    private struct Desk {
        var request: (inquiries: [Inquiry], generation: Int)?
        var underWay: (inquiry: Inquiry, watch: Watch)?
        var isBusy = false
    }

    private let inventory: Inventory
    private let mailbox: Mailbox
    private let signal: any WakeSignal
    private let desk = Mutex(Desk())
    /// A thread of its own: the pool of tasks has no more of them than there are cores, and what takes seconds fills it.
    private let queue = DispatchQueue(label: "firebreak.answers", qos: .userInitiated)

    init(inventory: Inventory, mailbox: Mailbox, signal: any WakeSignal) {
        self.inventory = inventory
        self.mailbox = mailbox
        self.signal = signal
    }

    /// Starts on a request, in place of every earlier one. Returns at once.
    func ask(_ inquiries: [Inquiry], generation: Int) {
        let starts = desk.withLock { desk in
            desk.request = (inquiries, generation)
            if let underWay = desk.underWay, !inquiries.contains(underWay.inquiry) { underWay.watch.cancel() }
            defer { desk.isBusy = true }
            return !desk.isBusy
        }
        if starts { queue.async { [self] in work() } }
    }

    private func work() {
        // Kept while there is work: what questions share is made once, and given back when the analyst only reads.
        let engine = ReachEngine(inventory)
        while let (inquiry, watch) = next() {
            do throws(ReachCancelled) {
                let progress = ReportedProgress(watch: watch, report: report)
                let finding = try inquiry.finding(by: engine, patience: progress) { watch.isCancelled }
                guard let finding, let generation = complete(inquiry) else { continue }
                mailbox.put(.found(finding, for: inquiry, generation: generation))
                signal.wake()
            } catch {
                // Nobody asks for it any more.
            }
        }
    }

    private func report(_ hundredths: Int) {
        guard let generation = desk.withLock({ $0.request?.generation }) else { return }
        mailbox.put(.progress(hundredths, generation: generation))
        signal.wake()
    }

    /// The next inquiry of the newest request; nil when all is done.
    private func next() -> (Inquiry, Watch)? {
        desk.withLock { desk in
            if let inquiry = desk.request?.inquiries.first {
                let watch = Watch()
                desk.underWay = (inquiry, watch)
                return (inquiry, watch)
            }
            desk.underWay = nil
            desk.isBusy = false
            return nil
        }
    }

    /// Takes an inquiry off the newest request; nil when that does not ask for it.
    private func complete(_ inquiry: Inquiry) -> Int? {
        desk.withLock { desk in
            guard let place = desk.request?.inquiries.firstIndex(of: inquiry) else { return nil }
            desk.request?.inquiries.remove(at: place)
            return desk.request?.generation
        }
    }
}

/// Waits as long as a watch allows, and reports progress as often as it is worth drawing.
private final class ReportedProgress: Patience {
    private let watch: Watch
    private let report: (Int) -> Void
    private var reported = 0
    /// Progress of less than this, in hundredths, is not worth drawing.
    private static let step = 10

    init(watch: Watch, report: @escaping (Int) -> Void) {
        self.watch = watch
        self.report = report
    }

    func check(_ done: Double) throws(ReachCancelled) {
        try watch.check(done)
        let hundredths = Int(max(0, min(1, done)) * 100)
        guard hundredths >= reported + Self.step else { return }
        reported = hundredths
        report(hundredths)
    }
}
