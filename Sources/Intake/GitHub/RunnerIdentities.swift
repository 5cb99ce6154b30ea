import Inventory

/// Tells self-hosted runners apart by number, name and group: numbers and names are used again, all three never.
struct RunnerIdentities {
    /// The runner that took a run.
    struct Runner {
        var id: String
        var name: String
        /// Whether a source lists it, and not only the runs that it took.
        var isListed: Bool
        /// Nil when nothing tells.
        var isEphemeral: Bool?
        /// Whether it belongs to the owner and not to one repository.
        var isOwners: Bool
    }

    private struct Identity: Hashable {
        var owner: String
        var number: Int64
        var name: String
        var group: Int64?

        init(_ run: PlacedRun, _ number: Int64) {
            owner = GitHubScope(repository: run.repository).owner.lowercased()
            self.number = number
            name = run.job.runnerName ?? ""
            group = run.job.runnerGroup
        }
    }

    private let estate: GitHubEstate
    private var listed: [Int64: [RunnerRecord]] = [:]
    /// The repositories in which each identity took runs.
    private var repositories: [Identity: Set<String>] = [:]
    /// Who has an id already.
    private var known: [Identity: String] = [:]
    private var taken: Set<String>

    init(_ estate: GitHubEstate, _ runs: [PlacedRun]) {
        self.estate = estate
        for runner in estate.runners { listed[runner.number, default: []].append(runner) }
        taken = Set(estate.runners.map(\.id))
        for run in runs {
            guard let number = run.job.runnerNumber, number != 0 else { continue }
            repositories[Identity(run, number), default: []].insert(run.repository.lowercased())
        }
    }

    /// The self-hosted runner that took `run`; nil when it was GitHub's own, or none.
    mutating func runner(of run: PlacedRun) -> Runner? {
        guard let number = run.job.runnerNumber, number != 0, !Self.isHosted(run.job) else { return nil }
        let scope = GitHubScope(repository: run.repository).lowercased
        let record = (listed[number] ?? []).first { record in
            record.scope.owner.lowercased() == scope.owner
                && (record.scope.repository == nil || record.scope.repository?.lowercased() == scope.repository)
                && (run.job.runnerName == nil || record.name == run.job.runnerName)
                && (run.job.runnerGroup == nil || record.group == nil || record.group == run.job.runnerGroup)
        }
        if let record {
            return Runner(
                id: record.id, name: record.name, isListed: true, isEphemeral: record.isEphemeral,
                isOwners: record.scope.repository == nil)
        }
        let identity = Identity(run, number)
        let isOwners = isOwners(identity, repositories[identity] ?? [])
        return Runner(
            id: id(of: identity, run, isOwners: isOwners), name: run.job.runnerName ?? "runner \(number)",
            isListed: false, isEphemeral: nil, isOwners: isOwners)
    }

    private mutating func id(of identity: Identity, _ run: PlacedRun, isOwners: Bool) -> String {
        if let id = known[identity] { return id }
        var scope = GitHubScope(repository: run.repository)
        if isOwners { scope.repository = nil }
        var id = GitHubID.runner(scope, identity.number)
        if taken.contains(id) { id += "~\(identity.name)" }
        if taken.contains(id), let group = identity.group { id += "~\(group)" }
        known[identity] = id
        taken.insert(id)
        return id
    }

    /// Whether it is the owner's: its group is, or it took runs of several repositories.
    private func isOwners(_ identity: Identity, _ repositories: Set<String>) -> Bool {
        if repositories.count > 1 { return true }
        guard let group = identity.group else { return false }
        return estate.runnerGroups.contains { $0.number == group && $0.owner.lowercased() == identity.owner }
    }

    /// Whether GitHub itself provided the machine.
    static func isHosted(_ job: JobRunRecord) -> Bool {
        if job.runnerGroupName == "GitHub Actions" || job.runnerGroup == 0 { return true }
        let isCalledSo = job.runnerName?.hasPrefix("GitHub Actions ") ?? false
        return isCalledSo && !job.labels.contains { $0.lowercased() == "self-hosted" }
    }
}
