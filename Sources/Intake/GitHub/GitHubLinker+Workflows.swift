import Inventory

extension GitHubLinker.Pass {
    /// Adds the facts of every workflow file, each seen with the files that it names.
    mutating func linkWorkflows() {
        var resolver = JobResolver(estate)
        let protections = Dictionary(
            estate.environments.compactMap { record in
                record.protection.flatMap { protection in record.id.map { ($0.lowercased(), protection) } }
            }, uniquingKeysWith: { first, _ in first })
        for (key, record) in estate.workflows.sorted(by: { $0.key < $1.key }) {
            var facts = WorkflowFacts(record, slots: slots, protections: protections)
            for (number, job) in record.definition.jobs.enumerated() {
                let resolved = resolver.resolve(key, job: number)
                facts.add(job, resolved)
                jobs[facts.jobID(job.key)] = (job, resolved, record)
                noteIdentities(resolved)
            }
            take(facts, of: record)
        }
        unfinishedJobs = resolver.unfinished
    }

    private mutating func take(_ facts: WorkflowFacts, of record: WorkflowRecord) {
        for fact in facts.entities { add(fact) }
        for fact in facts.relations {
            add(fact)
            if fact.kind == .reads { readSlots[record.repository.lowercased(), default: []].insert(fact.to) }
        }
        for guess in facts.guessedSlots where guessedSlots[guess.slot.id] == nil { guessedSlots[guess.slot.id] = guess }
    }

    /// Identities that no other source describes: what they may do is not known.
    private mutating func noteIdentities(_ resolved: ResolvedJob) {
        for login in resolved.logins {
            guard let id = login.value.identity, !session.builder.declares(id) else { continue }
            if undescribedIdentities[id] == nil { undescribedIdentities[id] = login.provenance }
        }
    }
}

extension EnvironmentRecord {
    /// The entity's id.
    var id: String? {
        guard let repository = scope.fullName, let environment = scope.environment else { return nil }
        return GitHubID.environment(repository, environment)
    }
}
