import Inventory

/// What a listing found: its entities in order, and how many of every kind match, whether they are listed or not.
struct Listed: Sendable {
    /// The entities by number, in the order of the list.
    var indices: [Int]
    /// How many entities of each kind pass the filter; nil where nothing but ``indices`` was asked for.
    var matches: [EntityKind: Int]?
    /// How many rows the list has without filter and hidden kinds; nil where that means nothing.
    var total: Int?
    /// Of these, the ones of kinds that are not listed.
    var hiddenByKind = 0
    /// How many more were found than are put in order: they are not listed.
    var unranked = 0
    /// How many rows each list of held entities has under the filter and without the hidden kinds; nil where nothing
    /// narrows them.
    var sections: [HeldSection: Int]?
    /// What the filter passes over because no source tells it.
    var gaps: [QueryGap] = []

    /// The rows that the filter hides.
    var hiddenByFilter: Int? { total.map { $0 - hiddenByKind - indices.count } }

    init(_ indices: [Int], matches: [EntityKind: Int]? = nil) {
        self.indices = indices
        self.matches = matches
    }
}
