import Testing

@testable import Inventory

@Suite("Words that tables show are understood in queries")
struct QueryWordTests {
    @Test(
        "Kinds go by their short and other names",
        arguments: [
            ("kind:env", "kind:environment"), ("kind:repo,account", "kind:repository,service_account"),
            ("kind:slots", "kind:secret"), ("repo -> slot", "repository -> secret"), ("kind:GH_Odd", "kind:gh_odd"),
            ("role[name~a]", "kind:service_account a"),
        ])
    func kinds(_ text: String, _ canonical: String) throws {
        #expect(try Query(parsing: text, knowing: QueryFixture.vocabulary) == Query(parsing: canonical))
    }

    @Test("A kind of a source keeps a name that is a short one elsewhere")
    func importedKinds() {
        #expect(EntityKind.row(meantBy: "Group")?.kind == .runnerGroup)
        #expect(EntityKind.row(meantBy: "group", besides: ["Group"]) == nil)
        #expect(EntityKind.row(meantBy: "tokens", besides: ["tokens"])?.kind == .token)
        let names = EntityKind.table.flatMap { [$0.name, $0.plural, $0.short] + $0.aliases }.map(\.queryName)
        for row in EntityKind.table {
            for alias in row.aliases {
                #expect(EntityKind.row(meantBy: alias)?.kind == row.kind, "\(alias)")
                #expect(names.count { $0 == alias.queryName } == 1, "\(alias)")
            }
        }
    }

    @Test("The words of a holding stand for queries")
    func held() throws {
        for (word, query) in HeldWord.table {
            let meant = try Query(parsing: query)
            #expect(!meant.isEmpty)
            #expect(try Query(parsing: "held:\(word)") == meant)
        }
        #expect(try Query(parsing: "-held:live") == Query(parsing: "-live"))
        #expect(try Query(parsing: "held:live,2026-03-14") == Query(parsing: "live or held:2026-03-14"))
    }

    @Test("A day without a year is the last one, or the next one for what lies ahead")
    func days() throws {
        let now = try #require(Instant(text: "2026-03-15T12:00:00Z"))
        let day = try #require(QueryDate(parsing: "03-14"))
        #expect(day.span(now: now).from.dayText == "2026-03-14")
        #expect(day.span(now: now, isAhead: true).from.dayText == "2027-03-14")
        #expect(try #require(QueryDate(parsing: "12-01")).span(now: now).from.dayText == "2025-12-01")
        #expect(try #require(QueryDate(parsing: "02-29")).span(now: now).from.dayText == "2024-02-29")
        #expect(QueryDate(parsing: "02-30") == nil && QueryDate(parsing: "3-14") == nil)
        #expect(try Query(parsing: "held>03-14").text == "held>03-14")
    }

    @Test("A name that no query has is an error with the nearest names")
    func names() throws {
        let error = #expect(throws: QueryError.self) { try NamedQueries.ready.query("nhi -%never-usd") }
        #expect(error?.range == 5..<15)
        #expect(error?.message == "no query is called never-usd; did you mean %never-used?")
        #expect(throws: QueryError.self) { try NamedQueries.ready.query("%nosuch") }
        _ = try NamedQueries.ready.query("\"%nosuch\"")
    }

    @Test("Plain words are told from everything else")
    func plainWords() throws {
        #expect(try Query(parsing: "a \"b c\"").plainWords == ["a", "b c"])
        for text in ["a kind:token", "-a", "a or b", "live", "name~/a/"] {
            #expect(try Query(parsing: text).plainWords == nil, "\(text)")
        }
    }
}
