extension WorkflowParser {
    /// What one entry of `jobs:` defines.
    mutating func job(_ entry: YAMLEntry) -> JobDefinition {
        let node = entry.value
        var job = JobDefinition(key: entry.key, line: entry.line)
        job.name = node["name"]?.text
        job.needs = node["needs"]?.texts.map(\.value) ?? []
        job.condition = node["if"]?.located
        job.runsOn = runsOn(node.entry("runs-on"))
        job.permissions = permissions(node.entry("permissions"))
        job.deployment = deployment(node["environment"])
        if let matrix = node["strategy"]?["matrix"], !matrix.isNull {
            job.matrix = Located(matrix.value, line: matrix.line)
        }
        job.container = image(node["container"])
        job.services = (node["services"]?.mapping ?? []).compactMap { image($0.value) }
        job.environment = variables(node["env"])
        job.steps = steps(node["steps"])
        // Each step was searched already.
        let searched = node["steps"]?.sequence == nil ? nil : "steps"
        job.secrets = finder.secrets(in: node, except: searched) + job.steps.flatMap(\.secrets)
        job.call = call(node)
        if job.call == nil, job.runsOn == nil {
            note("job '\(entry.key)' has neither 'runs-on' nor 'uses'; GitHub refuses it", entry.line)
        }
        return job
    }

    /// The steps of a job or of a composite action.
    mutating func steps(_ node: YAMLNode?) -> [StepDefinition] {
        (node?.sequence ?? []).compactMap { node in
            guard node.mapping != nil else {
                note("a step that is not a mapping; passed over", node.line)
                return nil
            }
            var step = StepDefinition(line: node.line)
            step.name = node["name"]?.text
            step.id = node["id"]?.text
            step.uses = uses(node.entry("uses"))
            step.run = node["run"]?.located
            for input in node["with"]?.mapping ?? [] {
                step.inputs[input.key.lowercased()] = Located(input.value.value, line: input.line)
            }
            step.environment = variables(node["env"])
            step.secrets = finder.secrets(in: node)
            step.agent = AgentCatalog.agent(in: step)
            return step
        }
    }

    /// What a `uses:` names; one that names nothing is noted, for what it would have run is not known.
    private mutating func uses(_ entry: YAMLEntry?) -> Located<String>? {
        guard let entry else { return nil }
        guard let uses = entry.value.located, ActionReference(uses.value) != nil else {
            note("'uses' names no action as GitHub documents it; what it runs is not followed", entry.line)
            return nil
        }
        return uses
    }

    private func runsOn(_ entry: YAMLEntry?) -> RunsOn? {
        guard let entry, !entry.value.isNull else { return nil }
        let value = entry.value.value
        guard case .object = value else {
            return RunsOn(labels: value, group: nil, written: value.inOneLine, line: entry.line)
        }
        let labels = value["labels"], group = value["group"]
        return RunsOn(
            labels: labels == .null ? nil : labels, group: group == .null ? nil : group, written: value.inOneLine,
            line: entry.line)
    }

    private func deployment(_ node: YAMLNode?) -> Located<ExpressionValue>? {
        guard let node, let name = node.mapping == nil ? node : node["name"], name.text?.isEmpty == false else {
            return nil
        }
        return Located(name.value, line: name.line)
    }

    private func image(_ node: YAMLNode?) -> Located<String>? {
        node?.located ?? node?["image"]?.located
    }

    private mutating func call(_ node: YAMLNode) -> WorkflowCall? {
        guard let uses = uses(node.entry("uses")) else { return nil }
        var call = WorkflowCall(uses: uses)
        for input in node["with"]?.mapping ?? [] { call.inputs[input.key.lowercased()] = input.value.value }
        if let secrets = node["secrets"] {
            call.inheritsSecrets = secrets.text?.lowercased() == "inherit"
            for secret in secrets.mapping ?? [] {
                call.secrets[secret.key.uppercased()] = Located(secret.value.text ?? "", line: secret.line)
            }
        }
        return call
    }
}

extension ExpressionValue {
    /// As it would be written in one line.
    var inOneLine: String {
        switch self {
        case .array(let items): "[\(items.map(\.inOneLine).joined(separator: ", "))]"
        case .object(let properties):
            "{\(properties.map { "\($0.name): \($0.value.inOneLine)" }.joined(separator: ", "))}"
        case .number(let written): written
        default: text ?? "?"
        }
    }
}
