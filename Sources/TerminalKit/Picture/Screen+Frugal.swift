extension Screen {
    /// A gap between two texts that is worth writing instead of jumping over.
    private static let gap = 14

    /// The cells of a row as they look the same and cost the least to write: a short gap between two texts takes the
    /// style of the first one where nobody sees that, so that the style need not change twice.
    public func frugalRow(_ row: Int) -> [Cell] {
        var cells = Array(self.row(row))
        var lastText: Int?
        for index in cells.indices where !cells[index].isBlank {
            if let last = lastText, index - last > 1, index - last <= Self.gap + 1, cells[last].style.isUnseenOnBlanks {
                for between in last + 1..<index where cells[between].style.isUnseenOnBlanks {
                    cells[between].style = cells[last].style
                }
            }
            lastText = index
        }
        return cells
    }
}

extension Cell {
    /// Whether there is nothing but the ground to be seen.
    fileprivate var isBlank: Bool { scalars == SIMD4(0x20, 0, 0, 0) }
}

extension Style {
    /// Whether a space in this style looks like any other space.
    fileprivate var isUnseenOnBlanks: Bool {
        background == .standard && attributes.isDisjoint(with: [.reverse, .underline])
    }
}
