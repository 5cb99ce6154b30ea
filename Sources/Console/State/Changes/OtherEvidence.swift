import Inventory

/// Evidence of the same estate from another time, with which the console compares its own.
public struct OtherEvidence: Sendable {
    /// What it says.
    public let inventory: Inventory
    /// What it left out, safe to show or not; empty when it left nothing out.
    public let notices: [String]
    /// The name that its content gives it, where a case asks for that.
    public let hash: String?
    /// Why it can no longer be trusted, in words; nil while it can. Asked before every picture, so it must be quick.
    public let problem: @Sendable () -> String?

    /// Evidence that was read.
    public init(
        _ inventory: Inventory, notices: [String] = [], hash: String? = nil,
        problem: @escaping @Sendable () -> String? = { nil }
    ) {
        self.inventory = inventory
        self.notices = notices
        self.hash = hash
        self.problem = problem
    }
}

/// Why other evidence could not be read.
public struct UnreadEvidence: Error {
    /// Which file, and why, in words.
    public let reason: String

    /// A reason.
    public init(_ reason: String) { self.reason = reason }
}

/// Where other evidence comes from: what `firebreak` gives the console, and tests replace.
public struct OtherSource: Sendable {
    /// Reads the evidence off the thread that draws: tells how far it is, and gives up when it is told that it is
    /// cancelled.
    public typealias Reader =
        @Sendable (
            _ progress: @escaping @Sendable (String) -> Void, _ isCancelled: @escaping @Sendable () -> Bool
        ) throws(UnreadEvidence) -> OtherEvidence

    /// What it is called.
    public let title: String
    /// How it is named on the command line.
    public let paths: [String]
    /// What is at hand of it; nil where it has to be read.
    let evidence: OtherEvidence?
    let reader: Reader?

    /// Evidence that is at hand.
    public init(_ title: String, paths: [String], evidence: OtherEvidence) {
        self.title = title
        self.paths = paths
        self.evidence = evidence
        reader = nil
    }

    /// Evidence that is read once the console is open.
    public init(_ title: String, paths: [String], reader: @escaping Reader) {
        self.title = title
        self.paths = paths
        evidence = nil
        self.reader = reader
    }
}

/// What became of the reading of other evidence.
enum OtherOutcome: Sendable {
    /// How far it is, in words.
    case reading(String)
    case read(OtherEvidence)
    /// It was not read, or what was read can no longer be trusted; why.
    case failed(String)
}
