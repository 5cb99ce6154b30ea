extension BlindSpot {
    private static let wordsOfRuns = ["runner", "run history", "runs", "jobs not listed"]

    /// Whether it is about what ran where. Who does not know that knows little of what a runner inherits: where few are
    /// told, these come first.
    public var isAboutRuns: Bool { Self.wordsOfRuns.contains(where: what.contains) }
}
