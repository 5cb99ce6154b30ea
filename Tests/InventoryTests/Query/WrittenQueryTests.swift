import Testing

@testable import Inventory

@Suite("Queries as they were written")
struct WrittenQueryTests {
    private static let texts = [
        "", "a", "a b", "kind:token -owner:none (x or y)", "a or b", "-(a b)", "held:ended", "Kind=TOKEN and  npm",
        "\"two  words\" name~/a b/ c", "runner[self-hosted] -> job kind:job", "not a not b", "(a b) c", "and", "a and",
    ]

    private func written(_ text: String) -> WrittenQuery { WrittenQuery(text) { try? Query(parsing: $0) } }

    @Test("The terms together are the query, and each is a piece of the text", arguments: texts)
    func terms(text: String) {
        let query = (try? Query(parsing: text)) ?? .everything
        let terms = written(text).terms
        #expect(terms.reduce(Query.everything) { $0.and((try? Query(parsing: $1)) ?? .everything) } == query)
        #expect(terms.allSatisfy(text.contains))
    }

    @Test("What was typed side by side is told apart, and nothing else is")
    func pieces() {
        #expect(written("held:ended kind:token").terms == ["held:ended", "kind:token"])
        #expect(written("kind:token and  \"a  b\" -x").terms == ["kind:token", "\"a  b\"", "-x"])
        #expect(written("a b or c").terms == ["a b or c"])
        #expect(written("not  a (b or  c)").terms == ["not  a", "(b or  c)"])
    }

    @Test("A term that is added stands behind the rest, which stays as it is; taken away again the rest is left")
    func adding() throws {
        for text in Self.texts {
            guard let query = try? Query(parsing: text) else { continue }
            for term in ["kind:run", "a or c", "held:ended -revoked", "job -> secret"] {
                let more = written(text).adding(term)
                let own = try Query(parsing: term)
                #expect(try Query(parsing: more) == query.and(own), "\(text) + \(term): \(more)")
                #expect(text.isEmpty || more.contains(text), "\(more)")
                #expect(more.contains(term), "\(more)")
                let less = written(more).removing(term)
                let rest = query.and(own).removing(own)
                #expect(try Query(parsing: less) == rest, "\(more) - \(term): \(less)")
                guard rest == query, !text.contains(" and ") else { continue }
                #expect(less.filter { !"() ".contains($0) } == text.filter { !"() ".contains($0) }, "\(less)")
            }
        }
    }
}
