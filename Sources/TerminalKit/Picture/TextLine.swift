import PlainText

/// A piece of text with one style.
public struct TextSpan: Sendable, Hashable, ExpressibleByStringLiteral {
    /// The text, not necessarily printable.
    public var text: String
    /// How it looks; nil takes what surrounds it.
    public var style: Style?

    /// A text with a style.
    public init(_ text: String, _ style: Style? = nil) {
        self.text = text
        self.style = style
    }

    /// A text that looks like what surrounds it.
    public init(stringLiteral text: String) { self.init(text) }
}

/// A line of pieces, each with its style.
public struct TextLine: Sendable, Hashable, ExpressibleByStringLiteral, ExpressibleByArrayLiteral {
    /// The pieces from left to right.
    public var spans: [TextSpan]

    /// A line of pieces.
    public init(_ spans: [TextSpan]) { self.spans = spans }

    /// A line of one piece.
    public init(_ text: String, _ style: Style? = nil) { spans = [TextSpan(text, style)] }

    /// A line that looks like what surrounds it.
    public init(stringLiteral text: String) { self.init(text) }

    /// A line of pieces.
    public init(arrayLiteral spans: TextSpan...) { self.init(spans) }

    /// The text alone, printable.
    public var text: String { spans.map(\.text.printable).joined() }

    /// The columns it takes.
    public var width: Int { spans.reduce(0) { $0 + $1.text.printable.displayWidth } }
}

extension Screen {
    /// Writes a line into the first row of `rect`, cut with an ellipsis where it is too long.
    /// - Returns: The columns used.
    @discardableResult
    public mutating func write(_ line: TextLine, in rect: Rect, style: Style = .plain, look: Look) -> Int {
        guard rect.rows > 0 else { return 0 }
        var column = rect.column
        for (index, span) in line.spans.enumerated() {
            let room = rect.endColumn - column
            guard room > 0 else { break }
            let text = span.text.printable
            let spanStyle = span.style.map { $0.over(style) } ?? style
            let shown = text.shortened(to: room, ellipsis: look.glyphs.ellipsis)
            let rest = line.spans[(index + 1)...].contains { !$0.text.isEmpty }
            let isCut = rest && shown == text && text.displayWidth == room
            column += write(
                isCut ? text.prefix(ofColumns: room - 1) + look.glyphs.ellipsis : shown,
                at: Position(row: rect.row, column: column), style: spanStyle, limit: room)
        }
        return column - rect.column
    }
}
