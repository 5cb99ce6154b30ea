import Testing

@testable import Intake
@testable import Inventory

@Suite("GitHub Actions: references")
struct GitHubActionsReferenceTests {
    @Test("A reference that starts with $/ names the repository of the file itself")
    func selfRepository() {
        var test = TestImport()
        test.read(
            "acme/web/.github/workflows/ci.yml",
            """
            on: push
            jobs:
              a:
                runs-on: x
                steps:
                  - uses: $/.github/actions/sign
                  - uses: $/./tools/lint
              b:
                uses: $/.github/workflows/called.yml
                secrets: {KEY: "${{ secrets.DEPLOY }}"}
            """)
        test.read(
            "acme/web/.github/workflows/called.yml",
            "on: {workflow_call: }\njobs:\n  c: {runs-on: y, steps: [{run: '${{ secrets.KEY }}'}]}\n")
        test.read(
            "acme/web/.github/actions/sign/action.yml",
            "runs:\n  using: composite\n  steps:\n    - uses: other/tool@v1\n    - uses: $/.github/actions/inner\n")
        let linked = test.linked()
        let used = linked.relations(.usedBy, to: "\(TestInventory.workflow)#a").map(\.from.id).sorted()
        #expect(
            used == [
                "acme/web/.github/actions/inner", "acme/web/.github/actions/sign", "acme/web/tools/lint",
                "other/tool@v1",
            ])
        #expect(linked.job("b", "label_via") == ["y"])
        #expect(linked.targets(.reads, ofJob: "b") == ["github.com/acme/web/secrets/DEPLOY"])
        #expect(linked.attributes("acme/web/tools/lint", "pin") == ["local"])
    }

    @Test("In a called workflow $/ is the called repository")
    func calledRepository() {
        var test = TestImport()
        test.read(
            "acme/web/.github/workflows/ci.yml",
            "on: push\njobs:\n  a: {uses: acme/shared/.github/workflows/w.yml@v1}\n")
        test.read(
            "acme/shared/.github/workflows/w.yml",
            "on: workflow_call\njobs:\n  b: {runs-on: x, steps: [{uses: $/tools/x}]}\n")
        let used = test.linked().relations(.usedBy, to: "\(TestInventory.workflow)#a").map(\.from.id).sorted()
        #expect(used == ["acme/shared/.github/workflows/w.yml@v1", "acme/shared/tools/x"])
    }

    @Test(
        "What names no action is noted with its line",
        arguments: ["a/b", "$/x@v1", "a/b@", "''", "${{ matrix.x }}", ""])
    func nameless(uses: String) {
        var test = TestImport()
        test.read(
            "acme/web/.github/workflows/ci.yml",
            "on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: \(uses)\n      - uses: c/d@v1\n")
        #expect(test.reports[0].notices.map(\.location) == ["line 6"])
        #expect(test.linked().ids(.action) == ["c/d@v1"])
    }

    @Test(
        "A reference says how it stays with what it named",
        arguments: [
            ("a/b@v1", "tag"), ("a/b@refs/tags/one", "tag"), ("a/b@refs/heads/v1", "branch"), ("a/b@main", "branch"),
            ("a/b@0123456789abcdef0123456789ABCDEF01234567", "digest"), ("$/a", "local"), ("docker://a:1", "docker"),
        ])
    func pins(uses: String, pin: String) { #expect(ActionReference(uses)?.pin.rawValue == pin) }
}
