import Inventory
import Testing

@testable import Intake

@Suite("OpenGraph: what collectors' graphs mean")
struct OpenGraphCollectorTests {
    private func inventory(_ nodes: [String], _ edges: [String]) -> Inventory {
        importGraphs(graph(nodes, edges)).inventory
    }

    /// The only relation between two nodes of these kinds.
    private func relation(
        _ kind: String, _ start: String, _ end: String, startProperties: String = "", endProperties: String = "",
        _ properties: String = "\"traversable\":true"
    ) throws -> Relation {
        let inventory = inventory(
            [collected("s", start, startProperties), collected("e", end, endProperties)],
            [edge(kind, "s", "e", properties)])
        let made = inventory.allRelations.filter { $0.kind != .holds }
        #expect(made.count == 1)
        return try #require(made.first)
    }

    @Test("Kinds map by the table, the first that is known; others keep their names; providers are derived")
    func kinds() {
        for row in OpenGraphKinds.rows {
            #expect(inventory([collected("n", row.name)], []).entity(id: "n")?.kind == row.kind)
        }
        let role = inventory([collected("n", "GH_RepoRole")], []).entity(id: "n")
        #expect(role?.kindName == "GH_RepoRole")
        #expect(role?.provider == "github")
        let text = #"{"nodes":[{"id":"n","kinds":["GH_NewSecret","GH_Secret"]}],"edges":[]}"#
        #expect(importGraphs(text).inventory.entity(id: "n")?.kind == .secret)
        #expect(inventory([collected("n", "AZUser")], []).entity(id: "n")?.provider == "azure")
        #expect(inventory([collected("n", "AWSRole")], []).entity(id: "n")?.provider == "aws")
        #expect(inventory([collected("n", "AWSRole", #""provider":"own""#)], []).entity(id: "n")?.provider == "own")
        #expect(Set(OpenGraphKinds.rows.map(\.name)).count == OpenGraphKinds.rows.count)
    }

    @Test("Every relation that the tables name is one of the vocabulary")
    func tables() {
        for row in OpenGraphRelations.rows {
            if let name = row.relation { #expect(RelationKind(name: name) != nil, "\(row.kind)") }
        }
    }

    @Test("Our table decides, not traversable, which stays an attribute")
    func traversable() throws {
        let write = try relation("GH_WriteRepoContents", "GH_RepoRole", "GH_Repository", "\"traversable\":false")
        #expect(write.kind == .canWrite)
        #expect(write.traits == RelationTraits(gain: .forward, act: .tamper, hold: .keep, evidence: .configured))
        #expect(write.attributes.contains(Attribute("traversable", "false")))
        #expect(write.attributes.contains(Attribute("opengraph_kind", "GH_WriteRepoContents")))
        let variable = try relation("GH_HasVariable", "GH_Repository", "GH_RepoVariable")
        #expect(variable.traits.gain == .none)
        #expect(variable.kindName == "GH_HasVariable")
        // What the table does not know, the file decides.
        #expect(try relation("GH_SomethingNew", "GH_RepoRole", "GH_Repository").traits.gain == .forward)
    }

    @Test("An edge's own properties override the table")
    func overrides() throws {
        let made = try relation(
            "GH_HasRole", "GH_User", "GH_RepoRole", #""guard":"approval","hold":"keep","valid_until":9"#)
        #expect(made.kind == .memberOf)
        #expect(made.guard == "approval")
        #expect(made.traits.hold == .keep)
        #expect(made.valid.until == Instant(9))
    }

    @Test(
        "Containing means what the kinds at its ends say, in both dialects",
        arguments: [
            ("GH_Contains", "GH_Repository", "GH_Workflow", "contains", "s"),
            ("GH_HasWorkflow", "GH_Repository", "GH_Workflow", "contains", "s"),
            ("GH_Contains", "GH_Workflow", "GH_WorkflowJob", "defines", "s"),
            ("GH_HasJob", "GH_Workflow", "GH_WorkflowJob", "defines", "s"),
            ("GH_Contains", "GH_WorkflowJob", "GH_WorkflowStep", "contains", "s"),
            ("GH_Contains", "GH_Environment", "GH_EnvironmentSecret", "grants", "s"),
            ("GH_HasSecret", "GH_Environment", "GH_EnvironmentSecret", "grants", "s"),
            ("GH_HasSecret", "GH_Repository", "GH_OrgSecret", "exposes", "s"),
            ("GH_Contains", "GH_Repository", "GH_RepoSecret", "belongs_to", "e"),
            ("GH_Contains", "GH_Organization", "GH_OrgSecret", "owns", "s"),
            ("GH_Contains", "GH_Organization", "GH_OrgRunner", "owns", "s"),
            ("GH_Contains", "GH_Organization", "GH_PersonalAccessToken", "belongs_to", "e"),
            ("GH_Owns", "GH_Organization", "GH_Repository", "owns", "s"),
            ("GH_UsesSecret", "GH_WorkflowJob", "GH_RepoSecret", "reads", "s"),
            ("GH_DeploysTo", "GH_WorkflowJob", "GH_Environment", "deploys_to", "s"),
            ("GH_CanAssumeIdentity", "GH_Branch", "AWSRole", "may_assume", "s"),
            ("GH_ValidToken", "GH_SecretScanningAlert", "GH_User", "authenticates_as", "s"),
            ("GH_HasPersonalAccessToken", "GH_User", "GH_PersonalAccessToken", "issued_to", "e"),
            ("GH_InstalledAs", "GH_App", "GH_AppInstallation", "can_mint_for", "s"),
            ("GH_CanUseRunner", "GH_Repository", "GH_RepoRunner", "executes_on", "s"),
            ("GH_HasRunner", "GH_OrgRunnerGroup", "GH_OrgRunner", "contains", "s"),
            ("AZRunsAs", "AZApp", "AZServicePrincipal", "authenticates_as", "s"),
        ])
    func meanings(kind: String, start: String, end: String, name: String, from: String) throws {
        let made = try relation(kind, start, end)
        #expect(made.kindName == name)
        #expect(made.from.id == from)
    }

    @Test("What contains a thing is its parent, the narrowest of several")
    func parents() {
        let inventory = inventory(
            [
                collected("o", "GH_Organization"), collected("r", "GH_Repository"), collected("w", "GH_Workflow"),
                collected("a", "GH_SecretScanningAlert"),
            ],
            [
                edge("GH_Contains", "o", "a"), edge("GH_Contains", "r", "a"), edge("GH_Owns", "o", "r"),
                edge("GH_HasWorkflow", "r", "w"),
            ])
        #expect(inventory.entity(id: "a")?.parent?.id == "r")
        #expect(inventory.entity(id: "w")?.parent?.id == "r")
        #expect(inventory.entity(id: "r")?.parent?.id == "o")
        #expect(inventory.entity(id: "o")?.parent == nil)
    }

    @Test("A person reaches a repository through roles")
    func roles() {
        let inventory = inventory(
            [
                collected("u", "GH_User"), collected("role", "GH_RepoRole"), collected("base", "GH_RepoRole"),
                collected("r", "GH_Repository"),
            ],
            [edge("GH_HasRole", "u", "role"), edge("GH_HasBaseRole", "role", "base"), edge("GH_AdminTo", "base", "r")])
        let gains = inventory.allRelations.map { $0.traits.gain }
        #expect(gains == [.forward, .forward, .forward])
        #expect(inventory.relations("administers", "base", "r").count == 1)
    }

    @Test("A token writes what its permissions let it, and no more")
    func permissions() throws {
        func access(_ start: String, _ permissions: String, to end: String = "GH_Repository") throws -> (String, Gain) {
            let made = try relation("GH_CanAccess", start, end, startProperties: "\"permissions\":\(permissions)")
            return (made.kindName, made.traits.gain)
        }
        let write = #""{\n \"repository\": {\"contents\": \"write\"}}""#
        #expect(try access("GH_PersonalAccessToken", write) == ("can_write", .forward))
        #expect(try access("GH_AppInstallation", #""{\"contents\":\"write\"}""#) == ("can_write", .forward))
        #expect(try access("GH_AppInstallation", #"{"administration":"write"}"#) == ("administers", .forward))
        #expect(try access("GH_PersonalAccessToken", #""{\"contents\":\"read\"}""#) == ("GH_CanAccess", .none))
        #expect(try access("GH_PersonalAccessToken", write, to: "GH_Organization") == ("GH_CanAccess", .none))
        #expect(
            try access(
                "GH_PersonalAccessToken", #""{\"organization\":{\"organization_administration\":\"write\"}}""#,
                to: "GH_Organization")
                == ("administers", .forward))
    }

    @Test("Permissions or repositories that were not collected are a blind spot")
    func unknownPermissions() {
        let nodes = [collected("t", "GH_PersonalAccessToken"), collected("r", "GH_Repository")]
        let unknown = inventory(nodes, [edge("GH_CanAccess", "t", "r")])
        #expect(unknown.allRelations.map(\.traits.gain) == [.none])
        #expect(unknown.blindSpots.map(\.what) == ["tokens and installations of unknown permissions"])
        let unreached = inventory(
            [collected("t", "GH_AppInstallation", #""permissions":"{\"contents\":\"write\"}""#)], [])
        #expect(unreached.blindSpots.map(\.count) == [1])
    }

    @Test("A personal token has its own times and owner")
    func token() throws {
        let token = try #require(
            inventory(
                [
                    collected(
                        "t", "GH_PersonalAccessToken",
                        #""access_granted_at":"1970-01-01T00:00:10Z","token_expires_at":20,"#
                            + #""token_last_used_at":"15","owner_login":"dev""#
                    )
                ], []
            ).entity(id: "t"))
        #expect(token.usable == Interval(Instant(10), Instant(20)))
        #expect(token.lastUsed == Instant(15))
        #expect(token.owner == "dev")
    }

    @Test("Every collected slot holds an inferred token for each known version")
    func slots() {
        let inventory = inventory(
            [
                collected("s", "GH_RepoSecret", #""name":"KEY","created_at":10,"updated_at":50"#),
                collected("once", "GH_OrgSecret", #""created_at":10,"updated_at":10"#),
                collected("bare", "GH_EnvironmentSecret"), collected("own", "GH_RepoSecret"),
                node("t", "token"),
            ], [edge("holds", "own", "t")])
        #expect(inventory.relations("holds", "s", "s/token-1").map(\.valid) == [Interval(Instant(10), Instant(50))])
        #expect(inventory.relations("holds", "s", "s/token-2").map(\.valid) == [Interval(Instant(50), .never)])
        #expect(inventory.relations("holds", "once", "once/token-1").map(\.valid) == [Interval(Instant(10), .never)])
        #expect(inventory.relations("holds", "bare", "bare/token-1").map(\.traits.evidence) == [.inferred])
        #expect(inventory.entity(id: "s/token-1")?.flags == .inferred)
        #expect(inventory.entity(id: "own/token-1") == nil)
    }

    @Test("A graph of our own kinds is taken as it stands")
    func ownGraph() {
        let inventory = inventory(
            [node("s", "secret"), node("r", "runner"), node("j", "job")], [edge("serves", "r", "j")])
        #expect(inventory.entityCount == 3)
        #expect(inventory.relationCount == 1)
        #expect(inventory.blindSpots.isEmpty)
    }

    @Test("A protected branch guards the way into it")
    func branches() throws {
        #expect(
            try relation("GH_HasBranch", "GH_Repository", "GH_Branch", endProperties: "\"protected\":true").isGuarded)
        let open = try relation("GH_Contains", "GH_Repository", "GH_Branch", endProperties: "\"protected\":false")
        #expect(!open.isGuarded)
        #expect(open.traits.gain == .forward)
        #expect(open.traits.hold == .borrow)
    }

    @Test("Nothing stays on an ephemeral runner")
    func ephemeral() throws {
        let kept = try relation("GH_CanUseRunner", "GH_Repository", "GH_RepoRunner")
        #expect(kept.traits.gain == .forward)
        let gone = try relation(
            "GH_CanUseRunner", "GH_Repository", "GH_RepoRunner", endProperties: "\"ephemeral\":true")
        #expect(gone.traits.gain == .none)
    }

    private func runnerGraph(_ runsOn: String) -> Inventory {
        inventory(
            [
                collected("r", "GH_Repository"), collected("other", "GH_Repository"), collected("w", "GH_Workflow"),
                collected("j", "GH_WorkflowJob", "\"runs_on\":\(runsOn)"), collected("g", "GH_OrgRunnerGroup"),
                collected(
                    "x", "GH_OrgRunner",
                    #""labels":"[{\"name\":\"self-hosted\"},{\"name\":\"Linux\"}]","runner_group_name":"Prod""#),
                collected("y", "GH_OrgRunner", #""labels":"[\"self-hosted\"]""#),
            ],
            [
                edge("GH_Contains", "r", "w"), edge("GH_Contains", "w", "j"), edge("GH_CanUseRunner", "r", "g"),
                edge("GH_HasRunner", "g", "x"), edge("GH_CanUseRunner", "other", "y"),
            ])
    }

    @Test("A runner serves the jobs of repositories that may use it and whose labels it has")
    func serves() {
        for labels in [
            #"["self-hosted","linux"]"#, "\"LINUX\"", #""[\"linux\"]""#, #"{"group":"prod"}"#,
            #"{"group":"prod","labels":["linux"]}"#,
        ] {
            let inventory = runnerGraph(labels)
            #expect(inventory.relations("serves", "x", "j").map(\.traits.gain) == [.forward], "\(labels)")
            #expect(inventory.relations("serves", "y", "j").isEmpty)
        }
        for labels in ["\"ubuntu-latest\"", #"["linux","gpu"]"#, #"{"group":"dev"}"#, "null"] {
            #expect(runnerGraph(labels).relations("serves", "x", "j").isEmpty, "\(labels)")
        }
    }

    @Test("Runners that cannot be told, or whose jobs are missing, are blind spots")
    func unknownRunners() {
        #expect(runnerGraph("\"${{ matrix.os }}\"").blindSpots.map(\.what) == ["jobs on unknown runners"])
        let alone = inventory([collected("x", "GH_OrgRunner"), collected("y", "GH_RepoRunner")], [])
        #expect(alone.blindSpots.map(\.what) == ["runners whose jobs were not collected"])
        #expect(alone.blindSpots.map(\.count) == [2])
    }

    @Test("A collector's graph in several files is one graph")
    func files() {
        let result = importGraphs(
            graph([], [edge("GH_Contains", "w", "j"), edge("GH_CanAccess", "t", "r")]),
            graph([collected("w", "GH_Workflow"), collected("j", "GH_WorkflowJob"), collected("r", "GH_Repository")]),
            graph([collected("t", "GH_PersonalAccessToken", #""permissions":"{\"contents\":\"write\"}""#)]))
        #expect(result.inventory.relations("defines", "w", "j").count == 1)
        #expect(result.inventory.relations("can_write", "t", "r").count == 1)
        #expect(result.issues.isEmpty)
    }

    @Test("Workflow texts and step commands are not kept")
    func contents() {
        let inventory = inventory(
            [
                collected("w", "GH_Workflow", #""contents":"env: {PASSWORD: hunter2}","path":"p""#),
                collected("s", "GH_WorkflowStep", #""run":"curl -u hunter2","type":"run""#),
            ], [])
        #expect(inventory.allEntities.flatMap(\.attributes).allSatisfy { !$0.value.contains("hunter2") })
        #expect(inventory.blindSpots.map(\.count) == [1])
    }
}
