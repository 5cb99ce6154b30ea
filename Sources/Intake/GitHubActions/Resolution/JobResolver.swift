import Inventory

/// Follows a job through the workflows that it calls and the actions that it uses.
struct JobResolver {
    /// How many calls deep a workflow or action is followed: GitHub allows ten levels of either.
    static let maximumDepth = 10

    let estate: GitHubEstate
    let graph: CallGraph
    /// The values of each workflow's inputs, by its key.
    private var knownInputs: [String: [String: PossibleValues]] = [:]

    init(_ estate: GitHubEstate) {
        self.estate = estate
        graph = CallGraph(estate)
    }

    /// How the secrets that a workflow names are filled.
    indirect enum SecretSource {
        /// From the slots of the repository that the run belongs to.
        case slots
        /// By the job that calls it.
        case call(WorkflowCall, scopes: [ExpressionScope], outer: SecretSource)
    }

    /// From where a job is looked at.
    struct Context {
        /// `OWNER/NAME` of the repository that the run belongs to: the outermost caller's.
        var repository: String
        var inputs: [String: PossibleValues]
        var secrets: SecretSource
        /// What the caller allows; nil when there is none.
        var ceiling: EffectivePermissions?
        /// The called workflow in which the job is written.
        var via: String?
        /// The workflows that call each other up to here.
        var callers: Set<String>
    }

    /// What job number `job` of the workflow `key` does.
    mutating func resolve(_ key: String, job: Int) -> ResolvedJob {
        guard let record = estate.workflows[key], record.definition.jobs.indices.contains(job) else {
            return ResolvedJob()
        }
        let context = Context(
            repository: record.repository, inputs: inputs(of: key), secrets: .slots, ceiling: nil, via: nil,
            callers: [key])
        let definition = record.definition.jobs[job]
        var result = resolve(definition, of: record, in: context)
        if record.definition.isReusable { resolveCallers(of: key, definition, record, into: &result) }
        return result
    }

    /// What `job` of `record` does, seen from `context`.
    mutating func resolve(_ job: JobDefinition, of record: WorkflowRecord, in context: Context) -> ResolvedJob {
        var result = ResolvedJob()
        result.permissions = permissions(of: job, in: record)
        if let ceiling = context.ceiling { result.permissions = result.permissions.limited(to: ceiling) }
        let scopes = scopes(of: job, in: record, context)
        if let runsOn = job.runsOn { result.demand = RunnerDemand(runsOn, in: scopes) }
        if let deployment = job.deployment {
            result.deployments = deployments(deployment, scopes, record.provenance, via: context.via)
        }
        var uses = job.secrets
        if job.call == nil { uses += record.definition.secrets }
        let environments = result.deployments.compactMap(\.value.name)
        for use in uses {
            for read in reads(use.reference, scopes: scopes, environments: environments, in: context) {
                result.addSecret(read, record.provenance.at(line: use.line), via: context.via)
            }
        }
        if let call = job.call {
            follow(call, of: record, scopes: scopes, context, into: &result)
        } else {
            let place = StepPlace(
                job: GitHubID.job(record.repository, path: record.path, key: job.key), repository: record.repository,
                provenance: record.provenance)
            walk(job.steps, scopes: scopes, at: place, context, into: &result)
        }
        return result
    }

    /// One scope for each combination of the job's matrix.
    func scopes(of job: JobDefinition, in record: WorkflowRecord, _ context: Context) -> [ExpressionScope] {
        var scope = ExpressionScope()
        scope.repository = context.repository
        scope.inputs = context.inputs
        scope = scope.adding(environment: record.definition.environment)
        let combinations = MatrixExpansion(job.matrix?.value, in: scope).combinations
        return combinations.map { combination in
            var scope = scope
            scope.matrix = combination
            return scope.adding(environment: job.environment)
        }
    }

    /// What the job's token may do by its own file and the settings that were collected.
    func permissions(of job: JobDefinition, in record: WorkflowRecord) -> EffectivePermissions {
        if let own = job.permissions { return EffectivePermissions(own, origin: .job) }
        if let own = record.definition.permissions { return EffectivePermissions(own, origin: .workflow) }
        if record.definition.isOnlyReusable { return EffectivePermissions(origin: .unknown) }
        let repository = record.repository.lowercased()
        let owner = String(repository.prefix { $0 != "/" })
        let setting = estate.defaultTokenPermissions[repository] ?? estate.defaultTokenPermissions[owner]
        return setting.map { EffectivePermissions(default: $0) } ?? EffectivePermissions(origin: .unknown)
    }

    /// The environments that `written` may name.
    private func deployments(
        _ written: Located<ExpressionValue>, _ scopes: [ExpressionScope], _ provenance: Provenance, via: String?
    ) -> [ResolvedJob.Found<ResolvedJob.Deployment>] {
        var seen: Set<ResolvedJob.Deployment> = []
        var found: [ResolvedJob.Found<ResolvedJob.Deployment>] = []
        for value in Self.values(of: written.value, in: scopes).values {
            // An empty name means no environment.
            if let name = value.text, name.isEmpty || value == .boolean(false) { continue }
            let deployment = ResolvedJob.Deployment(name: value.text, written: written.value.inOneLine)
            guard seen.insert(deployment).inserted else { continue }
            found.append(.init(value: deployment, provenance: provenance.at(line: written.line), via: via))
        }
        return found
    }

    /// The values that `value` may have in any of `scopes`.
    static func values(of value: ExpressionValue, in scopes: [ExpressionScope]) -> PossibleValues {
        if case .string(let text) = value, !text.contains("${{") { return PossibleValues([value]) }
        var values = PossibleValues()
        for scope in scopes { values.formUnion(scope.values(of: value)) }
        return values
    }

    /// The values that each input of the workflow `key` may have: what its callers among the files pass, what a person
    /// may choose, and its default.
    mutating func inputs(of key: String) -> [String: PossibleValues] {
        if let known = knownInputs[key] { return known }
        guard let record = estate.workflows[key] else { return [:] }
        // While they are looked up, callers that call each other see nothing.
        knownInputs[key] = [:]
        var inputs: [String: PossibleValues] = [:]
        let callers = graph.callers[key] ?? []
        for caller in callers {
            guard let other = estate.workflows[caller.workflow],
                let call = other.definition.jobs[caller.job].call
            else { continue }
            let context = Context(
                repository: other.repository, inputs: self.inputs(of: caller.workflow), secrets: .slots, ceiling: nil,
                via: nil, callers: [])
            let scopes = scopes(of: other.definition.jobs[caller.job], in: other, context)
            for (name, values) in Self.inputs(record.definition.inputs, call.inputs, scopes) {
                inputs[name, default: PossibleValues()].formUnion(values)
            }
        }
        for input in record.definition.inputs where callers.isEmpty || !record.definition.isOnlyReusable {
            inputs[input.name.lowercased(), default: PossibleValues()].formUnion(input.valuesFromAnyone)
        }
        knownInputs[key] = inputs
        return inputs
    }

    /// The values of declared inputs when `given` are passed from `scopes`.
    static func inputs(
        _ declared: [InputDefinition], _ given: [String: ExpressionValue], _ scopes: [ExpressionScope]
    ) -> [String: PossibleValues] {
        var inputs: [String: PossibleValues] = [:]
        for (name, value) in given { inputs[name] = values(of: value, in: scopes) }
        for input in declared where inputs[input.name.lowercased()] == nil {
            inputs[input.name.lowercased()] = input.valueWhenOmitted
        }
        return inputs
    }
}

extension InputDefinition {
    /// The values that it may have when it is not known who passes it: a person, or a caller that no source has.
    var valuesFromAnyone: PossibleValues {
        if !options.isEmpty { return PossibleValues(options.map { .string($0) }) }
        if type == "boolean" { return PossibleValues([.boolean(false), .boolean(true)]) }
        guard let defaultValue, let text = defaultValue.text, !text.contains("${{") else { return .unknown }
        return PossibleValues([.assumed(text)])
    }

    /// Its value when nobody passes it.
    var valueWhenOmitted: PossibleValues {
        if let defaultValue { return ExpressionScope().values(of: defaultValue) }
        switch type {
        case "boolean": return PossibleValues([.boolean(false)])
        case "number": return PossibleValues([.number("0")])
        default: return PossibleValues([.string("")])
        }
    }
}

extension Provenance {
    /// The same source at `line`.
    func at(line: Int) -> Provenance { Provenance(source: source, location: "L\(line)") }
}

extension ResolvedJob {
    mutating func addSecret(_ read: SecretRead, _ provenance: Provenance, via: String?) {
        let isKnown = secrets.contains { $0.value == read && $0.provenance == provenance }
        if !isKnown { secrets.append(.init(value: read, provenance: provenance, via: via)) }
    }
}
