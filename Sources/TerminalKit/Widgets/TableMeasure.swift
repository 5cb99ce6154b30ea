import Synchronization

/// What the texts of a table ask of the widths of its columns.
struct TableMeasure: Sendable {
    /// What the texts of one column ask for.
    struct Extent: Sendable {
        /// The width of the widest.
        var greatest: Int
        /// The width in which nine of ten are whole.
        var usual: Int
        /// The width of the widest that has something behind it, with that; 0 where none has.
        var withAsides: Int
        /// Whether no text was found in it.
        var saysNothing: Bool
    }

    /// One a column of the table.
    var extents: [Extent]
    /// Whether all rows were looked at, and not a sample.
    var isOfAllRows: Bool
}

/// What the tables of one list were found to ask for, so that drawing them again measures no text. Whoever makes the
/// list anew makes this anew too.
public final class TableMeasures: Sendable {
    /// What a measure depends on besides the list.
    struct Key: Hashable {
        var columns: [TableColumn]
        var rowCount: Int
        var room: Int
        /// What stands for no text.
        var none: String
    }

    private let kept = Mutex<[Key: TableMeasure]>([:])

    /// None yet.
    public init() {}

    /// The measure at hand, else the one that `measure` makes.
    func measure(_ key: Key, _ measure: () -> TableMeasure) -> TableMeasure {
        if let known = kept.withLock({ $0[key] }) { return known }
        let new = measure()
        kept.withLock { $0[key] = new }
        return new
    }
}
