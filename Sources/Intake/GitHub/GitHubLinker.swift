/// Draws the conclusions that take several files: see ``GitHubEstate``.
enum GitHubLinker {
    /// Adds to the session's builder everything that follows from its estate.
    static func link(_ session: inout ImportSession) {}
}
