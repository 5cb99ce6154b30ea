import Testing

@testable import Inventory

@Suite("Queries as text")
struct QueryTextTests {
    @Test(
        "Many ways of writing have one canonical text",
        arguments: [
            ("", ""), ("  a   AND b ", "a b"), ("a OR b", "a or b"), ("(a b) c", "a b c"),
            ("(a or b) or c", "a or b or c"),
            ("(a or b) c", "(a or b) c"), ("not (a b)", "-(a b)"), ("name~deploy", "deploy"), ("name~live", "\"live\""),
            ("\"two words\"", "\"two words\""), ("name~a,b", "name~a,b"), ("LIVE", "live"),
            ("is:live,leaked", "live or is:leaked"),
            ("is:self-hosted", "is:self_hosted"), ("expires:<30d", "expires<30d"), ("provider!=aws", "-provider:aws"),
            ("label=x", "attr.label:x"), ("lastused:NEVER", "used:none"), ("kind:Tokens, secrets", "kind:token,secret"),
            ("owner:\"none\"", "owner:\"none\""), ("name:/a\\/b/", "/a\\/b/"), ("id:/a/", "id~/a/"),
            ("expires<1773454205", "expires<2026-03-14T02:10:05Z"), ("created:2026-03", "created:2026-03"),
            ("\"say \\\"hi\\\" \\\\\"", "\"say \\\"hi\\\" \\\\\""), ("attr.\"a b\":c", "attr.\"a b\":c"),
        ])
    func canonical(_ written: String, _ text: String) throws {
        let query = try Query(parsing: written)
        #expect(query.text == text)
        #expect(try Query(parsing: text) == query)
    }

    @Test func `what is built prints as text that reads back as the same query`() throws {
        var random = SeededRandom(7)
        for _ in 0..<4_000 {
            let query = Query(Self.expression(depth: 4, &random))
            #expect((try? Query(parsing: query.text)) == query, "\(query.text.debugDescription)")
        }
    }

    private static func expression(depth: Int, _ random: inout SeededRandom) -> QueryExpression {
        func parts() -> [QueryExpression] {
            (0..<Int.random(in: 1...3, using: &random)).map { _ in expression(depth: depth - 1, &random) }
        }
        return switch depth == 0 ? 0 : Int.random(in: 0..<5, using: &random) {
        case 1: .conjunction(parts())
        case 2: .disjunction(parts())
        case 3: .negation(expression(depth: depth - 1, &random))
        default: .term(term(&random))
        }
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
            "live", "none", "any", "and", "NOT", "a:b", "x,y", "-x", "/x", "a\"b\\", "\u{301}x", "()", " ", "é/ü",
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

    @Test func `every example in the tables is a query, every name unique`() throws {
        for row in QueryField.table {
            #expect(row.field.row.name == row.name)
            let query = try Query(parsing: row.example)
            #expect(query.root.terms.allSatisfy { if case .attribute = $0.subject { false } else { true } })
            for name in [row.name] + row.aliases { #expect(QueryField(named: name) == row.field) }
        }
        for row in QueryState.table { #expect(row.state.row.name == row.name) }
        let names = QueryField.table.flatMap { [$0.name] + $0.aliases }
        #expect(Set(names).count == names.count)
        #expect(QueryField.table.count == QueryField.allCases.count)
        #expect(QueryState.table.count == QueryState.allCases.count)
    }
}
