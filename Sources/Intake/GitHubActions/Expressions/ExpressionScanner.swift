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
        var plain = text[...]
        var place = text.startIndex
        while let opening = text[place...].firstRange(of: "${{") {
            guard let end = end(ofExpressionIn: text, from: opening.upperBound) else { break }
            let before = text[plain.startIndex..<opening.lowerBound]
            if !before.isEmpty { parts.append(.plain(String(before))) }
            parts.append(.expression(text[opening.upperBound..<end].trimmed, start: opening.upperBound))
            place = text.index(end, offsetBy: 2)
            plain = text[place...]
        }
        if !plain.isEmpty { parts.append(.plain(String(plain))) }
        return parts
    }

    /// Whether `text` holds an expression.
    static func hasExpression(_ text: String) -> Bool {
        parts(of: text).contains { if case .expression = $0 { true } else { false } }
    }

    private static func end(ofExpressionIn text: String, from start: String.Index) -> String.Index? {
        var isQuoted = false
        var place = start
        var first: String.Index?
        while place < text.endIndex {
            let character = text[place]
            let next = text.index(after: place)
            if character == "'" {
                isQuoted.toggle()
            } else if character == "}", next < text.endIndex, text[next] == "}" {
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
    /// The secrets that the expression `text` (without braces) names, each with its place. `GITHUB_TOKEN` is none.
    static func secrets(in text: String) -> [(reference: SecretReference, place: String.Index)] {
        guard text.mentions("secrets") else { return [] }
        let tokens = ExpressionToken.tokens(of: text)
        var found: [(SecretReference, String.Index)] = []
        for (number, placed) in tokens.enumerated() {
            guard case .name(let name) = placed.token, name.lowercased() == "secrets",
                number == 0 || tokens[number - 1].token != .mark(".")
            else { continue }
            let reference = reference(after: number, in: tokens, of: text)
            if reference == .named("GITHUB_TOKEN") { continue }
            found.append((reference, placed.range.lowerBound))
        }
        return found
    }

    private static func reference(
        after number: Int, in tokens: [ExpressionToken.Placed], of text: String
    ) -> SecretReference {
        func token(_ offset: Int) -> ExpressionToken? {
            number + offset < tokens.count ? tokens[number + offset].token : nil
        }
        if token(1) == .mark("."), case .name(let slot)? = token(2) { return .named(slot.uppercased()) }
        if token(1) == .mark("[") {
            if case .string(let slot)? = token(2), token(3) == .mark("]") { return .named(slot.uppercased()) }
            var depth = 0
            for placed in tokens[(number + 1)...] {
                if placed.token == .mark("[") { depth += 1 }
                if placed.token == .mark("]") { depth -= 1 }
                if depth == 0 {
                    let inner = text[tokens[number + 1].range.upperBound..<placed.range.lowerBound].trimmed
                    return inner == "*" ? .all(text) : .computed(inner)
                }
            }
        }
        return .all(text)
    }
}

extension StringProtocol {
    /// Without white space at its ends.
    var trimmed: String {
        var rest = Substring(self)
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }

    /// Whether `word`, in lower-case ASCII, occurs in any case. O(n·m), without making a copy.
    func mentions(_ word: String) -> Bool {
        let bytes = Array(utf8).map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
        return bytes.firstRange(of: Array(word.utf8)) != nil
    }
}
