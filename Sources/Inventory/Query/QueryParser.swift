/// Reads a query by recursive descent:
///
///     any     = all { "or" all }
///     all     = unary { ["and"] unary }
///     unary   = { "-" | "not" } primary
///     primary = "(" [any] ")" | path | term
struct QueryParser {
    /// How many groups may lie inside one another; more would cost stack.
    static let depthLimit = 64

    var scanner: QueryScanner
    /// What occurs in the inventory that the query is for; nil when it is for any.
    let vocabulary: QueryVocabulary?

    init(_ text: String, vocabulary: QueryVocabulary?) {
        scanner = QueryScanner(text)
        self.vocabulary = vocabulary
    }

    mutating func parse() throws(QueryError) -> QueryExpression {
        scanner.skipBlanks()
        if scanner.next == nil { return .all([]) }
        let expression = try parseAny(depth: 0)
        if scanner.next != nil { throw error(.unopenedParenthesis, from: scanner.place, to: scanner.place + 1) }
        return expression
    }

    mutating func parseAny(depth: Int) throws(QueryError) -> QueryExpression {
        var parts = [try parseAll(depth: depth)]
        while scanner.skip(keyword: "or") { parts.append(try parseAll(depth: depth)) }
        return .disjunction(parts)
    }

    /// Stops before `or`, `)` and the end, with blanks skipped.
    private mutating func parseAll(depth: Int) throws(QueryError) -> QueryExpression {
        var parts: [QueryExpression] = []
        repeat {
            parts.append(try parseUnary(depth: depth))
            scanner.skipBlanks()
            if scanner.skip(keyword: "and") {
                parts.append(try parseUnary(depth: depth))
                scanner.skipBlanks()
            }
        } while !isAtClosing && !isBeforeOr
        return .conjunction(parts)
    }

    /// Whether the end comes next, or what closes a group.
    private var isAtClosing: Bool {
        scanner.next == nil || scanner.next == ")" || scanner.next == "]" && scanner.openBrackets > 0
    }

    private var isBeforeOr: Bool {
        var ahead = scanner
        return ahead.skip(keyword: "or")
    }

    private mutating func parseUnary(depth: Int) throws(QueryError) -> QueryExpression {
        var isNegated = false
        scanner.skipBlanks()
        while scanner.skip("-") || scanner.skip(keyword: "not") {
            isNegated.toggle()
            scanner.skipBlanks()
        }
        let part = try parsePrimary(depth: depth)
        return isNegated ? .negation(part) : part
    }

    private mutating func parsePrimary(depth: Int) throws(QueryError) -> QueryExpression {
        let start = scanner.place
        if scanner.next == ")", depth == 0 { throw error(.unopenedParenthesis, from: start, to: start + 1) }
        if isAtClosing || isBeforeOr { throw error(.missingTerm, from: start, to: start) }
        guard scanner.skip("(") else {
            if let path = try parsePath(depth: depth) { return path }
            return try parseTerm()
        }
        if depth == Self.depthLimit { throw error(.tooDeep(limit: Self.depthLimit), from: start, to: start + 1) }
        scanner.skipBlanks()
        if scanner.skip(")") { return .all([]) }
        let inner = try parseAny(depth: depth + 1)
        guard scanner.skip(")") else { throw error(.unclosedParenthesis, from: start, to: start + 1) }
        return inner
    }

    /// An error about the scalars from `start` to `end`.
    func error(
        _ reason: QueryError.Reason, from start: Int, to end: Int, suggestions: [String] = []
    ) -> QueryError {
        QueryError(
            reason, range: scanner.characters(start..<max(start, end)), text: scanner.text, suggestions: suggestions)
    }
}
