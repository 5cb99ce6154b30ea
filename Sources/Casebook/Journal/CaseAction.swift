import Inventory

/// One change of a case. In the journal it is an object with one member, named like the change:
/// `{"mark":{"items":[{"entity":"…"}]}}`.
public enum CaseAction: Codable, Hashable, Sendable {
    /// The case begins. The first entry of every journal, and only that.
    case open(title: String, identifier: String, version: String)
    /// The case is called something else.
    case retitle(title: String)
    /// Evidence comes in; evidence with the same hash is replaced, as when it lies elsewhere now.
    case addEvidence(evidence: CaseEvidence)
    /// The case is no longer about this evidence.
    case removeEvidence(hash: String)
    /// Over which windows the attacker had an entity; none says that it was not had.
    case declare(entity: String, windows: [Window], why: String)
    /// Of this entity nothing is said any longer: what the sources mark counts again.
    case undeclare(entity: String)
    /// These are to be remediated. What is in the plan already stays as it is, but for the time.
    case mark(items: [Mark.Item], at: Instant?)
    /// These are taken out of the plan.
    case unmark(items: [Mark.Item])
    /// These items of the plan came to a state; `proof` is the hash of the evidence that shows it, `source` what that is, and
    /// `finding` the name of what it shows.
    case advance(
        items: [Mark.Item], state: Mark.State, why: String, proof: String?, source: Mark.ProofSource? = nil,
        finding: String? = nil)
    /// A note is written. Its number is that of the entry.
    case note(subject: CaseSubject, text: String)
    /// A note is changed.
    case rewrite(note: Int, text: String)
    /// A note is taken back; the journal keeps it.
    case strike(note: Int)
    /// A verdict, in place of any before it.
    case conclude(subject: CaseSubject, finding: Verdict.Finding, why: String)
    /// There is no verdict any longer.
    case reconsider(subject: CaseSubject)
    /// Tags are added.
    case tag(subject: CaseSubject, tags: [String])
    /// Tags are taken away.
    case untag(subject: CaseSubject, tags: [String])
    /// Somebody is to see to it; nil is nobody.
    case assign(subject: CaseSubject, to: String?)
    /// A place to come back to; one of the same name is replaced.
    case bookmark(name: String, place: String)
    /// A bookmark is taken away.
    case dropBookmark(name: String)
    /// What is to be kept from the attacker; none leaves it to the crown jewels.
    case aim(targets: [String])
    /// What the engine answered.
    case measure(measurement: Measurement)
    /// What new evidence showed of the plan.
    case verify(verification: VerificationRecord)
    /// The entry with this number is taken back: of a merge all that it brought, of a settlement that it settled.
    case undo(entry: Int)
    /// The entry with this number, taken back before, counts again.
    case redo(entry: Int)
    /// The entries that follow came from another copy of the case, or from another case; so many of them.
    case merge(identifier: String, head: String, entries: Int)
    /// A change that was set aside takes effect, or is dismissed.
    case settle(entry: Int, takes: Bool)
    /// The entries that follow were saved from a damaged file, in which the entries `missing` could not be read and the
    /// entries `altered` are not what was written: those are set aside.
    case salvage(identifier: String, missing: [EntryRange], altered: [EntryRange]?)

    /// Entries that follow one another.
    public struct EntryRange: Codable, Hashable, Sendable {
        /// The first and the last of them.
        public var first: Int, last: Int

        /// The entries from `first` to `last`.
        public init(first: Int, last: Int) {
            self.first = first
            self.last = last
        }

        /// Numbers in ascending order as ranges.
        static func ranges(of numbers: [Int]) -> [EntryRange] {
            numbers.reduce(into: []) { ranges, number in
                if let end = ranges.last?.last, end + 1 == number {
                    ranges[ranges.count - 1].last = number
                } else {
                    ranges.append(EntryRange(first: number, last: number))
                }
            }
        }
    }
}

extension CaseAction {
    /// What the action is called in the journal.
    public var name: String {
        switch self {
        case .open: "open"
        case .retitle: "retitle"
        case .addEvidence: "addEvidence"
        case .removeEvidence: "removeEvidence"
        case .declare: "declare"
        case .undeclare: "undeclare"
        case .mark: "mark"
        case .unmark: "unmark"
        case .advance: "advance"
        case .note: "note"
        case .rewrite: "rewrite"
        case .strike: "strike"
        case .conclude: "conclude"
        case .reconsider: "reconsider"
        case .tag: "tag"
        case .untag: "untag"
        case .assign: "assign"
        case .bookmark: "bookmark"
        case .dropBookmark: "dropBookmark"
        case .aim: "aim"
        case .measure: "measure"
        case .verify: "verify"
        case .undo: "undo"
        case .redo: "redo"
        case .merge: "merge"
        case .settle: "settle"
        case .salvage: "salvage"
        }
    }

    /// What was done, without what it was done to.
    public var deed: String {
        switch self {
        case .open: "opened the case"
        case .retitle: "called the case something else"
        case .addEvidence: "added evidence"
        case .removeEvidence: "removed evidence"
        case .declare: "declared what was compromised"
        case .undeclare: "withdrew a declaration"
        case .mark: "marked for remediation"
        case .unmark: "took out of the plan"
        case .advance(_, let state, _, _, _, _): "called \(state.rawValue)"
        case .note: "wrote a note"
        case .rewrite: "changed a note"
        case .strike: "took back a note"
        case .conclude(_, let finding, _): "found \(finding.rawValue)"
        case .reconsider: "withdrew a verdict"
        case .tag: "tagged"
        case .untag: "took tags away"
        case .assign: "assigned"
        case .bookmark: "set a bookmark"
        case .dropBookmark: "dropped a bookmark"
        case .aim: "chose what to protect"
        case .measure: "measured"
        case .verify: "looked for the plan in new evidence"
        case .undo(let entry): "undid entry \(entry)"
        case .redo(let entry): "did entry \(entry) again"
        case .merge: "merged"
        case .settle(let entry, _): "settled entry \(entry)"
        case .salvage: "saved from a damaged file"
        }
    }

    /// Whether undo can take it back: everything that changes what the case says, a merge with all that it brought, a
    /// settlement so that what it settled is an open conflict again, and no undo or redo itself.
    public var isUndoable: Bool {
        switch self {
        case .open, .measure, .verify, .undo, .redo, .salvage: false
        default: true
        }
    }

    /// Whether it says what the case is about.
    var isOfEvidence: Bool {
        switch self {
        case .addEvidence, .removeEvidence: true
        default: false
        }
    }
}
