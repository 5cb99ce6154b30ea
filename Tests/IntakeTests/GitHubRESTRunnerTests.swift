import Inventory
import Testing

@testable import Intake

@Suite("GitHub REST: runners, runs and jobs")
struct GitHubRESTRunnerTests {
    private let runners = #"""
        {"total_count":3,"runners":[
          {"id":5,"name":"prod-linux-07","os":"linux","status":"online","busy":true,"ephemeral":false,
           "runner_group_id":3,"labels":[{"id":1,"name":"self-hosted","type":"read-only"},{"name":"GPU"},"plain"]},
          {"id":6,"name":null,"os":null,"status":null,"busy":null,"ephemeral":true,"labels":null},
          {"id":0,"name":"nothing","os":"linux","status":"offline","labels":[]}]}
        """#

    @Test("An organisation's runners")
    func organizationRunners() throws {
        let read = try RESTImport("orgs/acme/actions/runners.json", runners)
        let entity = try #require(read.entity("github.com/acme/runners/5"))
        #expect(entity.kind == .runner)
        #expect(entity.name == "prod-linux-07")
        #expect(entity.flags == .selfHosted)
        #expect(entity.values("label") == ["self-hosted", "GPU", "plain"])
        #expect(entity.values("os") == ["linux"])
        #expect(entity.parent?.kind == .organization)
        #expect(
            read.relations == [
                "github.com/acme owns github.com/acme/runner-groups/3",
                "github.com/acme/runner-groups/3 contains github.com/acme/runners/5",
            ])
        #expect(read.estate.runners.map(\.number) == [5, 6])
        #expect(read.estate.runners.first?.labels == ["self-hosted", "gpu", "plain"])
        #expect(read.estate.runners.map(\.isEphemeral) == [false, true])
        #expect(read.estate.runners.map(\.group) == [3, nil])
        let second = try #require(read.entity("github.com/acme/runners/6"))
        #expect(second.name == "runner 6")
        #expect(second.flags == [.selfHosted, .ephemeral])
        #expect(read.notices.map(\.location) == ["/runners/2"])
        #expect(read.gave == ["runners": 2])
    }

    @Test("A repository's own runners are in no group")
    func repositoryRunners() throws {
        let read = try RESTImport("repos/acme/web/actions/runners.json", runners)
        #expect(read.entity("github.com/acme/web/runners/5")?.parent?.id == "github.com/acme/web")
        #expect(read.relations.isEmpty)
        #expect(read.estate.runners.first?.scope == GitHubScope(owner: "acme", repository: "web"))
    }

    @Test("The runners of a group are in it, and are the organisation's own")
    func groupRunners() throws {
        let read = try RESTImport([
            ("orgs/acme/actions/runners.json", runners.replacing(#""runner_group_id":3,"#, with: "")),
            ("orgs/acme/actions/runner-groups/4/runners.json", runners),
        ])
        #expect(read.estate.runners.map(\.group) == [4, 4])
        #expect(read.relations.contains("github.com/acme/runner-groups/4 contains github.com/acme/runners/5"))
    }

    @Test("Runner groups, and the repositories that may use one, in either order", arguments: [false, true])
    func groups(isReversed: Bool) throws {
        let groups = #"""
            {"total_count":1,"runner_groups":[{"id":3,"name":"prod","visibility":"selected","default":false,
             "selected_repositories_url":"https://api.github.com/orgs/acme/actions/runner-groups/3/repositories",
             "runners_url":"https://api.github.com/orgs/acme/actions/runner-groups/3/runners","inherited":false,
             "allows_public_repositories":true,"restricted_to_workflows":true,
             "selected_workflows":["acme/ci/.github/workflows/x.yml@main"],"workflow_restrictions_read_only":null}]}
            """#
        let repositories = #"{"total_count":1,"repositories":[{"name":"Web","full_name":"acme/Web","private":true}]}"#
        var files = [("groups.json", groups), ("runner-groups/3/repositories.json", repositories)]
        if isReversed { files.reverse() }
        let read = try RESTImport(files)
        #expect(read.estate.runnerGroups.count == 1)
        let group = try #require(read.estate.runnerGroups.first)
        #expect(group.name == "prod")
        #expect(group.selectedRepositories == ["acme/web"])
        #expect(group.visibility == "selected")
        #expect(group.allowsPublicRepositories == true)
        #expect(group.selectedWorkflows == ["acme/ci/.github/workflows/x.yml@main"])
        #expect(read.entity("github.com/acme/runner-groups/3")?.name == "prod")
        #expect(read.relations.contains("github.com/acme owns github.com/acme/runner-groups/3"))
        #expect(read.notices.isEmpty)
    }

    @Test("A group that is shared with no repository has an empty list; one not collected has none")
    func emptyGroup() throws {
        let read = try RESTImport(
            "orgs/acme/actions/runner-groups/3/repositories.json", #"{"total_count":0,"repositories":[]}"#)
        #expect(read.estate.runnerGroups.first?.selectedRepositories == [])
        #expect(read.reports.first?.outcome == .read(format: "GitHub REST API"))
    }

    @Test("Workflow runs")
    func runs() throws {
        let read = try RESTImport(
            "runs.json",
            #"""
            {"total_count":2,"workflow_runs":[
              {"id":77,"name":"CI","path":".github/workflows/ci.yml@refs/heads/main","run_number":4,"run_attempt":2,
               "event":"push","workflow_id":9,"head_sha":"abc","head_branch":"main","status":"completed",
               "created_at":"2026-03-14T02:00:00Z","run_started_at":"2026-03-14T02:10:00Z",
               "updated_at":"2026-03-14T02:20:00Z","actor":{"login":"ann"},"triggering_actor":{"login":"bob"},
               "url":"https://api.github.com/repos/acme/web/actions/runs/77",
               "repository":{"name":"web","full_name":"acme/web","private":true,
                             "owner":{"login":"acme","type":"Organization"}},
               "referenced_workflows":[{"path":"acme/ci/.github/workflows/x.yml@v1","sha":"def"},
                                       {"path":"acme/ci/.github/workflows/y.yml","ref":"refs/heads/main"},{"sha":"1"}]},
              {"id":78,"run_number":5,"workflow_id":9,"event":null,"head_sha":null,"path":null,"actor":null,
               "run_attempt":null,"url":"https://api.github.com/repos/acme/web/actions/runs/78","repository":null}]}
            """#)
        let first = try #require(read.estate.runs.first)
        #expect(first.repository == "acme/web")
        #expect(first.number == 77)
        #expect(first.attempt == 2)
        #expect(first.path == ".github/workflows/ci.yml")
        #expect(first.actor == "ann")
        #expect(first.headBranch == "main")
        #expect(first.started == Instant(text: "2026-03-14T02:10:00Z"))
        #expect(
            first.referencedWorkflows.map(\.path) == [
                "acme/ci/.github/workflows/x.yml@v1", "acme/ci/.github/workflows/y.yml@refs/heads/main",
            ])
        #expect(first.referencedWorkflows.map(\.sha) == ["def", nil])
        #expect(first.provenance.location == "/workflow_runs/0")
        let second = try #require(read.estate.runs.last)
        #expect(second.repository == "acme/web")
        #expect(second.attempt == 1)
        #expect(second.path == nil)
        #expect(read.relations == ["github.com/acme owns github.com/acme/web"])
        #expect(read.gave == ["workflow runs": 2])
    }

    @Test("Jobs over several pages, with the runner that took them or none")
    func jobs() throws {
        func job(_ id: Int, _ runner: String) -> String {
            #"""
            {"id":\#(id),"run_id":77,"run_url":"https://api.github.com/repos/acme/web/actions/runs/77",
             "name":"build (a, 1)",
             "status":"completed","conclusion":"success","started_at":"2026-03-14T02:14:00Z",
             "completed_at":"0001-01-01T00:00:00Z","steps":[],"labels":["self-hosted","Linux"],\#(runner)}
            """#
        }
        let taken =
            #""runner_id":5,"runner_name":"prod-linux-07","runner_group_id":3,"#
            + #""runner_group_name":"prod","run_attempt":2"#
        let hosted = #""runner_id":0,"runner_name":"","runner_group_id":0,"runner_group_name":"GitHub Actions""#
        let skipped = #""runner_id":null,"runner_name":null,"runner_group_id":null"#
        let read = try RESTImport(
            "jobs.json",
            #"{"total_count":3,"jobs":[\#(job(1, taken))]}"#
                + #"{"total_count":3,"jobs":[\#(job(2, hosted)),\#(job(3, skipped))]}"#
        )
        #expect(read.estate.jobRuns.map(\.number) == [1, 2, 3])
        #expect(read.estate.jobRuns.map(\.runnerNumber) == [5, nil, nil])
        #expect(read.estate.jobRuns.map(\.runnerName) == ["prod-linux-07", nil, nil])
        #expect(read.estate.jobRuns.map(\.runnerGroupName) == ["prod", "GitHub Actions", nil])
        #expect(read.estate.jobRuns.map(\.attempt) == [2, 1, 1])
        let first = try #require(read.estate.jobRuns.first)
        #expect(first.repository == "acme/web")
        #expect(first.runNumber == 77)
        #expect(first.labels == ["self-hosted", "Linux"])
        #expect(first.started == Instant(text: "2026-03-14T02:14:00Z"))
        #expect(first.completed == nil)
        #expect(
            read.estate.jobRuns.map(\.provenance.location) == ["page 1 /jobs/0", "page 2 /jobs/0", "page 2 /jobs/1"])
        #expect(read.notices.isEmpty)
        #expect(read.inventory.blindSpots.isEmpty)
    }

    @Test("A job without addresses gets its repository, run and attempt from the path")
    func jobByPath() throws {
        let read = try RESTImport(
            "repos/acme/web/actions/runs/77/attempts/3/jobs.json",
            #"{"total_count":1,"jobs":[{"id":1,"name":null}]}"#)
        let job = try #require(read.estate.jobRuns.first)
        #expect(job.repository == "acme/web")
        #expect(job.runNumber == 77)
        #expect(job.attempt == 3)
        #expect(job.name == "job 1")
    }

    @Test("A list that is shorter than it says is a blind spot")
    func missingPages() throws {
        let read = try RESTImport(
            "repos/acme/web/actions/runs/77/jobs.json",
            #"{"total_count":31,"jobs":[{"id":1,"run_id":77,"name":"a"}]}"#)
        #expect(read.notices.map(\.reason) == ["holds 1 of 31 jobs; save all pages with gh api --paginate"])
        #expect(
            read.inventory.blindSpots == [
                BlindSpot(what: "jobs not listed", count: 30, why: "not all pages were saved")
            ])
    }
}
