/// One step of the tour: what is typed, what it means, and what must be on the screen then.
public struct TourStep: Sendable, Hashable {
    /// The keys, written as in key scripts.
    public let keys: String
    /// What is on the screen and why it matters, in plain words.
    public let words: String
    /// What the screen must hold after the keys; a test plays the tour, so that the words cannot rot.
    public let shows: String

    /// A step.
    public init(_ keys: String, shows: String, _ words: String) {
        self.keys = keys
        self.words = words
        self.shows = shows
    }
}
