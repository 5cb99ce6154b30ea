/// A query in the words of whoever wrote it: terms are added to it and taken from it, and the rest stays as it was
/// written. ``Query/text`` instead writes a query anew.
public struct WrittenQuery {
    /// The words.
    public let text: String
    /// How they are read: by the names that an inventory has, and with what saved queries stand for.
    private let read: (String) -> Query?

    /// Words and how they are read; what cannot be read asks for nothing.
    public init(_ text: String, read: @escaping (String) -> Query?) {
        self.text = text
        self.read = read
    }

    private var query: Query { read(text) ?? .everything }

    /// What must all hold, each as it was written. Parses as often as there are pairs of words, at worst.
    public var terms: [String] {
        let whole = query
        guard !whole.isEmpty else { return [] }
        let words = words
        var terms: [String] = []
        var (taken, first) = (Query.everything, 0)
        while first < words.count {
            let last = words.indices.dropFirst(first).first { last in
                guard let term = read(text(of: words[first...last])), !term.isEmpty,
                    let rest = read(text(of: rest(of: words, behind: last)))
                else { return false }
                return taken.and(term).and(rest) == whole
            }
            // Where one reads otherwise than all, they stand for one.
            guard let last, let term = read(text(of: words[first...last])) else { return [text] }
            terms.append(text(of: words[first...last]))
            taken = taken.and(term)
            first = rest(of: words, behind: last).startIndex
        }
        return terms
    }

    /// The text that asks for `term` too, which stands behind the rest.
    public func adding(_ term: String) -> String {
        guard !query.isEmpty else { return term }
        let wanted = query.and(read(term) ?? .everything)
        let ways = ["\(text) \(term)", "(\(text)) \(term)", "\(text) (\(term))", "(\(text)) (\(term))"]
        return ways.first { read($0) == wanted } ?? wanted.text
    }

    /// The text that no longer asks for what `term` does.
    public func removing(_ term: String) -> String {
        guard let unwanted = read(term) else { return text }
        let wanted = query.removing(unwanted)
        let rest = terms.filter { read($0).map { !unwanted.requires($0) } ?? true }.joined(separator: " ")
        return read(rest) == wanted ? rest : wanted.text
    }

    /// The pieces between blanks; those in a quote are none by themselves, which the reading of them shows.
    private var words: [Substring] { text.split(whereSeparator: \.isWhitespace) }

    private func text(of words: ArraySlice<Substring>) -> String {
        guard let first = words.first, let last = words.last else { return "" }
        return String(text[first.startIndex..<last.endIndex])
    }

    /// The words behind one, without an `and` between them.
    private func rest(of words: [Substring], behind last: Int) -> ArraySlice<Substring> {
        let rest = words[(last + 1)...]
        return rest.count > 1 && rest.first?.lowercased() == "and" ? rest.dropFirst() : rest
    }
}
