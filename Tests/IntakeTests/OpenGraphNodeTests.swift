import Inventory
import Testing

@testable import Intake

@Suite("OpenGraph: nodes")
struct OpenGraphNodeTests {
    /// The entity of a single node with these properties, and the notices.
    private func read(
        _ properties: String, kind: String = "token"
    ) throws -> (entity: Entity, notices: [Notice]) {
        let result = importGraphs(graph([node("n", kind, properties)]))
        return (try #require(result.inventory.entity(id: "n")), try #require(result.reports.first).notices)
    }

    @Test("firebreak_kind names each kind of the vocabulary, and wins over kinds")
    func kinds() throws {
        for row in EntityKind.table {
            #expect(try read("\"x\":1", kind: row.name).entity.kind == row.kind)
        }
        let text = #"{"nodes":[{"id":"n","kinds":["GH_User"],"properties":{"firebreak_kind":"agent"}}],"edges":[]}"#
        #expect(importGraphs(text).inventory.entity(id: "n")?.kind == .agent)
    }

    @Test("A firebreak_kind that is none is noted, and the kinds decide")
    func badKind() throws {
        for bad in ["\"Repository\"", "7", "[]"] {
            let text = #"{"nodes":[{"id":"n","kinds":["GH_User"],"properties":{"firebreak_kind":\#(bad)}}],"edges":[]}"#
            let result = importGraphs(text)
            #expect(result.inventory.entity(id: "n")?.kind == .person)
            #expect(result.reports.first?.notices.map(\.location) == ["/nodes/0/properties/firebreak_kind"])
        }
    }

    @Test("Unknown kinds keep the first name; a node without any is unknown")
    func ownKinds() {
        let text =
            #"{"nodes":[{"id":"a","kinds":["CustomThing","Other"]},{"id":"b"},{"id":"c","kinds":"Lone"}],"edges":[]}"#
        let inventory = importGraphs(text).inventory
        #expect(inventory.allEntities.map(\.kindName) == ["CustomThing", "unknown", "Lone"])
    }

    @Test(
        "Each time is read, as text or number",
        arguments: [
            "\"2026-03-14T02:10:00Z\"", "1773454200", "\"1773454200\"", "1773454200000", "\"1773454200000\"",
            "1773454200.9", "\"1773454200.5\"", "\"2026-03-14 03:10:00.5+01:00\"", "1.7734542e9",
        ])
    func times(text: String) throws {
        let (entity, notices) = try read(
            #""issued_at":\#(text),"expires_at":\#(text),"revoked_at":\#(text),"rotated_at":\#(text),"#
                + #""last_used_at":\#(text),"created_at":\#(text),"remediated_at":\#(text)"#)
        let moment = Instant(1_773_454_200)
        #expect(entity.issued == moment)
        #expect(entity.expires == moment)
        #expect(entity.revoked == moment)
        #expect(entity.rotated == moment)
        #expect(entity.lastUsed == moment)
        #expect(entity.created == moment)
        #expect(entity.cleanups == [moment])
        #expect(entity.attributes.map(\.name) == ["opengraph_kind"])
        #expect(notices.isEmpty)
    }

    @Test("Null, empty and never say nothing", arguments: ["null", "\"\"", "\"never\""])
    func missingTimes(text: String) throws {
        let (entity, notices) = try read(#""expires_at":\#(text),"remediated_at":\#(text),"compromised_from":\#(text)"#)
        #expect(entity.expires == nil)
        #expect(entity.cleanups.isEmpty)
        #expect(entity.compromised == nil)
        #expect(notices.isEmpty)
    }

    @Test("A bad time is noted with its place and left out", arguments: ["\"soon\"", "true", "[]", "{}", "1e300"])
    func badTimes(text: String) throws {
        let (entity, notices) = try read(#""expires_at":\#(text)"#)
        #expect(entity.expires == nil)
        #expect(notices.map(\.location) == ["/graph/nodes/0/properties/expires_at"])
    }

    @Test("remediated_at may be a list; bad elements are noted one by one")
    func cleanups() throws {
        let (entity, notices) = try read(#""remediated_at":[30,"bad",10,"1970-01-01T00:00:20Z",null]"#)
        #expect(entity.cleanups == [Instant(10), Instant(20), Instant(30)])
        #expect(notices.map(\.location) == ["/graph/nodes/0/properties/remediated_at/1"])
    }

    @Test("A compromise with one end known is open at the other")
    func compromised() throws {
        #expect(
            try read(#""compromised_from":5,"compromised_until":9"#).entity.compromised
                == Interval(Instant(5), Instant(9)))
        #expect(try read(#""compromised_from":5"#).entity.compromised == Interval(Instant(5), .never))
        #expect(try read(#""compromised_until":9"#).entity.compromised == Interval(.beginning, Instant(9)))
        #expect(try read(#""x":1"#).entity.compromised == nil)
        let (entity, notices) = try read(#""compromised_from":9,"compromised_until":9"#)
        #expect(entity.compromised == nil)
        #expect(notices.map(\.location) == ["/graph/nodes/0/properties/compromised_until"])
    }

    @Test(
        "Privilege is clamped to 0–4",
        arguments: [("0", 0, 0), ("3", 3, 0), ("\"4\"", 4, 0), ("9", 4, 1), ("-1", 0, 1), ("\"9\"", 4, 1)]
            as [(String, UInt8, Int)])
    func privilege(text: String, expected: UInt8, count: Int) throws {
        let (entity, notices) = try read("\"privilege\":\(text)")
        #expect(entity.privilege == expected)
        #expect(notices.count == count)
    }

    @Test("A privilege that is no whole number is unknown", arguments: ["2.5", "\"high\"", "true", "[]"])
    func badPrivilege(text: String) throws {
        let (entity, notices) = try read("\"privilege\":\(text)")
        #expect(entity.privilege == nil)
        #expect(notices.count == 1)
    }

    @Test("Each flag is read, also as text or number", arguments: ["true", "\"true\"", "\"TRUE\"", "1", "\"1\""])
    func flags(text: String) throws {
        let names: [(String, EntityFlags)] = [
            ("crown_jewel", .crownJewel), ("self_hosted", .selfHosted), ("ephemeral", .ephemeral),
            ("autonomous", .autonomous), ("leaked", .leaked), ("revocable", .revocable),
        ]
        for (name, flag) in names {
            #expect(try read("\"\(name)\":\(text)").entity.flags == flag)
        }
    }

    @Test("Flags that are false set nothing, but revocable, which has a no of its own")
    func falseFlags() throws {
        for text in ["false", "\"false\"", "0"] {
            #expect(try read("\"leaked\":\(text)").entity.flags == [])
            #expect(try read("\"revocable\":\(text)").entity.flags == .irrevocable)
        }
        #expect(try read("\"x\":1").entity.isRevocable)
        #expect(try !read("\"revocable\":false").entity.isRevocable)
        #expect(try read("\"revocable\":true", kind: "secret").entity.isRevocable)
        #expect(try read("\"leaked\":\"maybe\"").notices.count == 1)
    }

    @Test("Owner, provider and name; other properties name a node without a name")
    func texts() throws {
        let (entity, _) = try read(#""name":"prod","owner":"team-a","provider":"aws""#)
        #expect(entity.name == "prod")
        #expect(entity.owner == "team-a")
        #expect(entity.provider == "aws")
        #expect(try read(#""name":"","title":"T","login":"L","full_name":"F""#).entity.name == "L")
        #expect(try read(#""displayname":"D","login":"L""#).entity.name == "D")
        #expect(try read(#""name":42"#).entity.name == "42")
        #expect(try read(#""x":1"#).entity.name == "n")
    }

    @Test("Everything else that is flat becomes attributes; lists and JSON in strings one each")
    func attributes() throws {
        let (entity, _) = try read(
            #""os":"linux","count":3,"ok":false,"empty":"","none":null,"labels":"[\n  \"a\",\n \"b\"\n]","#
                + #""runner_labels":"[{\"id\":1,\"name\":\"gpu\"}]","events":["push","tag"],"#
                + #""permissions":"{\n \"contents\": \"write\", \"more\": {\"x\": \"read\"}}","note":"{not json""#)
        #expect(entity.values("os") == ["linux"])
        #expect(entity.values("count") == ["3"])
        #expect(entity.values("ok") == ["false"])
        #expect(entity.values("empty").isEmpty && entity.values("none").isEmpty)
        #expect(entity.values("label") == ["a", "b"])
        #expect(entity.values("runner_label") == ["gpu"])
        #expect(entity.values("event") == ["push", "tag"])
        #expect(entity.values("permission") == ["contents: write", "more.x: read"])
        #expect(entity.values("note") == ["{not json"])
    }

    @Test("Secrets and query texts never become attributes")
    func secrets() throws {
        let token = "ghp_" + String(repeating: "a1B2", count: 9)
        let (entity, notices) = try read(
            #""secret":"hunter2","value":"hunter2","Raw":"hunter2","match":"hunter2","contents":"hunter2","#
                + #""password":"hunter2","token":"hunter2","client_secret":"hunter2","secretAccessKey":"hunter2","#
                + #""query_x":"hunter2","note":"uses \#(token) here","name":"\#(token)","owner":"\#(token)","#
                + #""inner":"{\"password\":\"hunter2\",\"a\":\"\#(token)\"}","secret_type":"pat","\#(token)":"x""#)
        let everything = entity.attributes.map { $0.name + "=" + $0.value } + [entity.name, entity.owner ?? ""]
        #expect(!everything.joined().contains("hunter2"))
        #expect(!everything.joined().contains("ghp_"))
        #expect(entity.values("note") == ["uses redacted (GitHub token) here"])
        #expect(entity.values("secret_type") == ["pat"])
        #expect(entity.name == "redacted (GitHub token)")
        #expect(notices.isEmpty)
    }

    @Test("An id that is a credential is replaced by its fingerprint, at edges too")
    func secretIDs() {
        let token = "ghp_" + String(repeating: "a1B2", count: 9)
        let result = importGraphs(
            graph([node(token, "token"), node("r", "repository")], [edge("can_write", token, "r")]))
        #expect(result.inventory.relationCount == 1)
        #expect(result.inventory.allEntities.allSatisfy { !$0.id.contains("ghp_") })
    }

    @Test("Long values are cut")
    func long() throws {
        let text = String(repeating: "x ", count: 50_000)
        let value = try #require(try read("\"long\":\"\(text)\"").entity.values("long").first)
        #expect(value.utf8.count <= 4_100)
        #expect(value.hasSuffix("…"))
    }

    @Test("Nodes that are none are noted with their place; numbers are ids too; the same id is one entity")
    func malformed() {
        let text = graph([
            "7", "{}", #"{"id":""}"#, #"{"id":[]}"#, #"{"id":17,"kinds":["A"]}"#,
            #"{"id":"17","properties":{"x":"y"}}"#,
            #"{"id":"p","kinds":["A",3],"properties":[1]}"#, "null", #"{"id":"q","kinds":{}}"#,
        ])
        let result = importGraphs(text)
        #expect(result.inventory.allEntities.map(\.id) == ["17", "p", "q"])
        #expect(
            result.reports.first?.notices.map(\.location) == [
                "/graph/nodes/0", "/graph/nodes/1/id", "/graph/nodes/2/id", "/graph/nodes/3/id",
                "/graph/nodes/6/kinds/1", "/graph/nodes/6/properties", "/graph/nodes/7", "/graph/nodes/8/kinds",
            ])
    }

    @Test("The graph may be wrapped or not, with a schema and metadata beside it")
    func wrapping() {
        let bare =
            #"{"$schema":"x","metadata":{"source_kind":"GitHub"},"nodes":[{"id":"a","kinds":["run"]}],"edges":[]}"#
        let inventory = importGraphs(bare).inventory
        #expect(inventory.entity(id: "a")?.kind == .run)
        #expect(inventory.entity(id: "a")?.provenance.map(\.location) == ["/nodes/0"])
        #expect(inventory.sources.first?.collected == nil)
        let dated = #"{"metadata":{"collected_at":60},"graph":{"nodes":[],"edges":[]}}"#
        #expect(importGraphs(dated).inventory.sources.first?.collected == Instant(60))
        for none in [#"{"nodes":[]}"#, #"{"graph":{"nodes":[],"edges":{}}}"#, #"{"graph":[]}"#, "[]"] {
            #expect(importGraphs(none).reports.map(\.outcome) == [.unrecognized])
        }
    }
}
