/// Something that the sources do not tell. Shown with every answer: not collected is not the same as not there.
public struct BlindSpot: Hashable, Sendable {
    /// What is not known, in words that follow a number: `jobs on unknown runners`.
    public var what: String
    /// How many there are.
    public var count: Int
    /// Why it is not known.
    public var why: String

    /// A blind spot.
    public init(what: String, count: Int, why: String) {
        self.what = what
        self.count = count
        self.why = why
    }
}
