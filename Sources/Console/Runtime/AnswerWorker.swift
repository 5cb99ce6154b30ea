import Inventory
import Synchronization
import TerminalKit

/// Answers inquiries off the thread that draws: one at a time, and only those of the newest request. What is being
/// computed when a newer request comes is delivered when that asks for it too, else dropped; what is only waiting is
/// forgotten.
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
        while let inquiry = next() {
            // What the newest request does not ask for any more is given up where it can be.
            let finding = inquiry.finding(in: inventory) { [self] in !isWanted(inquiry) }
            guard let finding, let generation = complete(inquiry) else { continue }
            mailbox.put(.found(finding, for: inquiry, generation: generation))
            signal.wake()
        }
    }

    /// The next inquiry of the newest request; nil when all is done.
    private func next() -> Inquiry? {
        desk.withLock { desk in
            if let inquiry = desk.request?.inquiries.first { return inquiry }
            desk.isBusy = false
            return nil
        }
    }

    private func isWanted(_ inquiry: Inquiry) -> Bool {
        desk.withLock { $0.request?.inquiries.contains(inquiry) ?? false }
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
