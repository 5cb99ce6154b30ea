import Testing

@testable import Intake
@testable import Inventory

@Suite("GitHub: runners")
struct GitHubLinkerRunnerTests {
    private static let text = """
        on: push
        jobs:
          big: {runs-on: [self-hosted, linux, big]}
          small: {runs-on: [self-hosted, linux]}
          group: {runs-on: {group: Prod}}
          hosted: {runs-on: ubuntu-latest}
          open: {runs-on: "${{ vars.X }}"}
        """

    private func linked(
        labels: Set<String> = ["self-hosted", "linux", "big"], ephemeral: Bool? = false,
        repository: String? = nil, _ change: (inout RunnerGroupRecord, inout GitHubEstate) -> Void = { _, _ in }
    ) -> TestInventory {
        TestImport.workflow(Self.text) { session in
            let source = Provenance(source: session.builder.add(source: Source(path: "r", format: "test")))
            var group = RunnerGroupRecord(
                id: GitHubID.runnerGroup("acme", 3), owner: "acme", number: 3, name: "prod", visibility: "all",
                provenance: source)
            change(&group, &session.estate)
            session.estate.runnerGroups = [group]
            session.estate.runners = [
                RunnerRecord(
                    id: "runner", scope: GitHubScope(owner: "acme", repository: repository), number: 7, name: "r7",
                    group: repository == nil ? 3 : nil, labels: labels, isEphemeral: ephemeral, provenance: source)
            ]
        }
    }

    private func served(_ test: TestInventory) -> [String] {
        test.relations(.serves).map { String($0.to.id.split(separator: "#")[1]) }.sorted()
    }

    @Test("A runner serves the jobs all of whose labels it has, and those that ask for its group")
    func labels() {
        #expect(served(linked()) == ["big", "group", "small"])
        #expect(served(linked(labels: ["linux"])) == ["group", "small"])
        #expect(linked(labels: ["linux"]).blind("jobs that ask for self-hosted runners that no source lists") == 1)
        #expect(linked().blind("jobs on unknown runners") == 1)
    }

    @Test("A group serves only the repositories and workflows that it is open to")
    func groups() {
        #expect(
            served(
                linked { group, _ in
                    group.visibility = "selected"; group.selectedRepositories = ["acme/x"]
                }
            ).isEmpty)
        #expect(
            served(
                linked { group, _ in
                    group.visibility = "selected"; group.selectedRepositories = ["acme/web"]
                }
            ).count == 3)
        let unsure = linked { group, _ in group.visibility = "selected" }
        #expect(unsure.relations(.serves).allSatisfy { $0.traits.evidence == .inferred })
        let inPublic = linked { group, estate in
            group.allowsPublicRepositories = false
            estate.repositories["acme/web"] = RepositoryRecord(fullName: "acme/web", visibility: "public")
        }
        #expect(served(inPublic).isEmpty)
        #expect(
            served(linked { group, _ in group.selectedWorkflows = ["acme/web/.github/workflows/x.yml@main"] }).isEmpty)
        #expect(
            served(linked { group, _ in group.selectedWorkflows = ["acme/web/.github/workflows/ci.yml@main"] }).count
                == 3)
    }

    @Test("A repository's runner serves that repository alone, whatever groups there are")
    func repositories() {
        #expect(served(linked(repository: "web")).contains("big"))
        #expect(served(linked(repository: "other")).isEmpty)
    }

    @Test("Only what outlives a job is altered by the code that runs on it")
    func persistence() {
        let persistent = linked()
        #expect(
            persistent.relations(.executesOn).map(\.from.id).sorted() == [
                "github.com/acme/web", TestInventory.workflow,
            ])
        #expect(linked(ephemeral: true).relations(.executesOn).isEmpty)
        #expect(linked(ephemeral: true).flags("runner") == [.selfHosted, .ephemeral])
        #expect(linked(ephemeral: nil).relations(.executesOn).allSatisfy { $0.traits.evidence == .inferred })
        #expect(persistent.relations(.contains, to: "runner").map(\.from.id) == ["github.com/acme/runner-groups/3"])
        #expect(persistent.relations(.retains).isEmpty)
    }
}
