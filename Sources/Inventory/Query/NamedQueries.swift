/// Queries that have names: in a text, `%NAME` at the start of a term stands for the query of that name.
///
/// A name is written in lower case with a dash for whatever is neither a letter nor a digit: `%no-owner` is the ready
/// query "no owner".
public struct NamedQueries: Sendable, Hashable {
    private var texts: [String: String] = [:]

    /// What begins a name.
    public static let mark: Character = "%"

    /// The ready queries.
    public static let ready: NamedQueries = {
        var named = NamedQueries()
        for query in ReadyQuery.table {
            named[query.name] = query.text
            // Saved and configured queries may still say it so.
            if let former = query.formerName { named[former] = query.text }
        }
        return named
    }()

    /// No query.
    public init() {}

    /// The text of the query with this name.
    public subscript(name: String) -> String? {
        get { texts[Self.word(for: name)] }
        set {
            let word = Self.word(for: name)
            if !word.isEmpty { texts[word] = newValue }
        }
    }

    /// The names, as they are written behind the mark, in alphabetical order.
    public var words: [String] { texts.keys.sorted() }

    /// A name as it is written behind the mark.
    public static func word(for name: String) -> String {
        name.lowercased().split { !isPartOfWord($0) }.joined(separator: "-")
    }

    private static func isPartOfWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }

    /// `text` with the queries in the place of their names. What a query names in turn is put there too, but never
    /// itself. Names in quotes are text.
    ///
    /// O(length of the result).
    public func expanding(_ text: String) -> String {
        texts.isEmpty || !text.contains(Self.mark) ? text : expanding(text, within: [])
    }

    private func expanding(_ text: String, within outer: Set<String>) -> String {
        var (result, rest) = ("", text.startIndex)
        for (range, word) in Self.mentions(in: text) {
            guard let inner = texts[word], !outer.contains(word) else { continue }
            result += text[rest..<range.lowerBound]
            rest = range.upperBound
            let isAlone = result.allSatisfy(\.isWhitespace) && text[rest...].allSatisfy(\.isWhitespace)
            let meant = expanding(inner, within: outer.union([word]))
            result += isAlone ? meant : "(\(meant))"
        }
        return result + text[rest...]
    }

    /// The marks in a text that begin a term, each with the name behind it, where that ends with the word.
    private static func mentions(in text: String) -> [(range: Range<String.Index>, word: String)] {
        var (found, isQuoted): ([(Range<String.Index>, String)], Bool) = ([], false)
        var before: Character = " "
        for place in text.indices {
            let next = text[place]
            if next == mark, !isQuoted, before.isWhitespace || "(-".contains(before) {
                let name = text[place...].dropFirst().prefix { isPartOfWord($0) || $0 == "-" }
                let after = text[name.endIndex...].first
                if !name.isEmpty, after.map({ $0.isWhitespace || $0 == ")" }) ?? true {
                    found.append((place..<name.endIndex, name.lowercased()))
                }
            }
            if next == "\"", before != "\\" { isQuoted.toggle() }
            before = next
        }
        return found
    }

    /// That no query has a name that the text mentions; nil when each has.
    private func unknownName(in text: String) -> QueryError? {
        guard let (range, word) = Self.mentions(in: text).first(where: { texts[$0.word] == nil }) else { return nil }
        let start = text.distance(from: text.startIndex, to: range.lowerBound)
        let end = start + text.distance(from: range.lowerBound, to: range.upperBound)
        let nearest = Spelling.nearest(to: word, among: words).map { "\(Self.mark)\($0)" }
        return QueryError(.unknownQuery(word), range: start..<end, text: text, suggestions: nearest)
    }
}

extension NamedQueries {
    /// The query that `text` is once its names are expanded.
    /// - Parameter vocabulary: What occurs in the inventory that the query is for; nil when it is for any.
    /// - Throws: What is wrong. Where is only known in a text without names; else the error points at the first one.
    public func query(_ text: String, knowing vocabulary: QueryVocabulary? = nil) throws(QueryError) -> Query {
        if let error = unknownName(in: text) { throw error }
        let meant = expanding(text)
        do throws(QueryError) {
            guard let vocabulary else { return try Query(parsing: meant) }
            return try Query(parsing: meant, knowing: vocabulary)
        } catch {
            guard meant != text, let mark = text.firstIndex(of: Self.mark) else { throw error }
            let place = text.distance(from: text.startIndex, to: mark)
            throw QueryError(error.reason, range: place..<place + 1, text: text, suggestions: error.suggestions)
        }
    }
}
