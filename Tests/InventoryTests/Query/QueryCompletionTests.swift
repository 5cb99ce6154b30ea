import Testing

@testable import Inventory

@Suite("Completing a query")
struct QueryCompletionTests {
    private func texts(_ text: String, at cursor: Int? = nil) -> [String] {
        QueryCompletion.at(cursor ?? text.count, in: text, vocabulary: QueryFixture.vocabulary).map(\.text)
    }

    @Test(
        "What is offered",
        arguments: [
            ("own", ["owner:", "attr.owner:", "owner_left"]), ("(-exp", ["expired", "expires:", "exposure"]),
            ("kind:to", ["token", "repository"]),
            ("kind:secret,tok", ["token"]), ("provider:a", ["any", "AWS", "aws"]), ("is:lea", ["leaked"]),
            ("plane:id", ["identity"]),
            ("label:li", ["Linux"]), ("attr.label:se", ["self-hosted"]), ("in:northwind/", ["northwind/web"]),
            ("seen", ["attr.\"seen at\":"]),
            ("attr.\"seen at\":2", []), ("expires<9", ["90d"]), ("expires:n", ["none", "any"]), ("privilege>=2", ["2"]),
            ("parent:npm", ["NPM_TOKEN"]),
            ("\"own", []), ("/own", []), ("name~/x", []), ("zzz", []), ("name:x", []),
        ])
    func offers(_ text: String, _ expected: [String]) {
        #expect(texts(text) == expected)
    }

    @Test func `what is typed up to the cursor is replaced`() throws {
        let candidate = try #require(
            QueryCompletion.at(8, in: "(-own:x kind:tokx", vocabulary: QueryFixture.vocabulary).first)
        #expect(candidate.range == 8..<8)
        let value = QueryCompletion.at(16, in: "(-own:x kind:tokx", vocabulary: QueryFixture.vocabulary)
        #expect(value == [.init(text: "token", range: 13..<16, explanation: "")])
    }

    @Test func `every candidate can be read, none is offered twice, fifty at most`() throws {
        for text in ["", "kind:", "is:", "owner:", "in:", "label:", "expires<", "a"] {
            let offered = texts(text)
            #expect(offered.count <= QueryCompletion.limit && Set(offered).count == offered.count)
            for candidate in offered where !candidate.hasSuffix(":") && !text.isEmpty && text != "a" {
                #expect(throws: Never.self) { try Query(parsing: text + candidate, knowing: QueryFixture.vocabulary) }
            }
        }
        var fixture = InventoryFixture()
        for number in 0..<90 { fixture.entity("e\(number)", .token) { $0.owner = "o\(number)" } }
        let vocabulary = QueryVocabulary(fixture.built())
        #expect(QueryCompletion.at(7, in: "owner:o", vocabulary: vocabulary).count == 50)
    }

    @Test func `any cursor in any text is safe`() {
        var random = SeededRandom(9)
        let letters = Array("ab:~<,\"/\\() -.é\u{301}".unicodeScalars)
        for _ in 0..<3_000 {
            let text = random.text(of: letters, upTo: 12)
            let cursor = Int.random(in: -2...15, using: &random)
            for candidate in QueryCompletion.at(cursor, in: text, vocabulary: QueryFixture.vocabulary) {
                #expect(candidate.range.lowerBound >= 0 && candidate.range.upperBound <= text.count)
            }
        }
    }
}
