import Testing

@testable import Inventory

@Suite("Queries about what a case says")
struct SaidQueryTests {
    /// Of the token something is said under each field, of nothing else.
    private static var context: QueryContext {
        var context = QueryFixture.investigated
        let token = QueryFixture.inventory.entity(id: "t1")?.index
        context.said = { field, entity in
            guard entity == token else { return [] }
            return switch field {
            case .state: ["approved"]
            case .verdict: ["suspicious"]
            case .assignee: ["Ana Übel"]
            case .tag: ["forum", "#forum", "night", "#night"]
            default: []
            }
        }
        return context
    }

    @Test(
        "States, verdicts, names and tags are found whatever the case",
        arguments: [
            ("state=approved", true), ("state:APPROVED", true), ("state:appro", false), ("state~appro", true),
            ("state:done,approved", true), ("state:any", true), ("-state:none", true), ("progress:approved", true),
            ("verdict:suspicious", true), ("verdict:cleared", false), ("assignee:\"ana übel\"", true),
            ("assignee~ÜBEL", true), ("assignee:ana", false), ("assignee~/^ana/", true), ("tag:forum", true),
            ("tag:#night", true), ("tag~#nig", true), ("tag:day", false), ("tags:forum,day", true),
        ])
    func matching(text: String, isFound: Bool) throws {
        #expect(try QueryFixture.ids(text, Self.context) == (isFound ? ["t1"] : []))
    }

    @Test("Who asks for what nothing is said of finds all others")
    func none() throws {
        let all = QueryFixture.inventory.entityCount
        #expect(try QueryFixture.ids("state:none", Self.context).count == all - 1)
        #expect(try QueryFixture.ids("-verdict:suspicious", Self.context).count == all - 1)
    }

    @Test("Without a case no claim is made", arguments: ["state:none", "-state:none", "verdict:any", "-tag:forum"])
    func unknown(text: String) throws {
        #expect(try QueryFixture.ids(text).isEmpty)
    }

    @Test("What a case says is offered as values, and none and any")
    func completing() {
        var vocabulary = QueryFixture.vocabulary
        vocabulary.said = [.state: ["proposed", "approved"], .assignee: ["Ana Übel"]]
        func offered(_ text: String) -> [String] {
            QueryCompletion.at(text.count, in: text, vocabulary: vocabulary).map(\.text)
        }
        #expect(offered("state:") == ["any", "approved", "none", "proposed"])
        #expect(offered("state=app") == ["approved"])
        #expect(offered("assignee:ana") == ["\"Ana Übel\""])
        #expect(offered("verdict:") == ["any", "none"])
    }
}
