import Casebook
import PlainText
import Reports

/// The case that the console works on, as far as the screen needs it.
struct CaseBond: Sendable {
    /// What its file is called.
    let name: String
    /// Who works on it here.
    let analyst: String
    /// What it says.
    var view: CaseView
    /// That as the console has it.
    var recorded: Investigation
    /// What is being recorded.
    var inFlight: Investigation?
    /// What could not be recorded, and why.
    var failed: (work: Investigation, reason: String)?
    /// Whether it is to be tried again.
    var isRetryDue = false
    /// Whether the last decision takes back or repeats an earlier one.
    var isTakingBack = false
    /// The last entry that could be seen when the question was opened that is being answered.
    var asked: Int?
    /// What was said of the decision that is being recorded, to be said again when it is.
    var deed: String?
    /// What its counts were last recorded of, or needed not be.
    var counted: Counted
    /// What they are being recorded of.
    var counting: Counted?
    /// Whom it names: who wrote in it, and whom something was assigned to.
    private(set) var names: Set<String> = []

    init(name: String, analyst: String, view: CaseView, recorded: Investigation) {
        self.name = name
        self.analyst = analyst
        self.view = view
        self.recorded = recorded
        counted = Counted(recorded)
        learnNames(after: 0)
    }

    /// Takes in what the case says now. O(entries that are new).
    mutating func learn(_ view: CaseView, _ said: Investigation) {
        let known = self.view.sequence
        self.view = view
        recorded = said
        learnNames(after: known)
    }

    private mutating func learnNames(after number: Int) {
        for entry in view.journal.reversed() {
            guard entry.sequence > number else { break }
            names.insert(entry.content.who)
            if case .assign(_, let name?) = entry.content.action { names.insert(name) }
        }
    }

    /// Whether all that was decided is in the journal.
    func holds(_ work: Investigation) -> Bool { inFlight == nil && failed == nil && work == recorded }

    /// Where the recording stands, in a word.
    var word: String { failed != nil ? "not recorded" : inFlight != nil ? "recording" : "recorded" }

    /// What is said of a decision before it is in the journal.
    static func recording(_ deed: String) -> String { "recording: \(deed)" }
}

extension State {
    /// Works on a case from now on: what it says takes the place of what the session or the sources say.
    mutating func take(_ name: String, _ view: CaseView, as analyst: String) {
        let said = view.state.investigation(in: inventory)
        work.take(said, since: work.present)
        casebook = CaseBond(name: name, analyst: analyst, view: view, recorded: said)
        let strays = view.state.strays(in: inventory)
        guard !strays.isEmpty else { return }
        message = Message(
            text: "\(Words.count(strays.count, "entity", plural: "entities")) of the case "
                + "\(strays.count == 1 ? "is" : "are") not in this evidence, and in no count",
            tone: .warning)
    }

    /// Asks for recording when something was decided. A step of every update.
    mutating func record() -> [Effect] {
        let isAsking = overlay.map(\.asksForDecision) ?? false
        if isAsking, let bond = casebook, bond.asked == nil { casebook?.asked = bond.view.sequence }
        guard lost == nil, let bond = casebook, bond.inFlight == nil else { return [] }
        let decided = work.present
        if !isAsking { casebook?.asked = nil }
        casebook?.isTakingBack = false
        // What could not be recorded was taken back.
        if decided == bond.recorded { casebook?.failed = nil }
        guard decided != bond.recorded, bond.failed?.work != decided || bond.isRetryDue else { return [] }
        casebook?.inFlight = decided
        casebook?.isRetryDue = false
        if bond.failed == nil, let deed = message, deed.tone == .plain {
            casebook?.deed = deed.text
            message?.text = CaseBond.recording(deed.text)
        }
        var change = CaseChange(before: bond.recorded, after: decided, seen: bond.asked ?? bond.view.sequence)
        change.isTakingBack = bond.isTakingBack
        return [.record(change)]
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
            if bond.failed != nil {
                message = Message(text: "the case takes changes again, and holds all that was decided")
            } else if let deed = bond.deed, message?.text == CaseBond.recording(deed) {
                message = Message(text: "recorded: \(deed)")
            }
            casebook?.failed = nil
            casebook?.deed = nil
            settle(on: view, said, since: bond.inFlight ?? bond.recorded)
        case .conflict(let view, let said, let words):
            message = Message(text: "not recorded: \(bond.name) \(words)", tone: .warning)
            settle(on: view, said, since: bond.inFlight ?? bond.recorded)
        case .failed(let reason):
            casebook?.failed = (bond.inFlight ?? work.present, reason)
            casebook?.inFlight = nil
            casebook?.deed = nil
            // It is tried again and again: it is said again when it is another reason.
            if bond.failed?.reason != reason {
                message = Message(text: "not recorded: \(bond.name) \(reason)", tone: .warning)
            }
        case .again: casebook?.isRetryDue = bond.failed != nil
        case .news(let view, let said): take(view, said, into: bond)
        case .measured(let view, let said):
            casebook?.counted = bond.counting ?? bond.counted
            casebook?.counting = nil
            take(view, said, into: bond)
        }
    }

    /// Takes in what others did, and tells of the last of it.
    private mutating func take(_ view: CaseView, _ said: Investigation, into bond: CaseBond) {
        let news = view.journal.filter { $0.sequence > bond.view.sequence && !$0.content.action.isMeasurement }
        work.take(said, since: bond.recorded)
        // Whoever decided it records its counts.
        let owes = casebook?.owesCounts ?? false
        casebook?.learn(view, said)
        if !owes { casebook?.counted = Counted(said) }
        guard let last = news.last else { return }
        let more = news.count == 1 ? "" : ", and \(Words.count(news.count - 1, "change")) before it"
        message = Message(text: "\(last.content.who.printable): \(last.content.action.words.printable)\(more)")
    }

    /// What the case says now is what the console has, but for what was decided since.
    private mutating func settle(on view: CaseView, _ said: Investigation, since: Investigation) {
        work.take(said, since: since)
        casebook?.learn(view, said)
        casebook?.inFlight = nil
        casebook?.counting = nil
        // One's own entries are none that one did not see.
        if casebook?.asked != nil { casebook?.asked = view.sequence }
    }
}

extension State {
    /// Whether all that was decided is kept without asking.
    var isWorkKept: Bool { casebook.map { $0.holds(work.present) } ?? keeping.isSafe }

    /// Why there is no journal to show.
    var journalObstacle: String? { caseObstacle }

    /// Why nothing can be said in a case.
    var caseObstacle: String? { casebook == nil ? "no case is open: \(key(.newCase)) makes one of this" : nil }

    /// Shows the journal of the case, the newest entry first.
    mutating func openJournal() -> [Effect] {
        guard let bond = casebook else { return [] }
        let entries = bond.view.journal.reversed().map { entry in
            // On a line of its own, whose indentation what wraps of it keeps.
            "\(entry.sequence)  \(TimeWords.second(entry.content.when))  \(entry.content.who.printable)\n    "
                + entry.content.action.words.printable
        }
        let head = bond.view.journal.last.map { "head \($0.hash)" } ?? ""
        overlay = .text(
            ShownText(title: "journal of \(bond.name)", text: ([head] + entries).joined(separator: "\n")))
        return []
    }
}
