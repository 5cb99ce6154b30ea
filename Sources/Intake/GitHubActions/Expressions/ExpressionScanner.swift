/// Finds expressions in texts, and what they name.
enum ExpressionScanner {
    /// A part of a text: plain, or what stands between `${{` and `}}`.
    enum Part: Equatable {
        case plain(String)
        /// Without the braces and the white space inside them; `start` is where it begins in the text.
        case expression(String, start: String.Index)
    }

    /// The parts of `text` in their order. Braces inside single quotes do not end an expression. O(n).
    static func parts(of text: String) -> [Part] {
        var parts: [Part] = []
        var plain = text.startIndex
        while let opening = opening(in: text, from: plain) {
            let start = text.utf8.index(opening, offsetBy: 3)
            guard let end = end(ofExpressionIn: text, from: start) else { break }
            if plain < opening { parts.append(.plain(String(text[plain..<opening]))) }
            parts.append(.expression(text[start..<end].trimmed, start: start))
            plain = text.utf8.index(end, offsetBy: 2)
        }
        if plain < text.endIndex { parts.append(.plain(String(text[plain...]))) }
        return parts
    }

    /// Where the next `${{` stands.
    static func opening(in text: String, from start: String.Index) -> String.Index? {
        let bytes = text.utf8
        var place = start
        while let dollar = bytes[place...].firstIndex(of: UInt8(ascii: "$")) {
            if bytes[dollar...].starts(with: "${{".utf8) { return dollar }
            place = bytes.index(after: dollar)
        }
        return nil
    }

    /// Whether `text` holds an expression.
    static func hasExpression(_ text: String) -> Bool {
        parts(of: text).contains { if case .expression = $0 { true } else { false } }
    }

    private static func end(ofExpressionIn text: String, from start: String.Index) -> String.Index? {
        let bytes = text.utf8
        var isQuoted = false
        var place = start
        var first: String.Index?
        while place < bytes.endIndex {
            let byte = bytes[place]
            let next = bytes.index(after: place)
            if byte == UInt8(ascii: "'") {
                isQuoted.toggle()
            } else if byte == UInt8(ascii: "}"), next < bytes.endIndex, bytes[next] == byte {
                if !isQuoted { return place }
                first = first ?? place
            }
            place = next
        }
        // An odd quote: GitHub refuses it, but what it names is still worth knowing.
        return first
    }
}

/// How an expression asks for secrets.
enum SecretReference: Hashable {
    /// One slot, by its name in upper case, as GitHub stores it.
    case named(String)
    /// One slot whose name the expression in brackets gives.
    case computed(String)
    /// All of them, as `toJSON(secrets)` does; the text is the expression.
    case all(String)
}

extension ExpressionScanner {
    /// How long, in bytes, what stands in brackets may be to be followed.
    private static let maximumIndex = 1_000

    /// The secrets that the expression `text` (without braces) names, each with its place. `GITHUB_TOKEN` is none.
    /// Of an expression longer than GitHub takes it is only said that it may read any. O(n).
    static func secrets(in text: String) -> [(reference: SecretReference, place: String.Index)] {
        guard text.mentions("secrets") else { return [] }
        guard text.utf8.count <= Expression.maximumLength else { return [(.all(shortened(text)), text.startIndex)] }
        let tokens = ExpressionToken.tokens(of: text)
        let closings = closings(of: tokens)
        var found: [(SecretReference, String.Index)] = []
        for (number, placed) in tokens.enumerated() {
            guard case .name(let name) = placed.token, name.lowercased() == "secrets",
                number == 0 || tokens[number - 1].token != .mark(".")
            else { continue }
            func token(_ offset: Int) -> ExpressionToken? {
                number + offset < tokens.count ? tokens[number + offset].token : nil
            }
            var reference = SecretReference.all(shortened(text))
            if token(1) == .mark("."), case .name(let slot)? = token(2) {
                reference = .named(slot.uppercased())
            } else if case .string(let slot)? = token(2), token(1) == .mark("["), token(3) == .mark("]") {
                reference = .named(slot.uppercased())
            } else if let closing = closings[number + 1] {
                let inner = text[tokens[number + 1].range.upperBound..<tokens[closing].range.lowerBound]
                if inner.utf8.count <= maximumIndex, inner.trimmed != "*" { reference = .computed(inner.trimmed) }
            }
            if reference != .named("GITHUB_TOKEN") { found.append((reference, placed.range.lowerBound)) }
        }
        return found
    }

    /// The number of the `]` that closes each `[`.
    private static func closings(of tokens: [ExpressionToken.Placed]) -> [Int: Int] {
        var closings: [Int: Int] = [:]
        var open: [Int] = []
        for (number, placed) in tokens.enumerated() {
            if placed.token == .mark("[") { open.append(number) }
            if placed.token == .mark("]"), let opening = open.popLast() { closings[opening] = number }
        }
        return closings
    }

    private static func shortened(_ text: String) -> String {
        text.utf8.count <= 200 ? text : String(text.prefix(200)) + "…"
    }
}

extension StringProtocol {
    /// Without the white space of ASCII at its ends.
    var trimmed: String {
        let rest = Substring(self)
        guard let first = rest.utf8.firstIndex(where: { !$0.isBlank }),
            let last = rest.utf8.lastIndex(where: { !$0.isBlank })
        else { return "" }
        return String(rest[first..<rest.utf8.index(after: last)])
    }

    /// Whether `word`, in lower-case ASCII, occurs in any case. O(n·m), without making a copy.
    func mentions(_ word: String) -> Bool {
        let word = Array(word.utf8)
        guard let first = word.first else { return true }
        var rest = Substring(self).utf8[...]
        while let start = rest.firstIndex(where: { $0.lowered == first }) {
            rest = rest[start...]
            if rest.prefix(word.count).lazy.map(\.lowered).elementsEqual(word) { return true }
            rest = rest.dropFirst()
        }
        return false
    }
}

extension UInt8 {
    fileprivate var isBlank: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
    /// The small letter of a capital one of ASCII; any other byte itself.
    fileprivate var lowered: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}
