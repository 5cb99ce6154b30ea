import PlainText

/// A line of text that is being typed: the text, and a cursor between its characters. What is typed or pasted
/// becomes printable on its way in. Each change is linear in the text, which never exceeds ``limit``.
public struct LineEditor: Sendable, Hashable {
    /// The most characters a line takes; what goes beyond is not inserted.
    public static let limit = 4096

    private var characters: [Character]

    /// The characters left of the cursor.
    public private(set) var cursor: Int

    /// Whether the text was only suggested: what is typed or pasted first takes its place; any other key keeps it.
    public private(set) var isSuggestion = false

    /// An editor with a text and the cursor at its end.
    public init(_ text: String = "") {
        characters = []
        cursor = 0
        insert(text)
    }

    /// An editor with a text that may be taken as it is, edited, or replaced by typing another.
    public init(suggesting text: String) {
        self.init(text)
        isSuggestion = !isEmpty
    }

    /// The text.
    public var text: String {
        get { String(characters) }
        set { self = LineEditor(newValue) }
    }

    /// Whether there is no text.
    public var isEmpty: Bool { characters.isEmpty }

    /// The text left of the cursor: what a completion looks at.
    public var textBeforeCursor: String { String(characters[..<cursor]) }

    /// The character at which the cursor stands; nil behind the last one.
    public var characterAtCursor: Character? { cursor < characters.count ? characters[cursor] : nil }

    /// Inserts text at the cursor. Line breaks and tabs become spaces; so a paste cannot press Enter.
    public mutating func insert(_ text: String) {
        if isSuggestion, !text.isEmpty { delete(from: 0, to: characters.count) }
        isSuggestion = false
        var spaced = String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
        if let first = spaced.unicodeScalars.first, DisplayWidth.of(first) == 0, cursor > 0 {
            // A keyboard may send a mark apart from its base: they belong together.
            spaced = String(characters[cursor - 1]) + spaced
            delete(from: cursor - 1, to: cursor)
        }
        let added = Array(spaced.printable).prefix(max(0, Self.limit - characters.count))
        characters.insert(contentsOf: added, at: cursor)
        cursor += added.count
    }

    /// Applies a key.
    /// - Returns: Whether the key means something to an editor; false leaves it to others (Enter, Esc, Up, Tab…).
    public mutating func apply(_ key: Key) -> Bool {
        switch key {
        case .character(let character): insert(String(character))
        case .left, .control("b"): cursor = max(0, cursor - 1)
        case .right, .control("f"): cursor = min(characters.count, cursor + 1)
        case .home, .control("a"): cursor = 0
        case .end, .control("e"): cursor = characters.count
        case .altLeft, .alt("b"): cursor = wordStart
        case .altRight, .alt("f"): cursor = wordEnd
        case .backspace: delete(from: max(0, cursor - 1), to: cursor)
        case .delete, .control("d"): delete(from: cursor, to: min(characters.count, cursor + 1))
        case .control("w"), .alt("\u{7F}"): delete(from: wordStart, to: cursor)
        case .alt("d"): delete(from: cursor, to: wordEnd)
        case .control("u"): delete(from: 0, to: cursor)
        case .control("k"): delete(from: cursor, to: characters.count)
        default: return false
        }
        isSuggestion = false
        return true
    }

    /// Replaces the characters in a range, clamped to the text, and puts the cursor behind them: for completions.
    public mutating func replace(_ range: Range<Int>, with text: String) {
        isSuggestion = false
        let clamped = range.clamped(to: 0..<characters.count)
        delete(from: clamped.lowerBound, to: clamped.upperBound)
        insert(text)
    }

    private mutating func delete(from start: Int, to end: Int) {
        characters.removeSubrange(start..<end)
        cursor = start
    }

    private var wordStart: Int {
        var place = cursor
        while place > 0, !Self.isWord(characters[place - 1]) { place -= 1 }
        while place > 0, Self.isWord(characters[place - 1]) { place -= 1 }
        return place
    }

    private var wordEnd: Int {
        var place = cursor
        while place < characters.count, !Self.isWord(characters[place]) { place += 1 }
        while place < characters.count, Self.isWord(characters[place]) { place += 1 }
        return place
    }

    private static func isWord(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == "_"
    }
}

extension LineEditor {
    /// Draws a prompt and the line in the first row of `rect`, scrolled so that the cursor is visible, and puts the
    /// hardware cursor there. With `error`, a count of characters, the rest of the line from there on is shown as
    /// an error, and where `rect` has a second row, a caret stands below.
    public func draw(
        into screen: inout Screen, in rect: Rect, prompt: String = "", error: Int? = nil, look: Look
    ) {
        guard !rect.isEmpty else { return }
        let used = screen.write(prompt, at: rect.origin, style: look[.prompt], limit: rect.columns, clip: rect)
        let field = Rect(row: rect.row, column: rect.column + used, rows: rect.rows, columns: rect.columns - used)
        guard field.columns > 0 else { return }
        let before = String(characters[..<cursor]).displayWidth
        let scroll = max(0, before - field.columns + 1)
        let split = min(max(0, error ?? characters.count), characters.count)
        let start = Position(row: rect.row, column: field.column - scroll)
        let good = screen.write(String(characters[..<split]), at: start, style: look[.text], clip: field)
        let bad = Position(row: rect.row, column: start.column + good)
        screen.write(String(characters[split...]), at: bad, style: look[.error], clip: field)
        if scroll > 0 {
            screen.write(look.glyphs.ellipsis, at: field.origin, style: look[.textDim], limit: 1, clip: field)
        }
        if error != nil {
            let caret = start.column + String(characters[..<split]).displayWidth
            screen.write(
                look[.caret], at: Position(row: rect.row + 1, column: caret), style: look[.error], limit: 1, clip: field
            )
        }
        screen.cursor = Position(row: rect.row, column: start.column + before)
    }
}
