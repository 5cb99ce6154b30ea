/// A bar of one column that says which part of a long list is shown. Draws nothing when all of it is.
public struct ScrollBar: Sendable, Hashable {
    /// How many rows there are.
    public var total: Int
    /// Those that are shown.
    public var shown: Range<Int>
    /// Whether a press on it leads to the row that lies there.
    public var leads: Bool

    /// A bar.
    public init(total: Int, shown: Range<Int>, leads: Bool = false) {
        self.total = total
        self.shown = shown
        self.leads = leads
    }

    /// Draws the bar down the first column of `rect`.
    public func draw(into screen: inout Screen, in rect: Rect, look: Look) {
        guard total > shown.count, rect.rows > 0, !shown.isEmpty else { return }
        let length = max(1, min(rect.rows, part(shown.count, of: rect.rows)))
        let room = rect.rows - length
        let start = shown.upperBound >= total ? room : min(part(shown.lowerBound, of: rect.rows), max(0, room - 1))
        for line in 0..<rect.rows {
            let isThumb = line >= start && line < start + length
            screen.write(
                look[isThumb ? .thumb : .track], at: Position(row: rect.row + line, column: rect.column),
                style: look[.border], limit: 1, clip: rect)
            guard leads else { continue }
            screen.hold(.far(line * (total - 1) / max(1, rect.rows - 1)), in: rect.line(line))
        }
    }

    private func part(_ rows: Int, of extent: Int) -> Int {
        Int(Double(extent) * Double(rows) / Double(max(1, total)))
    }
}
