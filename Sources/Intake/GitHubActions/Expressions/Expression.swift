/// An expression as GitHub reads it.
indirect enum Expression: Equatable {
    case literal(ExpressionValue)
    /// The name of a context: `matrix`.
    case context(String)
    /// A member, by a name or by a value in brackets; nil for `*`.
    case member(of: Expression, Expression?)
    case call(String, [Expression])
    case not(Expression)
    case and(Expression, Expression)
    case or(Expression, Expression)
    /// `==`, `!=`, `<`, `<=`, `>`, `>=`.
    case comparison(String, Expression, Expression)

    /// How many tokens one may have; what is longer is not followed.
    static let maximumLength = 400

    /// Nil when `text` is no expression. O(n).
    init?(_ text: String) {
        let tokens = ExpressionToken.tokens(of: text).map(\.token)
        guard tokens.count <= Self.maximumLength else { return nil }
        var parser = ExpressionParser(tokens)
        guard let expression = parser.disjunction(), parser.isAtEnd else { return nil }
        self = expression
    }
}

/// Recursive descent, a level for each precedence.
private struct ExpressionParser {
    /// How many levels of brackets and operators are followed.
    static let maximumDepth = 100

    private let tokens: [ExpressionToken]
    private var place = 0
    private var depth = 0

    init(_ tokens: [ExpressionToken]) { self.tokens = tokens }

    var isAtEnd: Bool { place >= tokens.count }
    private var next: ExpressionToken? { isAtEnd ? nil : tokens[place] }

    private mutating func take(_ mark: String) -> Bool {
        guard next == .mark(mark) else { return false }
        place += 1
        return true
    }

    mutating func disjunction() -> Expression? {
        depth += 1
        defer { depth -= 1 }
        guard depth < Self.maximumDepth, var left = conjunction() else { return nil }
        while take("||") {
            guard let right = conjunction() else { return nil }
            left = .or(left, right)
        }
        return left
    }

    private mutating func conjunction() -> Expression? {
        guard var left = comparison() else { return nil }
        while take("&&") {
            guard let right = comparison() else { return nil }
            left = .and(left, right)
        }
        return left
    }

    private mutating func comparison() -> Expression? {
        guard var left = negation() else { return nil }
        while case .mark(let mark)? = next, ["==", "!=", "<", "<=", ">", ">="].contains(mark) {
            place += 1
            guard let right = negation() else { return nil }
            left = .comparison(mark, left, right)
        }
        return left
    }

    private mutating func negation() -> Expression? {
        var count = 0
        while take("!") { count += 1 }
        guard let operand = primary() else { return nil }
        if count == 0 { return operand }
        return count % 2 == 1 ? .not(operand) : .not(.not(operand))
    }

    private mutating func primary() -> Expression? {
        guard var expression = atom() else { return nil }
        while true {
            if take(".") {
                if take("*") {
                    expression = .member(of: expression, nil)
                } else if case .name(let name)? = next {
                    place += 1
                    expression = .member(of: expression, .literal(.string(name)))
                } else {
                    return nil
                }
            } else if take("[") {
                if take("*") {
                    expression = .member(of: expression, nil)
                } else {
                    guard let index = disjunction() else { return nil }
                    expression = .member(of: expression, index)
                }
                guard take("]") else { return nil }
            } else {
                return expression
            }
        }
    }

    private mutating func atom() -> Expression? {
        if take("(") {
            guard let inner = disjunction(), take(")") else { return nil }
            return inner
        }
        defer { place += 1 }
        switch next {
        case .string(let text)?: return .literal(.string(text))
        case .number(let text)?: return .literal(.number(text))
        case .name(let name)?:
            switch name {
            case "true": return .literal(.boolean(true))
            case "false": return .literal(.boolean(false))
            case "null": return .literal(.null)
            case "NaN", "Infinity": return .literal(.number(name))
            default: return call(of: name) ?? .context(name.lowercased())
            }
        default: return nil
        }
    }

    /// A call when brackets follow the name that comes next; leaves the last token for the caller to pass.
    private mutating func call(of name: String) -> Expression? {
        guard place + 1 < tokens.count, tokens[place + 1] == .mark("(") else { return nil }
        let start = place
        place += 2
        var arguments: [Expression] = []
        while next != .mark(")") {
            guard let argument = disjunction() else {
                place = start
                return nil
            }
            arguments.append(argument)
            if !take(","), next != .mark(")") {
                place = start
                return nil
            }
        }
        return .call(name.lowercased(), arguments)
    }
}
