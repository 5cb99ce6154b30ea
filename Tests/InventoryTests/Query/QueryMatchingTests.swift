import Testing

@testable import Inventory

@Suite("What queries match")
struct QueryMatchingTests {
    typealias Case = (query: String, ids: [String])

    @Test(
        "Over the inventory alone",
        arguments: [
            ("deploy", ["t2"]), ("\"deploy k\"", ["t2"]), ("deploy publish", []), ("npm publish", ["t1"]),
            ("npm", ["NPM_TOKEN", "t1"]), ("über", ["t3"]), ("name~live", ["t3"]), ("\"live\"", ["t3"]),
            ("name:npm", []), ("name:\"NPM PUBLISH\"", ["t1"]), ("name:\"LIVE-DATA übersicht\"", ["t3"]),
            ("/^n.*m/", ["NPM_TOKEN", "t1"]),
            ("name~/^dep.*y$/", ["t2"]), ("name:/0\\d$/", ["7"]), ("name~npm,odd", ["NPM_TOKEN", "t1", "x"]),
            ("id:t1", ["t1"]), ("id:northwind/web", ["web"]), ("id:hwind/web", []),
            ("id~hwind/WEB", ["web", "NPM_TOKEN"]),
            ("kind:token", ["t1", "t2", "t3"]), ("kind:Tokens,secret", ["NPM_TOKEN", "t1", "t2", "t3"]),
            ("type:gh_odd", ["x"]), ("kind~run", ["7"]), ("kind:nothing", []),
            ("provider:aws", ["t2", "t3"]), ("provider!=aws kind:token", ["t1"]),
            ("provider:none", ["7", "loop1", "loop2", "x"]),
            ("owner:platform", ["t1", "t3"]), ("owner:none kind:token", ["t2"]),
            ("owner:none,platform kind:token", ["t1", "t2", "t3"]),
            ("owner:any", ["t1", "t3"]), ("parent~northwind", ["web", "NPM_TOKEN", "t1", "7"]),
            ("parent:northwind", ["web", "7"]), ("parent:none", ["northwind", "t2", "t3", "x"]),
            ("in:northwind", ["web", "NPM_TOKEN", "t1", "7"]), ("in:northwind/web", ["NPM_TOKEN", "t1"]),
            ("in:any", ["web", "NPM_TOKEN", "t1", "7", "loop1", "loop2"]), ("in:none", ["northwind", "t2", "t3", "x"]),
            ("in:loop2", ["loop1", "loop2"]), ("in:loop1", ["loop1", "loop2"]),
            ("source:audit.json kind:token", ["t1", "t2", "t3"]), ("source~other", []),
            ("privilege>=3", ["t1", "t2"]), ("privilege:3,4", ["t1", "t2"]), ("privilege>3", ["t2"]),
            ("-privilege<4 kind:token", ["t2", "t3"]), ("privilege:none kind:token", ["t3"]),
            ("is:self_hosted", ["7"]), ("is:self-hosted,leaked", ["t3", "7"]), ("-is:leaked kind:token", ["t1", "t2"]),
            ("is:crown_jewel", ["web"]), ("nhi -kind:token", ["NPM_TOKEN", "7"]),
            ("expired", ["t2"]), ("revoked", ["t3"]), ("kind:token -expired -revoked", ["t1"]), ("is:expired", ["t2"]),
            ("kind:token (deploy or publish)", ["t1", "t2"]), ("deploy or npm publish", ["t1", "t2"]),
            ("kind:token and not (deploy or publish)", ["t3"]), ("--deploy", ["t2"]), ("not not deploy", ["t2"]),
            ("not-deploy kind:token", []), ("-()", []),
            ("label:self-hosted", ["7"]), ("LABEL:linux", ["7"]), ("label:self", []), ("label~self", ["7"]),
            ("label:none kind:runner", []), ("cores>8", ["7"]), ("cores>16", []), ("attr.owner:\"rack 4\"", ["7"]),
            ("attr.\"seen at\"<2026-03-02", ["7"]), ("attr.\"seen at\">2026-03-01", []), ("nonsense:any", []),
        ] as [Case])
    func matches(_ sample: Case) throws {
        #expect(try QueryFixture.ids(sample.query) == sample.ids)
    }

    @Test(
        "Times, as of 15 March 2026",
        arguments: [
            ("expires<30d", ["t1", "t2"]), ("expires>now expires<30d", ["t1"]), ("expires<10d", ["t2"]),
            ("expires>10d", ["t1"]), ("expires<-1d", ["t2"]), ("expires<-7d", []), ("expires:<30d -expired", ["t1"]),
            ("expires<2026-04-04", ["t2"]), ("expires<=2026-04-04", ["t1", "t2"]), ("expires:2026-04-04", ["t1"]),
            ("expires>2026-04-04", []), ("expires>=2026-04-04", ["t1"]), ("expires:2026-04", ["t1"]),
            ("expires:2026", ["t1", "t2"]), ("expires>2025", ["t1", "t2"]),
            ("expires<2026-04-04T12:00:01Z", ["t1", "t2"]),
            ("expires<2026-04-04T12:00:00Z", ["t2"]), ("expires:none kind:token", ["t3"]),
            ("kind:token -expires<30d", ["t3"]),
            ("used>90d", ["t2"]), ("used<7d", ["t1"]), ("used:never kind:token", ["t3"]), ("lastused>=100d", ["t2"]),
            ("used>100d", []), ("last_used<2026-01-01", ["t2"]), ("rotated>1y", ["NPM_TOKEN"]), ("rotated>14mo", []),
            ("age>1y", ["t1"]), ("age<2w", ["t2"]), ("created:any", ["t1"]), ("issued:any", ["t2"]),
            ("revoked:any", ["t3"]), ("revoked<1w", ["t3"]), ("cleaned<3d", ["t2"]),
            ("cleaned:none kind:token", ["t1", "t3"]),
            ("used<999999999y", ["t1", "t2"]),
        ] as [Case])
    func matchesTimes(_ sample: Case) throws {
        #expect(try QueryFixture.ids(sample.query) == sample.ids)
    }

    @Test(
        "With an investigation",
        arguments: [
            ("live", ["t1"]), ("reached -live", ["web"]), ("marked", ["web"]), ("tier:0", ["t1"]),
            ("exposure>3", ["t1"]), ("tier>=1", ["web"]),
            ("plane:identity", ["t1"]), ("plane:integrity,identity", ["web", "t1"]),
            ("plane:none kind:token", ["t2", "t3"]),
            ("conditional", []), ("used_since", ["t1"]), ("is:live", ["t1"]), ("kind:repository -used_since", []),
            ("kind:token -used_since", ["t2", "t3"]),
        ] as [Case])
    func matchesFindings(_ sample: Case) throws {
        #expect(try QueryFixture.ids(sample.query, QueryFixture.investigated) == sample.ids)
    }

    @Test(
        "What is not known matches neither a word nor its opposite",
        arguments: [
            "live", "-live", "not (live or expired) kind:token", "tier:0", "-tier:0", "exposure>3", "-exposure>3",
            "plane:none", "-plane:none",
            "-marked",
            "-used_since", "-is:live",
        ])
    func unknown(_ text: String) throws {
        #expect(try QueryFixture.ids(text).isEmpty)
    }

    @Test func `what can be known still matches beside what cannot`() throws {
        #expect(try QueryFixture.ids("live or deploy") == ["t2"])
        #expect(try QueryFixture.ids("not (live kind:token) kind:runner") == ["7"])
    }

    @Test func `a query says what it needs to know`() throws {
        #expect(try Query(parsing: "a (b or -live)").needsReach)
        #expect(try Query(parsing: "tier>0").needsReach)
        #expect(try !Query(parsing: "expired marked \"live\"").needsReach)
        #expect(try Query(parsing: "-marked").needsMarks)
    }

    @Test func `the empty query matches everything, and nothing is outside the inventory`() throws {
        let bound = try Query(parsing: " \n").bound(to: QueryFixture.inventory, context: .init(now: QueryFixture.now))
        #expect(bound.matchingIndices() == Array(0..<QueryFixture.inventory.entityCount))
        #expect(!bound.matches(-1) && !bound.matches(.max))
        let deploy = try Query(parsing: "deploy")
        let entity = try #require(QueryFixture.inventory.entity(id: "t2"))
        #expect(deploy.matches(entity: entity, context: .init(now: QueryFixture.now)))
        #expect(Query.everything.and(deploy) == deploy)
        #expect(deploy.negated.negated == deploy)
    }

    @Test func `a chain of scopes as deep as the inventory is answered`() throws {
        var fixture = InventoryFixture()
        for number in 0..<50_000 { fixture.entity("e\(number)", .resource) { $0.parent = "e\(number + 1)" } }
        let query = try Query(parsing: "in:e49999")
        #expect(query.bound(to: fixture.built(), context: .init(now: Instant(0))).matchingIndices().count == 49_999)
    }
}
