/// What the console has of the world besides its terminal. Everything here may be left out: what needs it then says so.
public struct ConsoleWorld: Sendable {
    /// The variables that tell how copied text comes to where other programs paste from.
    public var environment: [String: String]
    /// Runs the programs that take copied text.
    public var tools: (any ToolRunner)?
    /// Writes exported lists.
    public var files: (any FileWriter)?
    /// The case that is worked on, and what it is called.
    public var casebook: (name: String, shelf: any CaseShelf)?
    /// Takes out of a typed text what looks like a credential, before it is kept.
    public var redact: (@Sendable (String) -> String)?
    /// Keeps the session.
    public var sessions: (any SessionShelf)?
    /// Keeps the chosen columns and saved queries.
    public var habits: (any HabitShelf)?
    /// Makes cases and writes their reports.
    public var clerk: (any CaseClerk)?
    /// Reads the evidence once more.
    public var reader: EvidenceReader?
    /// Finds the other cases that were worked on. May wait for the disk.
    public var cases: (@Sendable () -> [RecentCase])?

    /// What the console may use.
    public init(
        environment: [String: String] = [:], tools: (any ToolRunner)? = nil, files: (any FileWriter)? = nil,
        sessions: (any SessionShelf)? = nil, habits: (any HabitShelf)? = nil,
        redact: (@Sendable (String) -> String)? = nil, casebook: (name: String, shelf: any CaseShelf)? = nil,
        clerk: (any CaseClerk)? = nil, reader: EvidenceReader? = nil, cases: (@Sendable () -> [RecentCase])? = nil
    ) {
        self.environment = environment
        self.tools = tools
        self.files = files
        self.sessions = sessions
        self.habits = habits
        self.redact = redact
        self.casebook = casebook
        self.clerk = clerk
        self.reader = reader
        self.cases = cases
    }
}
