import Inventory

extension WorkflowFacts {
    /// Adds that a job reads a secret: which slot that is, or that it cannot be known.
    mutating func add(_ read: ResolvedJob.Found<ResolvedJob.SecretRead>, readBy job: String) {
        let via = read.via.map { [Attribute("via", $0)] } ?? []
        switch read.value.slot {
        case .named(let name):
            let slots = slots.slots(
                named: name, repository: read.value.repository, environments: read.value.environments)
            for slot in slots { add(slot, readBy: job, read, via) }
        case .unknown(let text):
            addUnknown(text, readBy: job, read, via)
        case .all(let text):
            addUnknown(text, readBy: job, read, via)
            var all = slots.visibleSlots(repository: read.value.repository)
            for environment in read.value.environments {
                all += slots.slots(ofEnvironment: environment, repository: read.value.repository)
            }
            for slot in all { add(slot, readBy: job, read, via) }
        }
    }

    private mutating func add(
        _ slot: SlotTable.Slot, readBy job: String, _ read: ResolvedJob.Found<ResolvedJob.SecretRead>,
        _ attributes: [Attribute]
    ) {
        var relation = RelationFact(.reads, from: job, to: slot.id, provenance: read.provenance)
        relation.attributes = attributes
        if !slot.isCertain { relation.evidence = .inferred }
        // A job that waits for approval cannot read what its environment keeps before it is approved.
        if let environment = slot.scope.environment, let repository = slot.scope.fullName {
            relation.guard = protections[GitHubID.environment(repository, environment).lowercased()]
        }
        add(relation)
        guard !slot.isCollected else { return }
        guess(slot, at: read.provenance)
        var fact = EntityFact(id: slot.id, kind: .secret, name: slot.name, provenance: read.provenance)
        fact.parent = slot.scope.fullName.map { GitHubID.repository($0) }
        fact.provider = "github"
        fact.flags = [.inferred]
        add(fact)
        if read.value.isPassedByUnknownCaller {
            var scope = EntityFact(id: slot.id, kind: nil, provenance: read.provenance)
            scope.attributes = [Attribute("scope", "passed by a caller that no source has")]
            add(scope)
        }
    }

    /// Adds a stand-in for secrets of which only a run can know which they are: one for each job.
    private mutating func addUnknown(
        _ text: String, readBy job: String, _ read: ResolvedJob.Found<ResolvedJob.SecretRead>,
        _ attributes: [Attribute]
    ) {
        let id = "\(job)/secrets/*"
        var fact = EntityFact(id: id, kind: .secret, name: text, provenance: read.provenance)
        fact.parent = repositoryID
        fact.provider = "github"
        fact.flags = [.unknown]
        fact.attributes = [Attribute("expression", text)]
        add(fact)
        var relation = RelationFact(.reads, from: job, to: id, provenance: read.provenance)
        relation.attributes = attributes
        add(relation)
    }
}
