import Inventory

extension WorkflowFacts {
    /// Adds the agents that a job starts, what tells them what to do, and what they can do.
    mutating func addAgents(
        _ agents: [ResolvedJob.Found<AgentCatalog.Found>], _ job: JobDefinition, _ permissions: EffectivePermissions,
        _ jobID: String
    ) {
        for found in agents {
            let id = GitHubID.agent(jobID, found.value.agent)
            var fact = EntityFact(id: id, kind: .agent, name: found.value.agent, provenance: found.provenance)
            fact.parent = jobID
            if found.value.isAutonomous || isOpenToOutsiders { fact.flags.insert(.autonomous) }
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
            if found.via == nil { addCredentials(of: found.value, job, id) }
        }
    }

    /// The tokens in the slots that a step gives to the agent it starts.
    private mutating func addCredentials(of agent: AgentCatalog.Found, _ job: JobDefinition, _ id: String) {
        guard job.steps.indices.contains(agent.step) else { return }
        let environments = job.deployment.flatMap { $0.value.text }.map { [$0] } ?? []
        for use in job.steps[agent.step].secrets {
            guard case .named(let name) = use.reference else { continue }
            for slot in slots.slots(named: name, repository: record.repository, environments: environments) {
                let token = GitHubID.inferredToken(inSlot: slot.id, version: slots.versions(of: slot))
                var holds = RelationFact(.holds, from: id, to: token, provenance: record.provenance.at(line: use.line))
                holds.evidence = Evidence.inferred
                add(holds)
            }
        }
    }
}
