import Inventory
import Testing

@testable import Intake

/// Imports tables, each a file named by its key, in pieces of `pieceSize` bytes.
func importTables(_ tables: KeyValuePairs<String, String>, pieceSize: Int = 64) -> ImportResult {
    var files = MemoryFiles()
    for (name, text) in tables { files.items["/home/\(name)"] = .file(Array(text.utf8)) }
    var options = ImportOptions()
    options.pieceSize = pieceSize
    return Import(options, files: files).run(tables.map(\.key))
}

@Suite("CSV: tables of nodes and edges")
struct CSVTests {
    private static let nodes = "id,kind,name\n1,org,acme\n2,repo,web\n3,job,build\n4,role,deployer\n"

    @Test("A pair of files becomes a graph, with lines as its places")
    func pair() throws {
        let result = importTables([
            "nodes.csv": Self.nodes,
            "edges.csv": "src,dst,kind,from,until\n1,2,owns,0,\n3,4,ASSUMES,1750000000,1750003600\n",
        ])
        let inventory = result.inventory
        #expect(
            inventory.allEntities.map(\.kindName).sorted() == ["job", "organization", "repository", "service_account"])
        #expect(inventory.entity(id: "2")?.name == "web")
        #expect(inventory.entity(id: "2")?.attributes == [])
        #expect(inventory.entity(id: "4")?.provenance.map(\.location) == ["L5"])
        let owns = try #require(inventory.relations("owns", "1", "2").first)
        #expect(owns.traits.act == .tamper)
        #expect(owns.valid == Interval(Instant(0), .never))
        let assumes = try #require(inventory.relations("ASSUMES", "3", "4").first)
        #expect(assumes.valid == Interval(Instant(1_750_000_000), Instant(1_750_003_600)))
        #expect(assumes.provenance.map(\.location) == ["L3"])
        #expect(result.reports.map(\.outcome) == [.read(format: "CSV graph"), .read(format: "CSV graph")])
        #expect(result.reports[0].gave.map(\.what) == ["jobs", "organizations", "repositories", "service accounts"])
    }

    @Test("An unknown kind flows when no column says otherwise, and the report says so")
    func traversable() throws {
        let silent = importTables(["n.csv": Self.nodes, "e.csv": "source,target,type\n1,2,X\n2,3,contains\n"])
        #expect(silent.inventory.relations("X", "1", "2").first?.traits.gain == .forward)
        #expect(silent.inventory.relations("X", "1", "2").first?.traits.hold == .keep)
        #expect(silent.reports[1].notices.first?.reason.contains("(X)") == true)
        let said = importTables(["n.csv": Self.nodes, "e.csv": "source,target,type,traversable\n1,2,X,\n2,3,Y,true\n"])
        #expect(said.inventory.relations("X", "1", "2").first?.traits.gain == Gain.none)
        #expect(said.inventory.relations("Y", "2", "3").first?.traits.gain == .forward)
        #expect(said.reports[1].notices.isEmpty)
    }

    @Test(
        "Delimiters, quotes, line ends, byte order marks and other tools' headers",
        arguments: [
            "id,kind,name\n1,org,\"a, \"\"b\"\"\nc\"\n2,repo,web\n",
            "id;kind;name\r\n1;org;\"a, \"\"b\"\"\nc\"\r\n2;repo;web",
            "id\tkind\tname\n1\torg\t\"a, \"\"b\"\"\nc\"\n\n2\trepo\tweb\n",
            "\u{FEFF}\"id\",\"Kind\",\"name\"\n\"1\",\"org\",\"a, \"\"b\"\"\nc\"\n\"2\",\"repo\",\"web\"\n",
            "x:ID(All),name:string,:LABEL\n1,\"a, \"\"b\"\"\nc\",Organization\n2,web,REPOSITORY\n",
            "~id,~label,name\n1,org,\"a, \"\"b\"\"\nc\"\n2,repo,web\n",
        ])
    func dialects(text: String) {
        for pieceSize in [1, 10, 1_000] {
            let inventory = importTables(["x.csv": text], pieceSize: pieceSize).inventory
            #expect(inventory.allEntities.map(\.kindName).sorted() == ["organization", "repository"])
            #expect(inventory.entity(id: "1")?.name == "a, \"b\"\nc")
            #expect(inventory.entity(id: "2")?.name == "web")
        }
    }

    @Test("Lines are counted through fields with line ends in them")
    func lines() {
        let text = "id,kind,name\n1,org,\"a\nb\n\nc\"\n2,repo,\"x\n\"\"y\"\n3,job,z\n"
        for pieceSize in [1, 25, 1_000] {
            let inventory = importTables(["x.csv": text], pieceSize: pieceSize).inventory
            #expect(
                ["1", "2", "3"].map { inventory.entity(id: $0)?.provenance.first?.location } == ["L2", "L6", "L8"])
        }
    }

    @Test("Ragged rows, rows without an id and quotes that stay open are noted, and the rest is read")
    func ragged() {
        let result = importTables([
            "x.csv": "id,kind,name\n1,org\n2,repo,web,more\n,job,x\n3,job,y\n4,job,\"z\n5,job,w\n"
        ])
        #expect(result.inventory.allEntities.map(\.id).sorted() == ["1", "2", "3"])
        #expect(
            result.reports[0].notices.map(\.location) == ["L2", "L3", "L4/id", "L6"],
            "\(result.reports[0].notices)")
    }

    @Test("Properties are those of OpenGraph, other columns are attributes, secrets are left out")
    func properties() throws {
        let result = importTables([
            "n.csv": """
            id,kind,name,expires_at,crown_jewel,privilege,region,password,x
            1,token,t,2026-03-14T02:10:00Z,true,3,eu,hunter2,ghp_0123456789abcdefghijABCDEFGHIJ0123
            2,token,t,1773454200,0,,,,
            3,token,t,soon,perhaps,7,,,

            """
        ])
        let first = try #require(result.inventory.entity(id: "1"))
        #expect(first.expires == Instant(1_773_454_200))
        #expect(first.flags.contains(.crownJewel))
        #expect(first.privilege == 3)
        #expect(first.attributes == [Attribute("region", "eu"), Attribute("x", "redacted (GitHub token)")])
        #expect(result.inventory.entity(id: "2")?.expires == Instant(1_773_454_200))
        #expect(result.inventory.entity(id: "2")?.attributes == [])
        #expect(result.inventory.entity(id: "3")?.expires == nil)
        #expect(result.reports[0].notices.count == 3)
        #expect(result.reports[0].notices.first?.location == "L4/properties/expires_at")
    }

    @Test("What is no table of a graph is not taken for one")
    func recognition() {
        #expect(CSVHeader(Array("a,b,c\n".utf8)) == nil)
        #expect(CSVHeader(Array("id\n1\n".utf8)) == nil)
        #expect(CSVHeader(Array("id,kind".utf8)) == nil)
        #expect(CSVHeader(Array("from,to\n".utf8))?.table == .edges)
        #expect(CSVHeader(Array("id,source,target\n".utf8))?.table == .edges)
        let folder = importTables(["d/data.csv": "id,price\n1,2\n"])
        #expect(folder.reports.count == 1)
        var files = MemoryFiles(["/home/d/data.csv": "id,price\n1,2\n", "/home/d/nodes.csv": Self.nodes])
        files.items["/home/d/notes.txt"] = .file(Array(Self.nodes.utf8))
        #expect(Import(files: files).run(["d"]).reports.map(\.path) == ["d/nodes.csv"])
    }

    @Test("Bytes that are not UTF-8 become U+FFFD, and the report says where")
    func invalid() {
        var files = MemoryFiles()
        files.items["/home/x.csv"] = .file(
            Array("id,kind,name\n1,org,a".utf8) + [0xFF, 0x0A] + Array("2,org,b\n".utf8))
        let result = Import(files: files).run(["x.csv"])
        #expect(result.inventory.entity(id: "1")?.name == "a\u{FFFD}")
        #expect(result.inventory.entityCount == 2)
        #expect(
            result.reports[0].notices.map(\.reason) == ["not UTF-8 at byte 20; what could not be read became U+FFFD"])
    }

    @Test("Both lanes read a row alike")
    func lanes() {
        var random = Seeded(seed: 21)
        let values = [
            "", "1", "a b", "\"q\"\"q\"", "true", "x;y", "5", "\"5\"", "-1", "[1]", "2026-01-02T03:04:05Z", "é",
        ]
        for _ in 0..<60 {
            func rows(_ count: Int) -> [[String]] {
                (0..<20).map { number in
                    ["n\(number)"] + (1..<count).map { _ in values.randomElement(using: &random) ?? "" }
                }
            }
            let header = ["id", "kind", "name", "owner", "issued_at", "leaked", "privilege", "color"]
            let plain = rows(header.count)
            // A quote in a field of its own sends a row to the other lane.
            let general = plain.map { $0 + ["\"\"\"\""] }
            func table(_ header: [String], _ rows: [[String]]) -> String {
                ([header] + rows).map { $0.joined(separator: ",") + "\n" }.joined()
            }
            let first = importTables(["x.csv": table(header, plain)])
            let second = importTables(["x.csv": table(header + ["query_none"], general)])
            #expect(first.told == second.told)
        }
    }
}
