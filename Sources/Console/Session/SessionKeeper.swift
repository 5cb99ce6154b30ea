import Inventory
import Synchronization
import TerminalKit

/// Saves drafts off the thread that draws: one at a time, and of those that come meanwhile only the last.
final class SessionKeeper: Sendable {
    private struct Desk {
        var waiting: SessionDraft?
        var isBusy = false
        /// The revision that lies on the disk as far as this console knows.
        var revision: Int
        /// The number of the last draft that was written.
        var written = 0
        /// What was written then.
        var last: SessionRecord?
    }

    private let shelf: any SessionShelf
    private let inventory: Inventory
    private let title: String
    private let sources: [String]
    private let redact: @Sendable (String) -> String
    private let desk: Mutex<Desk>
    /// Saving is one at a time, also at the end.
    private let pen = Mutex<Void>(())

    init(
        _ shelf: any SessionShelf, inventory: Inventory, title: String, sources: [String], opening: SessionOpening,
        redact: @escaping @Sendable (String) -> String
    ) {
        self.shelf = shelf
        self.inventory = inventory
        self.title = title
        self.sources = sources
        self.redact = redact
        desk = Mutex(Desk(revision: opening.record?.revision ?? 0, last: opening.record))
    }

    /// Saves a draft in the background; `report` is called with what became of it.
    func save(_ draft: SessionDraft, report: @escaping @Sendable (SaveOutcome) -> Void) {
        let starts = desk.withLock { desk in
            desk.waiting = draft
            defer { desk.isBusy = true }
            return !desk.isBusy
        }
        guard starts else { return }
        Task.detached(priority: .utility) { [self] in
            while let draft = next() { report(write(draft)) }
        }
    }

    /// Saves the last draft, and waits until it is written.
    func finish(_ draft: SessionDraft) -> SaveOutcome {
        desk.withLock { $0.waiting = nil }
        return write(draft)
    }

    private func next() -> SessionDraft? {
        desk.withLock { desk in
            defer { desk.waiting = nil }
            if desk.waiting == nil { desk.isBusy = false }
            return desk.waiting
        }
    }

    private func write(_ draft: SessionDraft) -> SaveOutcome {
        pen.withLock { _ in
            let (revision, written) = desk.withLock { ($0.revision, $0.written) }
            if draft.number < written { return .saved(written) }
            do throws(SessionShelfError) {
                let record = draft.withoutSecrets(redact).record(
                    of: inventory, title: title, sources: sources, revision: revision + 1)
                guard let bytes = record.bytes else { throw SessionShelfError("it cannot be put into a file") }
                try shelf.write(bytes)
                desk.withLock {
                    $0.revision = revision + 1
                    $0.written = draft.number
                    $0.last = record
                }
                return .saved(draft.number)
            } catch {
                return .failed(error.reason)
            }
        }
    }

    /// The revision that lies on the disk.
    var revision: Int { desk.withLock { $0.revision } }

    /// The session as it was last saved, or taken up; nil where neither was.
    var last: SessionRecord? { desk.withLock { $0.last } }
}
