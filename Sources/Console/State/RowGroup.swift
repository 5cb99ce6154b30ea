/// Rows of a list that have something in common, and the query that finds them.
struct RowGroup: Hashable, Sendable {
    /// What is common: the title of a facet or column.
    var heading: String
    /// The common value in words.
    var label: String
    /// The terms that the rows match and no others of the list; empty where no query says it.
    var term: String
    var count: Int
    /// How many of them are held only if a guard fails, where they are counted apart elsewhere.
    var conditional = 0

    /// What the cursor remembers.
    var id: String { "group \(term.isEmpty ? label : term)" }
}
