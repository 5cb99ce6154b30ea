import Inventory

extension WorkflowFacts {
    /// Adds the agents that a job starts, what tells them what to do, and what they can do.
    mutating func addAgents(
        _ agents: [ResolvedJob.Found<ResolvedJob.Agent>], _ permissions: EffectivePermissions, _ jobID: String
    ) {
        for found in agents {
            // An agent of a called workflow is one agent, whoever calls.
            let id = GitHubID.agent(found.value.job, found.value.found.agent)
            var fact = EntityFact(id: id, kind: .agent, name: found.value.found.agent, provenance: found.provenance)
            fact.parent = found.value.job
            if found.value.found.isAutonomous || isOpenToOutsiders { fact.flags.insert(.autonomous) }
            add(fact)
            var invokes = RelationFact(.invokes, from: jobID, to: id, provenance: found.provenance)
            if let via = found.via { invokes.attributes = [Attribute("via", via)] }
            add(invokes)
            relate(.instructs, from: repositoryID, to: id, at: found.provenance)
            if permissions.level(of: "contents") != .some(.none), permissions.level(of: "contents") != .read {
                var writes = RelationFact(.canWrite, from: id, to: repositoryID, provenance: found.provenance)
                if permissions.origin == .unknown { writes.evidence = .inferred }
                add(writes)
            }
            for secret in found.value.secrets { addCredentials(secret, of: id, found.provenance) }
        }
    }

    /// The credentials now in the slots whose content a step gives to the agent that it starts.
    private mutating func addCredentials(
        _ secret: ResolvedJob.SecretRead, of agent: String, _ provenance: Provenance
    ) {
        guard case .named(let name) = secret.slot else { return }
        for slot in slots.slots(named: name, repository: secret.repository, environments: secret.environments) {
            guard let current = slots.credentials(in: slot).last else { continue }
            add(RelationFact(.holds, from: agent, to: current.id, evidence: .inferred, provenance: provenance))
        }
    }
}
