import Inventory
import Reach

/// What the console knows of the saving of its session.
struct Keeping: Sendable {
    /// Whether the session is saved.
    enum Mode: Hashable, Sendable {
        /// Nobody asked for it: pictures, tests.
        case off
        case on
        /// It cannot be, for the reason in words.
        case refused(String)
    }

    var mode = Mode.off
    /// Whether the session is set apart from that of another console on the same evidence.
    var isApart = false
    /// Whether it is to be saved before anything is done: what was carried over lies nowhere yet.
    var isOwed = false
    /// The last draft that was handed out, or what was there at the opening.
    var draft: SessionDraft?
    /// The number of the last draft that lies on the disk.
    var saved = 0
    /// How often only the cursor moved since the last draft.
    var moves = 0
    var strays = Strays()
    /// The habits as they were last handed out, or lay there at the opening; nil where they are not kept.
    var habits: Habits?
    /// Why the last draft could not be written; the next one is tried all the same.
    var trouble: String?

    /// So many moves of the cursor are worth saving.
    static let movesWorthSaving = 24

    /// Whether what the analyst does is kept without asking.
    var isSafe: Bool { mode == .on && trouble == nil }

    /// Why nothing is saved, where that is known.
    var reason: String? {
        switch mode {
        case .off, .on: trouble
        case .refused(let reason): reason
        }
    }

    /// Where the saving stands, in a word; nil where there is nothing to say.
    var word: String? {
        switch mode {
        case .off: nil
        case .on where trouble != nil: "not saved"
        case .on:
            if let number = draft?.number, number > 0 {
                (saved >= number ? "saved" : "saving") + (isApart ? " apart" : "")
            } else {
                isApart ? "saved apart" : nil
            }
        case .refused: "not saved"
        }
    }

    /// Whether a session that was set apart is still what it began from: then there is nothing in it to keep.
    func isUnused(_ draft: SessionDraft) -> Bool {
        guard isApart, let first = self.draft, first.number == 0 else { return false }
        return !draft.differs(from: first)
    }
}

/// What became of a session that was to be saved.
enum SaveOutcome: Hashable, Sendable {
    case saved(Int)
    /// Not this time; why. The next draft is tried.
    case failed(String)
}

extension State {
    /// What would be saved now.
    var sessionDraft: SessionDraft {
        SessionDraft(
            number: (keeping.draft?.number ?? 0) + 1, history: history, work: work.present, strays: keeping.strays,
            past: work.past, future: work.future, typed: typed)
    }

    /// Asks for saving when something changed: decisions, filters and ways at once, the cursor now and then. The last
    /// step of every update.
    mutating func keep() -> [Effect] {
        switch keeping.mode {
        case .off, .refused: return []
        case .on: break
        }
        guard lost == nil, overlay == nil || overlay?.isPrompt == false else { return [] }
        let draft = sessionDraft
        guard let last = keeping.draft else {
            keeping.draft = SessionDraft(
                history: history, work: work.present, strays: keeping.strays, typed: typed)
            guard keeping.isOwed else { return [] }
            keeping.isOwed = false
            keeping.draft = draft
            return [.save(draft)]
        }
        if !draft.differs(from: last) {
            guard draft.history.current != last.history.current else { return [] }
            keeping.moves += 1
            guard keeping.moves >= Keeping.movesWorthSaving else { return [] }
        }
        keeping.moves = 0
        keeping.draft = draft
        return [.save(draft)]
    }

    /// Takes in what became of the last draft.
    mutating func learn(_ outcome: SaveOutcome) {
        switch outcome {
        case .saved(let number):
            keeping.saved = max(keeping.saved, number)
            if keeping.trouble != nil { message = Message(text: "the session is saved again") }
            keeping.trouble = nil
        case .failed(let reason):
            keeping.trouble = reason
            // Of a case what was decided matters more, and that is said already.
            guard casebook?.failed == nil else { break }
            message = Message(text: "the session could not be saved: \(reason)", tone: .warning)
        }
    }

    /// Why there is nothing to begin anew.
    var beginAnewObstacle: String? {
        history.back.isEmpty && history.forward.isEmpty && !work.present.holdsWork ? "nothing was done yet" : nil
    }

    /// Forgets the trail, marks, declarations and bookmarks; at the second time, because not all of it can be undone.
    mutating func beginAnew() -> [Effect] {
        guard isNewArmed else {
            isNewArmed = true
            let what = work.present.summary.map { "\($0), and " } ?? ""
            message = Message(
                text:
                    "\(key(.beginAnew)) again begins anew: \(what)the trail of places \(what.isEmpty ? "goes" : "go"); "
                    + "\(key(.undo)) brings back all but the trail",
                tone: .warning)
            return []
        }
        isNewArmed = false
        let inventory = inventory
        change("begin anew") { work in
            let given = work.seeds.filter { $0.origin == .given }.map(\.seed)
            work = Investigation(seeds: DeclaredSeed.first(given: given, in: inventory))
        }
        keeping.strays = Strays()
        history = History(Place(.start))
        selected = 0
        message = Message(text: "begun anew; \(key(.undo)) brings back what was decided")
        return []
    }
}

extension Overlay {
    /// Whether a line is being typed.
    var isPrompt: Bool { if case .prompt = self { true } else { false } }
}
