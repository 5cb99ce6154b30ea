/// What could be typed where the cursor stands in a query.
public enum QueryCompletion {
    /// One way to go on.
    public struct Candidate: Hashable, Sendable {
        /// What to put in the place of ``range``.
        public let text: String
        /// The characters that it replaces: what is already typed of the field or value, up to the cursor.
        public let range: Range<Int>
        /// What it is, in words; empty for values.
        public let explanation: String

        /// A way to go on.
        public init(text: String, range: Range<Int>, explanation: String = "") {
            self.text = text
            self.range = range
            self.explanation = explanation
        }
    }

    /// How many candidates are given at most.
    public static let limit = 50

    /// The candidates for `text` with the cursor after `cursor` characters: first those that start with what is
    /// typed, then those that contain it, each in alphabetical order. None inside a quote or pattern.
    ///
    /// O(words of the inventory); for values of an attribute O(its attributes).
    public static func at(
        _ cursor: Int, in text: String, vocabulary: QueryVocabulary, names: NamedQueries = .ready
    ) -> [Candidate] {
        let cursor = min(max(0, cursor), text.count)
        guard let word = OpenWord(text.prefix(cursor)) else { return [] }
        let offered =
            switch word.place {
            case .term where word.typed.first == NamedQueries.mark: named(names)
            case .term: words(vocabulary) + kindTerms(vocabulary)
            case .bracket: words(vocabulary) + flags
            case .element: elements(vocabulary)
            case .relation: relations(vocabulary)
            case .value(let field, let comparison): values(of: field, comparison, vocabulary)
            }
        let typed = word.typed.lowercased()
        func rank(_ text: String) -> Int? {
            let text = text.lowercased()
            return text.hasPrefix(typed) ? 0 : text.contains(typed) ? 1 : nil
        }
        let range = cursor - word.typed.count..<cursor
        return offered.lazy
            .compactMap { offer in rank(offer.text).map { (rank: $0, offer: offer) } }
            .sorted {
                ($0.rank, $0.offer.text.lowercased(), $0.offer.text)
                    < ($1.rank, $1.offer.text.lowercased(), $1.offer.text)
            }
            .prefix(limit)
            .map { Candidate(text: $0.offer.written, range: range, explanation: $0.offer.explanation) }
    }

    private struct Offer {
        var text: String
        var explanation = ""
        /// As it must be written.
        var written: String

        init(_ text: String, written: String? = nil, _ explanation: String = "") {
            self.text = text
            self.written = written ?? (QueryValue.isPlain(text, isBare: false) ? text : QueryValue.quoted(text))
            self.explanation = explanation
        }
    }

    /// What may begin a term.
    private static func words(_ vocabulary: QueryVocabulary) -> [Offer] {
        let fields = QueryField.table.map { row in
            let mark = row.type == .number || row.type == .duration ? "" : ":"
            return Offer(row.name, written: row.name + mark, "\(row.explanation): \(row.example)")
        }
        let states = QueryState.table.map { Offer($0.name, $0.explanation) }
        let attributes = vocabulary.attributes.map { name in
            let isPlain = QueryScanner.isIdentifier(name) && QueryField(named: name) == nil
            let written = isPlain ? name : QueryTerm(subject: .attribute(name)).text.dropLast().description
            return Offer(name, written: written + ":", "attribute")
        }
        return fields + states + attributes
    }

    /// The names of queries, as they stand in one.
    private static func named(_ names: NamedQueries) -> [Offer] {
        names.words.map { word in
            let written = String(NamedQueries.mark) + word
            return Offer(written, written: written, names[word] ?? "")
        }
    }

    /// The kinds, as a term and as the beginning of a path.
    private static func kindTerms(_ vocabulary: QueryVocabulary) -> [Offer] {
        vocabulary.kinds.map { Offer($0, written: "kind:" + Query.literal($0), "of this kind") }
            + elements(vocabulary).map { Offer($0.text + " ->", written: $0.written + " -> ", "what it leads to") }
    }

    /// The flags, which brackets take without `is:`.
    private static var flags: [Offer] { EntityFlags.table.map { Offer($0.name, "flag") } }

    /// What may stand between arrows.
    private static func elements(_ vocabulary: QueryVocabulary) -> [Offer] {
        vocabulary.kinds.filter(QueryScanner.isIdentifier).map { Offer($0, written: $0, "[ ] narrows it") }
    }

    /// What may stand in the brackets of an arrow.
    private static func relations(_ vocabulary: QueryVocabulary) -> [Offer] {
        vocabulary.relations.map { Offer($0, written: $0.queryName) }
    }

    private static func values(
        of name: String, _ comparison: String, _ vocabulary: QueryVocabulary
    ) -> [Offer] {
        let isOrder = comparison.contains("<") || comparison.contains(">")
        guard let field = QueryField(named: name) else {
            let prefix = QueryField.attributePrefix
            let attribute = name.lowercased().hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : name
            return isOrder ? [] : vocabulary.values(ofAttribute: attribute).map { Offer($0) }
        }
        let presence = isOrder || comparison == "~" ? [] : ["none", "any"].map { Offer($0, written: $0) }
        switch field.row.type {
        case .kind: return vocabulary.kinds.map { Offer($0) }
        case .shortID: return []
        case .plane: return Plane.allCases.map { Offer($0.rawValue) }
        case .flag: return EntityFlags.table.map { Offer($0.name) } + QueryState.table.map { Offer($0.name) }
        case .past where !isOrder && field == .held: return HeldWord.table.map { Offer($0.word) } + presence
        case .past, .future, .duration: return isOrder ? ["1d", "7d", "30d", "90d", "1y"].map { Offer($0) } : presence
        case .number where field == .exposure || field == .relations:
            return isOrder ? ["10", "100", "1000"].map { Offer($0) } : presence
        case .number: return (0...4).map { Offer(String($0)) } + presence
        case .text, .path:
            switch field {
            case .provider: return vocabulary.providers.map { Offer($0) } + presence
            case .owner: return vocabulary.owners.map { Offer($0) } + presence
            case .parent, .inside: return vocabulary.scopes.map { Offer($0) } + presence
            case .source: return vocabulary.inventory.sources.map { Offer($0.path) }
            case .state, .verdict, .assignee, .tag: return (vocabulary.said[field] ?? []).map { Offer($0) } + presence
            default: return []
            }
        }
    }
}
