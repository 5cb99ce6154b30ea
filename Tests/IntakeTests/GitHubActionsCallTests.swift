import Testing

@testable import Intake
@testable import Inventory

@Suite("GitHub Actions: called workflows and actions")
struct GitHubActionsCallTests {
    private static let called = """
        on:
          workflow_call:
            inputs:
              runner: {type: string, default: big}
            secrets: {TOKEN: {required: true}}
        jobs:
          inner:
            runs-on: ${{ inputs.runner }}
            environment: prod
            steps:
              - run: echo ${{ secrets.TOKEN }} ${{ secrets.OTHER }}
              - uses: a/b@v1
        """

    private func both(_ call: String, permissions: String = "{contents: write}") -> TestInventory {
        var test = TestImport()
        test.read("acme/web/.github/workflows/called.yml", Self.called)
        test.read(
            "acme/web/.github/workflows/ci.yml",
            "on: push\njobs:\n  outer:\n    uses: ./.github/workflows/called.yml\n    permissions: \(permissions)\n    \(call)\n"
        )
        return test.linked()
    }

    private let inner = "github.com/acme/web/.github/workflows/called.yml#inner"
    private let slot = "github.com/acme/web/secrets/"

    @Test("The caller's input decides the runner; without a caller its default is assumed")
    func inputs() {
        let passed = both("with: {runner: small}")
        #expect(passed.attributes(inner, "label") == ["small"])
        #expect(passed.job("outer", "label_via") == ["small"])
        #expect(passed.job("outer", "label").isEmpty)
        #expect(both("").attributes(inner, "label") == ["big"])
        #expect(both("").attributes(inner, "label_source").isEmpty)
        var alone = TestImport()
        alone.read("acme/web/.github/workflows/called.yml", Self.called)
        #expect(alone.linked().attributes(inner, "label") == ["big"])
        #expect(alone.linked().attributes(inner, "label_source") == ["default of an input"])
    }

    @Test("Secrets that are passed are the caller's slots, for the caller and for the called job")
    func passedSecrets() {
        let test = both("secrets: {TOKEN: \"${{ secrets.DEPLOY }}\"}")
        #expect(test.targets(.reads, ofJob: "outer") == [slot + "DEPLOY"])
        // OTHER is not passed: only a caller that was not read could.
        #expect(test.relations(.reads, from: inner).map(\.to.id).sorted() == [slot + "DEPLOY", slot + "OTHER"])
        #expect(test.attributes(slot + "OTHER", "scope").contains("passed by a caller that no source has"))
    }

    @Test("Inherited secrets are those that the called workflow names")
    func inheritedSecrets() {
        let test = both("secrets: inherit")
        #expect(test.targets(.reads, ofJob: "outer") == [slot + "OTHER", slot + "TOKEN"])
        #expect(test.relations(.reads, from: inner).map(\.to.id).sorted() == [slot + "OTHER", slot + "TOKEN"])
    }

    @Test("Inheriting to a workflow that was not read may read everything in scope")
    func inheritedByUnknown() {
        let test = TestImport.workflow(
            "on: push\njobs:\n  a: {runs-on: x, env: {K: \"${{ secrets.K }}\"}}\n  c:\n    uses: other/repo/.github/workflows/x.yml@main\n    secrets: inherit\n"
        )
        #expect(test.targets(.reads, ofJob: "c") == ["\(TestInventory.workflow)#c/secrets/*"])
        #expect(test.blind("called workflows that were not read") == 1)
        #expect(test.ids(.action) == ["other/repo/.github/workflows/x.yml@main"])
    }

    @Test("The call is an action that the repository publishes, and nothing is counted twice")
    func actions() {
        let test = both("")
        #expect(test.ids(.job).count == 2)
        #expect(test.ids(.workflow).count == 2)
        let called = "acme/web/.github/workflows/called.yml"
        #expect(test.ids(.action) == ["a/b@v1", called])
        #expect(test.attributes(called, "pin") == ["local"])
        #expect(test.relations(.publishes, to: called).map(\.from.id) == ["github.com/acme/web"])
        #expect(
            test.relations(.usedBy, to: "\(TestInventory.workflow)#outer").map(\.from.id).sorted() == [
                "a/b@v1", called,
            ])
        #expect(test.targets(.deploysTo, ofJob: "outer") == ["github.com/acme/web/environments/prod"])
        #expect(test.attributes(inner, "permission_source") == ["caller"])
        #expect(test.attributes(inner, "permission") == ["contents: write"])
    }

    @Test("A workflow of another repository is followed by its full name")
    func remote() {
        var test = TestImport()
        test.read("acme/shared/.github/workflows/called.yml", Self.called)
        test.read(
            "acme/web/.github/workflows/ci.yml",
            "on: push\njobs:\n  outer:\n    uses: Acme/Shared/.github/workflows/called.yml@v2\n    secrets: inherit\n")
        let linked = test.linked()
        #expect(linked.targets(.reads, ofJob: "outer") == [slot + "OTHER", slot + "TOKEN"])
        #expect(linked.relations(.publishes).map(\.from.id) == ["github.com/acme/shared"])
    }

    @Test("Composite actions are followed, nested ones and those that use themselves too")
    func composites() {
        var test = TestImport()
        test.read(
            "acme/web/.github/actions/one/action.yml",
            "name: one\ninputs: {role: {default: none}}\nruns:\n  using: composite\n  steps:\n    - uses: ./.github/actions/two\n      with: {arn: \"${{ inputs.role }}\"}\n"
        )
        test.read(
            "acme/web/.github/actions/two/action.yml",
            "name: two\nruns:\n  using: composite\n  steps:\n    - uses: ./.github/actions/one\n    - uses: x/y@v1\n    - uses: aws-actions/configure-aws-credentials@v4\n      with: {role-to-assume: \"${{ inputs.arn }}\", aws-region: r}\n"
        )
        test.read(
            "acme/web/.github/workflows/ci.yml",
            "on: push\npermissions: {id-token: write}\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: ./.github/actions/one\n        with: {role: 'arn:aws:iam::1:role/r'}\n"
        )
        let linked = test.linked()
        #expect(linked.targets(.mayAssume, ofJob: "a") == ["arn:aws:iam::1:role/r"])
        #expect(
            linked.ids(.action) == [
                "acme/web/.github/actions/one", "acme/web/.github/actions/two",
                "aws-actions/configure-aws-credentials@v4", "x/y@v1",
            ])
    }

    @Test("Workflows that call each other without end are read all the same")
    func cycles() {
        var test = TestImport()
        for number in 0..<12 {
            let jobs = (0..<4).map {
                "  j\($0):\n    uses: ./.github/workflows/c\((number + 1) % 12).yml\n    secrets: inherit\n"
            }
            test.read("acme/web/.github/workflows/c\(number).yml", "on: [push, workflow_call]\njobs:\n\(jobs.joined())")
        }
        let linked = test.linked()
        #expect(linked.ids(.job).count == 48)
        #expect((linked.blind("jobs that were not followed to their end") ?? 0) > 0)
    }
}
