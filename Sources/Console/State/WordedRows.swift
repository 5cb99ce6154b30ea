import TerminalKit

/// Rows that are no entities, and that say something in words of their own: each may be about an entity, which the keys
/// then act on.
protocol WordedRows: Sendable {
    var count: Int { get }
    /// How many there are without the filter.
    var total: Int { get }
    /// The number of the entity, in the console's evidence, that the row is about; nil where there is none, or not one.
    func entity(at row: Int) -> Int?
    /// What the cursor remembers of the row.
    func id(at row: Int) -> String
    /// The row with an id.
    func row(of id: String) -> Int?
    /// The words of a row by which a search finds it, besides the entity that it is about.
    func searchText(at row: Int) -> String
    /// The row in one line, where no pane shows it.
    func pieces(at row: Int, look: Look) -> [FittedLine.Piece]
}
