import Inventory

extension GitHubLinker.Pass {
    /// Says what the files leave open.
    mutating func tellBlindSpots() {
        let all = jobs.sorted { $0.key < $1.key }
        // A job that calls a workflow runs on what the called jobs ask for: those are counted.
        let unknown = all.count { $0.value.job.call == nil && !$0.value.resolved.demand.unknown.isEmpty }
        tell("jobs on unknown runners", unknown, "their runner label is an expression that only a run can resolve")
        let unlisted = all.count { id, entry in
            entry.resolved.demand.hosting == .selfHosted && !servedJobs.contains(id) && !jobsWithRuns.contains(id)
        }
        tell("jobs that ask for self-hosted runners that no source lists", unlisted, "no runner list was imported")
        let custom = all.count { id, entry in
            entry.resolved.demand.hosting == .custom && entry.resolved.demand.unknown.isEmpty
                && !entry.resolved.demand.labels.isEmpty && !servedJobs.contains(id) && !jobsWithRuns.contains(id)
        }
        tell(
            "jobs with runner labels of the organization's own", custom,
            "no source tells whether they run on larger hosted runners or on self-hosted ones")
        tell(
            "jobs whose token permissions are the default",
            all.count { $0.value.resolved.permissions.origin == .unknown },
            "the default of the repository or organization was not collected")
        tell(
            "called workflows that were not read", Set(all.flatMap { $0.value.resolved.missingWorkflows }).count,
            "no source has their files")
        tell(
            "roles whose trust and policies were not read", undescribedIdentities.count,
            "only workflow files name them")
        tell(
            "roles that only a run can tell",
            Set(all.flatMap { $0.value.resolved.logins }.filter { $0.value.identity == nil }.map(\.value.written))
                .count,
            "they are named by an expression")
        tell(
            "jobs that read secrets which only a run can tell", all.count { $0.value.resolved.readsUnknownSecrets },
            "the secret's name is an expression, or all secrets are taken")
        tell(
            "organization secrets whose repositories are not known", slots.all.count { slots.isSharingUnknown($0) },
            "the list of selected repositories was not collected")
        tell(
            "jobs that were not followed to their end", unfinishedJobs,
            "the workflows and actions that they use call more than \(JobResolver.maximumSteps) others")
        tellHistory(jobs: all.count)
    }

    private mutating func tellHistory(jobs count: Int) {
        tell("runs of jobs that no workflow file tells", unmatchedRuns, "no job there has such a title")
        guard count > 0 else { return }
        if let first = estate.jobRuns.compactMap(\.started).min() {
            let repositories = Set(estate.jobRuns.compactMap { $0.repository?.lowercased() }).count
            tell(
                "repositories without run history before \(first.dayText)", max(repositories, 1),
                "the oldest run that was collected started then")
        }
        let without = count - jobsWithRuns.count
        tell("jobs without run history", without, "no run of them was collected")
    }

    private mutating func tell(_ what: String, _ count: Int, _ why: String) {
        if count > 0 { session.builder.add(blindSpot: BlindSpot(what: what, count: count, why: why)) }
    }
}

extension ResolvedJob {
    /// Whether some secret that it reads has no known name.
    fileprivate var readsUnknownSecrets: Bool {
        secrets.contains { secret in
            if case .named = secret.value.slot { false } else { true }
        }
    }
}
