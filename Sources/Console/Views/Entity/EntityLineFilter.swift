import TerminalKit

/// Finds the lines of a page by what they say when they are drawn.
struct EntityLineFilter {
    private let words: [String]
    private let drawing: EntityLineDrawing

    init(words: [String], drawing: EntityLineDrawing) {
        self.words = words.map { $0.lowercased() }
        self.drawing = drawing
    }

    /// So wide that little is cut.
    private static let size = Size(rows: 1, columns: 240)

    /// Whether a line says all of the words.
    func finds(_ line: EntityLine) -> Bool {
        var screen = Screen(Self.size)
        drawing.draw(line, into: &screen, in: screen.bounds, style: .plain)
        let text = screen.line(0).lowercased()
        return words.allSatisfy(text.contains)
    }

    /// The lines that say the words, under their headings; all lines below a heading that says them.
    func narrowed(_ lines: [EntityLine]) -> [EntityLine] {
        var narrowed: [EntityLine] = []
        var (heading, isWanted): (EntityLine?, Bool) = (nil, false)
        for line in lines {
            if line.isHeading {
                (heading, isWanted) = (line, finds(line))
            } else if isWanted || finds(line) {
                if let open = heading { narrowed.append(open) }
                heading = nil
                narrowed.append(line)
            }
        }
        return narrowed
    }
}
