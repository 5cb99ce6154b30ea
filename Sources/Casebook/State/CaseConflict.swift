/// A change that came with another copy of the case and was set aside, because this copy says something else of the
/// same thing. Nothing is overwritten: somebody has to choose.
public struct CaseConflict: Codable, Hashable, Sendable {
    /// The number of the entry that was set aside. Until it is settled it has no effect.
    public var entry: Int
    /// The numbers of the entries of this copy that speak of the same, in order.
    public var against: [Int]

    /// A conflict.
    public init(entry: Int, against: [Int]) {
        self.entry = entry
        self.against = against
    }
}
