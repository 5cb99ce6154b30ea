import Inventory
import Testing

@testable import Intake

@Suite("OpenGraph: edges")
struct OpenGraphEdgeTests {
    private let nodes = [
        node("a", "runner", #""name":"Box 1","zone":"eu""#), node("b", "service_account", #""name":"B""#),
    ]

    private func read(_ kind: String, _ properties: String = "") throws -> (relation: Relation, notices: [Notice]) {
        let result = importGraphs(graph(nodes, [edge(kind, "a", "b", properties)]))
        return (try #require(result.inventory.allRelations.first), try #require(result.reports.first).notices)
    }

    @Test("A relation of the vocabulary in lower snake case takes the defaults of its row")
    func vocabulary() throws {
        for name in RelationTable.names {
            let (relation, notices) = try read(name)
            let row = try #require(RelationTable.row(relation.kind, from: .runner, to: .serviceAccount))
            #expect(relation.kindName == name)
            #expect(relation.traits == row.traits)
            #expect(notices.isEmpty)
        }
    }

    @Test("Any other spelling is an unknown kind: no control unless it says so")
    func unknown() throws {
        for name in ["RUNS_AS", "RunsAs", "runs as", "Custom"] {
            let relation = try read(name).relation
            #expect(relation.kindName == name)
            #expect(relation.traits == RelationTraits(gain: .none, act: .harvest, hold: .keep, evidence: .configured))
            #expect(try read(name, "\"traversable\":true").relation.traits.gain == .forward)
            #expect(try read(name, "\"traversable\":\"true\"").relation.traits.gain == .forward)
            #expect(try read(name, "\"traversable\":null").relation.traits.gain == .none)
        }
    }

    @Test("traversable overrides the gain of a relation of the vocabulary, and is no attribute then")
    func traversable() throws {
        let (relation, _) = try read("runs_as", "\"traversable\":false")
        #expect(relation.traits.gain == .none)
        #expect(relation.attributes.isEmpty)
        #expect(try read("belongs_to", "\"traversable\":true").relation.traits.gain == .forward)
    }

    @Test("hold and session_seconds override; a session without a length lasts an hour")
    func hold() throws {
        #expect(try read("Custom", #""hold":"borrow""#).relation.traits.hold == .borrow)
        #expect(try read("Custom", #""hold":"session""#).relation.traits.hold == .session(seconds: 3_600))
        #expect(
            try read("Custom", #""hold":"session","session_seconds":900"#).relation.traits.hold
                == .session(seconds: 900))
        #expect(
            try read("Custom", #""session_seconds":"0","hold":"session""#).relation.traits.hold == .session(seconds: 0))
        #expect(try read("Custom", #""session_seconds":900"#).relation.traits.hold == .keep)
        #expect(try read("runs_as").relation.traits.hold == .session(seconds: 3_600))
        #expect(try read("runs_as", #""session_seconds":7200"#).relation.traits.hold == .session(seconds: 7_200))
        #expect(try read("runs_as", #""hold":"keep","session_seconds":7200"#).relation.traits.hold == .keep)
        #expect(
            try read("runs_as", #""session_seconds":99999999999999"#).relation.traits.hold == .session(seconds: .max))
    }

    @Test(
        "Bad values are noted with their place, and the default stands",
        arguments: [
            (#""session_seconds":-1"#, "session_seconds"), (#""session_seconds":1.5"#, "session_seconds"),
            (#""session_seconds":"x""#, "session_seconds"), (#""hold":"Keep""#, "hold"), (#""hold":3"#, "hold"),
            (#""act":"steal""#, "act"), (#""evidence":true"#, "evidence"), (#""valid_from":"soon""#, "valid_from"),
            (#""valid_until":{}"#, "valid_until"), (#""traversable":"perhaps""#, "traversable"),
            (#""guard":[]"#, "guard"),
        ])
    func bad(properties: String, key: String) throws {
        let (relation, notices) = try read("runs_as", properties)
        #expect(notices.map(\.location) == ["/graph/edges/0/properties/\(key)"])
        #expect(relation.traits == RelationTable.row(.runsAs, from: .runner, to: .serviceAccount)?.traits)
        #expect(relation.valid == .always)
        #expect(!relation.isGuarded)
    }

    @Test("act and evidence override by name")
    func actAndEvidence() throws {
        for act in Act.allCases { #expect(try read("Custom", "\"act\":\"\(act.name)\"").relation.traits.act == act) }
        for evidence in Evidence.allCases {
            #expect(try read("runs_as", "\"evidence\":\"\(evidence.name)\"").relation.traits.evidence == evidence)
        }
    }

    @Test(
        "A guard is a name, or just a yes",
        arguments: [
            ("\"2 reviewers\"", "2 reviewers"), ("true", "guard"), ("\"true\"", "guard"), ("false", nil),
            ("\"false\"", nil),
            ("\"\"", nil), ("null", nil),
        ] as [(String, String?)])
    func guards(text: String, expected: String?) throws {
        #expect(try read("runs_as", "\"guard\":\(text)").relation.guard == expected)
    }

    @Test("valid_from and valid_until bound the relation, each on its own")
    func validity() throws {
        #expect(
            try read("Custom", #""valid_from":10,"valid_until":"20""#).relation.valid
                == Interval(Instant(10), Instant(20)))
        #expect(try read("Custom", #""valid_from":10"#).relation.valid == Interval(Instant(10), .never))
        #expect(try read("Custom", #""valid_until":20"#).relation.valid == Interval(.beginning, Instant(20)))
        let (relation, notices) = try read("Custom", #""valid_from":20,"valid_until":20"#)
        #expect(relation.valid.isEmpty)
        #expect(notices.count == 1)
    }

    @Test("What is left are attributes, without queries and secrets")
    func attributes() throws {
        let (relation, _) = try read("Custom", #""reason":"admin","query_composition":"MATCH","password":"x""#)
        #expect(relation.attributes == [Attribute("reason", "admin")])
    }

    @Test("Identical edges merge with both places; different intervals stay apart")
    func merging() {
        let edges = [
            edge("runs_as", "a", "b"), edge("runs_as", "a", "b"), edge("runs_as", "a", "b", #""valid_from":5"#),
            edge("runs_as", "a", "b", #""guard":"g""#),
        ]
        let inventory = importGraphs(graph(nodes, edges)).inventory
        #expect(inventory.relationCount == 3)
        #expect(inventory.allRelations.first?.provenance.map(\.location) == ["/graph/edges/0", "/graph/edges/1"])
    }

    private func matched(_ start: String, extra: [String] = []) -> ImportResult {
        importGraphs(graph(nodes + extra, [#"{"kind":"X","start":\#(start),"end":{"value":"b","match_by":"id"}}"#]))
    }

    @Test("Ends may be named by name, without regard to case", arguments: ["Box 1", "BOX 1", "box 1"])
    func byName(name: String) {
        #expect(matched(#"{"match_by":"name","value":"\#(name)"}"#).inventory.allRelations.first?.from.id == "a")
    }

    @Test("Ends may be named by properties that must all be equal, and by kind")
    func byProperty() {
        func from(_ matchers: String, _ kind: String = "null") -> String? {
            matched(
                #"{"match_by":"property","property_matchers":[\#(matchers)],"kind":\#(kind)}"#,
                extra: [node("c", "runner", #""zone":"eu","n":1"#)]
            ).inventory.allRelations.first?.from.id
        }
        let zone = #"{"key":"zone","operator":"equals","value":"eu"}"#
        #expect(from(zone) == nil)
        #expect(from(zone + #",{"key":"n","value":1}"#) == "c")
        #expect(from(#"{"key":"n","value":"1"}"#) == nil)
        #expect(from(#"{"key":"objectid","value":"c"}"#) == "c")
        #expect(from(#"{"key":"n","value":1}"#, "\"Thing\"") == "c")
        #expect(from(#"{"key":"n","value":1}"#, "\"Else\"") == nil)
    }

    @Test("Ends that name no node are dangling, with the edge's place")
    func dangling() throws {
        let byID = importGraphs(graph(nodes, [edge("X", "a", "gone")]))
        guard case .dangling("X", "a", "gone", "gone", let provenance) = try #require(byID.issues.first) else {
            Issue.record("not a dangling relation")
            return
        }
        #expect(provenance.location == "/graph/edges/0")
        let byName = matched(#"{"match_by":"name","value":"gone"}"#)
        #expect(byName.issues.count == 1)
        #expect(byName.inventory.relationCount == 0)
        // A name that several nodes have is no guess.
        let twice = matched(#"{"match_by":"name","value":"B"}"#, extra: [node("c", "run", #""name":"b""#)])
        #expect(twice.reports.first?.notices.map(\.location) == ["/graph/edges/0/start"])
    }

    @Test("Nodes and edges may be in different files, in any order")
    func acrossFiles() {
        let result = importGraphs(graph([], [edge("runs_as", "a", "b")]), graph(nodes))
        #expect(result.inventory.relationCount == 1)
        #expect(result.issues.isEmpty)
    }

    @Test(
        "Edges that are none are noted with their place",
        arguments: [
            ("3", "/graph/edges/0"), ("{}", "/graph/edges/0/kind"), (#"{"kind":5}"#, "/graph/edges/0/kind"),
            (#"{"kind":"X"}"#, "/graph/edges/0/start"),
            (#"{"kind":"X","start":{},"end":{"value":"b"}}"#, "/graph/edges/0/start"),
            (#"{"kind":"X","start":{"value":"a"},"end":[]}"#, "/graph/edges/0/end"),
            (#"{"kind":"X","start":{"value":"a"},"end":{"value":"b","match_by":"magic"}}"#, "/graph/edges/0/end"),
            (#"{"kind":"X","start":{"value":"a"},"end":{"match_by":"property"}}"#, "/graph/edges/0/end"),
            (
                #"{"kind":"X","start":{"value":"a"},"end":{"match_by":"property","property_matchers":[{"key":"k"}]}}"#,
                "/graph/edges/0/end"
            ),
            (#"{"kind":"X","start":{"value":"a"},"end":{"value":"b"},"properties":3}"#, "/graph/edges/0/properties"),
        ])
    func malformed(text: String, location: String) {
        let result = importGraphs(graph(nodes, [text, edge("runs_as", "a", "b")]))
        #expect(result.reports.first?.notices.map(\.location) == [location])
        #expect(result.inventory.relations("runs_as", "a", "b").count == 1)
    }
}
