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
        var isOurs: Bool
        var refusal: String?
        /// The number of the last draft that was written.
        var written = 0
    }

    private let shelf: any SessionShelf
    private let inventory: Inventory
    private let title: String
    private let sources: [String]
    private let desk: Mutex<Desk>
    /// Saving is one at a time, also at the end.
    private let pen = Mutex<Void>(())

    init(
        _ shelf: any SessionShelf, inventory: Inventory, title: String, sources: [String], opening: SessionOpening
    ) {
        self.shelf = shelf
        self.inventory = inventory
        self.title = title
        self.sources = sources
        desk = Mutex(Desk(revision: opening.record?.revision ?? 0, isOurs: opening.mode == .on))
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

    /// Writes a draft, unless another console has the session, or had it and saved meanwhile: its work is never written
    /// over.
    private func write(_ draft: SessionDraft) -> SaveOutcome {
        pen.withLock { _ in
            let (revision, isOurs, written) = desk.withLock { ($0.revision, $0.isOurs, $0.written) }
            if let refusal = desk.withLock({ $0.refusal }) { return .refused(refusal) }
            if draft.number < written { return .saved(written) }
            do throws(SessionShelfError) {
                if !isOurs, let outcome = try take(revision) { return outcome }
                let record = draft.record(
                    of: inventory, title: title, sources: sources, revision: revision + 1)
                guard let bytes = record.bytes else { throw SessionShelfError("it cannot be put into a file") }
                try shelf.write(bytes)
                desk.withLock {
                    $0.revision = revision + 1
                    $0.isOurs = true
                    $0.written = draft.number
                }
                return .saved(draft.number)
            } catch {
                return .failed(error.reason)
            }
        }
    }

    /// Takes the session that another console had; nil when it is ours now, and still what this console began from.
    private func take(_ revision: Int) throws(SessionShelfError) -> SaveOutcome? {
        switch shelf.claim() {
        case .ours: break
        case .taken: return .taken
        case .unavailable(let reason): return refuse(reason)
        }
        if try savedRevision() == revision { return nil }
        return refuse("another console saved it meanwhile, which is left as it is")
    }

    private func refuse(_ reason: String) -> SaveOutcome {
        desk.withLock { $0.refusal = reason }
        return .refused(reason)
    }

    private func savedRevision() throws(SessionShelfError) -> Int {
        guard let saved = try shelf.read() else { return 0 }
        guard let record = try? SessionRecord(bytes: saved.bytes) else {
            throw SessionShelfError("another console left something there that cannot be read")
        }
        return record.revision
    }
}
