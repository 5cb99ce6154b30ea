import Testing

@testable import Intake
@testable import Inventory

@Suite("GitHub Actions: syntax")
struct GitHubActionsSyntaxTests {
    @Test(
        "Every form of on: gives its events",
        arguments: [
            ("on: push", ["push"]), ("'on': [push, pull_request]", ["push", "pull_request"]),
            ("\"on\":\n  push:\n    branches: [main]\n  schedule:\n    - cron: '0 0 * * *'", ["push", "schedule"]),
            ("on:\n- issue_comment", ["issue_comment"]),
        ])
    func triggers(on: String, events: [String]) {
        let test = TestImport.workflow("\(on)\njobs:\n  a:\n    runs-on: ubuntu-latest\n")
        #expect(test.attributes(TestInventory.workflow, "trigger") == events)
    }

    @Test(
        "runs-on gives its labels in every form",
        arguments: [
            ("runs-on: ubuntu-24.04", ["ubuntu-24.04"], "hosted"),
            ("runs-on: [self-hosted, Linux, x64]", ["self-hosted", "Linux", "x64"], "self-hosted"),
            ("runs-on: {group: big, labels: [gpu]}", ["gpu"], "unknown"),
            ("runs-on:\n      group: big\n      labels: gpu", ["gpu"], "unknown"),
            ("runs-on: ${{ fromJSON('[\"self-hosted\",\"linux\"]') }}", ["self-hosted", "linux"], "self-hosted"),
            ("runs-on: ${{ github.ref == 'x' && 'a' || 'b' }}", ["a", "b"], "unknown"),
            ("runs-on: ${{ 1 == 2 && 'a' || 'b' }}", ["b"], "unknown"),
            ("runs-on: ${{ format('{0}-{1}', 'ubuntu', 'latest') }}", ["ubuntu-latest"], "hosted"),
            ("runs-on: ${{ vars.RUNNER }}", [], "unknown"),
            ("runs-on: [self-hosted, \"${{ vars.SIZE }}\"]", ["self-hosted"], "self-hosted"),
            ("runs-on: macos-15-xlarge", ["macos-15-xlarge"], "hosted"),
            ("runs-on: windows-11-arm", ["windows-11-arm"], "hosted"),
        ])
    func runsOn(text: String, labels: [String], hosting: String) {
        let test = TestImport.workflow("on: push\njobs:\n  a:\n    \(text)\n")
        #expect(test.job("a", "label") == labels)
        #expect(test.job("a", "hosting") == [hosting])
        let isUnknown = test.flags("\(TestInventory.workflow)#a")?.contains(.unknown)
        #expect(isUnknown == text.contains("vars."))
    }

    @Test("A matrix is expanded with what it includes and without what it excludes")
    func matrix() {
        let test = TestImport.workflow(
            """
            on: push
            jobs:
              a:
                strategy:
                  matrix:
                    os: [one, two, three]
                    size: [1.10, 2]
                    exclude:
                      - {os: two}
                    include:
                      - {os: four, size: 9}
                      - {extra: yes}
                runs-on: ["${{ matrix.os }}", "s${{ matrix.size }}"]
              b:
                strategy: {matrix: "${{ fromJSON(needs.a.outputs.m) }}"}
                runs-on: ${{ matrix.os }}
              c:
                strategy: {matrix: {m: [{os: x}, {os: y}]}}
                runs-on: ${{ matrix.m.os }}
            """)
        #expect(test.job("a", "label") == ["one", "s1.10", "s2", "three", "four", "s9"])
        #expect(test.job("b", "unknown_label") == ["${{ matrix.os }}"])
        #expect(test.job("c", "label") == ["x", "y"])
        #expect(test.ids(.job).count == 3)
        #expect(test.blind("jobs on unknown runners") == 1)
    }

    @Test(
        "Permissions: the job's replace the workflow's, and what is unsaid is none",
        arguments: [
            ("permissions: {contents: write, issues: none}", ["contents: write"], "job"),
            ("permissions: {}", [], "job"),
            ("", ["id-token: write"], "workflow"),
        ])
    func permissions(text: String, levels: [String], origin: String) {
        let test = TestImport.workflow(
            "on: push\npermissions: {id-token: write}\njobs:\n  a:\n    runs-on: x\n    \(text)\n")
        #expect(test.job("a", "permission") == levels)
        #expect(test.job("a", "permission_source") == [origin])
    }

    @Test("write-all includes id-token, read-all does not, and a default is unknown until it is collected")
    func defaults() {
        let text =
            "on: push\njobs:\n  w: {runs-on: x, permissions: write-all}\n  r: {runs-on: x, permissions: read-all}\n"
        let test = TestImport.workflow(text + "  d: {runs-on: x}\n")
        #expect(test.job("w", "permission").contains("id-token: write"))
        #expect(!test.job("r", "permission").contains { $0.hasPrefix("id-token") })
        #expect(test.job("r", "permission").contains("contents: read"))
        #expect(test.job("d", "permission_source") == ["default: not collected"])
        #expect(test.blind("jobs whose token permissions are the default") == 1)
        #expect(test.relations(.actsOn, from: "\(TestInventory.workflow)#d").map(\.traits.evidence) == [.inferred])
        #expect(test.relations(.actsOn, from: "\(TestInventory.workflow)#r").isEmpty)

        let collected = TestImport.workflow("on: push\njobs:\n  d: {runs-on: x}\n") {
            $0.estate.defaultTokenPermissions["acme"] = "read"
        }
        #expect(collected.job("d", "permission") == ["contents: read", "packages: read"])
        #expect(collected.relations(.actsOn).isEmpty)
    }

    @Test("Writing something else than contents is told but gains nothing")
    func actsOn() {
        let test = TestImport.workflow(
            "on: push\njobs:\n  a: {runs-on: x, permissions: {contents: write}}\n  b: {runs-on: x, permissions: {issues: write}}\n"
        )
        #expect(test.relations(.actsOn, from: "\(TestInventory.workflow)#a").map(\.traits.gain) == [.forward])
        #expect(test.relations(.actsOn, from: "\(TestInventory.workflow)#b").map(\.traits.gain) == [Gain.none])
    }

    @Test("Anchors, aliases, merge keys, tabs in texts and Windows line ends are read")
    func yaml() {
        let test = TestImport.workflow(
            "\u{FEFF}on: push\r\nx: &base\r\n  runs-on: ubuntu-latest\r\n  env: {A: '\t'}\r\njobs:\r\n"
                + "  a: *base\r\n  b:\r\n    <<: *base\r\n    runs-on: [c]\r\n")
        #expect(test.job("a", "label") == ["ubuntu-latest"])
        #expect(test.job("b", "label") == ["c"])
    }

    @Test(
        "An action's reference tells how it is pinned",
        arguments: [
            ("actions/checkout@v4", "tag"), ("a/b/c@1.2.3", "tag"), ("a/b@main", "branch"),
            ("a/b@0123456789abcdef0123456789abcdef01234567", "digest"), ("docker://alpine:3.8", "docker"),
            ("docker://alpine@sha256:0123", "digest"), ("./.github/actions/x", "local"), ("./", "local"),
        ])
    func pins(uses: String, pin: String) throws {
        let reference = try #require(ActionReference(uses))
        #expect(reference.pin.rawValue == pin)
        let test = TestImport.workflow("on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: \(uses)\n")
        #expect(test.ids(.action) == [reference.within("acme/web").id])
        #expect(test.relations(.usedBy).map(\.traits.gain) == [pin == "digest" ? Gain.none : .forward])
    }

    @Test("What is no reference is no action", arguments: ["", "checkout", "a/b", "a@b", "docker://", "${{ x }}/y@z"])
    func noActions(uses: String) { #expect(ActionReference(uses) == nil) }
}
