/// Queries that have names: in a text, `%NAME` at the start of a term stands for the query of that name.
///
/// A name is written in lower case with a dash for whatever is neither a letter nor a digit: `%never-used` is the ready
/// query "never used". A word that names none stays the word that it is.
public struct NamedQueries: Sendable, Hashable {
    private var texts: [String: String] = [:]

    /// What begins a name.
    public static let mark: Character = "%"

    /// The ready queries.
    public static let ready: NamedQueries = {
        var named = NamedQueries()
        for query in ReadyQuery.table { named[query.name] = query.text }
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
        var (result, rest, isQuoted) = ("", Substring(text), false)
        var before: Character = " "
        while let next = rest.first {
            let beginsTerm = !isQuoted && (before.isWhitespace || "(-".contains(before))
            if next == Self.mark, beginsTerm, let (word, inner) = query(at: rest), !outer.contains(word) {
                rest = rest.dropFirst(word.count + 1)
                let isAlone = result.allSatisfy(\.isWhitespace) && rest.allSatisfy(\.isWhitespace)
                let meant = expanding(inner, within: outer.union([word]))
                result += isAlone ? meant : "(\(meant))"
                before = ")"
                continue
            }
            if next == "\"", before != "\\" { isQuoted.toggle() }
            result.append(next)
            before = next
            rest = rest.dropFirst()
        }
        return result
    }

    /// The query whose name stands at the start of `text`, where the name ends with the word.
    private func query(at text: Substring) -> (word: String, text: String)? {
        let word = String(text.dropFirst().prefix { Self.isPartOfWord($0) || $0 == "-" }).lowercased()
        let after = text.dropFirst(word.count + 1).first
        guard after.map({ $0.isWhitespace || $0 == ")" }) ?? true, let meant = texts[word] else { return nil }
        return (word, meant)
    }
}

extension NamedQueries {
    /// The query that `text` is once its names are expanded.
    /// - Parameter vocabulary: What occurs in the inventory that the query is for; nil when it is for any.
    /// - Throws: What is wrong. Where is only known in a text without names; else the error points at the first one.
    public func query(_ text: String, knowing vocabulary: QueryVocabulary? = nil) throws(QueryError) -> Query {
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
