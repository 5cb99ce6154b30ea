import PlainText

/// One fact of a row for those who hear the screen, or read it as lines: what it is called, and what it is.
public struct SpokenFact: Sendable, Hashable {
    /// What the fact is called; nil where only the text is known.
    public var label: String?
    /// The fact itself, not necessarily printable.
    public var text: String
    /// Whether the text says by itself what it is, so that the label need not be said.
    public var isClear: Bool

    /// A fact that has to be called by its name: `owner platform`.
    public init(_ label: String, _ text: String) {
        self.init(label: label, text: text, isClear: false)
    }

    /// A fact that explains itself.
    public init(clear text: String, label: String? = nil) {
        self.init(label: label, text: text, isClear: true)
    }

    private init(label: String?, text: String, isClear: Bool) {
        self.label = label
        self.text = text
        self.isClear = isClear
    }

    /// The facts of a text, which separators part.
    public static func facts(of text: String) -> [SpokenFact] {
        text.split(separator: Screen.separator).compactMap { part in
            let fact = String(part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
            return fact.isEmpty ? nil : SpokenFact(clear: fact)
        }
    }

    /// The fact in words, printable.
    public var words: String {
        guard let label, !isClear else { return text.printable }
        return "\(label) \(text)".printable
    }
}

extension Screen {
    /// What is written in a region, read as facts: texts that a gap of two columns or a separator sets apart.
    public func facts(in rect: Rect) -> [SpokenFact] {
        let visible = bounds.intersection(rect)
        return (visible.row..<visible.endRow).flatMap { row -> [SpokenFact] in
            let line = self.row(row).dropFirst(visible.column).prefix(visible.columns).reduce(into: "") {
                $0 += $1.text
            }
            return line.split(separator: "  ").flatMap { $0.split(separator: Self.separator) }.compactMap { part in
                let text = part.drop { Self.isEdge($0) || Self.signs.contains(String($0)) }.reversed()
                    .drop(while: Self.isEdge).reversed()
                return text.isEmpty ? nil : SpokenFact(clear: String(text))
            }
        }
    }

    static let separator = " \(Glyph.separator.unicode) "

    /// Spaces, and the lines of boxes and scroll bars.
    private static func isEdge(_ character: Character) -> Bool { edges.contains(String(character)) }

    private static let edges: Set<String> = Set(
        [
            Glyph.horizontal, .vertical, .topLeft, .topRight, .bottomLeft, .bottomRight, .teeRight, .teeLeft,
            .teeDown, .teeUp, .cross, .thumb, .track,
        ].map(\.unicode) + [" "])

    /// Signs that stand before a text whose words say the same.
    private static let signs: Set<String> = Set([Glyph.arrowRight, .arrowLeft, .selected, .separator].map(\.unicode))
}
