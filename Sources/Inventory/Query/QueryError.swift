/// Why a text is not a query, and where.
public struct QueryError: Error, Hashable, Sendable {
    /// What is wrong.
    public enum Reason: Hashable, Sendable {
        /// A `"` without its partner.
        case unterminatedQuote
        /// A `/` without its partner.
        case unterminatedPattern
        /// Nothing follows where a term must stand: after `or`, `and`, `not`, `-` or `(`.
        case missingTerm
        /// Nothing follows the comparison after this field.
        case missingValue(field: String)
        /// A `)` that closes nothing.
        case unopenedParenthesis
        /// A `(` that is never closed.
        case unclosedParenthesis
        /// More than this many groups inside one another.
        case tooDeep(limit: Int)
        /// Text that goes on after a value's closing quote or slash.
        case unexpectedText
        /// The field does not know this comparison.
        case badComparison(field: String, comparison: String, allowed: String)
        /// The value is not of the field's type.
        case badValue(field: String, value: String, expected: String)
        /// Neither the language nor the inventory has this field.
        case unknownField(String)
        /// What names a kind stands where a field must, as in `token:deploy`.
        case kindIsNoField(kind: String, name: String)
        /// The field can never have this value.
        case unknownValue(field: String, value: String)
        /// A `[` after a kind that is never closed.
        case unclosedBracket
        /// Nothing that may stand in a path follows an arrow.
        case missingElement
        /// An arrow whose end is missing.
        case brokenArrow
        /// A name is missing between the brackets of an arrow.
        case missingRelation
        /// Neither the table of relations nor the inventory has this relation.
        case unknownRelation(String)
        /// More than one element of a path is marked with `@`.
        case secondMarker
        /// `!` before a term, as other programs negate; holds what follows it.
        case foreignNegation(String)
        /// `&`, `|` or one of them twice between terms, as other programs write them.
        case foreignConnective(String)
        /// `~` with nothing before it; holds what stands behind it.
        case missingField(String)
        /// A pattern without the slashes around it.
        case barePattern(field: String, text: String)
        /// No query has this name.
        case unknownQuery(String)
        /// The pattern between slashes is not one.
        case badPattern(PatternError)
    }

    /// What is wrong.
    public let reason: Reason
    /// Where, in characters from the start of ``text``; empty at the end of the text when something is missing there.
    public let range: Range<Int>
    /// What was read.
    public let text: String
    /// Names that may have been meant, nearest first.
    public let suggestions: [String]

    init(_ reason: Reason, range: Range<Int>, text: String, suggestions: [String] = []) {
        self.reason = reason
        self.range = range
        self.text = text
        self.suggestions = suggestions
    }

    /// What is wrong and what to do, in one line without a full stop.
    public var message: String {
        let hint = suggestions.isEmpty ? "" : "; did you mean \(suggestions.joined(separator: " or "))?"
        return words + hint
    }

    /// The same with what may have been meant first: for where there is no room for all of it.
    public var hintedMessage: String {
        suggestions.isEmpty ? words : "did you mean \(suggestions.joined(separator: " or "))? \(words)"
    }

    private var words: String {
        switch reason {
        case .unterminatedQuote: "the quote is not closed"
        case .unterminatedPattern: "the pattern is not closed: put a / at its end, or quote a text that starts with /"
        case .missingTerm: "a term is missing here"
        case .missingValue(let field): "a value is missing after \(field)"
        case .unopenedParenthesis: "there is no ( for this )"
        case .unclosedParenthesis: "there is no ) for this ("
        case .tooDeep(let limit): "more than \(limit) groups inside one another"
        case .unexpectedText: "a space is missing here, or the value needs quotes"
        case .badComparison(let field, let comparison, let allowed):
            "\(field) cannot be compared by \(comparison): use \(allowed)"
        case .badValue(_, let value, let expected): "\(value) is not \(expected)"
        case .unknownField(let name): "there is no field or attribute \(name)"
        case .kindIsNoField(let kind, let name): "\(kind) is a kind, no field: write kind:\(kind) \(name)"
        case .unknownValue(QueryField.is.row.name, let value): "no flag or state is called \(value)"
        case .unknownValue(let field, let value): "no \(field) is called \(value)"
        case .unclosedBracket: "there is no ] for this ["
        case .missingElement: "a kind is missing here: token, job or another, or * for any"
        case .brokenArrow: "the arrow is not whole: ->, <-, -[reads]-> or <-[reads]-"
        case .missingRelation: "the name of a relation is missing here, or * for any"
        case .unknownRelation(let name): "there is no relation \(name)"
        case .secondMarker: "only one part of a path can be marked with @"
        case .foreignNegation(let term): term.isEmpty ? "write not or - for !" : "write not \(term) or -\(term)"
        case .foreignConnective(let sign):
            sign.hasPrefix("|") ? "write or for \(sign)" : "write and for \(sign), or nothing"
        case .missingField(let value): "write a field before ~: name~\(value)"
        case .barePattern(let field, let text): "a pattern stands between slashes: \(field)~/\(text)/"
        case .unknownQuery(let name): "no query is called \(name)"
        case .badPattern(let error): "the pattern is not usable: \(error.message)"
        }
    }

    /// Blanks and `^` marks that point at ``range`` when printed below ``text``; a column for each character.
    public var caretLine: String {
        String(repeating: " ", count: range.lowerBound) + String(repeating: "^", count: max(1, range.count))
    }
}
