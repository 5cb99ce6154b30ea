import Casebook
import Console
import Inventory
import Synchronization

/// An open case as the console works on it.
final class ConsoleCase: CaseShelf {
    /// What its file is called.
    let name: String
    /// Where its file lies.
    var path: String { file.path }
    private let file: CaseFile
    let analyst: String
    /// The content hash of the evidence that the console has.
    private let open: String?
    /// The last entries, as far as they were read.
    private let journal: Mutex<[JournalEntry]>

    init(_ file: CaseFile, by who: String, on evidence: String?) throws(CaseError) {
        self.file = file
        name = CaseFile.name(ofFileAt: file.path)
        analyst = who
        open = evidence
        journal = Mutex(try file.entries(after: max(0, file.sequence - CaseView.journalLimit)))
    }

    private var author: CaseAuthor { CaseAuthor(who: analyst, when: .now, evidence: open) }

    var evidence: String? { open.flatMap { file.state.evidence(hash: $0)?.hash } }

    /// What the file was last seen to hold, whoever looked: also what a refused change took in.
    var present: CaseView {
        let last = journal.withLock { $0.last?.sequence ?? 0 }
        return view(with: file.sequence > last ? (try? file.entries(after: last)) ?? [] : [])
    }

    func append(_ actions: [CaseAction], seen: Int, at place: String?) throws(CaseError) -> CaseView {
        var author = author
        author.place = place
        let receipt = try file.append(actions, by: author, seen: seen)
        return view(with: receipt.others + receipt.written)
    }

    func turn(
        _ turn: CaseTurn, seen: Int, at place: String?, remaining: (CaseState) -> [CaseAction]
    ) throws(CaseError) -> TurnedCase {
        var author = author
        author.place = place
        let turned = try file.turn(turn, by: author, seen: seen, remaining: remaining)
        return TurnedCase(turned, view: view(with: turned.receipt.others + turned.receipt.written))
    }

    func measure(_ measurement: Measurement, of view: CaseView) throws(CaseError) -> CaseView {
        let receipt = try file.measure(measurement, of: view.state, by: author)
        return self.view(with: receipt.others + receipt.written)
    }

    func news() throws(CaseError) -> CaseView? {
        let news = try file.news()
        return news == nil && file.sequence == journal.withLock({ $0.last?.sequence ?? 0 }) ? nil : present
    }

    private func view(with entries: [JournalEntry]) -> CaseView {
        let known = journal.withLock { journal in
            journal += entries.filter { [last = journal.last?.sequence ?? 0] in $0.sequence > last }
            if journal.count > CaseView.journalLimit { journal.removeFirst(journal.count - CaseView.journalLimit) }
            return journal
        }
        return CaseView(state: file.state, sequence: known.last?.sequence ?? 0, journal: known)
    }
}

extension ConsoleCase: SessionShelf {
    func claim() -> SessionClaim {
        switch file.access {
        case .readWrite: .ours
        case .readOnly(let reason): .unavailable("the case can only be read: \(reason)")
        }
    }

    func read() throws(SessionShelfError) -> SavedSession? {
        do throws(CaseError) {
            return try file.session(of: analyst).flatMap { $0.isEmpty ? nil : SavedSession(bytes: $0, written: nil) }
        } catch {
            throw SessionShelfError(error.words)
        }
    }

    func write(_ bytes: [UInt8]) throws(SessionShelfError) {
        do throws(CaseError) {
            try file.keep(bytes, of: author)
        } catch {
            throw SessionShelfError(error == .full ? "the disk is full" : "the case \(error.words)")
        }
    }

    func putAside(_ reason: String) throws(SessionShelfError) -> String {
        // A name that no analyst has, so that it is in nobody's way.
        let aside = "\(analyst) (\(reason))"
        do throws(CaseError) {
            let bytes = try file.session(of: analyst) ?? []
            try file.keep(bytes, of: CaseAuthor(who: aside, when: .now, evidence: open))
            try file.keep([], of: author)
        } catch {
            throw SessionShelfError(error.words)
        }
        return "the session of '\(aside)' in the case"
    }
}
