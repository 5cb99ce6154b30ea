import Testing

@testable import Intake
@testable import Inventory

@Suite("GitHub Actions: files")
struct GitHubActionsFileTests {
    private func read(_ text: String, path: String = "acme/web/.github/workflows/ci.yml") -> (FileReport, TestInventory)
    {
        var test = TestImport()
        test.read(path, text)
        return (test.reports[0], test.linked())
    }

    private let good = "on: push\njobs:\n  a: {runs-on: x}\n"

    @Test("A file outside of any checkout belongs to the repository that the user names, else to its folder")
    func location() {
        let file = SourceFile(path: "some/folder/ci.yml", bytes: [])
        let unknown = WorkflowLocation(workflow: file, repository: nil)
        #expect(unknown.repository == "local/folder")
        #expect(unknown.path == ".github/workflows/ci.yml")
        #expect(!unknown.isTold)
        #expect(WorkflowLocation(workflow: file, repository: "o/n").repository == "o/n")
    }

    @Test("The folder of an action is its path")
    func actionLocation() {
        let composite = SourceFile(
            path: "x/action.yml", bytes: [], repository: "acme/web", pathInRepository: ".github/actions/one/action.yml")
        #expect(WorkflowLocation(action: composite, repository: nil).repository == "acme/web")
        #expect(WorkflowLocation(action: composite, repository: nil).path == ".github/actions/one")
        let root = SourceFile(path: "x/acme/web/action.yml", bytes: [])
        #expect(WorkflowLocation(action: root, repository: nil).repository == "acme/web")
        #expect(WorkflowLocation(action: root, repository: nil).path == "")
    }

    @Test(
        "What is no workflow is left to others",
        arguments: [
            "version: 2\nupdates: []\n", "", "jobs", "[1, 2]", "{\"jobs\": 1}", "on: push\n", "a: {on: 1, jobs: 2}\n",
        ])
    func unrecognized(text: String) {
        #expect(read(text, path: "acme/web/.github/x.yml").0.outcome == .unrecognized)
    }

    @Test(
        "A workflow written as JSON, or with odd quotes, is one",
        arguments: [
            "{\"on\": \"push\", \"jobs\": {\"a\": {\"runs-on\": \"x\"}}}",
            "'on' : push\n\"jobs\":\n  a: {runs-on: x}\n", "  on: push\n  jobs:\n    a: {runs-on: x}\n",
        ])
    func odd(text: String) {
        let (report, linked) = read(text)
        #expect(report.outcome == .read(format: "GitHub Actions workflow"))
        #expect(linked.ids(.job) == ["\(TestInventory.workflow)#a"])
    }

    @Test("A broken file says where, and what to do")
    func broken() {
        let (report, linked) = read("on: push\njobs:\n  a:\n    runs-on: [x\n  b: 1\n")
        #expect(report.outcome == .failed(format: "GitHub Actions workflow"))
        #expect(report.notices.first?.location.hasPrefix("line 5, column") == true)
        #expect(report.notices.first?.reason.contains("correct the file") == true)
        #expect(linked.inventory.entityCount == 0)
    }

    @Test(
        "A file that lies where workflows lie and is none says so",
        arguments: [
            ("", "line 1", "nothing but"), ("# only this\n", "line 1", "nothing but"),
            ("---\n", "line 2", "nothing but"),
            ("\n- a\n", "line 2", "a list"), ("text\n", "line 1", "a text"), ("\non: push\n", "line 2", "no 'jobs'"),
        ])
    func noWorkflow(text: String, line: String, reason: String) {
        let path = "/r/acme/web/.github/workflows/ci.yml"
        let files = MemoryFiles([path: text, "/r/acme/web/.github/workflows/good.yml": good])
        let result = Import(files: files).run(["/r"])
        let report = result.reports.first { $0.path == path }
        #expect(report?.outcome == .failed(format: "GitHub Actions workflow"))
        #expect(report?.notices.map(\.location) == [line])
        #expect(report?.notices.first?.reason.contains(reason) == true)
        #expect(result.inventory.entities(of: .job).count == 1)
    }

    @Test("What lies below the folder of the workflows, and an action in it, is no workflow")
    func belowWorkflows() {
        let action = "runs:\n  using: composite\n  steps: []\n"
        let files = MemoryFiles([
            "/r/acme/web/.github/workflows/sub/other.yml": "a: 1\n",
            "/r/acme/web/.github/workflows/x/action.yml": action,
            "/r/acme/web/.github/workflows/action.yml": action,
        ])
        let outcomes = Import(files: files).run(["/r"]).reports.map(\.outcome)
        #expect(outcomes == [.read(format: "GitHub action metadata"), .read(format: "GitHub action metadata")])
    }

    @Test("A later document that is broken does no harm to the workflow before it")
    func brokenLater() {
        let (report, linked) = read("\(good)---\n: : [\n")
        #expect(report.outcome == .read(format: "GitHub Actions workflow"))
        #expect(report.notices.map(\.location) == ["line 5, column 1"])
        #expect(linked.ids(.job).count == 1)
    }

    @Test("Keys given twice are noted and the last one counts")
    func duplicates() {
        let (report, linked) = read("on: push\njobs:\n  a:\n    runs-on: x\n    runs-on: y\n")
        #expect(report.notices.map(\.location) == ["line 5"])
        #expect(linked.job("a", "label") == ["y"])
    }

    @Test("Of several documents the workflow is read")
    func documents() {
        let (report, linked) = read("---\nx: 1\n---\n\(good)---\ny: 2\n")
        #expect(linked.ids(.job).count == 1)
        #expect(report.notices.count == 1)
    }

    @Test("Bytes that are no UTF-8 and control characters are replaced and noted")
    func bytes() {
        var test = TestImport()
        test.read("a/b/.github/workflows/x.yml", Array(good.utf8) + [0x23, 0xFF, 0x00, 0x1B])
        #expect(test.reports[0].notices.map(\.location) == ["line 4", "line 4"])
        test.read("a/b/.github/workflows/cut.yml", Array("\(good)#\n# cut".utf8) + [0xEF, 0xBF])
        #expect(test.reports[1].notices.map(\.location) == ["line 5"])
        #expect(test.linked().ids(.job).count == 2)
    }

    @Test("Aliases that write out billions of values end")
    func laughs() {
        var text = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n"
        for number in 1..<30 {
            text +=
                "a\(number): &a\(number) [\(Array(repeating: "*a\(number - 1)", count: 10).joined(separator: ","))]\n"
        }
        let (report, linked) = read(text + "? *a29\n: 1\non: push\njobs:\n  a: {runs-on: *a29}\n  b: {runs-on: x}\n")
        #expect(report.notices.count == GitHubFile.maximumNotices + 1 || !report.notices.isEmpty)
        #expect(linked.ids(.job).count == 2)
    }

    @Test("Very deep nesting ends")
    func deep() {
        let brackets = String(repeating: "[", count: 500) + String(repeating: "]", count: 500)
        let (report, linked) = read("on: push\njobs:\n  a:\n    x: \(brackets)\n    runs-on: y\n")
        #expect(linked.job("a", "label") == ["y"])
        #expect(report.notices.contains { $0.reason.hasPrefix("nested deeper") })
        let endless = read("on: push\njobs:\n  a: " + String(repeating: "[", count: 100_000)).0
        #expect(endless.outcome == .failed(format: "GitHub Actions workflow"))
        let expression = String(repeating: "(", count: 50_000) + "a"
        #expect(read("on: push\njobs:\n  a: {runs-on: \"${{ \(expression) }}\"}\n").1.ids(.job).count == 1)
    }

    @Test("A job that is no mapping is passed over")
    func oddJobs() {
        let (report, linked) = read(
            "on: push\njobs:\n  a: 1\n  b: {runs-on: x, steps: [1, {run: x}], env: [], permissions: odd}\n  c: null\n")
        #expect(linked.ids(.job) == ["\(TestInventory.workflow)#b"])
        #expect(report.notices.count == 4)
    }

    @Test("The same file twice is read once")
    func twice() {
        var test = TestImport()
        test.read("x/acme/web/.github/workflows/ci.yml", good)
        test.read("y/acme/web/.github/workflows/ci.yml", good)
        #expect(test.reports[1].notices.count == 1)
        #expect(test.linked().ids(.job).count == 1)
    }

    @Test("The report counts what a file gave")
    func counts() {
        let (report, _) = read(
            "on: push\njobs:\n  a:\n    runs-on: x\n    environment: e\n    steps:\n      - uses: a/b@v1\n      - run: echo ${{ secrets.A }}\n"
        )
        #expect(
            report.gave.map { "\($0.what) \($0.count)" } == [
                "workflows 1", "jobs 1", "secrets referenced 1", "actions used 1", "environments 1",
            ])
    }
}
