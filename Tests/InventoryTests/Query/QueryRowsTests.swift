import Testing

@testable import Inventory

@Suite("Queries answered for many rows at once")
struct QueryRowsTests {
    @Test func `all rows at once get the answers that each gets alone`() throws {
        var random = SeededRandom(11)
        for round in 0..<6 {
            let inventory = round == 0 ? QueryFixture.inventory : Self.inventory(round * 90, &random)
            for _ in 0..<120 {
                let query = Query(RandomQuery.expression(depth: 3, &random))
                let context = Bool.random(using: &random) ? Self.context : QueryContext(now: QueryFixture.now)
                let bound = query.bound(to: inventory, context: context)
                let alone = (0..<inventory.entityCount).filter(bound.matches)
                #expect(bound.matchingIndices() == alone, "\(query.text)")
            }
        }
    }

    @Test func `rows beyond ASCII are found by texts beyond ASCII, whatever their case`() throws {
        var fixture = InventoryFixture()
        for (number, name) in ["é", "É", "e\u{301}", "E", "ÜBER-é", "\u{212A}", "k", "K"].enumerated() {
            fixture.entity("e\(number)", .token, name: name)
        }
        let inventory = fixture.built()
        func rows(_ text: String) throws -> [Int] {
            try Query(parsing: text).bound(to: inventory, context: QueryContext(now: Instant(0))).matchingIndices()
        }
        #expect(try rows("é") == [0, 1, 4])
        #expect(try rows("über") == [4])
        #expect(try rows("e") == [2, 3, 4])
        #expect(try rows("k") == [6, 7])
        #expect(try rows("\u{212A}") == [5, 6, 7])
        #expect(try rows("name:\"\u{212A}\"") == [5, 6, 7])
    }

    @Test func `a query that is no longer wanted gives no answer`() throws {
        for text in ["", "deploy", "kind:token", "parent~x or é", "/a/", "in:northwind"] {
            let bound = try Query(parsing: text).bound(to: QueryFixture.inventory, context: Self.context)
            #expect(bound.matchingRows(isCancelled: { true }) == nil)
            #expect(bound.matchingRows(isCancelled: { false })?.rows == bound.matchingIndices())
        }
    }

    @Test func `times stand to dates and lengths of time as the words say, at the ends of time too`() throws {
        let moments = [
            .min, .min + 1, -1, 0, 1, 86_399, 86_400, 1_773_446_400, 1_773_532_799, 1_773_532_800, .max - 1, .max,
        ].map { Instant($0) }
        let dates = ["2026-03-14", "1970", "1970-01-01T00:00:01Z", "now"].compactMap(QueryDate.init(parsing:))
        let lengths = ["0s", "1d", "-1d", "90d", "9999y"].compactMap(QueryDuration.init(parsing:))
        for now in moments {
            for comparison in QueryComparison.allCases {
                for date in dates {
                    let term = QueryTerm(subject: .field(.used), comparison: comparison, values: [.date(date)])
                    let test = TimeTest(term, now: now)
                    for moment in moments {
                        #expect(
                            test.passes(moment) == (moment.isBounded && date.admits(moment, comparison, now: now)),
                            "\(moment.seconds) \(term.text) at \(now.seconds)")
                    }
                }
                for length in lengths {
                    let ago = QueryTerm(subject: .field(.used), comparison: comparison, values: [.duration(length)])
                    let ahead = QueryTerm(
                        subject: .field(.expires), comparison: comparison, values: [.duration(length)])
                    for moment in moments where moment.isBounded {
                        #expect(
                            TimeTest(ago, now: now).passes(moment)
                                == comparison.holds(now.advanced(by: -length.seconds), moment))
                        #expect(
                            TimeTest(ahead, now: now).passes(moment)
                                == comparison.holds(moment, now.advanced(by: length.seconds)))
                    }
                }
            }
        }
    }

    private static var context: QueryContext {
        var context = QueryContext(now: QueryFixture.now)
        context.live = { $0 % 5 == 0 }
        context.reached = { $0 % 3 == 0 }
        context.conditional = { $0 % 7 == 0 }
        context.usedSince = { $0 % 2 == 0 ? nil : $0 % 3 == 0 }
        context.tier = { $0 % 4 == 0 ? nil : $0 % 6 }
        context.plane = { $0 % 4 == 0 ? nil : $0 % 2 == 0 ? .identity : .integrity }
        context.marked = { $0 % 11 == 0 }
        return context
    }

    /// Entities with anything in any column.
    static func inventory(_ count: Int, _ random: inout SeededRandom) -> Inventory {
        var fixture = InventoryFixture()
        let words = [
            "deploy", "Deploy", "npm publish", "live", "é", "É/ü", "northwind/web", "a/b", "x,y", "Über", "none",
        ]
        for number in 0..<count {
            let name = (0..<Int.random(in: 0...3, using: &random)).map { _ in random.pick(words) }
                .joined(separator: "-")
            fixture.entity("e\(number)/\(random.pick(words))", random.pick(EntityKind.table).kind, name: name) {
                if Bool.random(using: &random) { $0.owner = random.pick(words) }
                if Bool.random(using: &random) { $0.provider = random.pick(["aws", "AWS", "github", "gitHub"]) }
                if Bool.random(using: &random) { $0.privilege = .random(in: 0...4, using: &random) }
                if Bool.random(using: &random) { $0.created = time(&random) }
                if Bool.random(using: &random) { $0.issued = time(&random) }
                if Bool.random(using: &random) { $0.rotated = time(&random) }
                if Bool.random(using: &random) { $0.lastUsed = time(&random) }
                if Bool.random(using: &random) { $0.expires = time(&random) }
                if Bool.random(using: &random) { $0.revoked = time(&random) }
                if Bool.random(using: &random) { $0.flags = random.pick(EntityFlags.table).flag }
                if Bool.random(using: &random) { $0.attributes = [Attribute("label", random.pick(words))] }
            }
        }
        return fixture.built()
    }

    private static func time(_ random: inout SeededRandom) -> Instant {
        switch Int.random(in: 0..<12, using: &random) {
        case 0: Instant(.min + 1)
        case 1: Instant(.max - 1)
        default: Instant(.random(in: 1_770_000_000...1_780_000_000, using: &random))
        }
    }
}
