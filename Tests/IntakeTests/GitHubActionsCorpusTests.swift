import Testing

@testable import Intake
@testable import Inventory

/// The figures were counted by another program with another YAML parser over the same files.
@Suite("GitHub Actions: public workflows", .enabled(if: Corpus.isPresent, "no shared corpus beside the project"))
struct GitHubActionsCorpusTests {
    private static func read(_ folder: String) -> (reports: [FileReport], linked: TestInventory) {
        var test = TestImport()
        for (path, bytes) in Corpus.files(under: folder) { test.read(path, bytes) }
        return (test.reports, test.linked())
    }

    @Test(
        "Every workflow and job is read, and nothing else",
        arguments: [
            ("pytorch/test-infra", 122, 242), ("tj-actions/changed-files", 10, 38), ("reviewdog/action-setup", 4, 10),
            ("spotbugs/sonar-findbugs", 4, 5),
        ])
    func counts(folder: String, workflows: Int, jobs: Int) {
        let (reports, linked) = Self.read(folder)
        #expect(linked.ids(.workflow).count == workflows)
        #expect(linked.ids(.job).count == jobs)
        #expect(linked.ids(.repository) == ["github.com/\(folder)"])
        #expect(linked.issues.isEmpty)
        for report in reports {
            #expect(report.notices.isEmpty, "\(report.path): \(report.notices)")
            #expect(report.outcome != .unrecognized || report.path.hasSuffix("dependabot.yml"))
        }
    }

    @Test("What the jobs of one large repository name is found")
    func names() {
        let linked = Self.read("pytorch/test-infra").linked
        let named = linked.ids(.secret).filter { !$0.hasSuffix("/*") }
        #expect(named.count == 29)
        // 57 references to other repositories and 59 to its own files; the rest is used by its own actions.
        let used = linked.relations(.usedBy).filter { relation in !relation.attributes.contains { $0.name == "via" } }
        #expect(Set(used.map(\.from.id)).count == 116)
        #expect(linked.ids(.action).count == 124)
        // 21 written out, one in a variable, one as the default in an expression, one in an action of its own.
        #expect(linked.ids(.serviceAccount).count == 24)
        #expect(linked.ids(.environment).count == 9)
        #expect(linked.ids(.agent).count == 3)
        #expect(linked.blind("jobs on unknown runners") == 6)
    }

    @Test("Permissions that are written are those that count")
    func permissions() {
        let linked = Self.read("pytorch/test-infra").linked
        let jobs = linked.ids(.job)
        let written = jobs.filter { ["job", "workflow"].contains(linked.attributes($0, "permission_source").first) }
        #expect(jobs.count - written.count == 111)
    }
}
