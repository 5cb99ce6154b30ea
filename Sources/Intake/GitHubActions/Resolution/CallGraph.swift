/// Which workflows call which, among those that were read.
struct CallGraph {
    /// A job that calls a workflow.
    struct Caller {
        /// The caller's key in the estate.
        var workflow: String
        var job: Int
    }

    /// The callers of each workflow, by its key in the estate, in the order of their keys.
    private(set) var callers: [String: [Caller]] = [:]
    private let estate: GitHubEstate

    init(_ estate: GitHubEstate) {
        self.estate = estate
        for (key, record) in estate.workflows.sorted(by: { $0.key < $1.key }) {
            for (number, job) in record.definition.jobs.enumerated() {
                guard let uses = job.call?.uses.value, let callee = callee(uses, from: record.repository) else {
                    continue
                }
                callers[callee, default: []].append(Caller(workflow: key, job: number))
            }
        }
    }

    /// The key in the estate of the workflow that `uses` calls, when it was read.
    func callee(_ uses: String, from repository: String) -> String? {
        guard let reference = ActionReference(uses) else { return nil }
        let key: String
        switch reference.target {
        case .local(let path): key = GitHubEstate.key(repository, path)
        case .remote(let other, let path, _): key = GitHubEstate.key(other, path)
        case .image: return nil
        }
        return estate.workflows[key] == nil ? nil : key
    }

    /// The key in the estate of the action that `reference` names, when its metadata was read. A path that starts with
    /// the folder that the repository was checked out into is followed too.
    func action(_ reference: ActionReference, from repository: String) -> String? {
        let candidates: [String]
        switch reference.target {
        case .local(let path):
            let inner = path.split(separator: "/").dropFirst().joined(separator: "/")
            candidates =
                [GitHubEstate.key(repository, path)] + (inner.isEmpty ? [] : [GitHubEstate.key(repository, inner)])
        case .remote(let other, let path, _): candidates = [GitHubEstate.key(other, path)]
        case .image: return nil
        }
        return candidates.first { estate.actions[$0] != nil }
    }
}
