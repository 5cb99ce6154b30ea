import Testing

@testable import Inventory

@Suite("Sorting an inventory")
struct InventorySortTests {
    static let inventory: Inventory = {
        var fixture = InventoryFixture()
        fixture.entity("d", .token, name: "beta") {
            $0.expires = Instant(20); $0.owner = "x"; $0.privilege = 0
        }
        fixture.entity("c", .job, name: "Alpha") {
            $0.expires = Instant(10); $0.owner = "X"; $0.flags = .leaked
        }
        fixture.entity("b", .token, name: "alpha") {
            $0.parent = "d"; $0.privilege = 4
        }
        fixture.entity("a", .agent, name: "émile") {
            $0.expires = Instant(20); $0.parent = "c"
        }
        return fixture.built()
    }()

    private func ids(_ text: String) throws -> String {
        let sort = try #require(InventorySort(parsing: text))
        return sort.sorted(Self.inventory).map { Self.inventory.entity(at: $0).id }.joined()
    }

    @Test(
        "Ties by id, missing values last, in both directions",
        arguments: [
            ("id", "abcd"), ("-id", "dcba"), ("name", "cbda"), ("-name", "adbc"), ("kind", "acbd"), ("-kind", "bdca"),
            ("expires", "cadb"), ("-expires_at", "adcb"), ("owner", "cdab"), ("-owner", "dcab"), ("privilege", "dbac"),
            ("-privilege", "bdac"), ("parent", "abcd"), ("-parent", "bacd"), ("flags", "cabd"), ("created", "abcd"),
            ("-last-used", "abcd"),
        ])
    func orders(_ sort: String, _ expected: String) throws {
        #expect(try ids(sort) == expected)
    }

    @Test func `computed columns are sorted by what is brought along, and by id where nothing is`() throws {
        let sort = try #require(InventorySort(parsing: "-exposure"))
        #expect(try ids("-exposure") == "abcd")
        let all = Array(0..<Self.inventory.entityCount)
        let sorted = sort.sorted(all, of: Self.inventory) { Self.inventory.entity(at: $0).kind == .token ? $0 : nil }
        let expected = all.filter { Self.inventory.entity(at: $0).kind == .token }.sorted(by: >)
        #expect(Array(sorted.prefix(2)) == expected)
        #expect(sorted.suffix(2).map { Self.inventory.entity(at: $0).id } == ["a", "c"])
    }

    @Test func `every column sorts any selection the same way, whatever order it comes in`() {
        var random = SeededRandom(10)
        let inventory = QueryFixture.inventory
        for column in EntityColumn.allCases {
            for ascending in [true, false] {
                let sort = InventorySort(column, ascending: ascending)
                let all = sort.sorted(inventory)
                #expect(all.sorted() == Array(0..<inventory.entityCount))
                #expect(sort.sorted(all.shuffled(using: &random) + [-1, .max], of: inventory) == all)
                let isMissing = all.map { column.text(of: inventory.entity(at: $0)).isEmpty }
                #expect(isMissing == isMissing.filter { !$0 } + isMissing.filter { $0 })
                #expect(InventorySort(parsing: sort.text) == sort)
            }
        }
    }

    @Test func `columns have one row each and names that lead back to them`() {
        for (place, row) in EntityColumn.table.enumerated() {
            #expect(Int(row.column.rawValue) == place)
            for name in [row.name] + row.aliases { #expect(EntityColumn(named: name) == row.column) }
        }
        #expect(EntityColumn.table.count == EntityColumn.allCases.count)
        #expect(InventorySort(parsing: "nope") == nil)
        #expect(InventorySort(parsing: "") == nil)
        #expect(EntityColumn.suggestions(for: "expirse") == ["expires"])
    }
}
