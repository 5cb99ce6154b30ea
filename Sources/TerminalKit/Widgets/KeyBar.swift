import PlainText

/// One line of keys and what they do. What does not fit is left out by priority, never cut in the middle.
public struct KeyBar: Sendable, Hashable {
    /// One key and its label.
    public struct Item: Sendable, Hashable {
        /// The key as it is shown; see ``Key/label(_:)``.
        public var key: String
        /// What the key does, in a word or two.
        public var label: String
        /// Items with the lowest priority are left out first.
        public var priority: Int
        /// Whether it does nothing just now. It keeps its place, so that the others stay where they are.
        public var isIdle: Bool
        /// The name of what it runs, for a mouse; empty for none.
        public var name: String

        /// A key and its label.
        public init(_ key: String, _ label: String, priority: Int = 0, isIdle: Bool = false, name: String = "") {
            self.key = key
            self.label = label
            self.priority = priority
            self.isIdle = isIdle
            self.name = name
        }

        var width: Int { key.printable.displayWidth + 1 + label.printable.displayWidth }
    }

    private static let gap = 3

    /// The items in the order in which they stand.
    public var items: [Item]
    /// What stands at the right end, such as `6 of 47`; it is kept while it fits at all.
    public var trailing: String

    /// A bar.
    public init(_ items: [Item], trailing: String = "") {
        self.items = items
        self.trailing = trailing
    }

    /// The items that fit in `columns`, in their order. Of equals the last leaves first.
    public func fitting(_ columns: Int) -> [Item] {
        var shown = items
        func width() -> Int { shown.reduce(Self.gap * (shown.count - 1)) { $0 + $1.width } }
        while !shown.isEmpty, width() > columns {
            let lowest = shown.map(\.priority).min()
            guard let last = shown.lastIndex(where: { $0.priority == lowest }) else { break }
            shown.remove(at: last)
        }
        return shown
    }

    /// Draws the bar into the first row of `rect`.
    public func draw(into screen: inout Screen, in rect: Rect, look: Look) {
        guard !rect.isEmpty else { return }
        let end = trailing.printable
        let reserved = end.isEmpty || end.displayWidth > rect.columns ? 0 : end.displayWidth
        var column = rect.column
        for item in fitting(rect.columns - (reserved == 0 ? 0 : reserved + Self.gap)) {
            // What is idle stands in brackets, which take the place of blanks: colour alone would not say it.
            let parts: [(String, Style)] =
                item.isIdle
                ? [
                    (item.key, look[.textDim]), ("(", look[.textDim]), (item.label, look[.textDim]),
                    (")", look[.textDim]),
                ]
                : [
                    (item.key, look[.key]), (" ", look[.keyLabel]), (item.label, look[.keyLabel]),
                    (" ", look[.keyLabel]),
                ]
            let start = column
            for (text, style) in parts {
                column += screen.write(text, at: Position(row: rect.row, column: column), style: style, clip: rect)
            }
            if !item.name.isEmpty {
                let place = Rect(row: rect.row, column: start, rows: 1, columns: column - start)
                screen.hold(.key(item.name), in: place, clip: rect)
            }
            column += Self.gap - 1
        }
        guard reserved > 0 else { return }
        let place = Position(row: rect.row, column: rect.endColumn - reserved)
        screen.write(end, at: place, style: look[.status], clip: rect)
    }
}
