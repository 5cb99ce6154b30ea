@testable import Inventory

/// Queries of every sort.
enum RandomQuery {
    static func expression(depth: Int, _ random: inout SeededRandom) -> QueryExpression {
        func parts() -> [QueryExpression] {
            (0..<Int.random(in: 1...3, using: &random)).map { _ in expression(depth: depth - 1, &random) }
        }
        return switch depth == 0 ? 0 : Int.random(in: 0..<6, using: &random) {
        case 1: .conjunction(parts())
        case 2: .disjunction(parts())
        case 3: .negation(expression(depth: depth - 1, &random))
        case 4: .path(path(depth: depth - 1, &random))
        default: .term(term(&random))
        }
    }

    /// A path of two to four elements.
    static func path(
        depth: Int, _ random: inout SeededRandom, relations: [String] = ["reads", "holds", "gh_odd", "*"]
    ) -> QueryPath {
        let count = Int.random(in: 2...4, using: &random)
        let elements = (0..<count).map { _ in
            let kinds = random.pick([[], [], ["token"], ["job"], ["job", "runner"], ["gh_odd"], ["secret"]])
            let isNarrow = Int.random(in: 0..<3, using: &random) == 0
            return QueryElement(kinds: kinds, filter: isNarrow ? expression(depth: depth, &random) : .all([]))
        }
        let steps = (1..<count).map { _ in
            QueryStep(
                isForward: .random(using: &random), relations: random.pick([[], [random.pick(relations)]]),
                isMany: Int.random(in: 0..<3, using: &random) == 0)
        }
        return QueryPath(elements: elements, steps: steps, chosen: .random(in: 0..<count, using: &random))
    }

    private static func term(_ random: inout SeededRandom) -> QueryTerm {
        switch Int.random(in: 0..<4, using: &random) {
        case 0: return QueryTerm(subject: .state(random.pick(QueryState.allCases)))
        case 1: return QueryTerm(subject: .flag(random.pick(EntityFlags.table).flag))
        case 2: return text(.attribute(random.pick(["label", "a b", "owner", "x.y", "\"", "é"])), &random)
        default: return field(random.pick(QueryField.allCases.filter { $0 != .is }), &random)
        }
    }

    private static func text(_ subject: QuerySubject, _ random: inout SeededRandom) -> QueryTerm {
        let comparison = random.pick([QueryComparison.equal, .contains])
        let words = [
            "live", "none", "any", "and", "NOT", "a:b", "x,y", "-x", "/x", "a\"b\\", "\u{301}x", "()", " ", "é/ü", "é",
            "deploy", "Northwind", "e", "npm p", "platform",
        ]
        let values = (0..<Int.random(in: 1...3, using: &random)).map { _ -> QueryValue in
            switch Int.random(in: 0..<6, using: &random) {
            case 0 where comparison == .equal: random.pick([QueryValue.none, .any])
            case 1: .pattern(random.pick(["^a/b$", "a|b", "\\\\", "[/\"]", " "]))
            default: .text(random.pick(words))
            }
        }
        let onlyPatterns = values.allSatisfy { if case .pattern = $0 { true } else { false } }
        return QueryTerm(subject: subject, comparison: onlyPatterns ? .contains : comparison, values: values)
    }

    private static func field(_ field: QueryField, _ random: inout SeededRandom) -> QueryTerm {
        let order = random.pick(QueryComparison.allCases.filter(\.isOrder))
        let dates = ["2026", "2026-03", "2026-03-14", "2026-03-14T02:10:05Z", "now"].compactMap(
            QueryDate.init(parsing:))
        let lengths = ["90d", "-1w", "3mo", "0s", "1y", "5m", "7h"].compactMap(QueryDuration.init(parsing:))
        let subject = QuerySubject.field(field)
        switch field.row.type {
        case .text, .path: return text(subject, &random)
        case .kind:
            return QueryTerm(subject: subject, values: [.text(random.pick(["token", "gh_odd", "none"])), .any])
        case .shortID: return QueryTerm(subject: subject, values: [.text(random.pick(["t7f3", "r0", "org1n"])), .any])
        case .plane: return QueryTerm(subject: subject, values: [.text("identity"), .none])
        case .number:
            return QueryTerm(
                subject: subject, comparison: order, values: [.number(.random(in: -9...9, using: &random))])
        case .past, .future:
            let value =
                Bool.random(using: &random) ? QueryValue.date(random.pick(dates)) : .duration(random.pick(lengths))
            if case .date = value, Bool.random(using: &random) {
                return QueryTerm(subject: subject, values: [value, .none])
            }
            return QueryTerm(subject: subject, comparison: order, values: [value])
        case .duration: return QueryTerm(subject: subject, comparison: order, values: [.duration(random.pick(lengths))])
        case .flag: return QueryTerm(subject: .state(.live))
        }
    }
}
