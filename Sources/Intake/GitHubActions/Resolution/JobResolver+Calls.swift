import Inventory

extension JobResolver {
    /// Adds what the workflow that `call` names does: it is the calling job that runs it.
    mutating func follow(
        _ call: WorkflowCall, of record: WorkflowRecord, scopes: [ExpressionScope], _ context: Context,
        into result: inout ResolvedJob
    ) {
        let provenance = record.provenance.at(line: call.uses.line)
        if let reference = ActionReference(call.uses.value) {
            result.addUse(reference.within(record.repository), provenance, via: context.via)
        }
        guard let key = graph.callee(call.uses.value, from: record.repository), let callee = estate.workflows[key],
            !context.callers.contains(key), context.callers.count < Self.maximumDepth, mayFollow()
        else {
            if graph.callee(call.uses.value, from: record.repository) == nil {
                result.missingWorkflows.append(call.uses.value)
                if call.inheritsSecrets {
                    let environments = result.deployments.compactMap(\.value.name)
                    for read in reads(
                        .all("secrets: inherit"), scopes: scopes, environments: environments, in: context)
                    {
                        result.addSecret(read, provenance, via: context.via)
                    }
                }
            }
            return
        }
        let inner = Context(
            repository: context.repository,
            inputs: Self.inputs(callee.definition.inputs, call.inputs, scopes),
            secrets: .call(call, scopes: scopes, outer: context.secrets), ceiling: result.permissions,
            via: "\(callee.repository)/\(callee.path)", callers: context.callers.union([key]))
        for job in callee.definition.jobs {
            let called = resolve(job, of: callee, in: inner)
            result.demand.formUnion(called.demand)
            result.deployments += called.deployments.filter { new in
                !result.deployments.contains { $0.value == new.value }
            }
            for secret in called.secrets { result.addSecret(secret.value, secret.provenance, via: secret.via) }
            for use in called.uses { result.addUse(use.value, use.provenance, via: use.via) }
            result.logins += called.logins
            result.agents += called.agents
            result.missingWorkflows += called.missingWorkflows
        }
    }

    /// Adds to a job of a reusable workflow what its callers among the files make of it: the secrets that they pass,
    /// and, where it leaves them open, their permissions.
    mutating func resolveCallers(of key: String, _ record: WorkflowRecord, into result: inout ResolvedJob) {
        var contexts: [Context] = []
        var inherited: EffectivePermissions?
        for caller in graph.callers[key] ?? [] {
            guard let other = estate.workflows[caller.workflow],
                let call = other.definition.jobs[caller.job].call
            else { continue }
            let calling = other.definition.jobs[caller.job]
            let outer = Context(
                repository: other.repository, inputs: inputs(of: caller.workflow), secrets: .slots, ceiling: nil,
                via: nil, callers: [])
            let scopes = scopes(of: calling, in: other, outer)
            contexts.append(
                Context(
                    repository: other.repository, inputs: [:],
                    secrets: .call(call, scopes: scopes, outer: .slots), ceiling: nil, via: nil, callers: []))
            var granted = permissions(of: calling, in: other)
            guard granted.origin != .unknown else { continue }
            granted.origin = .caller
            granted.formUnion(inherited ?? granted)
            inherited = granted
        }
        if result.permissions.origin == .unknown, let inherited { result.permissions = inherited }
        let own = result.secrets
        if record.definition.isOnlyReusable { result.removeSecrets() }
        for secret in own {
            takePassed(secret, from: contexts, isOnlyCalled: record.definition.isOnlyReusable, into: &result)
        }
    }

    /// Of a workflow that only others call, every secret comes from a caller: one that no caller among the files passes
    /// comes from a caller that was not read.
    private func takePassed(
        _ secret: ResolvedJob.Found<ResolvedJob.SecretRead>, from contexts: [Context], isOnlyCalled: Bool,
        into result: inout ResolvedJob
    ) {
        let reference: SecretReference
        switch secret.value.slot {
        case .named(let name): reference = .named(name)
        case .all(let text): reference = .all(text)
        case .unknown: return result.addSecret(secret.value, secret.provenance, via: secret.via)
        }
        let passed = contexts.flatMap { context in
            reads(reference, scopes: [], environments: secret.value.environments, in: context)
        }
        if isOnlyCalled, passed.isEmpty {
            var unknown = secret.value
            unknown.isPassedByUnknownCaller = true
            result.addSecret(unknown, secret.provenance, via: secret.via)
        }
        for read in passed { result.addSecret(read, secret.provenance, via: secret.via) }
    }
}
