import Inventory
import Testing

@testable import Intake

@Suite("Import: telling formats and reporting")
struct ImportFormatTests {
    private let graphText = graph([node("a", "runner"), node("b", "job")], [edge("serves", "a", "b")])

    private func report(_ text: String, _ name: String = "x.json") throws -> FileReport {
        let result = Import(files: MemoryFiles(["/home/\(name)": text])).run([name])
        return try #require(result.reports.first)
    }

    @Test("A named file is told by its content, whatever it is called")
    func content() throws {
        #expect(try report(graphText, "notes.txt").isRead)
        #expect(try report(graphText, "x.yml").isRead)
        #expect(try report("\u{FEFF}\n " + graphText).isRead)
        #expect(try report("hello").outcome == .unrecognized)
        #expect(try report("").outcome == .unrecognized)
        #expect(try report("{\"a\":1}").outcome == .unrecognized)
        #expect(try report("[1,2]").outcome == .unrecognized)
        #expect(try report("%PDF-1.4\u{0}").notices.map(\.reason) == ["not a text file"])
    }

    @Test("Archives say what to do")
    func archives() throws {
        let zip = try report("PK\u{3}\u{4}rest")
        #expect(zip.outcome == .failed(format: "zip"))
        #expect(zip.notices.map(\.reason) == ["zip: unpack it first, then name the files in it"])
        var files = MemoryFiles(["/home/d/x.zip": "PK\u{3}\u{4}"])
        files.items["/home/d/logs.gz"] = .file([0x1F, 0x8B, 0x08])
        #expect(
            Import(files: files).run(["d"]).reports.map(\.outcome) == [.failed(format: "gzip"), .failed(format: "zip")])
    }

    @Test("A broken file says where, and what stood whole before the break is used")
    func broken() throws {
        let cut = try report("{\"graph\":\n{\"nodes\":[{\"id\"")
        #expect(cut.outcome == .failed(format: "JSON"))
        #expect(cut.notices.map(\.location) == ["line 2, column 16"])

        let result = Import(
            files: MemoryFiles(["/home/x.json": graphText + "\n" + graph([node("c", "run")]) + "\n{\"gra"])
        )
        .run(["x.json"])
        #expect(result.inventory.entityCount == 3)
        let report = try #require(result.reports.first)
        #expect(report.isRead)
        #expect(report.notices.map(\.location) == ["line 3, column 6"])
        #expect(result.inventory.entity(id: "c")?.provenance.map(\.location) == ["document 2 /graph/nodes/0"])
    }

    @Test("UTF-16 says so")
    func utf16() throws {
        var files = MemoryFiles()
        files.items["/home/x.json"] = .file([0xFF, 0xFE] + "{}".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        let report = try #require(Import(files: files).run(["x.json"]).reports.first)
        #expect(report.notices.first?.reason.contains("UTF-16") == true)
    }

    @Test("Within a directory unknown data is told of apart, broken JSON is reported when its name says JSON")
    func directory() {
        let files = MemoryFiles([
            "/home/d/a.json": "{\"a\":1}", "/home/d/b": "[package]", "/home/d/c.json": "{\"a\":",
            "/home/d/d.json": graphText, "/home/d/e.csv": "user,arn\nx,y\n", "/home/d/f.json": "", "/home/d/g.txt": "x",
        ])
        let result = Import(files: files).run(["d"])
        #expect(result.reports.map(\.path) == ["d/c.json", "d/d.json"])
        #expect(result.passedOver.map(\.path) == ["d/a.json", "d/e.csv", "d/f.json"])
        #expect(result.passedOver.allSatisfy { $0.outcome == .unrecognized && $0.notices.count == 1 })
        #expect(!result.isClean)
        #expect(result.inventory.blindSpots.map(\.what) == ["files that could not be read", "files of unknown kinds"])
        #expect(result.inventory.blindSpots.map(\.count) == [1, 3])
        // Named as well, it is reported.
        #expect(
            Import(files: files).run(["d", "d/a.json"]).reports.map(\.path) == ["d/a.json", "d/c.json", "d/d.json"])
    }

    @Test("The report says what the file gave, by name, and its issues")
    func gave() throws {
        let text = graph(
            [node("a", "runner"), node("b", "job"), node("a", "token")],
            [edge("serves", "a", "b"), edge("serves", "a", "nobody")])
        let report = try report(text)
        #expect(report.gave.map(\.what) == ["jobs", "relations", "runners", "tokens"])
        #expect(report.gave.map(\.count) == [1, 2, 1, 1])
        #expect(report.issues.count == 2)
        #expect(report.issues.map(\.provenance.location).sorted() == ["/graph/edges/1", "/graph/nodes/2"])
    }

    @Test("Only so many notices and issues are listed; the rest is counted")
    func limits() throws {
        let nodes = (0..<200).map { _ in "1" }
        let edges = (0..<300).map { edge("serves", "a", "x\($0)") }
        let report = try report(graph(nodes + [node("a", "runner")], edges))
        #expect(report.notices.count == FileReport.listedLimit)
        #expect(report.furtherNotices == 200 - FileReport.listedLimit)
        #expect(report.issues.count == FileReport.listedLimit)
        #expect(report.furtherIssues == 300 - FileReport.listedLimit)
    }

    @Test("Progress names each file before it is read")
    func progress() {
        var seen: [String] = []
        let files = MemoryFiles(["/home/a.json": graphText, "/home/b.json": graphText])
        _ = Import(files: files).run(["b.json", "a.json"]) { seen.append("\($0.done)/\($0.total) \($0.path)") }
        #expect(seen == ["0/2 b.json", "1/2 a.json"])
    }

    @Test("A cancelled import keeps nothing")
    func cancelled() async {
        let files = MemoryFiles(["/home/a.json": graphText, "/home/b.json": graphText])
        let result = await Task {
            Import(files: files).run(["a.json", "b.json"]) { progress in
                if progress.done == 0 { withUnsafeCurrentTask { $0?.cancel() } }
            }
        }.value
        #expect(result.wasCancelled)
        #expect(result.reports.count == 1)
        #expect(result.inventory.entityCount == 0)
    }

    @Test("The same files give the same inventory")
    func deterministic() {
        let files = MemoryFiles(["/home/d/a.json": graphText, "/home/d/b.json": graph([node("z", "token")])])
        let first = Import(files: files).run(["d"])
        let second = Import(files: files).run(["d"])
        #expect(first.inventory.allEntities.map(\.id) == second.inventory.allEntities.map(\.id))
        #expect(first.reports.map(\.path) == second.reports.map(\.path))
    }
}
