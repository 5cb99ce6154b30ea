import Inventory

/// A case that was worked on before, as the start lists it.
public struct RecentCase: Sendable {
    /// Where its file lies, from the root.
    public var path: String
    /// What it is called; empty where it cannot be read.
    public var title: String
    /// The paths of its evidence.
    public var sources: [String]
    /// When it was changed last; nil where that is not known.
    public var written: Instant?
    /// How much its plan holds.
    public var marks: Int
    /// How much is declared compromised.
    public var declarations: Int
    /// Why it cannot be opened; nil when it can.
    public var problem: String?

    /// A case.
    public init(
        path: String, title: String, sources: [String] = [], written: Instant? = nil, marks: Int = 0,
        declarations: Int = 0, problem: String? = nil
    ) {
        self.path = path
        self.title = title
        self.sources = sources
        self.written = written
        self.marks = marks
        self.declarations = declarations
        self.problem = problem
    }
}

/// What to open when the analyst leaves for something else.
public struct NextEvidence: Sendable, Hashable {
    /// The paths of the evidence.
    public var sources: [String]
    /// The path of the case; nil for evidence alone.
    public var casebook: String?
    /// The name of the session; nil for that of the evidence.
    public var session: String?
    /// Where to begin; nil begins where that was left.
    public var place: Place?

    /// Evidence, or a case with its own.
    public init(sources: [String], casebook: String? = nil, session: String? = nil, place: Place? = nil) {
        self.sources = sources
        self.casebook = casebook
        self.session = session
        self.place = place
    }
}

extension RecentSession {
    /// A case as the start lists it.
    init(_ recent: RecentCase) {
        let name = recent.path.split(separator: "/").last.map(String.init) ?? recent.path
        let isNamed = !recent.title.isEmpty && recent.title != name
        self.init(
            title: isNamed ? "\(name): \(recent.title)" : name, sources: recent.sources, place: nil,
            written: recent.written, marks: recent.marks, declarations: recent.declarations, standing: .present,
            casebook: recent.path, problem: recent.problem)
    }
}
