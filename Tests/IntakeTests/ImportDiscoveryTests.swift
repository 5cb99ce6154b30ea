import Inventory
import Testing

@testable import Intake

@Suite("Import: finding files")
struct ImportDiscoveryTests {
    private let graphText = graph([node("a", "runner")])

    private func candidates(_ files: MemoryFiles, _ paths: [String]) -> [String] {
        var discovery = Discovery(files: files)
        for path in paths { discovery.add(path) }
        return discovery.candidates.map(\.path)
    }

    @Test("A directory gives workflows, actions and what starts like JSON, in the order of names")
    func directory() {
        let files = MemoryFiles([
            "/home/e/z.json": " \n{}", "/home/e/a.data": "[]", "/home/e/b.txt": "text",
            "/home/e/r/.github/workflows/ci.yml": "on: push", "/home/e/r/.github/workflows/notes.md": "x",
            "/home/e/r/.github/dependabot.yml": "x", "/home/e/r/deep/action.yaml": "runs:",
            "/home/e/r/docs/other.yml": "x", "/home/e/node_modules/x.json": "{}", "/home/e/.git/x.json": "{}",
            "/home/e/.build/x.json": "{}", "/home/e/bom.json": "\u{FEFF}{}", "/home/e/top.yaml": "on: push",
        ])
        #expect(
            candidates(files, ["e"]) == [
                "e/a.data", "e/bom.json", "e/r/.github/workflows/ci.yml", "e/r/deep/action.yaml", "e/top.yaml",
                "e/z.json",
            ])
    }

    @Test("The current directory is named without a dot, and a slash at the end makes no difference")
    func names() {
        let files = MemoryFiles(["/home/x.json": "{}", "/home/d/y.json": "{}"])
        #expect(candidates(files, ["."]) == ["d/y.json", "x.json"])
        #expect(candidates(files, ["d/"]) == ["d/y.json"])
        #expect(candidates(files, ["/home/d"]) == ["/home/d/y.json"])
    }

    @Test("A file is read once, however often it is named")
    func once() {
        let files = MemoryFiles(["/home/x.json": "{}", "/home/y.json": "{}"])
        #expect(candidates(files, [".", "x.json", "./x.json", "../home/y.json"]) == ["x.json", "y.json"])
    }

    @Test("Links to files are followed, links to directories are not")
    func links() {
        var files = MemoryFiles(["/home/d/x.json": "{}", "/else/y.json": "{}"])
        files.items["/home/d/file"] = .link("/else/y.json")
        files.items["/home/d/loop"] = .link("/home/d")
        files.items["/home/d/broken"] = .link("/nowhere")
        #expect(candidates(files, ["d"]) == ["d/file", "d/x.json"])
    }

    @Test("What cannot be read is reported, and the rest is read")
    func unreadable() {
        var files = MemoryFiles(["/home/d/good.json": graphText])
        files.items["/home/d/pipe"] = .other
        files.items["/home/d/locked.json"] = .forbidden
        files.items["/home/d/gone.json"] = .vanishing
        let result = Import(files: files).run(["d", "missing.json", "d/pipe"])
        #expect(
            result.reports.map(\.path) == ["d/gone.json", "d/good.json", "d/locked.json", "d/pipe", "missing.json"])
        let outcomes = result.reports.map(\.outcome)
        #expect(
            outcomes == [.unreadable, .read(format: "BloodHound OpenGraph"), .unreadable, .unreadable, .unreadable])
        #expect(
            result.reports.map { $0.notices.first?.reason } == [
                "does not exist", nil, "no permission to read it", "not a regular file", "does not exist",
            ])
        #expect(!result.readNothing)
        #expect(!result.isClean)
    }

    @Test("A file above the limit is refused")
    func size() {
        let files = MemoryFiles(["/home/x.json": graphText])
        var options = ImportOptions()
        options.sizeLimit = 10
        let result = Import(options, files: files).run(["x.json"])
        #expect(result.reports.map(\.outcome) == [.unreadable])
        #expect(result.readNothing)
        options.sizeLimit = Int64(graphText.utf8.count)
        #expect(!Import(options, files: files).run(["x.json"]).readNothing)
        options.sizeLimit = .max
        #expect(!Import(options, files: files).run(["x.json"]).readNothing)
    }

    @Test("A directory called x.json is walked; an empty one gives nothing")
    func directoryWithEnding() {
        let files = MemoryFiles(["/home/x.json/y.json": graphText])
        #expect(Import(files: files).run(["x.json"]).inventory.entityCount == 1)
        #expect(Import(files: MemoryFiles(["/home/d/t.txt": "x"])).run(["d"]).readNothing)
    }
}
