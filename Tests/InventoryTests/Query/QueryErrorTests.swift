import Testing

@testable import Inventory

@Suite("What is no query, and where")
struct QueryErrorTests {
    @Test(
        "Each mistake has its reason and its place",
        arguments: [
            ("a \"b", .unterminatedQuote, 2..<4), ("a /b", .unterminatedPattern, 2..<4), ("a or", .missingTerm, 4..<4),
            ("or a", .missingTerm, 0..<0), ("a and", .missingTerm, 5..<5), ("-", .missingTerm, 1..<1),
            ("not", .missingTerm, 3..<3), ("a or or b", .missingTerm, 5..<5), ("(a", .unclosedParenthesis, 0..<1),
            ("(-)", .missingTerm, 2..<2), ("a)", .unopenedParenthesis, 1..<2), (")", .unopenedParenthesis, 0..<1),
            ("owner:", .missingValue(field: "owner:"), 6..<6), ("owner: x", .missingValue(field: "owner:"), 6..<6),
            ("kind:token,", .missingValue(field: "kind:"), 11..<11), ("\"\"", .missingValue(field: "the quote"), 0..<2),
            ("name<x", .badComparison(field: "name", comparison: "<", allowed: ": or ~"), 0..<5),
            ("privilege~3", .badComparison(field: "privilege", comparison: "~", allowed: ": < <= > or >="), 0..<10),
            ("age:1d", .badComparison(field: "age", comparison: ":", allowed: "< <= > or >="), 0..<4),
            ("privilege>x", .badValue(field: "privilege", value: "x", expected: "a whole number"), 10..<11),
            ("age>2026", .badValue(field: "age", value: "2026", expected: "a length of time such as 90d"), 4..<8),
            ("used:7d", .badValue(field: "used", value: "7d", expected: "a date (2026-03-14)"), 5..<7),
            ("name:\"a\"b", .unexpectedText, 8..<9), ("name~/(/", .badPattern(.unbalanced("(")), 5..<8),
            ("é\u{301} is:nope", .unknownValue(field: "is", value: "nope"), 5..<9),
            ("plane:both", .unknownValue(field: "plane", value: "both"), 6..<10),
            ("a !live", .foreignNegation("live"), 2..<3), ("!(a)", .foreignNegation(""), 0..<1),
            ("a & b", .foreignConnective("&"), 2..<3), ("a && b", .foreignConnective("&&"), 2..<4),
            ("a | b", .foreignConnective("|"), 2..<3), ("(a) || b", .foreignConnective("||"), 4..<6),
            ("a ~/^dep/", .missingField("/^dep/"), 2..<3), ("a zzz[", .unclosedBracket, 5..<6),
            ("[", .unclosedBracket, 0..<1),
            ("zzz[b c]", .unknownValue(field: "kind", value: "zzz"), 0..<3),
            ("name~^dep", .barePattern(field: "name", text: "^dep"), 5..<9),
            ("held:soon", .badValue(field: "held", value: "soon", expected: HeldWord.expected), 5..<9),
        ] as [(String, QueryError.Reason, Range<Int>)])
    func reasons(_ text: String, _ reason: QueryError.Reason, _ range: Range<Int>) {
        let error = #expect(throws: QueryError.self) { try Query(parsing: text) }
        #expect(error?.reason == reason)
        #expect(error?.range == range)
        #expect(error?.message.isEmpty == false)
    }

    @Test func `the caret line points below the place`() throws {
        let error = #expect(throws: QueryError.self) { try Query(parsing: "a is:liev b") }
        #expect(error?.caretLine == "     ^^^^")
        #expect(error?.message == "no flag or state is called liev; did you mean live?")
        let end = #expect(throws: QueryError.self) { try Query(parsing: "a or") }
        #expect(end?.caretLine == "    ^")
    }

    @Test(
        "A query over a known inventory gets the nearest names",
        arguments: [
            ("onwer:platform", ["owner"]), ("lable:x", ["label"]), ("kind:tokne", ["token"]), ("zzzzzzzz:1", []),
            ("tokne[a b]", ["token"]),
            ("expire<3d", ["expires", "expiry"]),
        ])
    func suggestions(_ text: String, _ nearest: [String]) {
        let error = #expect(throws: QueryError.self) { try Query(parsing: text, knowing: QueryFixture.vocabulary) }
        #expect(error?.suggestions == nearest)
    }

    @Test(
        "Signs inside a word, in quotes or in brackets are text", arguments: ["a&b", "\"&\"", "renovate[bot]"])
    func signs(_ text: String) throws {
        let query = try Query(parsing: text)
        #expect(query.plainWords?.isEmpty == false)
        let again = try Query(parsing: query.text)
        #expect(again == query)
    }

    @Test(
        "A kind before a colon, as the command line names entities, is offered as what is meant",
        arguments: [
            ("token:jenkins", "token is a kind, no field: write kind:token jenkins"),
            ("a Tokens:x", "token is a kind, no field: write kind:token x"),
            ("runner:", "runner is a kind, no field: write kind:runner NAME"),
        ])
    func kindAsField(_ text: String, _ message: String) {
        let error = #expect(throws: QueryError.self) { try Query(parsing: text, knowing: QueryFixture.vocabulary) }
        #expect(error?.message == message)
    }

    @Test("A name where a path wants a kind is offered with its kind, and one that nothing has with any")
    func namesInPaths() {
        let vocabulary = QueryFixture.vocabulary
        let entity = vocabulary.inventory.entity(at: 0)
        let name = "zzzz-linux-07"
        let error = #expect(throws: QueryError.self) { try Query(parsing: "\(name) -> token", knowing: vocabulary) }
        #expect(error?.suggestions == ["*[name:\(name)]"])
        #expect(error?.message == "no kind is called \(name); did you mean *[name:\(name)]?")
        #expect(vocabulary.kind(ofEntityNamed: entity.name) == entity.kindName)
    }

    @Test("What the inventory has is known", arguments: ["label:x", "attr.anything:x", "kind:gh_odd", "kind:agents"])
    func known(_ text: String) throws {
        _ = try Query(parsing: text, knowing: QueryFixture.vocabulary)
    }

    @Test func `deep groups are refused, long lists are not`() throws {
        let deep = String(repeating: "(", count: 100_000)
        let error = #expect(throws: QueryError.self) { try Query(parsing: deep) }
        #expect(error?.reason == .tooDeep(limit: QueryParser.depthLimit))
        #expect(throws: QueryError.self) { try Query(parsing: String(repeating: "-(", count: 100_000) + "a") }
        let within = QueryParser.depthLimit
        let nested = try Query(
            parsing: String(repeating: "-(a or ", count: within) + "b" + String(repeating: ")", count: within))
        #expect(try Query(parsing: nested.text) == nested)
        #expect(try Query(parsing: String(repeating: "not ", count: 100_001) + "a").text == "-a")
        #expect(try Query(parsing: String(repeating: "a or ", count: 50_000) + "a").root.terms.count == 50_001)
    }

    @Test func `random texts give a query that prints and reads back, or an error inside the text`() {
        var random = SeededRandom(6)
        let pieces = [
            "a", "live", "not ", " or ", " and ", "-", "(", ")", "\"", "/", "\\", ":", "~", "<", "<=", "!=", ",", " ",
            "kind",
            "expires", "used", "privilege", "is", "attr.", "label", "token", "none", "30d", "2026-03-14", "3", "[a-",
            "*",
            "{2,3}", "[", "]", "->", "->>", "<-", "<<-", "-[", "]->", "@", "job", "reads", "\u{301}", "é", "😀", "\u{0}",
            "\r\n", "\u{202E}",
        ]
        for _ in 0..<3_000 {
            let text = (0..<Int.random(in: 0...9, using: &random)).map { _ in random.pick(pieces) }.joined()
            for vocabulary in [nil, QueryFixture.vocabulary] {
                var parser = QueryParser(text, vocabulary: vocabulary)
                do {
                    let query = Query(try parser.parse())
                    #expect((try? Query(parsing: query.text)) == query, "\(text.debugDescription) → \(query.text)")
                } catch {
                    #expect(error.range.lowerBound >= 0 && error.range.upperBound <= text.count)
                    #expect(error.caretLine.count >= 1)
                }
            }
        }
    }
}
