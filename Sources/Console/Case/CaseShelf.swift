import Casebook

/// An open case: what `firebreak` gives the console, and tests replace. May wait for the disk.
public protocol CaseShelf: Sendable {
    /// Who works on it.
    var analyst: String { get }
    /// The content hash of the evidence at hand, where the case names that; counts of any other mean nothing to it.
    var evidence: String? { get }
    /// What it says, as it was last read or written, and the number of the last entry.
    var present: CaseView { get }
    /// Adds changes that were decided at a place, as `--place` takes it: all of them, on the disk before this returns, or
    /// none. Where somebody changed the same after the entry `seen`, it throws ``CaseError/conflict(_:)``.
    func append(_ actions: [CaseAction], seen: Int, at place: String?) throws(CaseError) -> CaseView
    /// Takes back what was decided last, or does it again, until nothing is `remaining` to be said: by entries that name those
    /// that they take back, else in words. As durable as ``append(_:seen:at:)``, and refused alike.
    func turn(
        _ turn: CaseTurn, seen: Int, at place: String?, remaining: (CaseState) -> [CaseAction]
    ) throws(CaseError) -> TurnedCase
    /// Adds what the engine answered on what `view` says; nothing where what is counted was changed since.
    func measure(_ measurement: Measurement, of view: CaseView) throws(CaseError) -> CaseView
    /// What the case says after somebody else changed it; nil when nobody did since it was last asked.
    func news() throws(CaseError) -> CaseView?
}

/// What became of an undo or a redo.
public struct TurnedCase: Sendable {
    /// What the case says now.
    public let view: CaseView
    /// Whether it says anew what was said before.
    public let isSaidAnew: Bool
    /// What stood in the way of taking entries back.
    public let hindrances: [CaseClash]

    /// The outcome of a turn.
    public init(_ turned: CaseTurnReceipt, view: CaseView) {
        self.view = view
        isSaidAnew = turned.isSaidAnew
        hindrances = turned.hindrances
    }
}

/// What a case says at one point of its journal.
public struct CaseView: Sendable {
    /// What it says.
    public let state: CaseState
    /// The number of the last entry.
    public let sequence: Int
    /// The last entries, the newest last: at most ``journalLimit``.
    public let journal: [JournalEntry]

    /// How many entries the console lists.
    public static let journalLimit = 10_000

    /// A view.
    public init(state: CaseState, sequence: Int, journal: [JournalEntry]) {
        self.state = state
        self.sequence = sequence
        self.journal = journal
    }
}
