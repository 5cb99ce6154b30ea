import PlainText

/// One column of a table: what it is called, and how much room it wants.
public struct TableColumn: Sendable, Hashable {
    /// The title in the header.
    public var title: String
    /// Where its texts stand.
    public var alignment: TextAlignment
    /// Which part of a text stays when it is cut.
    public var keeping: KeptPart
    /// Below this the column is left out rather than squeezed.
    public var minimum: Int
    /// The columns it is given while there is room.
    public var ideal: Int
    /// Its part of the room that is left when every column has its ideal; 0 stays at the ideal.
    public var weight: Int
    /// Columns with the lowest priority are left out first; at `Int.max` never.
    public var priority: Int
    /// Whether the ideal is the width of the widest text, at most ``ideal``, instead of always ``ideal``.
    public var fitsContent: Bool
    /// Whether it is shown only where most texts of all other columns are whole.
    public var isSpare: Bool
    /// Whether its texts, where they fit ``ideal``, are shown whole or not at all: a time without its end is another one.
    public var isWhole: Bool
    /// The part of the table, one in so many, up to which its texts are whole before others have more than their minimum;
    /// nil for none.
    public var wholePart: Int?
    /// The width in which nine of ten texts are whole: every column has that before any has its ideal; nil is the ideal.
    var usual: Int?
    /// The width in which all texts are whole, without what stands behind them: every column has that before any has its
    /// ideal; nil is the ideal.
    var whole: Int?

    /// A column. Negative numbers count as 0.
    public init(
        _ title: String, minimum: Int = 4, ideal: Int = 12, weight: Int = 0, priority: Int = 0,
        alignment: TextAlignment = .left, keeping: KeptPart = .start, fitsContent: Bool = false, isSpare: Bool = false,
        isWhole: Bool = false, wholePart: Int? = nil
    ) {
        self.title = title
        self.minimum = max(1, minimum)
        self.ideal = max(self.minimum, ideal)
        self.weight = max(0, weight)
        self.priority = priority
        self.alignment = alignment
        self.keeping = keeping
        self.fitsContent = fitsContent
        self.isSpare = isSpare
        self.isWhole = isWhole
        self.wholePart = wholePart.map { max(1, $0) }
    }

    /// The width that it is given before others have more than theirs.
    fileprivate var wanted: Int { max(minimum, min(ideal, usual ?? ideal)) }

    /// The width that it is given before others have room for what stands behind their texts.
    fileprivate var needed: Int { max(minimum, min(ideal, whole ?? ideal)) }

    /// Columns with the highest rank have room first.
    fileprivate var rank: (Int, Int) { (isSpare ? 0 : 1, priority) }
}

/// Where a column of a table stands on the screen.
public struct ColumnSlot: Sendable, Hashable {
    /// The column's index among all columns of the table.
    public let index: Int
    /// The first screen column, from the left edge of the table's texts.
    public let start: Int
    /// Its columns.
    public let width: Int
}

extension ColumnSlot {
    /// Between two columns.
    static let gap = 2

    /// Which of `columns` are shown in `width`, and where. Those that never leave come first, then by priority each whose
    /// minimum has room, spare ones last, the leftmost of equals first; spare ones leave again where others would be cut.
    /// What is left goes to the usual widths, then to the ideals, the highest priority first, then to the flexible ones
    /// by weight. The last one left is squeezed below its minimum rather than dropped.
    public static func slots(for columns: [TableColumn], in width: Int) -> [ColumnSlot] {
        func needed(_ shown: [Int], _ extent: (TableColumn) -> Int) -> Int {
            shown.reduce(gap * (shown.count - 1)) { $0 + extent(columns[$1]) }
        }
        let ranked = columns.indices.sorted { left, right in
            let (own, other) = (columns[left].rank, columns[right].rank)
            return own == other ? left < right : own > other
        }
        var shown: [Int] = []
        for index in ranked
        where shown.isEmpty || columns[index].priority == .max || needed(shown + [index], \.minimum) <= width {
            shown.append(index)
        }
        while shown.count > 1, let last = shown.last, columns[last].isSpare,
            needed(shown, { $0.isSpare ? $0.minimum : $0.wanted }) > width
        {
            shown.removeLast()
        }
        shown.sort()
        let room = max(0, width - gap * max(0, shown.count - 1))
        var widths = Layout.divide(room, into: shown.map { .fixed(columns[$0].minimum) })
        var left = room - widths.reduce(0, +)
        let byPriority = shown.enumerated().sorted { columns[$0.element].priority > columns[$1.element].priority }
        let wishes: [KeyPath<TableColumn, Int>] = [\.wanted, \.needed, \.ideal]
        for wish in wishes {
            for (position, index) in byPriority {
                let given = min(left, columns[index][keyPath: wish] - widths[position])
                guard given > 0 else { continue }
                widths[position] += given
                left -= given
            }
        }
        let extra = Layout.divide(left, into: shown.map { .flexible(weight: columns[$0].weight) })
        var start = 0
        return shown.enumerated().map { position, index in
            let slot = ColumnSlot(index: index, start: start, width: widths[position] + extra[position])
            start += slot.width + gap
            return slot
        }
    }
}
