/// How the analyst likes to look at things, whatever is looked at: saved with the session.
struct Habits: Codable, Hashable, Sendable {
    /// The columns that were chosen last for each view, by the view's name: what places begin with.
    var tables: [String: TableSetup] = [:]
    /// The queries that the analyst gave names.
    var queries: [SavedQuery] = []
}
