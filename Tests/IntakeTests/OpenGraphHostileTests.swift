import Inventory
import Testing

@testable import Intake

@Suite("OpenGraph: hostile files")
struct OpenGraphHostileTests {
    private static let values = [
        "null", "true", "false", "0", "-1", "1.5", "1e308", "-9223372036854775808", "9223372036854775807",
        "18446744073709551615", "99999999999999999999", "\"\"", "\"x\"", "\"true\"", "\"-1\"",
        "\"2026-03-14T02:10:00Z\"",
        "\"9999999999999999999999\"", "[]", "{}", "[[]]", "[1,\"a\",null,{}]", "{\"a\":{\"b\":{\"c\":{\"d\":1}}}}",
        "\"[1\"", "\"{\\\"a\\\":[{\\\"name\\\":null}]}\"", "\"\\u0000\\u202e\"", "\"session\"", "\"name\"",
        "\"property\"",
    ]
    private static let nodeKeys = [
        "firebreak_kind", "name", "owner", "provider", "created_at", "issued_at", "rotated_at", "last_used_at",
        "expires_at", "revoked_at", "remediated_at", "compromised_from", "compromised_until", "privilege",
        "crown_jewel", "self_hosted", "ephemeral", "autonomous", "leaked", "revocable", "login", "permissions",
        "labels", "runs_on", "protected", "updated_at", "contents", "access_granted_at", "token_expires_at", "anything",
    ]
    private static let edgeKeys = [
        "traversable", "hold", "session_seconds", "act", "guard", "evidence", "valid_from", "valid_until", "reason",
    ]
    private static let kinds = [
        "GH_PersonalAccessToken", "GH_RepoSecret", "GH_OrgRunner", "GH_WorkflowJob", "GH_Branch", "GH_Repository",
        "GH_Workflow", "AZUser", "Custom", "runner",
    ]
    private static let edgeKinds = [
        "GH_Contains", "GH_CanAccess", "GH_HasRunner", "GH_CanUseRunner", "GH_HasBranch", "runs_as", "holds", "X",
        "GH_InheritedFrom",
    ]

    private func properties(_ keys: [String], _ random: inout Seeded) -> String {
        let chosen = keys.filter { _ in Bool.random(using: &random) }
        return chosen.map { "\"\($0)\":\(Self.values.randomElement(using: &random) ?? "0")" }.joined(separator: ",")
    }

    @Test("Any property may have any type")
    func types() {
        var random = Seeded(seed: 3)
        for _ in 0..<150 {
            let nodes = (0..<12).map { number in
                collected(
                    "n\(number)", Self.kinds.randomElement(using: &random) ?? "", properties(Self.nodeKeys, &random))
            }
            let edges = (0..<20).map { _ in
                edge(
                    Self.edgeKinds.randomElement(using: &random) ?? "", "n\(Int.random(in: 0..<13, using: &random))",
                    "n\(Int.random(in: 0..<12, using: &random))", properties(Self.edgeKeys, &random))
            }
            let result = importGraphs(graph(nodes, edges))
            #expect(result.inventory.allEntities.filter { !$0.flags.contains(.inferred) }.count == 12)
            for relation in result.inventory.allRelations where relation.kind != .holds {
                #expect(relation.provenance.count >= 1)
            }
        }
    }

    @Test("Any part of the structure may have any type")
    func structure() {
        var random = Seeded(seed: 5)
        func any() -> String { Self.values.randomElement(using: &random) ?? "0" }
        for _ in 0..<300 {
            let node = #"{"id":\#(any()),"kinds":\#(any()),"properties":\#(any())}"#
            let matchers = #"[{"key":\#(any()),"operator":\#(any()),"value":\#(any())}]"#
            let end = #"{"value":\#(any()),"match_by":\#(any()),"kind":\#(any()),"property_matchers":\#(matchers)}"#
            let edge = #"{"kind":\#(any()),"start":\#(end),"end":\#(any()),"properties":\#(any())}"#
            let matched =
                #"{"kind":"X","start":{"match_by":"property","property_matchers":\#(matchers)},"end":\#(end)}"#
            let result = importGraphs(graph([node, any()], [edge, any(), matched]))
            #expect(result.reports.count == 1)
        }
    }

    @Test("Every prefix of a small graph is refused or read")
    func truncated() {
        let text = Array(
            graph([node("a", "runner"), node("b", "job")], [edge("serves", "a", "b", "\"hold\":\"keep\"")]).utf8)
        for length in 0..<text.count {
            var files = MemoryFiles()
            files.items["/home/x.json"] = .file(Array(text[..<length]))
            #expect(Import(files: files).run(["x.json"]).inventory.entityCount == 0)
        }
    }

    @Test("More kinds than anyone needs share one")
    func manyKinds() {
        let nodes = (0..<5_000).map { #"{"id":"n\#($0)","kinds":["K\#($0)"]}"# }
        let edges = (0..<5_000).map { edge("E\($0)", "n0", "n1") }
        let inventory = importGraphs(graph(nodes, edges)).inventory
        #expect(inventory.entityCount == 5_000)
        #expect(inventory.entity(id: "n4999")?.kindName == "other")
    }

    @Test("Groups of runners that contain one another end")
    func cycles() {
        let inventory = importGraphs(
            graph(
                [
                    collected("g", "GH_OrgRunnerGroup"), collected("h", "GH_EnterpriseRunnerGroup"),
                    collected("r", "GH_Repository"), collected("x", "GH_OrgRunner"), collected("j", "GH_WorkflowJob"),
                ],
                [
                    edge("GH_InheritedFrom", "g", "h"), edge("GH_InheritedFrom", "h", "g"),
                    edge("GH_HasRunner", "h", "x"),
                    edge("GH_CanUseRunner", "r", "g"), edge("GH_Contains", "r", "r"), edge("GH_HasJob", "j", "j"),
                ])
        ).inventory
        #expect(inventory.entityCount == 5)
    }
}
