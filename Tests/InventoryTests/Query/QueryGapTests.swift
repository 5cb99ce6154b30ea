import Testing

@testable import Inventory

@Suite("What a query passes over because no source tells it")
struct QueryGapTests {
    private func told(_ text: String) throws -> [QueryGap] {
        let query = try Query(parsing: text)
        let context = QueryContext(now: QueryFixture.now)
        let found = query.bound(to: QueryFixture.inventory, context: context).matchingIndices()
        return try #require(query.gaps(in: QueryFixture.inventory, context: context, isFound: !found.isEmpty))
    }

    @Test("Those without a recorded age are counted, and the term that lists them does")
    func age() throws {
        let gaps = try told("kind:token age>90d")
        #expect(gaps == [.unrecorded(.age, count: 1, term: "-age>0d")])
        #expect(try QueryFixture.ids("kind:token -age>0d") == ["t3"])
    }

    @Test("Of what no use is recorded of, it is told of how many like it one is")
    func used() throws {
        #expect(try told("kind:token used:never") == [.presumed(.used, recorded: 2, of: 3)])
        #expect(try told("kind:secret used:never") == [.presumed(.used, recorded: 0, of: 1)])
        #expect(try told("kind:token used>1d") == [.unrecorded(.used, count: 1, term: "used:none")])
    }

    @Test("Kinds that no source names are told where nothing is found, and only there")
    func kinds() throws {
        #expect(try told("jobs>1") == [.absent(.job)])
        #expect(try told("runner[self-hosted] -> job -> token") == [.absent(.job)])
        #expect(try told("kind:token,agent") == [])
        #expect(try told("kind:agent") == [.absent(.agent)])
    }

    @Test(
        "What says nothing of recorded facts has no gaps",
        arguments: ["", "kind:token", "owner:none", "-age>90d", "expires<30d"])
    func none(text: String) throws {
        #expect(try told(text).isEmpty)
    }
}
