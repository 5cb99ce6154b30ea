import Inventory

/// Where the session of some evidence is kept: what `firebreak` gives the console, and tests replace.
public protocol SessionShelf: Sendable {
    /// Takes the session for this console alone, until it ends. Where another console has it, this one gets a session of
    /// its own beside it. Asked again it says how it stands.
    func claim() -> SessionClaim
    /// The saved session; nil when there is none. Of one that was just set apart, what the other console saved.
    func read() throws(SessionShelfError) -> SavedSession?
    /// Writes the session, whole or not at all.
    func write(_ bytes: [UInt8]) throws(SessionShelfError)
    /// Gives the saved session another name, by which nothing is lost, and says which: a name in the same
    /// place. `reason` is part of it.
    func putAside(_ reason: String) throws(SessionShelfError) -> String
    /// The other sessions, also of this evidence, the one saved last first; only the latest of very many.
    func others() -> [SavedSession]
    /// What became of evidence at these absolute paths since a session of it was saved.
    func standing(of sources: [String], since: Instant?) -> EvidenceStanding
}

extension SessionShelf {
    /// None: for a place that holds one session.
    public func others() -> [SavedSession] { [] }

    /// Unknown: for a place that looks at no evidence.
    public func standing(of sources: [String], since: Instant?) -> EvidenceStanding { .unknown }
}

/// What became of evidence since a session of it was saved.
public enum EvidenceStanding: Sendable, Hashable {
    /// It is there, and was not written to since.
    case present
    /// It was written to since.
    case changed
    /// Nothing is at this path.
    case gone(String)
    /// It is there; whether it is what it was, is not known.
    case unknown
}

/// A saved session as it lies there.
public struct SavedSession: Sendable {
    /// What was written.
    public let bytes: [UInt8]
    /// When it was written.
    public let written: Instant?
    /// By which name it is opened, where the evidence alone does not tell it; nil where it does.
    public let name: String?
    /// Which console of several on the same evidence had it: 1 for the first.
    public let console: Int
    /// Whether it is about the evidence at hand.
    public let isOfSameEvidence: Bool

    /// A saved session.
    public init(
        bytes: [UInt8], written: Instant?, name: String? = nil, console: Int = 1, isOfSameEvidence: Bool = false
    ) {
        self.bytes = bytes
        self.written = written
        self.name = name
        self.console = console
        self.isOfSameEvidence = isOfSameEvidence
    }
}

/// Whether a console may save the session of its evidence.
public enum SessionClaim: Sendable, Hashable {
    /// It may.
    case ours
    /// It may save a session that is set apart from the evidence's own: a new one, because another console has the one
    /// that was asked for, or one that was set apart before.
    case apart(isNew: Bool)
    /// Nobody can here; why, in words.
    case unavailable(String)
}

/// Why a session was not read, written or put aside, in words.
public struct SessionShelfError: Error, Sendable, Hashable {
    /// The words.
    public let reason: String

    /// A reason.
    public init(_ reason: String) { self.reason = reason }
}
