/// A fact in the pane about the selected entity.
struct SummaryFact: Hashable, Sendable {
    let label: String
    let text: String
    /// How many lines it keeps where facts keep their places from row to row.
    var lines = 1
}

/// How far the pane about the selected row is scrolled; of another row it is not.
struct PaneScroll: Hashable, Sendable {
    /// What the cursor remembers of the row.
    var row: String?
    /// The first line shown.
    var offset = 0
}
