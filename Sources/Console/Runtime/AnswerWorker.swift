import Inventory
import Synchronization
import TerminalKit

/// Answers inquiries off the thread that draws: one request at a time, and only the newest. What is being computed when
/// a newer request comes is finished and dropped; what is only waiting is forgotten.
final class AnswerWorker: Sendable {
    private struct Desk {
        var request: (inquiries: [Inquiry], generation: Int)?
        var isBusy = false
    }

    private let inventory: Inventory
    private let mailbox: Mailbox
    private let signal: any WakeSignal
    private let desk = Mutex(Desk())

    init(inventory: Inventory, mailbox: Mailbox, signal: any WakeSignal) {
        self.inventory = inventory
        self.mailbox = mailbox
        self.signal = signal
    }

    /// Starts on a request, in place of every earlier one. Returns at once.
    func ask(_ inquiries: [Inquiry], generation: Int) {
        let starts = desk.withLock { desk in
            desk.request = (inquiries, generation)
            defer { desk.isBusy = true }
            return !desk.isBusy
        }
        if starts { Task.detached(priority: .userInitiated) { [self] in work() } }
    }

    private func work() {
        while let (inquiry, generation) = next() {
            let finding = inquiry.finding(in: inventory)
            guard isCurrent(generation) else { continue }
            mailbox.put(.found(finding, for: inquiry, generation: generation))
            signal.wake()
        }
    }

    /// The next inquiry of the newest request; nil when all is done.
    private func next() -> (Inquiry, Int)? {
        desk.withLock { desk in
            guard var request = desk.request, !request.inquiries.isEmpty else {
                desk.isBusy = false
                desk.request = nil
                return nil
            }
            let inquiry = request.inquiries.removeFirst()
            desk.request = request
            return (inquiry, request.generation)
        }
    }

    private func isCurrent(_ generation: Int) -> Bool {
        desk.withLock { $0.request.map { $0.generation == generation } ?? true }
    }
}
