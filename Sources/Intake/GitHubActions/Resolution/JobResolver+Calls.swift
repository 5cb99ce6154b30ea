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
            !context.callers.contains(key), context.callers.count < Self.maximumDepth
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
    mutating func resolveCallers(
        of key: String, _ job: JobDefinition, _ record: WorkflowRecord, into result: inout ResolvedJob
    ) {
        var passed: [ResolvedJob.Found<ResolvedJob.SecretRead>] = []
        var inherited: EffectivePermissions?
        for caller in graph.callers[key] ?? [] {
            guard let other = estate.workflows[caller.workflow],
                let call = other.definition.jobs[caller.job].call
            else { continue }
            let calling = other.definition.jobs[caller.job]
            let outer = Context(
                repository: other.repository, inputs: inputs(of: caller.workflow), secrets: .slots, ceiling: nil,
                via: nil, callers: [caller.workflow, key])
            let scopes = scopes(of: calling, in: other, outer)
            let granted = permissions(of: calling, in: other)
            let context = Context(
                repository: other.repository, inputs: Self.inputs(record.definition.inputs, call.inputs, scopes),
                secrets: .call(call, scopes: scopes, outer: .slots), ceiling: granted, via: nil,
                callers: [caller.workflow, key])
            if granted.origin != .unknown {
                var granted = granted
                granted.origin = .caller
                granted.formUnion(inherited ?? granted)
                inherited = granted
            }
            passed += resolve(job, of: record, in: context).secrets
        }
        if result.permissions.origin == .unknown, let inherited { result.permissions = inherited }
        if record.definition.isOnlyReusable {
            result.takePassed(passed)
        } else {
            for secret in passed { result.addSecret(secret.value, secret.provenance, via: secret.via) }
        }
    }
}

extension ResolvedJob {
    /// Of a workflow that only others call, every secret comes from a caller: those that none of the callers among the
    /// files passes come from one that was not read.
    fileprivate mutating func takePassed(_ passed: [Found<SecretRead>]) {
        for number in secrets.indices where !passed.contains(where: { $0.provenance == secrets[number].provenance }) {
            secrets[number].value.isPassedByUnknownCaller = true
        }
        secrets.removeAll { own in
            !own.value.isPassedByUnknownCaller && passed.contains { $0.provenance == own.provenance }
        }
        for secret in passed { addSecret(secret.value, secret.provenance, via: secret.via) }
    }

    mutating func addUse(_ reference: ActionReference, _ provenance: Provenance, via: String?) {
        let isKnown = uses.contains { $0.value == reference && $0.provenance == provenance }
        if !isKnown { uses.append(.init(value: reference, provenance: provenance, via: via)) }
    }
}
