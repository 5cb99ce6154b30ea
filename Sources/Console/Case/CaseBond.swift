import Casebook
import Inventory
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
    /// What was decided and is not in the journal yet.
    var decisions = DecisionQueue()
    /// What could not be recorded, and why.
    var failed: (work: Investigation, reason: String)?
    /// Why what others do can no longer be read; nil while it can.
    var unread: String?
    /// Whether it is to be tried again.
    var isRetryDue = false
    /// Whether something could not be recorded of which not all is in the journal yet.
    var isCatchingUp = false
    /// Whether what is decided at this moment takes back or repeats an earlier decision.
    var turn: CaseTurn?
    /// Where something is decided at this moment.
    var decidedAt: Place?
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
    func holds(_ work: Investigation) -> Bool { decisions.steps.isEmpty && failed == nil && work == recorded }

    /// Where the recording stands, in a word.
    var word: String { failed != nil ? "not recorded" : decisions.steps.isEmpty ? "recorded" : "recording" }

    /// What is said of a decision before it is in the journal.
    static func recording(_ deed: String) -> String { "recording: \(deed)" }
}

extension State {
    /// Works on a case from now on: what it says takes the place of what the session or the sources say.
    mutating func take(_ name: String, _ view: CaseView, as analyst: String) {
        let said = view.state.investigation(in: inventory)
        work.take(said, since: work.present)
        casebook = CaseBond(name: name, analyst: analyst, view: view, recorded: said)
        guard let strays = CaseStrays(of: view.state, in: inventory).words(naming: 3) else { return }
        message = Message(text: strays, tone: .warning)
    }

    /// Asks for recording when something was decided. A step of every update.
    mutating func record() -> [Effect] {
        let isAsking = overlay.map(\.asksForDecision) ?? false
        if isAsking, let bond = casebook, bond.asked == nil { casebook?.asked = bond.view.sequence }
        guard lost == nil else { return [] }
        noteDecision()
        guard let bond = casebook, bond.decisions.sent == nil else { return [] }
        if !isAsking { casebook?.asked = nil }
        guard work.present != bond.recorded else {
            // What could not be recorded was taken back.
            casebook?.failed = nil
            casebook?.isCatchingUp = false
            casebook?.decisions.forget()
            return []
        }
        guard bond.failed?.work != work.present || bond.isRetryDue, let step = casebook?.decisions.send() else {
            return []
        }
        casebook?.isRetryDue = false
        return [.record(change(step, seen: bond.asked ?? bond.view.sequence))]
    }

    /// Remembers what was just decided as a step of its own.
    private mutating func noteDecision() {
        guard let bond = casebook else { return }
        casebook?.turn = nil
        casebook?.decidedAt = nil
        let before = bond.decisions.end ?? bond.recorded
        guard work.present != before else { return }
        casebook?.decisions.add(from: before, to: work.present, bond.turn, at: bond.decidedAt)
        guard bond.failed == nil, let deed = message, deed.tone == .plain else { return }
        casebook?.deed = deed.text
        message?.text = CaseBond.recording(deed.text)
    }

    /// What is still to be recorded on leaving, in order.
    var unrecorded: [CaseChange] {
        guard let bond = casebook, work.present != bond.recorded else { return [] }
        var decisions = bond.decisions
        let end = decisions.end ?? bond.recorded
        // What was decided on evidence that is lost was not noted.
        if end != work.present { decisions.add(from: end, to: work.present, nil, at: nil) }
        return decisions.steps.map { change($0, seen: bond.view.sequence) }
    }

    private func change(_ step: DecisionQueue.Step, seen: Int) -> CaseChange {
        CaseChange(
            number: step.number, before: step.before, after: step.after, seen: seen, turn: step.turn,
            place: step.place.map(written))
    }

    /// A place as the journal names it.
    private func written(_ place: Place) -> String {
        place.written(asOf: place.lens.at.map { Instant($0) } ?? opened, redact)
    }

    /// Takes in what became of a change, or what others did.
    mutating func learn(_ outcome: CaseOutcome) {
        guard let bond = casebook else { return }
        switch outcome {
        case .recorded(let view, let said):
            tellRecorded(bond)
            settle(on: view, said)
        case .saidAnew(let view, let said, let why):
            tellRecorded(bond)
            message = Message(text: [bond.deed.map { "recorded: \($0)" } ?? "recorded", why].joined(separator: "; "))
            settle(on: view, said)
        case .conflict(let view, let said, let words):
            message = Message(text: "not recorded: \(bond.name) \(words)", tone: .warning)
            settle(on: view, said)
        case .failed(let reason):
            casebook?.failed = (work.present, reason)
            casebook?.isCatchingUp = true
            casebook?.decisions.putBack()
            casebook?.deed = nil
            // It is tried again and again: it is said again when it is another reason.
            if bond.failed?.reason != reason {
                message = Message(text: "not recorded: \(bond.name) \(reason)", tone: .warning)
            }
        case .again: casebook?.isRetryDue = bond.failed != nil
        case .news(let view, let said): take(view, said, into: bond)
        case .unread(let reason):
            casebook?.unread = reason
            if let reason { message = Message(text: "\(bond.name) \(reason)", tone: .warning) }
        case .measured(let view, let said):
            casebook?.counted = bond.counting ?? bond.counted
            casebook?.counting = nil
            take(view, said, into: bond)
        }
    }

    /// Takes in what others did, and tells of the last of it.
    private mutating func take(_ view: CaseView, _ said: Investigation, into bond: CaseBond) {
        let news = view.journal.filter { $0.sequence > bond.view.sequence && !$0.content.action.isMeasurement }
        take(said, since: bond.recorded)
        // Whoever decided it records its counts.
        let owes = casebook?.owesCounts ?? false
        casebook?.learn(view, said)
        if !owes { casebook?.counted = Counted(said) }
        guard let last = news.last else { return }
        let more = news.count == 1 ? "" : ", and \(Words.count(news.count - 1, "change")) before it"
        let words = last.content.action.words { number in
            view.journal.first { $0.sequence == number }?.content.action
        }
        message = Message(text: "\(last.content.who.printable): \(words.printable)\(more)")
    }

    /// Says that what was decided is in the journal, once all of it is.
    private mutating func tellRecorded(_ bond: CaseBond) {
        casebook?.failed = nil
        guard bond.decisions.waiting.isEmpty else { return }
        if bond.isCatchingUp {
            message = Message(text: "the case takes changes again, and holds all that was decided")
        } else if let deed = bond.deed, message?.text == CaseBond.recording(deed) {
            message = Message(text: "recorded: \(deed)")
        }
        casebook?.isCatchingUp = false
        casebook?.deed = nil
    }

    /// Takes in what was decided elsewhere, also into what is not recorded yet.
    private mutating func take(_ said: Investigation, since: Investigation) {
        guard said != since else { return }
        work.take(said, since: since)
        casebook?.decisions.follow { $0 == since ? said : $0.following(since, to: said) }
    }

    /// What the case says now is what the console has, but for what was decided since.
    private mutating func settle(on view: CaseView, _ said: Investigation) {
        let since = casebook?.decisions.sent?.after ?? casebook?.recorded ?? said
        casebook?.decisions.settle()
        take(said, since: since)
        casebook?.learn(view, said)
        casebook?.counting = nil
        // One's own entries are none that one did not see.
        if casebook?.asked != nil { casebook?.asked = view.sequence }
    }
}

extension State {
    /// Whether all that was decided is kept without asking.
    var isWorkKept: Bool { casebook.map { $0.holds(work.present) } ?? keeping.isSafe }

    /// Why nothing can be said in a case.
    var caseObstacle: String? { casebook == nil ? "no case is open: \(key(.newCase)) makes one of this" : nil }
}
