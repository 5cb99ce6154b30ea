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

    @Test func `every order is the one that comparing finds`() {
        var random = SeededRandom(12)
        for count in [1, 40, 700] {
            let inventory = QueryRowsTests.inventory(count, &random)
            for column in EntityColumn.allCases {
                for ascending in [true, false] {
                    let sort = InventorySort(column, ascending: ascending)
                    for part in [1, 3, 40] {
                        let rows = (0..<count).filter { $0 % part == 0 }
                        #expect(
                            sort.sorted(rows, of: inventory) == Self.compared(rows, sort, inventory),
                            "\(sort.text), one in \(part) of \(count)")
                    }
                }
            }
        }
    }

    @Test func `numbers that come twice stay twice, and a set sorts as its numbers do`() {
        let inventory = QueryFixture.inventory
        let sort = InventorySort(.name, ascending: false)
        let all = sort.sorted(inventory)
        #expect(sort.sorted(all + all, of: inventory) == all.flatMap { [$0, $0] })
        #expect(sort.sorted(RowSet(allOf: inventory.entityCount), of: inventory) == all)
        #expect(sort.sorted([], of: inventory).isEmpty)
    }

    /// The order as it is defined, pair by pair.
    private static func compared(_ rows: [Int], _ sort: InventorySort, _ inventory: Inventory) -> [Int] {
        func precedes(_ left: String, _ right: String) -> Bool {
            let (a, b) = (left.utf8.map(TextArena.folded), right.utf8.map(TextArena.folded))
            return a == b ? left.utf8.lexicographicallyPrecedes(right.utf8) : a.lexicographicallyPrecedes(b)
        }
        return rows.sorted { left, right in
            let (a, b) = (inventory.entity(at: left), inventory.entity(at: right))
            let (x, y) = (sort.column.text(of: a), sort.column.text(of: b))
            if x.isEmpty || y.isEmpty {
                return x.isEmpty == y.isEmpty ? a.id.utf8.lexicographicallyPrecedes(b.id.utf8) : y.isEmpty
            }
            let (isLess, isGreater) =
                if let s = sort.column.time(of: a), let t = sort.column.time(of: b) {
                    (s < t, t < s)
                } else if let p = a.privilege, let q = b.privilege, sort.column == .privilege {
                    (p < q, q < p)
                } else if sort.column == .id {
                    (x.utf8.lexicographicallyPrecedes(y.utf8), y.utf8.lexicographicallyPrecedes(x.utf8))
                } else {
                    (precedes(x, y), precedes(y, x))
                }
            if !isLess && !isGreater { return a.id.utf8.lexicographicallyPrecedes(b.id.utf8) }
            return sort.ascending ? isLess : isGreater
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
