import Testing

@testable import Intake
@testable import Inventory

@Suite("GitHub: run history")
struct GitHubLinkerRunTests {
    private static let text = """
        name: CI
        on: push
        jobs:
          build:
            name: Build it
            runs-on: [self-hosted, linux]
            environment: prod
            steps: [{uses: a/b@v1}, {uses: a/c@0123456789abcdef0123456789abcdef01234567}]
          test:
            strategy: {matrix: {os: [a, b]}}
            runs-on: x
        """

    private struct Execution {
        var name: String
        var number: Int64 = 1
        var runner: Int64? = 7
        var runnerName = "r7"
        var group: Int64? = 3
        var groupName = "prod"
        var started: Int64 = 100
        var completed: Int64? = 200
        var conclusion: String? = "success"
        var repository: String? = "acme/web"
        var workflow: String? = "CI"
    }

    private func linked(_ executions: [Execution], listed: Bool = true, ephemeral: Bool? = false) -> TestInventory {
        TestImport.workflow(Self.text) { session in
            let source = Provenance(source: session.builder.add(source: Source(path: "r", format: "test")))
            if listed {
                session.estate.runners = [
                    RunnerRecord(
                        id: GitHubID.runner(GitHubScope(owner: "acme"), 7), scope: GitHubScope(owner: "acme"),
                        number: 7, name: "r7", group: 3, labels: ["self-hosted", "linux"], isEphemeral: ephemeral,
                        provenance: source)
                ]
            }
            session.estate.runs = [
                WorkflowRunRecord(
                    repository: "acme/web", number: 9, attempt: 1, path: ".github/workflows/ci.yml@refs/heads/main",
                    event: "push", headSHA: "abc", headBranch: "main", actor: "mona", provenance: source)
            ]
            session.estate.jobRuns = executions.map { execution in
                JobRunRecord(
                    repository: execution.repository, runNumber: 9, attempt: 1, number: execution.number,
                    name: execution.name, workflowName: execution.workflow, runnerNumber: execution.runner,
                    runnerName: execution.runnerName, runnerGroup: execution.group,
                    runnerGroupName: execution.groupName, labels: ["self-hosted"],
                    started: Instant(execution.started), completed: execution.completed.map { Instant($0) },
                    conclusion: execution.conclusion, provenance: source)
            }
        }
    }

    private let run = "\(TestInventory.workflow)#build@9.1"
    private let runner = "github.com/acme/runners/7"

    @Test("An execution is a run of its job, on its runner, over its time")
    func execution() {
        let test = linked([Execution(name: "Build it")])
        let entity = test.inventory.entity(id: run)
        #expect(entity?.usable == Interval(Instant(100), Instant(200)))
        #expect(test.relations(.instanceOf).map(\.to.id) == ["\(TestInventory.workflow)#build"])
        #expect(test.relations(.executed, from: runner, to: run).map(\.valid) == [Interval(Instant(100), Instant(200))])
        #expect(test.relations(.executed).map(\.traits.evidence) == [.observed])
        #expect(test.relations(.ranOn, from: run, to: runner).count == 1)
        #expect(test.relations(.triggers).map(\.valid) == [Interval(Instant(100), Instant(101))])
        #expect(test.relations(.deployedTo).map(\.traits.evidence) == [.inferred])
        #expect(test.relations(.usedBy, to: run).map(\.from.id) == ["a/b@v1"])
        #expect(test.attributes(run, "actor") == ["mona"])
        #expect(test.attributes(run, "branch") == ["main"])
        // History tells who served the job: no standing assignment beside it.
        #expect(test.relations(.serves).isEmpty)
    }

    @Test("A run that is going on is open; one that took no time lasts a second")
    func times() {
        let open = linked([Execution(name: "Build it", completed: nil, conclusion: nil)])
        #expect(open.inventory.entity(id: run)?.usable == Interval(Instant(100), .never))
        let brief = linked([Execution(name: "Build it", completed: 100)])
        #expect(brief.inventory.entity(id: run)?.usable == Interval(Instant(100), Instant(101)))
    }

    @Test("Executions of one matrix job in one attempt stay apart")
    func matrix() {
        let test = linked([Execution(name: "test (a)", number: 5), Execution(name: "test (b)", number: 6)])
        #expect(test.ids(.run) == ["\(TestInventory.workflow)#test@9.1.5", "\(TestInventory.workflow)#test@9.1.6"])
        #expect(test.relations(.instanceOf).count == 2)
        #expect(test.ids(.job).count == 2)
    }

    @Test("A title that no file knows still makes a run, but no job")
    func unmatched() {
        let test = linked([Execution(name: "gone / (x)")])
        #expect(test.ids(.run) == ["\(TestInventory.workflow)#gone----x-@9.1"])
        #expect(test.ids(.job).count == 2)
        #expect(test.relations(.executed).count == 1)
        #expect(test.blind("runs of jobs that no workflow file tells") == 1)
    }

    @Test("GitHub's own machines, and none at all, are no runners of the organization")
    func hosted() {
        for execution in [
            Execution(
                name: "Build it", runner: 5, runnerName: "GitHub Actions 5", group: 0, groupName: "GitHub Actions"),
            Execution(name: "Build it", runner: nil), Execution(name: "Build it", runner: 0),
        ] {
            let test = linked([execution], listed: false)
            #expect(test.ids(.runner).isEmpty)
            #expect(test.ids(.run) == [run])
        }
    }

    @Test("A runner is its number, name and group: a number that is used again is another runner")
    func identity() {
        let test = linked([
            Execution(name: "Build it"), Execution(name: "test (a)", number: 2, runnerName: "other"),
        ])
        #expect(test.ids(.runner).sorted() == [runner, "github.com/acme/web/runners/7"])
        let unlisted = linked(
            [Execution(name: "Build it"), Execution(name: "test (a)", number: 2, runnerName: "other")], listed: false)
        #expect(unlisted.ids(.runner) == ["github.com/acme/web/runners/7", "github.com/acme/web/runners/7~other"])
        #expect(unlisted.flags("github.com/acme/web/runners/7") == [.selfHosted, .inferred])
        #expect(unlisted.relations(.ranOn).allSatisfy { $0.traits.evidence == .inferred })
    }

    @Test("What is thrown away after a job carries nothing on, and what was skipped never ran")
    func nothingLeft() {
        #expect(linked([Execution(name: "Build it")], ephemeral: true).relations(.ranOn).isEmpty)
        let skipped = linked([Execution(name: "Build it", runner: 0, conclusion: "skipped")])
        #expect(skipped.relations(.instanceOf).isEmpty)
        #expect(skipped.relations(.triggers).isEmpty)
    }

    @Test("Without its repository a run is found by its number; history tells where it starts")
    func history() {
        let test = linked([
            Execution(name: "Build it", started: 86_400, completed: 90_000, repository: nil, workflow: nil)
        ])
        #expect(test.ids(.run) == [run])
        #expect(test.blind("repositories without run history before 1970-01-02") == 1)
        #expect(test.blind("jobs without run history") == 1)
    }

    @Test(
        "Titles find their job",
        arguments: [
            ("build", "build"), ("Deploy to prod", "deploy"), ("Deploy to prod (a, b)", "deploy"),
            ("m (1, x (y))", "m"),
            ("call / inner", "call"), ("call / inner / deep (1)", "call"), ("build / x", nil), ("build (1)", nil),
            ("Deploy", nil), ("", nil),
        ] as [(String, String?)])
    func titles(title: String, key: String?) {
        var workflow = WorkflowDefinition()
        var deploy = JobDefinition(key: "deploy", line: 1, name: "Deploy to ${{ matrix.e }}")
        deploy.matrix = Located(.object([]), line: 1)
        var m = JobDefinition(key: "m", line: 1)
        m.matrix = Located(.object([]), line: 1)
        var call = JobDefinition(key: "call", line: 1)
        call.call = WorkflowCall(uses: Located("./x.yml", line: 1))
        workflow.jobs = [JobDefinition(key: "build", line: 1), deploy, m, call]
        #expect(JobTitles(workflow).key(of: title) == key)
    }
}
