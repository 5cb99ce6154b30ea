/// Takes the small pieces off a query's text: blanks, marks, words, quoted texts, patterns.
///
/// It works on Unicode scalars, so that a combining mark after a quote cannot hide the quote; places are turned into
/// characters when an error is made.
struct QueryScanner {
    let text: String
    private let scalars: [Unicode.Scalar]
    private(set) var place = 0
    /// How many brackets of paths are open: in them a `]` ends a word.
    var openBrackets = 0

    init(_ text: String) {
        self.text = text
        scalars = Array(text.unicodeScalars)
    }

    var end: Int { scalars.count }
    var next: Unicode.Scalar? { place < scalars.count ? scalars[place] : nil }

    /// Whether a blank, a parenthesis, a quote, a closing bracket or the end comes next: what ends a bare word.
    var isAtBoundary: Bool { next.map(endsWord) ?? true }

    private func endsWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar == "(" || scalar == ")" || scalar == "\""
            || scalar == "]" && openBrackets > 0
    }

    mutating func skipBlanks() {
        while let next, next.properties.isWhitespace { place += 1 }
    }

    mutating func skip(_ mark: Unicode.Scalar) -> Bool {
        guard next == mark else { return false }
        place += 1
        return true
    }

    mutating func skip(_ marks: String) -> Bool {
        let wanted = Array(marks.unicodeScalars)
        guard scalars[place...].starts(with: wanted) else { return false }
        place += wanted.count
        return true
    }

    /// Takes `keyword` when it is the whole next word, whatever its case.
    mutating func skip(keyword: String) -> Bool {
        let before = place
        if word(until: { _ in false }).lowercased() == keyword { return true }
        place = before
        return false
    }

    /// Everything up to a boundary or to a scalar that `stops`; may be empty.
    mutating func word(until stops: (Unicode.Scalar) -> Bool) -> String {
        let start = place
        while let next, !endsWord(next), !stops(next) { place += 1 }
        return string(start..<place)
    }

    /// A field's name: ASCII letters, digits, `_`, `-` and `.`, a letter or `_` first. Nil when there is none.
    mutating func identifier() -> String? {
        let start = place
        while let next, Self.isName(next, first: place == start) { place += 1 }
        return place == start ? nil : string(start..<place)
    }

    /// Whether `name` can stand in a query as a field's name without quotes.
    static func isIdentifier(_ name: String) -> Bool {
        !name.isEmpty
            && name.unicodeScalars.enumerated().allSatisfy { isName($0.element, first: $0.offset == 0) }
    }

    private static func isName(_ scalar: Unicode.Scalar, first: Bool) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "_": true
        case "0"..."9", "-", ".": !first
        default: false
        }
    }

    /// What stands between two `mark`s, the first of which comes next; a backslash takes the meaning off the mark
    /// that follows it, and off itself when `escapesItself`. Nil when the second mark is missing.
    mutating func enclosed(by mark: Unicode.Scalar, escapesItself: Bool) -> String? {
        place += 1
        var content = String.UnicodeScalarView()
        while let next {
            place += 1
            if next == mark { return String(content) }
            if next == "\\", let escaped = self.next {
                place += 1
                let isMeant = escaped == mark || escapesItself && escaped == "\\"
                if !isMeant { content.append(next) }
                content.append(escaped)
            } else {
                content.append(next)
            }
        }
        return nil
    }

    /// Goes back, or on, to `place`.
    mutating func move(to place: Int) { self.place = place }

    func string(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[range])
        return String(view)
    }

    /// The characters that hold the scalars in `range`. O(length).
    func characters(_ range: Range<Int>) -> Range<Int> {
        var (lower, upper, scalar) = (0, 0, 0)
        for character in text {
            if scalar < range.upperBound { upper += 1 }
            scalar += character.unicodeScalars.count
            if scalar <= range.lowerBound { lower += 1 }
        }
        return lower..<max(lower, upper)
    }
}
