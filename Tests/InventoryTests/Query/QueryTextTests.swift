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
            let query = Query(RandomQuery.expression(depth: 4, &random))
            #expect((try? Query(parsing: query.text)) == query, "\(query.text.debugDescription)")
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
