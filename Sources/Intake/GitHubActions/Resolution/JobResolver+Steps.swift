import Inventory

extension JobResolver {
    /// The file in which steps are written.
    struct StepPlace {
        /// `OWNER/NAME` of the repository that the file is in.
        var record: String
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
        for agent in AgentCatalog.agents(in: steps) {
            result.agents.append(.init(value: agent, provenance: place.provenance.at(line: agent.line), via: via))
        }
        for step in steps {
            guard let uses = step.uses, let written = ActionReference(uses.value) else { continue }
            let reference = written.within(place.record)
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

    /// Adds what a composite action does that was read.
    private mutating func follow(
        _ step: StepDefinition, _ reference: ActionReference, scopes: [ExpressionScope], at place: StepPlace,
        _ context: Context, into result: inout ResolvedJob
    ) {
        guard let key = graph.action(reference, from: place.record), let action = estate.actions[key],
            !action.definition.steps.isEmpty, !place.actions.contains(key), place.actions.count < Self.maximumDepth
        else { return }
        var scope = ExpressionScope()
        scope.repository = context.repository
        scope.matrix = .unknown
        scope.environment = scopes.first?.environment ?? []
        scope.inputs = Self.inputs(action.definition.inputs, step.inputs.mapValues(\.value), scopes)
        let inner = StepPlace(
            record: action.repository, provenance: action.provenance, action: reference.id,
            actions: place.actions.union([key]))
        walk(action.definition.steps, scopes: [scope], at: inner, context, into: &result)
    }
}
