import Inventory
import Testing

@testable import Intake

@Suite("OpenGraph in pieces: the same as when read as a whole")
struct OpenGraphStreamTests {
    private func expectSame(
        _ text: String, pieceSize: Int = 256, _ location: SourceLocation = #_sourceLocation
    ) {
        let (whole, pieces) = importBothWays(text, pieceSize: pieceSize)
        #expect(pieces.told == whole.told, "\(text.prefix(2_000))", sourceLocation: location)
    }

    private static let nodes = (0..<40).map { node("n\($0)", "run", #""name":"run \#($0)","revocable":true"#) }
    private static let edges = (0..<60).map { number in
        edge("executed", "n\(number % 40)", "n\(number * 7 % 40)", #""valid_from":\#(number),"traversable":true"#)
    }

    @Test("A plain graph, however it is cut", arguments: [1, 64, 65, 100, 200, 333, 1_000, 100_000])
    func sizes(pieceSize: Int) {
        expectSame(graph(Self.nodes, Self.edges), pieceSize: pieceSize)
    }

    @Test("Wrapper, order of the lists, further members, white space and byte order mark make no difference")
    func shapes() {
        let (nodes, edges) = (Self.nodes.joined(separator: ",\n"), Self.edges.joined(separator: " ,\r\n\t"))
        for text in [
            #"{"nodes":[\#(nodes)],"edges":[\#(edges)]}"#,
            #"{"edges":[\#(edges)],"nodes":[\#(nodes)]}"#,
            #"{ "metadata" : {"collected_at": 1750000000, "x": [1, "]}", {"nodes": []}]}, "graph" : { "a": "\"", "edges" : [ \#(edges) ] , "b": 1e3, "nodes" :[ \#(nodes) ] } , "last": null } "#,
            "\u{FEFF}"
                + #"{"graph":{"nodes":[\#(nodes)],"edges":[\#(edges)]},"metadata":{"collected_at":"2026-03-14"}}"#,
            #"{"graph":{"nodes":[],"edges":[]}}"#, #"{"graph":{"nodes":[\#(nodes)],"edges":[ ]}}"#,
            // What reading in pieces must not understand by itself.
            #"{"graph":{"nodes":[\#(nodes)],"edges":[\#(edges)]},"graph":{"nodes":[],"edges":[]}}"#,
            #"{"graph":1,"nodes":[\#(nodes)],"edges":[\#(edges)],"graph":{"nodes":[],"edges":[]}}"#,
            #"{"nodes":[],"edges":[],"graph":{"nodes":[\#(nodes)],"edges":[\#(edges)]}}"#,
            #"{"graph":{"nodes":[\#(nodes)],"nodes":[],"edges":[\#(edges)]}}"#,
            #"{"graph":{"n\u006fdes":[\#(nodes)],"edges":[\#(edges)]}}"#,
            #"{"graph":{"nodes":{},"edges":[\#(edges)]}}"#, #"{"graph":{"nodes":[\#(nodes)]}}"#,
            #"{"graph":{"nodes":[\#(nodes)],"edges":[]}} {"graph":{"nodes":[],"edges":[\#(edges)]}}"#,
            #"{"graph":{"nodes":[\#(nodes)],"edges":[\#(edges)]}} x"#,
            #"{"graph":{"nodes":[\#(nodes),],"edges":[\#(edges)]}}"#,
            #"{"graph":{"nodes":[,\#(nodes)],"edges":[\#(edges)]}}"#,
            #"{"graph":{"nodes":[\#(nodes) \#(nodes)],"edges":[]}}"#,
            #"{"graph":{"nodes":[\#(nodes)},"edges":[]}}"#, #"{"graph":{"nodes":[\#(nodes)],"edges":[}]}"#,
            #"{"graph":{"nodes":[\#(nodes)] "edges":[]}}"#, #"{"graph":{"nodes":[\#(nodes)],"edges":[],"x":tru}}"#,
        ] {
            expectSame(text)
        }
    }

    @Test("Elements of any sort")
    func elements() {
        let scalars = (0..<300).map { "\($0)" }.joined(separator: ", ")
        let long = String(repeating: "x", count: 5_000)
        let deep = String(repeating: "[", count: 508) + String(repeating: "]", count: 508)
        for nodes in [
            scalars, "1,\(Self.nodes[0]),2,{},[],null,\"a,]}\",\(scalars)", "[[]],{\"id\":\"a\"}",
            #"{"id":"\#(long)","kinds":["x"]}"#, #"{"id":"a","properties":{"name":"\#(long)"}}"#,
            #"{"id":"a","properties":{"deep":\#(deep)}}"#, #"{"id":"a","properties":{"deep":[\#(deep)]}}"#,
            #"{"id":"a","id":"b"},{"id":"","id":"c"},{"id":null,"id":"d"},{"id":5},{"id":1e3},{}"#,
            #"{"id":"a","properties":{},"properties":{"name":"x"}},{"id":"b","properties":null}"#,
            #"{"id":"a\u0000b\u00e9\ud83d\ude00","kinds":["Q\"\\/"],"properties":{"na\u006de":"x","name":"y\n"}}"#,
            #"{"id":"a\ud800","kinds":["x"]},{"id":"b"}"#, #"{"id":"a","properties":{"n":123456789012345678901}}"#,
            #"{"id":"a","kinds":[]},{"id":"b","kinds":["k","l","m"]},{"id":"c","kinds":["k","l","m","n"]}"#,
            #"{"id":"a","kinds":"k"},{"id":"b","kinds":[""]},{"id":"c","kinds":[1]},{"id":"d","kinds":["a",null]}"#,
            #"{"id":"a","properties":{"compromised_from":5,"compromised_until":5}}"#,
            #"{"id":"a","properties":{"privilege":9,"owner":"","provider":"p","x":true,"y":-5,"z":"t","q":null}}"#,
            #"{"id":"a","properties":{"query_x":"y","secret":"s","token":true,"login":"l"}}"#,
            #"{"id":"ghp_0123456789abcdefghijABCDEFGHIJ0123","properties":{"x":"sk-ant-01234567890123456789"}}"#,
            #"{"id":"a","properties":{"issued_at":"2026-02-29T00:00:00Z","expires_at":"2028-02-29T23:59:60Z"}}"#,
            #"{"id":"a","properties":{"issued_at":1750000000000,"expires_at":"2028-02-29T23:59:59Z"}}"#,
            #"{"id":"a","properties":{"x":"{\"a\":1}","y":"[1]","z":1.5,"w":{"a":{"b":1}},"v":[1,2]}}"#,
            #"{"id":"a","properties":{"remediated_at":5,"x":1}},{"id":"b","properties":{"remediated_at":[1,"2026-01-01"]}}"#,
            #"{"id":"a" "kinds":[]}"#, #"{"id":"a","properties":{"x":tru}}"#, #"{"id":"a","properties":{"x":01}}"#,
            "{\"id\":\"a\nb\"}", #"{"id":"a","properties":{"x":"\q"}}"#, #"{"id":"a","x":1.2.3}"#,
        ] {
            expectSame(#"{"graph":{"nodes":[\#(nodes)],"edges":[]}}"#)
            expectSame(graph(Self.nodes + [nodes], Self.edges))
        }
        var bytes = Array(graph([node("a\u{1}", "run"), #"{"id":"b?","kinds":["x"]}"#]).utf8)
        for place in bytes.indices where bytes[place] == UInt8(ascii: "?") { bytes[place] = 0xFF }
        let (whole, pieces) = importBothWays(["x.json": bytes], pieceSize: 64)
        #expect(pieces.told == whole.told)
    }

    @Test("Edges that say anything")
    func edgesOfAllSorts() {
        for edge in [
            edge("X", "n1", "n2", #""hold":"session","session_seconds":60,"traversable":true"#),
            edge("may_assume", "n1", "n2", #""session_seconds":60"#), edge("X", "n1", "n2", #""session_seconds":-1"#),
            edge("X", "n1", "n2", #""guard":"true""#), edge("X", "n1", "n2", #""guard":"required review""#),
            edge("X", "n1", "n2", #""guard":true,"act":"mint","evidence":"observed","hold":"borrow""#),
            edge("X", "n1", "n2", #""act":"steal""#), edge("X", "n1", "n2", #""valid_from":9,"valid_until":9"#),
            edge("X", "n1", "n2", #""traversable":"true""#), edge("X", "n1", "n2", #""traversable":1,"reason":"r""#),
            edge("GH_CanAccess", "n1", "n2", #""traversable":true"#), edge("holds", "n1", "n2"), edge("", "n1", "n2"),
            #"{"start":"n1","end":{"value":"n2","match_by":"id","kind":"run"},"kind":"X"}"#,
            #"{"start":{"value":"n1","match_by":""},"end":{"value":"n2"},"kind":"X"}"#,
            #"{"start":{"value":"n1","match_by":null},"end":{"value":"n2"},"kind":"X","properties":null}"#,
            #"{"start":{"value":"run 1","match_by":"name"},"end":{"value":"n2"},"kind":"X"}"#,
            #"{"start":{"value":"n1"},"start":{"value":"n3"},"end":{"value":"n2"},"kind":"X"}"#,
            #"{"start":{"value":7},"end":{"value":"n2"},"kind":"X"}"#, #"{"start":{},"end":{"value":""},"kind":"X"}"#,
            #"{"kind":5}"#, "7", "{}",
        ] {
            expectSame(graph(Self.nodes, Self.edges + [edge]))
        }
    }

    @Test("Collectors' nodes and edges among others, in several files")
    func collectors() {
        let first = graph(
            Self.nodes + [
                collected("r", "GH_Repository"), collected("w", "GH_Workflow", #""contents":"on: push""#),
                collected("j", "GH_WorkflowJob", #""runs_on":["self-hosted"]"#), collected("s", "GH_RepoSecret"),
                node("d", "repository"), #"{"id":"t","kinds":["Thing"]}"#, collected("x", "GH_RepoRunner"),
                collected("s2", "GH_OrgSecret"),
            ])
        let second = graph(
            [node("s2", "secret"), #"{"id":"r","kinds":["Thing"],"properties":{"name":"again"}}"#],
            [
                edge("GH_Contains", "r", "w"), edge("GH_Contains", "w", "j"), edge("GH_Contains", "d", "t"),
                edge("holds", "s2", "n1"), edge("GH_HasSecret", "r", "s"), edge("GH_CanUseRunner", "r", "x"),
                edge("GH_CanUseRunner", "d", "n2"),
            ])
        let files = ["1.json": Array(first.utf8), "2.json": Array(second.utf8)]
        for pieceSize in [100, 10_000] {
            let (whole, pieces) = importBothWays(files, pieceSize: pieceSize)
            #expect(pieces.told == whole.told)
        }
    }

    @Test("Every prefix of a graph, and every byte of it changed")
    func mutilated() {
        let text = Array(
            graph(
                [node("a", "runner", #""name":"x\ty","a":1"#), node("b", "job")],
                [edge("serves", "a", "b", #""hold":"keep""#)]
            ).utf8)
        func expectSame(_ bytes: [UInt8], _ size: Int) {
            let (whole, pieces) = importBothWays(["x.json": bytes], pieceSize: size)
            #expect(pieces.told == whole.told, "\(String(decoding: bytes, as: UTF8.self))")
        }
        for place in text.indices {
            expectSame(Array(text[..<place]), 64)
            var shorter = text
            shorter.remove(at: place)
            expectSame(shorter, 64)
            for (byte, size) in [(UInt8(ascii: "\""), 100), (UInt8(ascii: "]"), 70)] {
                var changed = text
                changed[place] = byte
                expectSame(changed, size)
            }
        }
    }

    @Test("More than fifty notices are listed in the same order, with edges before nodes too")
    func notices() {
        let bad = Array(repeating: "7", count: 60).joined(separator: ",")
        expectSame(#"{"edges":[\#(bad)],"nodes":[1,2,3,\#(Self.nodes[0])]}"#)
        expectSame(#"{"nodes":[\#(bad)],"edges":[\#(bad)]}"#)
    }

    @Test("It can be stopped within a file, and nothing of it stays")
    func stopped() {
        var tree = MemoryFiles()
        tree.items["/home/x.json"] = .file(Array(graph(Self.nodes, Self.edges).utf8))
        var options = ImportOptions()
        options.pieceThreshold = 0
        options.pieceSize = 128
        var asked = 0
        let result = Import(options, files: tree).run(
            ["x.json"],
            isCancelled: {
                asked += 1
                return asked > 5
            })
        #expect(result.wasCancelled)
        #expect(result.inventory.entityCount == 0)
    }

    @Test("Plain graphs, and not only those, are indeed read in pieces")
    func isUsed() {
        for text in [
            graph(Self.nodes, Self.edges), graph(Self.nodes + [collected("r", "GH_Repository")], Self.edges),
            #"{"edges":[\#(Self.edges[0])],"nodes":[\#(Self.nodes[0])]}"#,
        ] {
            var session = ImportSession()
            var report = FileReport(path: "x", outcome: .read(format: ""))
            let bytes = Array(text.utf8)
            let stream = TextStream(
                path: "x", head: bytes, source: MemoryByteSource(bytes), goesOn: { _ in true }, pieceSize: 300,
                threads: 3)
            guard case .read = OpenGraphStream.read(stream, into: &session, report: &report) else {
                Issue.record("read as a whole")
                continue
            }
            #expect(!session.openGraph.plain.isEmpty)
        }
    }
}
