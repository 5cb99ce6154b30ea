import Inventory
import Testing

@testable import Intake

@Suite("GitHub REST: recognising, and what is odd")
struct GitHubRESTReaderTests {
    @Test(
        "Answers are recognised by what they hold",
        arguments: [
            #"{"total_count":0,"secrets":[]}"#, #"[{"total_count":0,"jobs":[]}]"#, #"{"total_count":0,"jobs":[]} "#,
            #"[[{"name":"a","full_name":"o/a","private":true}]]"#, #"{"message":"Not Found","documentation_url":"x"}"#,
            #"{"name":"A","created_at":"x","updated_at":"y"}"#,
            #"{"runners":[{"id":1,"name":"a","os":"l","labels":[],"busy":false}]}"#,
            #"{"total_count":1,"workflows":[{}]}"#, #"{"default_workflow_permissions":"read"}"#,
            #"{"a":1}{"total_count":0,"secrets":[]}"#,
        ])
    func recognized(text: String) throws {
        #expect(try recognizes(text))
    }

    @Test(
        "Other JSON is not",
        arguments: [
            "[]", "{}", "1", #""text""#, "null", #"{"graph":{"nodes":[],"edges":[]}}"#,
            #"{"version":"2.1.0","runs":[]}"#, #"[{"RuleID":"x","Secret":"y"}]"#, #"{"secrets":["a"]}"#,
            #"{"jobs":{"build":{"runs-on":"x"}}}"#, #"{"name":"pkg","version":"1.0.0"}"#,
            #"{"action":"git.clone","actor":"ann","@timestamp":1,"org":"acme","repo":"acme/web"}"#,
            #"{"UserDetailList":[],"RoleDetailList":[]}"#, #"[[[{"name":"A","created_at":"x","updated_at":"y"}]]]"#,
            #"{"name":"A","value":"v","created_at":"x","updated_at":"y"}"#,
        ])
    func notRecognized(text: String) throws {
        #expect(try !recognizes(text))
    }

    @Test(
        "An empty list is one where its path says of what; elsewhere it is nothing",
        arguments: [
            ("exports/repos/acme/web/keys.json", "[]", true), ("orgs/acme/teams.json", " [ ] \n[]", true),
            ("acme__web__keys.json", "[]", true), ("keys.json", "[]", false),
            ("repos/acme/web/keys.json", "[1]", false),
            ("repos/acme/web.json", "[]", false),
        ])
    func emptyList(path: String, text: String, isList: Bool) throws {
        var session = ImportSession()
        let file = SourceFile(path: path, bytes: Array(text.utf8))
        let report = FileParser.read(file, named: false, into: &session)
        #expect((report?.outcome == .read(format: GitHubRESTReader.format)) == isList)
        #expect(session.builder.build().inventory.sources.map(\.path) == (isList ? [path] : []))
    }

    @Test("What is not known is counted and noted with its place, the rest is read")
    func mixed() throws {
        let read = try RESTImport(
            "repos/acme/web/all.json",
            #"[{"x":1},{"name":"A","created_at":null,"updated_at":null},7,"#
                + #"{"id":5,"name":"r","os":"l","labels":[],"busy":false}]"#
        )
        #expect(read.gave == ["secrets": 1, "runners": 1])
        #expect(read.notices.map(\.location) == ["/0", "/2"])
    }

    @Test("A reason that comes often is written a few times and then counted")
    func manyNotices() throws {
        let read = try RESTImport("x.json", "[" + Array(repeating: "{}", count: 100).joined(separator: ",") + "]")
        #expect(read.notices.count == RESTNotes.repeats + 1)
        #expect(read.notices.last?.reason.hasPrefix("95 more: ") == true)
        #expect(read.reports.first?.outcome == .failed(format: "GitHub REST API"))
    }

    @Test("A refused request is a blind spot, and its words are not repeated")
    func refused() throws {
        let read = try RESTImport(
            "x.json", #"{"message":"Must have admin rights \u001b[31m","documentation_url":"u","status":"403"}"#)
        #expect(read.inventory.blindSpots.map(\.what) == ["requests that GitHub refused"])
        #expect(read.notices.first?.reason.contains("(status 403)") == true)
        #expect(read.notices.first?.reason.contains("admin") == false)
        #expect(read.reports.first?.outcome == .failed(format: "GitHub REST API"))
    }

    @Test("Lists of no use are named")
    func unread() throws {
        let read = try RESTImport(
            "x.json", #"{"total_count":2,"variables":[{"name":"A","value":"b"},{"name":"C","value":"d"}]}"#)
        #expect(read.notices.map(\.reason) == ["GitHub's lists of variables are not read"])
        #expect(!read.everything.contains("value"))
    }

    @Test("What belongs to no known repository is kept under a readable name, and noted once")
    func unknownOwner() throws {
        let text = #"{"total_count":2,"secrets":[{"name":"A","created_at":null,"updated_at":null},{"name":"B"}]}"#
        let read = try RESTImport("dump/web secrets.json", text)
        #expect(read.estate.secrets.map(\.scope.owner) == ["unknown-owner", "unknown-owner"])
        let repository = try #require(read.entity("github.com/unknown-owner/dump-web-secrets.json"))
        #expect(repository.flags == .unknown)
        #expect(read.notices.count == 1)
        #expect(read.notices.first?.reason.contains("--repo") == true)
        let others = try RESTImport([("a/secrets.json", text), ("b/secrets.json", text)])
        #expect(others.estate.secrets.count == 4)
    }

    @Test("The user's repository counts where nothing else tells, and only there")
    func givenRepository() throws {
        let secrets = #"{"total_count":1,"secrets":[{"name":"A"}]}"#
        let read = try RESTImport("secrets.json", secrets, repository: "acme/web")
        #expect(read.entity("github.com/acme/web/secrets/A") != nil)
        #expect(read.notices.isEmpty)
        let placed = try RESTImport("repos/acme/api/secrets.json", secrets, repository: "acme/web")
        #expect(placed.entity("github.com/acme/api/secrets/A") != nil)
        let shared = secrets.replacing(#""A""#, with: #""A","visibility":"all""#)
        let organization = try RESTImport("secrets.json", shared, repository: "acme/web")
        #expect(organization.entity("github.com/acme/secrets/A") != nil)
        let odd = try RESTImport("secrets.json", secrets, repository: "no repository")
        #expect(odd.notices.count == 1)
    }

    @Test("Addresses in the items count more than the path")
    func addressFirst() throws {
        let read = try RESTImport(
            "repos/other/thing/keys.json",
            #"[{"id":1,"key":"k","title":"t","read_only":true,"url":"https://api.github.com/repos/acme/web/keys/1"}]"#)
        #expect(read.entity("github.com/acme/web/keys/1") != nil)
    }

    @Test("Names that GitHub would not allow never become part of an id")
    func hostileNames() throws {
        let read = try RESTImport([
            (
                "repos/acme/web/secrets.json",
                #"{"total_count":2,"secrets":[{"name":"A/secrets/B"},{"name":"\u001b[2J"}]}"#
            ),
            (
                "r.json",
                #"[{"name":"x","full_name":"a/../x","private":true},{"name":"x","full_name":"a b/x","private":true}]"#
            ),
            ("repos/acme/web/collaborators.json", #"[{"login":"a/b","id":1,"type":"User","role_name":"admin"}]"#),
        ])
        #expect(read.estate.secrets.isEmpty)
        #expect(read.relations.isEmpty)
        #expect(read.inventory.entities(of: .repository).isEmpty)
        #expect(!read.notices.isEmpty)
    }

    @Test("Names for people may hold anything, and stay as they are")
    func hostileTitles() throws {
        let read = try RESTImport(
            "k.json",
            #"[{"id":1,"key":"k","title":"=cmd()\u202e\u0000","read_only":true,"#
                + #""url":"https://api.github.com/repos/acme/web/keys/1"}]"#
        )
        #expect(read.entity("github.com/acme/web/keys/1")?.name == "=cmd()\u{202E}\u{0}")
    }

    @Test("A field of the wrong type is noted with its pointer; the item goes on")
    func wrongTypes() throws {
        let read = try RESTImport(
            "orgs/acme/runners.json",
            #"{"total_count":"1","runners":[{"id":5,"name":["x"],"os":7,"status":{},"#
                + #""ephemeral":3,"labels":"none","busy":1}]}"#
        )
        #expect(read.entity("github.com/acme/runners/5")?.name == "runner 5")
        #expect(
            Set(read.notices.map(\.location)) == [
                "/total_count", "/runners/0/name", "/runners/0/os", "/runners/0/status", "/runners/0/ephemeral",
                "/runners/0/labels",
            ])
    }

    @Test("The spelling of a repository's own record is used for all")
    func spelling() throws {
        let read = try RESTImport([
            ("orgs/acme/repos.json", #"[{"name":"Web","full_name":"Acme/Web","private":true}]"#),
            ("repos/acme/web/secrets.json", #"{"total_count":1,"secrets":[{"name":"A"}]}"#),
        ])
        #expect(read.entity("github.com/Acme/Web/secrets/A") != nil)
    }
}
