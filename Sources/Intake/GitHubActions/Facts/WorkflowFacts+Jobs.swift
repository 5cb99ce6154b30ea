import Inventory

extension WorkflowFacts {
    /// Adds the facts of one job.
    mutating func add(_ job: JobDefinition, _ resolved: ResolvedJob) {
        let id = jobID(job.key)
        let provenance = record.provenance.at(line: job.line)
        let title = job.name.flatMap { ExpressionScanner.hasExpression($0) ? nil : $0 }
        var fact = EntityFact(id: id, kind: .job, name: title ?? job.key, provenance: provenance)
        fact.parent = workflowID
        fact.provider = "github"
        fact.attributes = attributes(of: job, resolved)
        if !resolved.demand.unknown.isEmpty { fact.flags.insert(.unknown) }
        add(fact)
        relate(.defines, from: workflowID, to: id, at: provenance)

        addToken(of: job, resolved.permissions, id)
        addDeployments(resolved.deployments, id)
        for secret in resolved.secrets.withoutEchoes { add(secret, readBy: id) }
        for use in resolved.uses.withoutEchoes { add(use, usedBy: id) }
        for login in resolved.logins { add(login, by: id) }
        addAgents(resolved.agents, resolved.permissions, id)
    }

    private func attributes(of job: JobDefinition, _ resolved: ResolvedJob) -> [Attribute] {
        var attributes = [Attribute("key", job.key)]
        if let name = job.name { attributes.append(Attribute("title", name)) }
        if let runsOn = job.runsOn { attributes.append(Attribute("runs_on", runsOn.written)) }
        // What a called workflow asks for is told apart from what the job itself asks for.
        let label = job.call == nil ? "label" : "label_via"
        attributes += resolved.demand.labels.map { Attribute(label, $0) }
        if resolved.demand.isAssumed { attributes.append(Attribute("label_source", "default of an input")) }
        attributes += resolved.demand.groups.map { Attribute("runner_group", $0) }
        attributes += resolved.demand.unknown.map { Attribute("unknown_label", $0) }
        if job.runsOn != nil || !resolved.demand.labels.isEmpty {
            attributes.append(Attribute("hosting", resolved.demand.hosting.rawValue))
        }
        attributes += resolved.permissions.sorted.map { Attribute("permission", "\($0.scope): \($0.level.name)") }
        attributes.append(Attribute("permission_source", resolved.permissions.origin.name))
        if let permissions = job.permissions { attributes.append(Attribute("permissions", permissions.written)) }
        if let container = job.container { attributes.append(Attribute("container", container.value)) }
        attributes += job.services.map { Attribute("service", $0.value) }
        if let condition = job.condition { attributes.append(Attribute("condition", condition.value)) }
        if let matrix = job.matrix { attributes.append(Attribute("matrix", matrix.value.inOneLine)) }
        attributes += job.needs.map { Attribute("needs", $0) }
        if let call = job.call { attributes.append(Attribute("calls", call.uses.value)) }
        for deployment in resolved.deployments {
            let name = deployment.value.name ?? deployment.value.written
            attributes.append(Attribute(deployment.via == nil ? "environment" : "environment_via", name))
        }
        return attributes
    }

    /// What the job's token can do to the repository: altering code counts, other scopes are only told.
    private mutating func addToken(of job: JobDefinition, _ permissions: EffectivePermissions, _ id: String) {
        var fact = RelationFact(
            .actsOn, from: id, to: repositoryID, provenance: record.provenance.at(line: permissions.line ?? job.line))
        if permissions.origin == .unknown {
            fact.evidence = .inferred
            fact.attributes = [Attribute("permission", "default, not collected")]
            return add(fact)
        }
        let writable = permissions.sorted.filter { $0.level == .write && $0.scope != "id-token" }
        guard !writable.isEmpty else { return }
        if !writable.contains(where: { $0.scope == "contents" }) { fact.gain = Gain.none }
        fact.attributes = writable.map { Attribute("permission", "\($0.scope): write") }
        add(fact)
    }

    private mutating func addDeployments(_ deployments: [ResolvedJob.Found<ResolvedJob.Deployment>], _ job: String) {
        for deployment in deployments {
            let name = deployment.value.name
            let id = GitHubID.environment(record.repository, name ?? deployment.value.written)
            var entity = EntityFact(
                id: id, kind: .environment, name: name ?? deployment.value.written,
                provenance: deployment.provenance)
            entity.parent = repositoryID
            entity.provider = "github"
            if name == nil { entity.flags.insert(.unknown) }
            add(entity)
            var relation = RelationFact(.deploysTo, from: job, to: id, provenance: deployment.provenance)
            relation.guard = protections[id.lowercased()]
            if let via = deployment.via { relation.attributes.append(Attribute("via", via)) }
            add(relation)
        }
    }
}
