import Inventory

/// Works out which jobs each runner serves, from which repositories may use it and which labels the jobs ask for.
///
/// The collectors draw edges to runners only. What a compromised runner inherits runs the other way.
struct OpenGraphRunners {
    private struct Runner {
        var labels: Set<String>
        var group: String?
    }

    private struct Job {
        var request: OpenGraphRunnerRequest
        var provenance: Provenance
    }

    private var runners: [String: Runner] = [:]
    private var jobs: [String: Job] = [:]
    /// Runners of each group, and groups that a group passes on.
    private var members: [String: Set<String>] = [:]
    /// Runners and groups that a repository or branch can use.
    private var usable: [String: Set<String>] = [:]
    /// What contains a workflow, a job or a branch.
    private var containers: [String: String] = [:]

    /// Adds a runner or a job.
    mutating func add(_ fact: EntityFact, kind: EntityKind) {
        func values(_ name: String) -> [String] {
            fact.attributes.filter { $0.name == name }.map { $0.value.lowercased() }
        }
        if kind == .runner {
            runners[fact.id] = Runner(labels: Set(values("label")), group: values("runner_group_name").first)
        } else {
            let request = OpenGraphRunnerRequest(values: values("runs_on") + values("runs_on.label"))
            jobs[fact.id] = Job(request: request, provenance: fact.provenance)
        }
    }

    /// Takes in an edge between known nodes.
    mutating func note(_ kind: String, start: String, startKind: String, end: String, endKind: String) {
        switch kind {
        case "GH_CanUseRunner": usable[start, default: []].insert(end)
        case "GH_HasRunner", "GH_InheritedFrom": members[start, default: []].insert(end)
        case "GH_Contains", "GH_HasWorkflow", "GH_HasJob", "GH_HasBranch":
            if ["repository", "workflow"].contains(startKind), ["workflow", "job", "GH_Branch"].contains(endKind) {
                containers[end] = start
            }
        default: break
        }
    }

    /// Adds a relation for each job that a runner serves, and says what is not known.
    func assign(into builder: inout InventoryBuilder) {
        guard !runners.isEmpty else { return }
        guard !jobs.isEmpty else {
            builder.add(
                blindSpot: BlindSpot(
                    what: "runners whose jobs were not collected", count: runners.count,
                    why: "the export holds no jobs: what these runners inherit is not known"))
            return
        }
        let byRepository = runnersByRepository()
        var unknown = 0
        for (id, job) in jobs.sorted(by: { $0.key < $1.key }) {
            let candidates = repository(of: id).flatMap { byRepository[$0] } ?? []
            if candidates.isEmpty { continue }
            guard let labels = job.request.labels else {
                if job.request.isExpression { unknown += 1 }
                continue
            }
            let group = job.request.group
            let serving = candidates.filter { candidate in
                guard let runner = runners[candidate] else { return false }
                return labels.isSubset(of: runner.labels) && (group == nil || group == runner.group)
            }
            for runner in serving.sorted() {
                builder.add(RelationFact(.serves, from: runner, to: id, provenance: job.provenance))
            }
        }
        if unknown > 0 {
            builder.add(
                blindSpot: BlindSpot(
                    what: "jobs on unknown runners", count: unknown, why: "runs-on is an expression"))
        }
    }

    /// The runners that each repository can use, through groups and branches too.
    private func runnersByRepository() -> [String: Set<String>] {
        var result: [String: Set<String>] = [:]
        for (user, targets) in usable {
            // A branch stands for its repository: which of its branches a job runs on is not told.
            let repository = containers[user] ?? user
            var pending = Array(targets)
            var seen = targets
            while let next = pending.popLast() {
                if runners[next] != nil { result[repository, default: []].insert(next) }
                for member in members[next] ?? [] where seen.insert(member).inserted { pending.append(member) }
            }
        }
        return result
    }

    private func repository(of job: String) -> String? { containers[job].flatMap { containers[$0] } }
}

/// What a job says about the runner that it needs.
struct OpenGraphRunnerRequest {
    /// The labels that a runner must have, in lower case; nil when it does not say, or not plainly.
    var labels: Set<String>?
    /// The name of the runner group that it asks for, in lower case.
    var group: String?
    /// Whether it is computed when the job starts.
    var isExpression = false

    /// From the attributes that a job's `runs_on` became: labels, or `group: …` and `labels.…`.
    init(values: [String]) {
        var labels: Set<String> = []
        for value in values {
            if value.contains("${{") {
                isExpression = true
            } else if value.hasPrefix("group: ") {
                group = String(value.dropFirst("group: ".count))
            } else if value.hasPrefix("labels: ") {
                labels.insert(String(value.dropFirst("labels: ".count)))
            } else if value.hasPrefix("labels.") {
                labels.insert(String(value.dropFirst("labels.".count)))
            } else {
                labels.insert(value)
            }
        }
        self.labels = isExpression || (labels.isEmpty && group == nil) ? nil : labels
    }
}
