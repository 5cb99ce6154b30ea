import Casebook
import PlainText
import Reports

/// The case that the console works on, as far as the screen needs it.
struct CaseBond: Sendable {
    /// What its file is called.
    let name: String
    /// What it says.
    var view: CaseView
    /// That as the console has it.
    var recorded: Investigation
    /// What is being recorded.
    var inFlight: Investigation?
    /// What could not be recorded, and why.
    var failed: (work: Investigation, reason: String)?

    /// Whether all that was decided is in the journal.
    func holds(_ work: Investigation) -> Bool { inFlight == nil && failed == nil && work == recorded }

    /// Where the recording stands, in a word.
    var word: String { failed != nil ? "not recorded" : inFlight != nil ? "recording" : "recorded" }
}

extension State {
    /// Works on a case from now on: what it says takes the place of what the session or the sources say.
    mutating func take(_ name: String, _ view: CaseView) {
        let said = view.state.investigation(in: inventory)
        work.take(said, since: work.present)
        casebook = CaseBond(name: name, view: view, recorded: said)
        let strays = view.state.strays(in: inventory)
        guard !strays.isEmpty else { return }
        message = Message(
            text: "\(Words.count(strays.count, "entity", plural: "entities")) of the case "
                + "\(strays.count == 1 ? "is" : "are") not in this evidence, and in no count",
            tone: .warning)
    }

    /// Asks for recording when something was decided. A step of every update.
    mutating func record() -> [Effect] {
        guard lost == nil, let bond = casebook, bond.inFlight == nil else { return [] }
        let decided = work.present
        // What could not be recorded was taken back.
        if decided == bond.recorded { casebook?.failed = nil }
        guard decided != bond.recorded, bond.failed?.work != decided else { return [] }
        casebook?.inFlight = decided
        return [.record(CaseChange(before: bond.recorded, after: decided, seen: bond.view.sequence))]
    }

    /// What is still to be recorded on leaving.
    var unrecorded: CaseChange? {
        guard let bond = casebook, work.present != bond.recorded else { return nil }
        return CaseChange(before: bond.recorded, after: work.present, seen: bond.view.sequence)
    }

    /// Takes in what became of a change, or what others did.
    mutating func learn(_ outcome: CaseOutcome) {
        guard let bond = casebook else { return }
        switch outcome {
        case .recorded(let view, let said):
            if bond.failed != nil { message = Message(text: "the case takes changes again") }
            casebook?.failed = nil
            settle(on: view, said, since: bond.inFlight ?? bond.recorded)
        case .conflict(let view, let said, let words):
            message = Message(text: "not recorded: \(bond.name) \(words)", tone: .warning)
            settle(on: view, said, since: bond.inFlight ?? bond.recorded)
        case .failed(let reason):
            casebook?.failed = (bond.inFlight ?? work.present, reason)
            casebook?.inFlight = nil
            message = Message(text: "not recorded: \(bond.name) \(reason)", tone: .warning)
        case .news(let view, let said):
            let news = view.journal.filter { $0.sequence > bond.view.sequence }
            work.take(said, since: bond.recorded)
            casebook?.view = view
            casebook?.recorded = said
            guard let last = news.last else { return }
            let more = news.count == 1 ? "" : ", and \(Words.count(news.count - 1, "change")) before it"
            message = Message(text: "\(last.content.who.printable): \(last.content.action.words.printable)\(more)")
        }
    }

    /// What the case says now is what the console has, but for what was decided since.
    private mutating func settle(on view: CaseView, _ said: Investigation, since: Investigation) {
        work.take(said, since: since)
        casebook?.view = view
        casebook?.recorded = said
        casebook?.inFlight = nil
    }
}

extension State {
    /// Whether all that was decided is kept without asking.
    var isWorkKept: Bool { casebook.map { $0.holds(work.present) } ?? keeping.isSafe }

    /// Why there is no journal to show.
    var journalObstacle: String? { casebook == nil ? "no case is open: firebreak --case FILE opens one" : nil }

    /// Shows the journal of the case, the newest entry first.
    mutating func openJournal() -> [Effect] {
        guard let bond = casebook else { return [] }
        let entries = bond.view.journal.reversed().map { entry in
            "\(entry.sequence)  \(TimeWords.second(entry.content.when))  \(entry.content.who.printable)  "
                + entry.content.action.words.printable
        }
        let head = bond.view.journal.last.map { "head \($0.hash)" } ?? ""
        overlay = .text(
            ShownText(title: "journal of \(bond.name)", text: ([head] + entries).joined(separator: "\n")))
        return []
    }
}
