extension Query {
    /// What must all hold.
    var parts: [QueryExpression] { if case .all(let parts) = root { parts } else { [root] } }

    /// The words that names must contain, where it asks for nothing else; nil where it does.
    public var plainWords: [String]? {
        var words: [String] = []
        for part in parts {
            guard case .term(let term) = part, case .field(.name) = term.subject, term.comparison == .contains,
                term.values.count == 1, case .text(let word) = term.values[0]
            else { return nil }
            words.append(word)
        }
        return words
    }

    /// Whether everything that `other` asks for is asked for here too, in the same words.
    public func requires(_ other: Query) -> Bool { !other.isEmpty && other.parts.allSatisfy(parts.contains) }

    /// The query without what `other` asks for.
    public func removing(_ other: Query) -> Query {
        Query(.conjunction(parts.filter { !other.parts.contains($0) }))
    }

    /// The text by which `text` is meant and nothing else: quoted where it would mean more.
    public static func literal(_ text: String) -> String {
        QueryValue.isPlain(text, isBare: false) ? text : QueryValue.quoted(text)
    }

    /// The pattern, in slashes, that only `text` as a whole matches, whatever the case.
    public static func wholeText(_ text: String) -> String {
        let special: Set<Character> = Set("\\^$.|?*+()[]{}/")
        return "/^" + text.reduce(into: "") { $0 += special.contains($1) ? "\\\($1)" : String($1) } + "$/"
    }
}
