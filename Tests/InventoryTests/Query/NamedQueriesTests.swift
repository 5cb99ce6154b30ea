import Testing

@testable import Inventory

@Suite("Queries that have names")
struct NamedQueriesTests {
    private var named: NamedQueries {
        var named = NamedQueries()
        named["Old Keys"] = "kind:token age>1y"
        named["ours"] = "owner:platform or owner:web"
        named["both"] = "%old-keys %ours"
        named["loop"] = "x %loop"
        return named
    }

    @Test(
        "A name at the start of a term stands for its query",
        arguments: [
            ("%old-keys", "kind:token age>1y"), (" %OLD-keys ", " kind:token age>1y "),
            ("%old-keys live", "(kind:token age>1y) live"), ("-%ours", "-(owner:platform or owner:web)"),
            ("(%ours)", "((owner:platform or owner:web))"),
            ("%both x", "((kind:token age>1y) (owner:platform or owner:web)) x"),
            ("%nothing", "%nothing"), ("a%ours", "a%ours"), ("\"a %ours\"", "\"a %ours\""), ("%ours.x", "%ours.x"),
            ("%", "%"), ("", ""), ("%loop", "x %loop"),
        ])
    func expansion(text: String, expected: String) {
        #expect(named.expanding(text) == expected)
    }

    @Test("Every ready query can be asked by its name, and means the same")
    func ready() throws {
        for query in ReadyQuery.table {
            let text = "%" + NamedQueries.word(for: query.name)
            #expect(try NamedQueries.ready.query(text) == Query(parsing: query.text))
            #expect(try NamedQueries.ready.query("-\(text)") == Query(parsing: query.text).negated)
        }
    }

    @Test("An error beside a name points at the first name of the text that was typed")
    func errors() throws {
        let text = "kind:job %ours zzz:"
        let error = try #require(throws: QueryError.self) { try named.query(text) }
        #expect(error.text == text)
        #expect(error.range == 9..<10)
    }

    @Test("Names are offered behind the mark, with what they ask")
    func completion() throws {
        let offered = QueryCompletion.at(4, in: "%old", vocabulary: QueryFixture.vocabulary, names: named)
        #expect(offered.map(\.text) == ["%old-keys"])
        #expect(offered.first?.explanation == "kind:token age>1y")
        #expect(offered.first?.range == 0..<4)
    }
}
