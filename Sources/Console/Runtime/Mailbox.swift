import Inventory
import Synchronization

/// Where a worker leaves its findings for the thread that draws.
final class Mailbox: Sendable {
    private let letters = Mutex<[Event]>([])

    func put(_ event: Event) { letters.withLock { $0.append(event) } }

    /// Everything that has arrived, in order.
    func takeAll() -> [Event] {
        letters.withLock { letters in
            defer { letters = [] }
            return letters
        }
    }
}
