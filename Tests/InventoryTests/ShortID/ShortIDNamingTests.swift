import Testing

@testable import Inventory

@Suite("Entities named by their short ids")
struct ShortIDNamingTests {
    /// Two tokens whose first four digits are the same, found by trying.
    private static let twins: (String, String) = {
        var seen: [String: String] = [:]
        for number in 0... {
            let id = "github.com/acme/t\(number)"
            let text = ShortID(kind: "token", id: id).text(digits: 4)
            if let other = seen.updateValue(id, forKey: text) { return (other, id) }
        }
        return ("", "")
    }()

    private static func inventory(_ change: (inout InventoryFixture) -> Void = { _ in }) -> Inventory {
        var fixture = InventoryFixture()
        fixture.entity(twins.0, .token, name: "one")
        fixture.entity(twins.1, .token, name: "two")
        fixture.entity("github.com/acme", .organization, name: "acme")
        fixture.entity("build-1", .runner, name: "build-1")
        change(&fixture)
        return fixture.built()
    }

    @Test("A short id, any longer form and any beginning of four digits names its entity")
    func resolves() throws {
        let inventory = Self.inventory()
        let build = try inventory.resolve("build-1")
        let all = ShortID(kind: "runner", id: "build-1").text(digits: 12)
        for count in 5...13 { #expect(try inventory.resolve(String(all.prefix(count))) == build) }
        #expect(try inventory.resolve(all.uppercased()) == build)
        #expect(throws: EntityReferenceError.unknown(text: String(all.prefix(4)), similar: [])) {
            try inventory.resolve(String(all.prefix(4)))
        }
    }

    @Test("One that several have names none of them: all are told with what tells them apart")
    func ambiguous() throws {
        let (inventory, ids) = (Self.inventory(), [Self.twins.0, Self.twins.1].sorted())
        let text = ShortID(kind: "token", id: ids[0]).text(digits: 4)
        do throws(EntityReferenceError) {
            _ = try inventory.resolve(text)
            Issue.record("one of two was taken")
        } catch {
            guard case .ambiguousShortID(text, let candidates) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(candidates.map(\.id) == ids)
            #expect(Set(candidates.map(\.shortID)).count == 2)
            for candidate in candidates {
                #expect(try inventory.resolve(candidate.shortID).id == candidate.id)
            }
        }
    }

    @Test("An id and a name come before a short id that reads the same")
    func precedence() throws {
        let text = ShortID(kind: "runner", id: "build-1").text(digits: 4)
        let withID = Self.inventory { $0.entity(text, .job, name: "a job") }
        #expect(try withID.resolve(text).kind == .job)
        let withName = Self.inventory { $0.entity("j", .job, name: text) }
        #expect(throws: EntityReferenceError.unknown(text: text, similar: ["j"])) { try withName.resolve(text) }
        #expect(try withName.resolve("job:\(text)").id == "j")
    }

    @Test("A query finds by whole short ids and by their beginnings, several at once")
    func query() throws {
        let inventory = Self.inventory()
        func ids(_ text: String) throws -> [String] {
            let bound = try Query(parsing: text).bound(to: inventory, context: QueryContext(now: .beginning))
            let rows = try #require(bound.matchingRows())
            #expect(rows.rows == (0..<inventory.entityCount).filter(bound.matches))
            return rows.rows.map { inventory.entity(at: $0).id }.sorted()
        }
        let all = ShortID(kind: "token", id: Self.twins.0).text(digits: 12)
        let build = ShortID(kind: "runner", id: "build-1").text(digits: 4)
        #expect(try ids("short:\(all)") == [Self.twins.0])
        #expect(try ids("short:\(all.prefix(5))") == [Self.twins.0, Self.twins.1].sorted())
        #expect(try ids("short_id:\(all.prefix(2)) kind:token").contains(Self.twins.0))
        #expect(try ids("short:\(all),\(build)") == ["build-1", Self.twins.0].sorted())
        #expect(try ids("short:any").count == 4)
        #expect(try ids("short:none").isEmpty)
        #expect(try ids("-short:\(build)").count == 3)
    }

    @Test(
        "What is no short id is refused where it stands",
        arguments: ["short:hello!", "short:t", "short~t7f3", "short:/t/"])
    func refused(text: String) { #expect(throws: QueryError.self) { try Query(parsing: text) } }

    @Test("A query keeps what was meant when it is written again")
    func written() throws {
        #expect(try Query(parsing: "short:\"T-H3C9\"").text == "short:th3c9")
    }

    @Test("They sort as they read, in both directions")
    func sorting() throws {
        var fixture = InventoryFixture()
        for number in 0..<300 { fixture.entity("id\(number)", number % 2 == 0 ? .token : .job) }
        let inventory = fixture.built()
        let texts = InventorySort(.shortID).sorted(inventory).map { inventory.shortID(of: $0).text(digits: 11) }
        #expect(texts == texts.sorted() && Set(texts).count == 300)
        let back = InventorySort(.shortID, ascending: false).sorted(inventory)
        #expect(back.map { inventory.shortID(of: $0).text(digits: 11) } == texts.reversed())
    }

    @Test("All rows of a large inventory are looked at in any number of blocks, and a search can be given up")
    func blocks() throws {
        var fixture = InventoryFixture()
        for number in 0..<200_000 { fixture.entity("id\(number)", .token) }
        let inventory = fixture.built()
        let wanted = try #require(ShortIDPrefix(ShortID(kind: "token", id: "id199999").text(digits: 9)))
        #expect(inventory.rows(withShortID: wanted)?.rows.map { inventory.entity(at: $0).id } == ["id199999"])
        #expect(inventory.rows(withShortID: wanted) { true } == nil)
    }
}
