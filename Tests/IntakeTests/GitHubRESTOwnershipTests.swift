import Inventory
import Testing

@testable import Intake

@Suite("GitHub REST: repositories, organisations, people")
struct GitHubRESTOwnershipTests {
    private let web = #"""
        {"id":1,"node_id":"R_1","name":"web","full_name":"acme/web","private":true,"visibility":"internal",
         "owner":{"login":"acme","id":7,"type":"Organization"},"fork":false,"archived":true,"disabled":false,
         "default_branch":"main","created_at":"2020-01-02T03:04:05Z","pushed_at":"2026-03-01T00:00:00Z","new_field":[1]}
        """#

    @Test("A repository, alone or in a list", arguments: ["", "[", "[["])
    func repository(bracket: String) throws {
        let closing = String(repeating: "]", count: bracket.count)
        let read = try RESTImport("orgs/acme/repos.json", bracket + web + closing)
        let entity = try #require(read.entity("github.com/acme/web"))
        #expect(entity.kind == .repository)
        #expect(entity.provider == "github")
        #expect(entity.parent?.id == "github.com/acme")
        #expect(entity.values("visibility") == ["internal"])
        #expect(entity.values("default_branch") == ["main"])
        #expect(entity.values("archived") == ["true"])
        #expect(entity.values("disabled").isEmpty)
        #expect(entity.created == Instant(text: "2020-01-02T03:04:05Z"))
        #expect(read.relations == ["github.com/acme owns github.com/acme/web"])
        #expect(read.estate.repositories["acme/web"]?.isArchived == true)
        #expect(read.estate.repositories["acme/web"]?.visibility == "internal")
        #expect(read.gave == ["repositories": 1])
        #expect(read.notices.isEmpty)
        #expect(read.issues.isEmpty)
        #expect(read.reports.first?.outcome == .read(format: "GitHub REST API"))
    }

    @Test("Provenance is the pointer, with the page where there are several")
    func provenance() throws {
        let other = web.replacing("acme/web", with: "acme/api")
        let one = try RESTImport("r.json", "[\(web),\(other)]")
        #expect(one.entity("github.com/acme/api")?.provenance.map(\.location) == ["/1"])
        let pages = try RESTImport("r.json", "[\(web)][\(other)]")
        #expect(pages.entity("github.com/acme/api")?.provenance.map(\.location) == ["page 2 /0"])
        let slurped = try RESTImport("r.json", "[[\(web)],[\(other)]]")
        #expect(slurped.entity("github.com/acme/api")?.provenance.map(\.location) == ["/1/0"])
        let lines = try RESTImport(
            "r.ndjson", web.replacing("\n", with: " ") + "\n" + other.replacing("\n", with: " ") + "\n")
        #expect(lines.entity("github.com/acme/api")?.provenance.map(\.location) == ["page 2"])
        #expect(lines.gave == ["repositories": 2])
    }

    @Test("A person's repository is administered by the person, and belongs to no organisation")
    func userRepository() throws {
        let read = try RESTImport(
            "r.json", #"[{"name":"x","full_name":"ann/x","private":false,"owner":{"login":"ann","type":"User"}}]"#)
        #expect(read.relations == ["github.com/users/ann administers github.com/ann/x"])
        #expect(read.entity("github.com/ann") == nil)
        #expect(read.estate.repositories["ann/x"]?.visibility == "public")
    }

    @Test("An organisation's object")
    func organization() throws {
        let read = try RESTImport(
            "orgs/acme.json",
            #"""
            {"login":"acme","id":7,"url":"https://api.github.com/orgs/acme","repos_url":"x","members_url":"y",
             "type":"Organization","default_repository_permission":"write","two_factor_requirement_enabled":false,
             "billing_email":"mail@example.org","created_at":"2015-01-01T00:00:00Z"}
            """#)
        let entity = try #require(read.entity("github.com/acme"))
        #expect(entity.kind == .organization)
        #expect(entity.values("default_repository_permission") == ["write"])
        #expect(entity.values("two_factor_requirement_enabled") == ["false"])
        #expect(!read.everything.contains("mail@example.org"))
    }

    @Test("Members belong to the organisation; members of a team inherit what it may do")
    func members() throws {
        let users =
            #"[{"login":"ann","id":1,"type":"User","url":"u"},{"login":"ci[bot]","id":2,"type":"Bot","url":"u"}]"#
        let members = try RESTImport("orgs/acme/members.json", users)
        #expect(
            members.relations == [
                "github.com/users/ann belongs_to github.com/acme",
                "github.com/users/ci[bot] belongs_to github.com/acme",
            ])
        #expect(members.entity("github.com/users/ci[bot]")?.kind == .serviceAccount)
        let team = try RESTImport("orgs/acme/teams/ops/members.json", users)
        #expect(team.relations.first == "github.com/users/ann member_of github.com/acme/teams/ops")
    }

    @Test("Memberships: an admin administers the organisation, a pending one does not belong to it yet")
    func memberships() throws {
        func membership(_ role: String, _ state: String) throws -> [String] {
            try RESTImport(
                "m.json",
                #"{"url":"https://api.github.com/orgs/acme/memberships/ann","state":"\#(state)","role":"\#(role)","#
                    + #""organization":{"login":"acme"},"user":{"login":"ann","type":"User"}}"#
            ).relations
        }
        #expect(try membership("member", "active") == ["github.com/users/ann belongs_to github.com/acme"])
        #expect(
            try membership("admin", "active") == [
                "github.com/users/ann administers github.com/acme", "github.com/users/ann belongs_to github.com/acme",
            ])
        #expect(try membership("admin", "pending").isEmpty)
    }

    @Test(
        "Collaborators can do what their role says; a role with a name of its own what its permissions say",
        arguments: [
            (#""role_name":"admin""#, "administers"), (#""role_name":"write""#, "can_write"),
            (#""role_name":"read""#, "can_read_repository"),
            (#""role_name":"deployer","permissions":{"admin":false,"push":true,"pull":true}"#, "can_write"),
            (#""permissions":{"admin":false,"maintain":true}"#, "can_write"),
            (#""role_name":null,"permissions":{"pull":true}"#, "can_read_repository"),
        ])
    func collaborators(role: String, relation: String) throws {
        let read = try RESTImport(
            "repos/acme/web/collaborators.json", #"[{"login":"ann","id":1,"type":"User","url":"u",\#(role)}]"#)
        #expect(read.relations == ["github.com/users/ann \(relation) github.com/acme/web"])
    }

    @Test("Reading a repository gives no control over it")
    func readingGainsNothing() throws {
        let read = try RESTImport(
            "repos/acme/web/collaborators.json", #"[{"login":"ann","id":1,"type":"User","role_name":"read"}]"#)
        #expect(read.inventory.relation(at: 0).traits.gain == Gain.none)
    }

    @Test("Teams: a child is in its parent; a repository's teams have rights there")
    func teams() throws {
        let team = #"""
            [{"id":1,"slug":"ops","name":"Operations","html_url":"https://github.com/orgs/acme/teams/ops",
              "members_url":"m","repositories_url":"r","permission":"push","parent":{"slug":"all"}}]
            """#
        #expect(
            try RESTImport("orgs/acme/teams.json", team).relations == [
                "github.com/acme/teams/ops member_of github.com/acme/teams/all"
            ])
        let read = try RESTImport("repos/acme/web/teams.json", team)
        #expect(read.relations.first == "github.com/acme/teams/ops can_write github.com/acme/web")
        #expect(read.entity("github.com/acme/teams/ops")?.values("display_name") == ["Operations"])
    }

    @Test("A team's repositories say what the team may do; other lists' permissions are the collector's own")
    func teamRepositories() throws {
        let list = #"[{"name":"web","full_name":"acme/web","private":true,"permissions":{"admin":true}}]"#
        #expect(
            try RESTImport("orgs/acme/teams/ops/repos.json", list).relations.contains(
                "github.com/acme/teams/ops administers github.com/acme/web"))
        #expect(
            try RESTImport("orgs/acme/repos.json", list).relations == ["github.com/acme owns github.com/acme/web"])
    }
}
