import Inventory

extension GitHubLinker.Pass {
    /// Says what the files leave open.
    mutating func tellBlindSpots() {
        // A job that calls a workflow runs on what the called jobs ask for: those are counted.
        let unknown = members { _, job in job.job.call == nil && !job.resolved.demand.unknown.isEmpty }
        tell("jobs on unknown runners", unknown, "their runner label is an expression that only a run can resolve")
        let unlisted = members { id, job in
            job.resolved.demand.hosting == .selfHosted && !servedJobs.contains(id) && !jobsWithRuns.contains(id)
        }
        tell("jobs that ask for self-hosted runners that no source lists", unlisted, "no runner list was imported")
        let custom = members { id, job in
            job.resolved.demand.hosting == .custom && job.resolved.demand.unknown.isEmpty
                && !job.resolved.demand.labels.isEmpty && !servedJobs.contains(id) && !jobsWithRuns.contains(id)
        }
        tell(
            "jobs with runner labels of the organization's own", custom,
            "no source tells whether they run on larger hosted runners or on self-hosted ones")
        tell(
            "jobs whose token permissions are the default",
            members { _, job in job.resolved.permissions.origin == .unknown },
            "the default of the repository or organization was not collected")
        let resolved = jobs.values.map(\.resolved)
        tell(
            "called workflows that were not read", Set(resolved.flatMap(\.missingWorkflows)).count,
            "no source has their files")
        tell(
            "roles whose trust and policies were not read",
            undescribedIdentities.sorted { $0.key < $1.key }.map { Member(id: $0.key, provenance: $0.value) },
            "only workflow files name them")
        tell(
            "roles that only a run can tell",
            Set(resolved.flatMap(\.logins).filter { $0.value.identity == nil }.map(\.value.written)).count,
            "they are named by an expression")
        tell(
            "jobs that read secrets which only a run can tell",
            members { _, job in job.resolved.readsUnknownSecrets },
            "the secret's name is an expression, or all secrets are taken")
        tell(
            "organization secrets whose repositories are not known",
            slots.all.filter { slots.isSharingUnknown($0) }.compactMap { slot in
                slots.record(of: slot).map { Member(id: slot.id, provenance: $0.provenance) }
            },
            "the list of selected repositories was not collected")
        tell(
            "jobs that were not followed to their end", unfinishedJobs,
            "the workflows and actions that they use call more than \(JobResolver.maximumSteps) others")
        tellHistory()
    }

    private mutating func tellHistory() {
        tell("runs of jobs that no workflow file tells", unmatchedRuns, "no job there has such a title")
        guard !jobs.isEmpty else { return }
        if let first = estate.jobRuns.compactMap(\.started).min() {
            let repositories = repositoriesWithRuns.sorted { $0.key < $1.key }.map {
                Member(id: GitHubID.repository($0.key), provenance: $0.value)
            }
            let (what, why) = (
                "repositories without run history before \(first.dayText)",
                "the oldest run that was collected started then"
            )
            // Runs of which no source says whose they are begin somewhere too.
            if repositories.isEmpty { tell(what, 1, why) } else { tell(what, repositories, why) }
        }
        tell(
            "jobs without run history", members { id, _ in !jobsWithRuns.contains(id) }, "no run of them was collected")
    }

    /// An entity that a blind spot counts, and where it is named.
    private struct Member {
        let id: String
        let provenance: Provenance
    }

    /// The jobs that pass, by id.
    private func members(
        where passes: (String, (job: JobDefinition, resolved: ResolvedJob, record: WorkflowRecord)) -> Bool
    ) -> [Member] {
        jobs.filter { passes($0.key, $0.value) }.sorted { $0.key < $1.key }.map {
            Member(id: $0.key, provenance: $0.value.record.provenance)
        }
    }

    private mutating func tell(_ what: String, _ count: Int, _ why: String) {
        if count > 0 { session.builder.add(blindSpot: BlindSpot(what: what, count: count, why: why)) }
    }

    /// Tells a blind spot, and marks the entities that it counts.
    private mutating func tell(_ what: String, _ members: [Member], _ why: String) {
        let spot = BlindSpot(what: what, count: members.count, why: why)
        tell(what, members.count, why)
        guard let unknown = spot.unknown else { return }
        for member in members {
            var fact = EntityFact(id: member.id, kind: nil, provenance: member.provenance)
            fact.attributes = [Attribute(BlindSpot.attribute, unknown)]
            add(fact)
        }
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
