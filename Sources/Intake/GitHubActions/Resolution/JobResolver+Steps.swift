import Inventory

extension JobResolver {
    /// The file in which steps are written.
    struct StepPlace {
        /// The id of the job that the steps belong to.
        var job: String
        /// `OWNER/NAME` of the repository that the file is in.
        var repository: String
        var provenance: Provenance
        /// The action whose steps these are.
        var action: String?
        /// The actions that use each other up to here.
        var actions: Set<String> = []
    }

    /// Adds what `steps` use, and what the actions do that they use.
    mutating func walk(
        _ steps: [StepDefinition], scopes: [ExpressionScope], at place: StepPlace, _ context: Context,
        into result: inout ResolvedJob
    ) {
        let via = place.action ?? context.via
        for step in steps {
            if let agent = step.agent { take(agent, of: step, scopes: scopes, at: place, context, into: &result) }
            guard let uses = step.uses, let written = ActionReference(uses.value) else { continue }
            let reference = written.within(place.repository)
            let provenance = place.provenance.at(line: uses.line)
            result.addUse(reference, provenance, via: via)
            let inner = scopes.map { $0.adding(environment: step.environment) }
            if let login = CloudLogin.login(of: step) {
                let isAllowed = result.permissions.allowsIdentityToken
                for found in logins(login, of: step, in: inner, isAllowed: isAllowed) {
                    result.logins.append(.init(value: found, provenance: provenance, via: via))
                }
            }
            follow(step, reference, scopes: inner, at: place, context, into: &result)
        }
    }

    /// Adds an agent that a step starts, with the secrets that the step gives it.
    private func take(
        _ agent: AgentCatalog.Found, of step: StepDefinition, scopes: [ExpressionScope], at place: StepPlace,
        _ context: Context, into result: inout ResolvedJob
    ) {
        let environments = result.deployments.compactMap(\.value.name)
        let secrets = step.secrets.flatMap { use in
            reads(use.reference, scopes: scopes, environments: environments, in: context)
        }
        result.agents.append(
            .init(
                value: ResolvedJob.Agent(found: agent, job: place.job, secrets: secrets),
                provenance: place.provenance.at(line: agent.line), via: place.action ?? context.via))
    }

    /// Adds what a composite action does that was read.
    private mutating func follow(
        _ step: StepDefinition, _ reference: ActionReference, scopes: [ExpressionScope], at place: StepPlace,
        _ context: Context, into result: inout ResolvedJob
    ) {
        guard let key = graph.action(reference, from: place.repository), let action = estate.actions[key],
            !action.definition.steps.isEmpty, !place.actions.contains(key), place.actions.count < Self.maximumDepth
        else { return }
        var scope = ExpressionScope()
        scope.repository = context.repository
        scope.matrix = .unknown
        scope.environment = scopes.first?.environment ?? []
        scope.inputs = Self.inputs(action.definition.inputs, step.inputs.mapValues(\.value), scopes)
        let inner = StepPlace(
            job: place.job, repository: action.repository, provenance: action.provenance, action: reference.id,
            actions: place.actions.union([key]))
        walk(action.definition.steps, scopes: [scope], at: inner, context, into: &result)
    }
}
