import Testing

@testable import Intake
@testable import Inventory

@Suite("Blind spots name what they count")
struct BlindSpotMemberTests {
    @Test("Each blind spot of the sample that has a query counts as many as the query lists")
    func sample() throws {
        let inventory = Sample.northwind.inventory
        let spots = inventory.blindSpots.filter { $0.query != nil }
        try #require(!spots.isEmpty)
        for spot in spots {
            let query = try Query(parsing: spot.query ?? "")
            let found = query.bound(to: inventory, context: QueryContext(now: .beginning)).matchingIndices()
            #expect(found.count == spot.count, "\(spot.what)")
        }
    }

    @Test("No beginning of a row of the table hides another")
    func table() {
        for row in BlindSpot.unknowns {
            let spot = BlindSpot(what: row.beginning, count: 1, why: "")
            #expect(spot.unknown == row.value)
        }
    }
}
