import Inventory

extension GitHubLinker.Pass {
    /// Adds every execution of a job that the run history tells: what it ran, on what, and when.
    mutating func linkRuns() {
        let history = RunHistory(estate)
        var titles: [String: JobTitles] = [:]
        var placed: [PlacedRun] = []
        for job in estate.jobRuns {
            guard let started = job.started, let repository = history.repository(of: job) else { continue }
            let run = history.run(of: job, in: repository)
            let path = history.path(of: job, run, in: repository)
            let file = GitHubEstate.key(repository, path ?? "")
            let record = estate.workflows[file]
            if titles[file] == nil, let record { titles[file] = JobTitles(record.definition) }
            let key = titles[file]?.key(of: job.name)
            placed.append(
                PlacedRun(
                    job: job, run: run, repository: record?.repository ?? repository, path: path, key: key,
                    interval: Interval(started, max(job.completed ?? .never, started.advanced(by: 1)))))
        }
        // A matrix executes one job several times in one attempt: then GitHub's number of each tells them apart.
        var shared: [String: Int] = [:]
        for run in placed { shared[run.id, default: 0] += 1 }
        var runners = RunnerIdentities(estate, placed)
        for run in placed {
            let id = shared[run.id, default: 1] > 1 ? "\(run.id).\(run.job.number)" : run.id
            add(run, id)
            guard run.job.conclusion != "skipped" else { continue }
            connect(run, id)
            connect(run, id, runners.runner(of: run))
        }
    }

    private mutating func add(_ run: PlacedRun, _ id: String) {
        addRepository(run.repository, run.job.provenance)
        if repositoriesWithRuns[run.repository] == nil { repositoriesWithRuns[run.repository] = run.job.provenance }
        var fact = EntityFact(
            id: id, kind: .run, name: "\(run.job.name) #\(run.job.runNumber)", provenance: run.job.provenance)
        fact.parent = run.workflowID ?? GitHubID.repository(run.repository)
        fact.provider = "github"
        fact.issued = run.interval.from
        if run.job.completed != nil { fact.expires = run.interval.until }
        let told: [(String, String?)] = [
            ("conclusion", run.job.conclusion), ("attempt", String(run.job.attempt)), ("branch", run.run?.headBranch),
            ("sha", run.job.headSHA ?? run.run?.headSHA), ("event", run.run?.event), ("actor", run.run?.actor),
            ("runner", run.job.runnerName), ("job_number", String(run.job.number)),
        ]
        fact.attributes = told.compactMap { name, value in
            value.flatMap { $0.isEmpty ? nil : Attribute(name, $0) }
        }
        add(fact)
    }

    /// What a run belongs to, and what it used.
    private mutating func connect(_ run: PlacedRun, _ id: String) {
        let moment = Interval(run.interval.from, run.interval.from.advanced(by: 1))
        let provenance = run.job.provenance
        if let workflow = run.workflowID, let path = run.path {
            if !session.builder.declares(workflow) {
                var fact = EntityFact(
                    id: workflow, kind: .workflow, name: run.job.workflowName ?? path, provenance: provenance)
                fact.parent = GitHubID.repository(run.repository)
                add(fact)
                add(
                    RelationFact(
                        .contains, from: GitHubID.repository(run.repository), to: workflow, provenance: provenance))
            }
            add(
                RelationFact(
                    .triggers, from: workflow, to: id, valid: moment, evidence: .observed, provenance: provenance))
        }
        guard let jobID = run.jobID, let known = jobs[jobID] else {
            unmatchedRuns += 1
            return
        }
        jobsWithRuns.insert(jobID)
        add(RelationFact(.instanceOf, from: id, to: jobID, evidence: .observed, provenance: provenance))
        for deployment in known.resolved.deployments {
            guard let name = deployment.value.name else { continue }
            add(
                RelationFact(
                    .deployedTo, from: id, to: GitHubID.environment(known.record.repository, name),
                    valid: run.interval, evidence: .inferred, provenance: deployment.provenance))
        }
        let resolved = Set((run.run?.referencedWorkflows ?? []).map { $0.path.lowercased() })
        for use in known.resolved.uses where use.value.pin != .digest {
            add(
                RelationFact(
                    .usedBy, from: use.value.id, to: id, valid: moment,
                    evidence: resolved.contains(use.value.id.lowercased()) ? .observed : .configured,
                    provenance: use.provenance))
        }
    }

    /// The self-hosted runner that took a run.
    private mutating func connect(_ run: PlacedRun, _ id: String, _ runner: RunnerIdentities.Runner?) {
        guard let runner else { return }
        let provenance = run.job.provenance
        if !runner.isListed {
            var fact = EntityFact(id: runner.id, kind: .runner, name: runner.name, provenance: provenance)
            fact.flags = [.selfHosted, .inferred]
            fact.provider = "github"
            fact.parent =
                runner.isOwners
                ? GitHubID.organization(GitHubScope(repository: run.repository).owner)
                : GitHubID.repository(run.repository)
            if let group = run.job.runnerGroupName { fact.attributes = [Attribute("runner_group", group)] }
            fact.attributes += run.job.labels.map { Attribute("label", $0) }
            add(fact)
        }
        add(
            RelationFact(
                .executed, from: runner.id, to: id, valid: run.interval, evidence: .observed, provenance: provenance))
        guard runner.isEphemeral != true else { return }
        add(
            RelationFact(
                .ranOn, from: id, to: runner.id, valid: run.interval,
                evidence: runner.isEphemeral == nil ? .inferred : .observed, provenance: provenance))
    }
}
