import Inventory

/// Which run and which file an execution of a job belongs to.
struct RunHistory {
    private struct RunKey: Hashable {
        var number: Int64
        var attempt: Int64
    }

    private var attempts: [RunKey: [WorkflowRunRecord]] = [:]
    private var latest: [Int64: [WorkflowRunRecord]] = [:]
    /// The paths of the workflows of a repository that have a name.
    private var paths: [String: [String: Set<String>]] = [:]

    init(_ estate: GitHubEstate) {
        for run in estate.runs {
            attempts[RunKey(number: run.number, attempt: run.attempt), default: []].append(run)
            latest[run.number, default: []].append(run)
        }
        for record in estate.workflows.values {
            let repository = record.repository.lowercased()
            if let name = record.definition.name {
                paths[repository, default: [:]][name, default: []].insert(record.path)
            }
            paths[repository, default: [:]][record.path, default: []].insert(record.path)
        }
    }

    /// `OWNER/NAME`: the record's own, or that of the only run with its number.
    func repository(of job: JobRunRecord) -> String? {
        if let own = job.repository { return own }
        let names = Set((latest[job.runNumber] ?? []).map(\.repository))
        return names.count == 1 ? names.first : nil
    }

    /// The attempt that the job belongs to; another attempt of the same run when that one was not collected.
    func run(of job: JobRunRecord, in repository: String) -> WorkflowRunRecord? {
        let isSame = { (run: WorkflowRunRecord) in run.repository.lowercased() == repository.lowercased() }
        return attempts[RunKey(number: job.runNumber, attempt: job.attempt)]?.first(where: isSame)
            ?? latest[job.runNumber]?.first(where: isSame)
    }

    /// The file that the job is written in: the run's, or the only one of the repository with that name.
    func path(of job: JobRunRecord, _ run: WorkflowRunRecord?, in repository: String) -> String? {
        if let path = run?.path { return path.split(separator: "@").first.map(String.init) ?? path }
        guard let name = job.workflowName, let known = paths[repository.lowercased()]?[name], known.count == 1 else {
            return nil
        }
        return known.first
    }
}

/// An execution of a job with everything that could be found about it.
struct PlacedRun {
    var job: JobRunRecord
    var run: WorkflowRunRecord?
    /// `OWNER/NAME`.
    var repository: String
    /// The workflow's file; nil when nothing tells.
    var path: String?
    /// The job's key in it; nil when nothing tells.
    var key: String?
    var interval: Interval

    var workflowID: String? { path.map { GitHubID.workflow(repository, path: $0) } }
    var jobID: String? {
        guard let path, let key else { return nil }
        return GitHubID.job(repository, path: path, key: key)
    }
    var id: String {
        GitHubID.run(
            repository, path: path ?? ".github/workflows/\(JobTitles.sanitized(job.workflowName ?? "unknown"))",
            key: key ?? JobTitles.sanitized(job.name), run: job.runNumber, attempt: job.attempt)
    }
}
