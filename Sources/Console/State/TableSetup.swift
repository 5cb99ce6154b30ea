/// Which columns a table shows, in which order and how wide: what the analyst chose. Belongs to a place, and is the
/// beginning of later places of the same view.
public struct TableSetup: Codable, Hashable, Sendable {
    /// One column.
    public struct Column: Codable, Hashable, Sendable {
        /// Its name, as the view's table of columns has it.
        public var name: String
        /// How wide it is; nil leaves that to the table.
        public var width: Int?
        /// Whether it is shown.
        public var isShown: Bool

        /// A column.
        public init(name: String, width: Int? = nil, isShown: Bool = true) {
            self.name = name
            self.width = width
            self.isShown = isShown
        }
    }

    /// The columns from the left, hidden ones too.
    public var columns: [Column]

    /// A setup of these columns.
    public init(columns: [Column]) { self.columns = columns }

    /// The widths that a column may be given.
    static let widths = 4...200

    /// The setup for a table that has these columns: those of another time are left out, new ones come last and hidden.
    func fitted(to names: [String]) -> TableSetup {
        var seen: Set<String> = []
        let known = columns.filter { names.contains($0.name) && seen.insert($0.name).inserted }
        let missing = names.filter { !seen.contains($0) }.map { Column(name: $0, isShown: false) }
        return TableSetup(columns: known + missing)
    }

    /// The names of the columns that are shown.
    var shown: [String] { columns.filter(\.isShown).map(\.name) }

    /// Shows a column or hides it; the last one shown stays.
    mutating func toggle(_ index: Int) {
        guard columns.indices.contains(index), !columns[index].isShown || shown.count > 1 else { return }
        columns[index].isShown.toggle()
    }

    /// Moves a column to the left or to the right.
    /// - Returns: Where it is now.
    mutating func move(_ index: Int, by step: Int) -> Int {
        let other = index + step
        guard columns.indices.contains(index), columns.indices.contains(other) else { return index }
        columns.swapAt(index, other)
        return other
    }

    /// Makes a column wider or narrower, from `present` on where it has no width of its own.
    mutating func widen(_ index: Int, by step: Int, from present: Int) {
        guard columns.indices.contains(index) else { return }
        let width = (columns[index].width ?? present) + step
        columns[index].width = min(max(width, Self.widths.lowerBound), Self.widths.upperBound)
    }
}
