import Inventory

/// What a listing found: its entities in order, and how many of every kind match, whether they are listed or not.
struct Listed: Sendable {
    /// The entities by number, in the order of the list.
    var indices: [Int]
    /// How many entities of each kind pass the filter; nil where nothing but ``indices`` was asked for.
    var matches: [EntityKind: Int]?

    init(_ indices: [Int], matches: [EntityKind: Int]? = nil) {
        self.indices = indices
        self.matches = matches
    }
}
