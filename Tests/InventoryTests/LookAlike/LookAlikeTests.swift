import PlainText
import Testing

@testable import Inventory

@Suite("Look-alike names of an inventory")
struct LookAlikeTests {
    /// Ids of what the query finds.
    private func found(_ inventory: Inventory) throws -> Set<String> {
        let query = try Query(parsing: "is:lookalike")
        let context = QueryContext(now: QueryFixture.now)
        let bound = query.bound(to: inventory, context: context)
        let rows = bound.matchingIndices()
        #expect(rows == (0..<inventory.entityCount).filter(bound.matches))
        return Set(rows.map { inventory.entity(at: $0).id })
    }

    @Test("An action that only looks like another is found with it; versions and other folders of one action are not")
    func actions() throws {
        var fixture = InventoryFixture()
        let ids = [
            "\u{430}ctions/checkout@v4", "actions/checkout@v3", "actions/checkout@v4", "actions/cache@v3",
            "actions/cache@v4", "actions/cache/save@v4",
        ]
        for id in ids { fixture.entity(id, .action, name: id) { $0.provider = "github" } }
        let inventory = fixture.built()
        #expect(try found(inventory) == Set(ids.prefix(3)))
        let forged = try #require(inventory.entity(id: ids[0]))
        let (twins, hasMore) = inventory.lookAlikes.twins(of: forged.index, atMost: 3)
        #expect(!hasMore)
        #expect(twins.map(\.count) == [2])
        #expect(twins.first?.likeness == .mixedScripts([.latin, .cyrillic]))
    }

    @Test(
        "Case twins of what GitHub names without case are one and the same there, folders of actions and jobs are not")
    func letterCase() throws {
        var fixture = InventoryFixture()
        let pairs: [(String, String, EntityKind, Bool)] = [
            ("Azure/login@v1", "azure/login@v2", .action, true), ("a/b/Save@v1", "a/b/save@v1", .action, false),
            ("northwind/Web", "northwind/web", .repository, true), ("Alice", "alice", .person, true),
            ("Build", "build", .job, false),
        ]
        for (name, other, kind, _) in pairs {
            for id in [name, other] {
                fixture.entity("\(kind.rawValue) \(id)", kind, name: id) { $0.provider = "github" }
            }
        }
        let inventory = fixture.built()
        for (name, other, kind, isOne) in pairs {
            let entity = try #require(inventory.entity(id: "\(kind.rawValue) \(name)"))
            let twin = try #require(inventory.lookAlikes.twins(of: entity.index, atMost: 1).twins.first)
            #expect(inventory.entity(at: twin.entity).name == other)
            #expect(twin.likeness == .letterCase)
            #expect(twin.isOne == isOne, "\(name)")
        }
    }

    @Test("What repeats from place to place is compared within its place, and never with another kind; runs not at all")
    func places() throws {
        var fixture = InventoryFixture()
        for repository in ["a", "b"] { fixture.entity(repository, .repository, name: repository) }
        func add(_ id: String, _ kind: EntityKind, _ name: String, in parent: String?) {
            fixture.entity(id, kind, name: name) { $0.parent = parent }
        }
        add("1", .secret, "DEPLOY_TOKEN", in: "a")
        add("2", .secret, "DEPL0Y_TOKEN", in: "b")
        add("3", .environment, "Production", in: "a")
        add("4", .environment, "production", in: "b")
        add("5", .job, "kim", in: "a")
        add("6", .person, "Kim", in: nil)
        add("7", .run, "Build", in: "a")
        add("8", .run, "bui1d", in: "a")
        add("9", .secret, "KEY_1", in: "a")
        add("10", .secret, "KEY_L", in: "a")
        #expect(try found(fixture.built()).isEmpty)
        add("11", .secret, "DEPL0Y_TOKEN", in: "a")
        #expect(try found(fixture.built()) == ["1", "11"])
    }

    @Test("Packages are compared without their versions, scopes and all")
    func packages() throws {
        var fixture = InventoryFixture()
        for name in [
            "@scope/lib@1.0", "@scope/lib@1.1", "@sc0pe/lib@2", "npm/@scope/x", "npm/@scope/y", "lodash@4.17.1",
        ] {
            fixture.entity(name, .package, name: name)
        }
        #expect(try found(fixture.built()) == ["@scope/lib@1.0", "@scope/lib@1.1", "@sc0pe/lib@2"])
    }

    @Test("A name that mixes scripts is found without a twin")
    func alone() throws {
        var fixture = InventoryFixture()
        fixture.entity("1", .person, name: "\u{430}lice")
        fixture.entity("2", .person, name: "\u{430}\u{43B}\u{438}\u{441}\u{430}")
        let inventory = fixture.built()
        #expect(try found(inventory) == ["1"])
        let entity = try #require(inventory.entity(id: "1"))
        #expect(inventory.lookAlikes.twins(of: entity.index, atMost: 3).twins.isEmpty)
        #expect(inventory.lookAlikes.mixedScripts(of: entity.index) == [.latin, .cyrillic])
    }

    @Test("Many entities give what comparing each name with each other gives", arguments: [1, 2, 3, 4])
    func naive(seed: UInt64) throws {
        var random = SeededRandom(seed)
        var fixture = InventoryFixture()
        let letters: [Unicode.Scalar] = [
            "a", "A", "\u{430}", "o", "0", "O", "l", "L", "1", "I", "i", "@", "/", "\u{200B}", "\u{301}", "\u{FF4F}",
        ]
        let kinds: [EntityKind] = [.secret, .action, .person, .run, .package]
        for place in 0..<3 { fixture.entity("place \(place)", .repository, name: "place \(place)x") }
        for number in 0..<300 {
            fixture.entity("e\(number)", random.pick(kinds), name: random.text(of: letters, upTo: 4)) {
                if Bool.random(using: &random) { $0.parent = "place \(Int.random(in: 0..<3, using: &random))" }
            }
        }
        let inventory = fixture.built()
        let names = ComparedNames(inventory: inventory)
        func compared(_ row: Int) -> String { names.text(of: row) }
        func areTwins(_ row: Int, _ other: Int) -> Bool {
            guard names.isCompared(row), names.isCompared(other), names.room(of: row) == names.room(of: other),
                Array(compared(row).utf8) != Array(compared(other).utf8)
            else { return false }
            return NameSkeleton.allCases.contains { $0.of(compared(row)) == $0.of(compared(other)) }
        }
        let all = 0..<inventory.entityCount
        var alike = 0
        for row in all {
            let others = Set(all.filter { areTwins(row, $0) }.map { Array(compared($0).utf8) })
            let isMixed = names.isCompared(row) && !WrittenScript.mixed(in: inventory.entity(at: row).name).isEmpty
            #expect(inventory.lookAlikes.rows.contains(row) == (!others.isEmpty || isMixed))
            let (twins, hasMore) = inventory.lookAlikes.twins(of: row, atMost: 1_000)
            #expect(!hasMore)
            #expect(twins.count == others.count)
            #expect(Set(twins.map { Array(compared($0.entity).utf8) }) == others)
            if !others.isEmpty { alike += 1 }
        }
        #expect(alike > 20)
        #expect(inventory.lookAlikes.rows.count < inventory.entityCount)
    }
}
