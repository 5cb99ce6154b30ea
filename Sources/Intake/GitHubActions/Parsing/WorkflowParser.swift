/// Turns the YAML of a workflow file into its definition.
struct WorkflowParser {
    private(set) var notices: [Notice] = []
    let finder: SecretFinder

    /// `text` is the whole file, for the lines of what is found in it.
    init(text: String) { finder = SecretFinder(text) }

    /// Whether `root` has what makes a file a workflow.
    static func recognizes(_ root: YAMLNode) -> Bool { root["jobs"] != nil && root["on"] != nil }

    /// What `root`, a whole document, defines. What cannot be understood is noted and passed over.
    mutating func workflow(_ root: YAMLNode) -> WorkflowDefinition {
        var workflow = WorkflowDefinition()
        workflow.name = root["name"]?.text
        if let on = root["on"] {
            readTriggers(on, into: &workflow)
        } else {
            note("no 'on': nothing starts this workflow", root.line)
        }
        workflow.permissions = permissions(root.entry("permissions"))
        workflow.environment = variables(root["env"])
        for key in ["env", "defaults", "concurrency", "run-name"] {
            if let node = root[key] { workflow.secrets += finder.secrets(in: node) }
            noteBrokenExpressions(in: root[key])
        }
        guard let jobs = root["jobs"] else { return workflow }
        guard let entries = jobs.mapping else {
            note("'jobs' is not a mapping; no jobs were read", jobs.line)
            return workflow
        }
        for entry in entries {
            guard entry.value.mapping != nil else {
                note("job '\(entry.key)' is not a mapping; passed over", entry.line)
                continue
            }
            workflow.jobs.append(job(entry))
            noteBrokenExpressions(in: entry.value)
        }
        return workflow
    }

    private mutating func readTriggers(_ on: YAMLNode, into workflow: inout WorkflowDefinition) {
        guard let events = on.mapping else {
            workflow.triggers = on.texts
            return
        }
        for event in events {
            workflow.triggers.append(Located(event.key, line: event.line))
            guard event.key == "workflow_call" || event.key == "workflow_dispatch" else { continue }
            workflow.inputs += Self.inputs(event.value["inputs"])
            for secret in event.value["secrets"]?.mapping ?? [] {
                workflow.declaredSecrets.append(Located(secret.key.uppercased(), line: secret.line))
            }
        }
    }

    /// The inputs that a workflow or action declares.
    static func inputs(_ node: YAMLNode?) -> [InputDefinition] {
        (node?.mapping ?? []).map { entry in
            InputDefinition(
                name: entry.key, type: entry.value["type"]?.text, defaultValue: entry.value["default"]?.value,
                options: entry.value["options"]?.texts.map(\.value) ?? [])
        }
    }

    /// Environment variables, as written.
    func variables(_ node: YAMLNode?) -> [String: String] {
        var variables: [String: String] = [:]
        for entry in node?.mapping ?? [] { variables[entry.key] = entry.value.text ?? "" }
        return variables
    }

    mutating func permissions(_ entry: YAMLEntry?) -> PermissionSetting? {
        guard let entry else { return nil }
        if let text = entry.value.text {
            switch text.lowercased() {
            case "read-all": return PermissionSetting(grant: .readAll, line: entry.line)
            case "write-all": return PermissionSetting(grant: .writeAll, line: entry.line)
            default:
                note("'permissions: \(text)' is neither read-all, write-all nor a mapping; taken as unsaid", entry.line)
                return nil
            }
        }
        guard let given = entry.value.mapping else {
            note("'permissions' says nothing; taken as unsaid (write {} to give none)", entry.line)
            return nil
        }
        var scopes: [(scope: String, level: PermissionLevel)] = []
        for scope in given {
            if let level = scope.value.text.flatMap({ PermissionLevel($0) }) {
                scopes.append((scope.key, level))
            } else {
                note("permission '\(scope.key)' is none of read, write and none; taken as none", scope.line)
            }
        }
        return PermissionSetting(grant: .scopes(scopes), line: entry.line)
    }

    mutating func note(_ reason: String, _ line: Int) { notices.append(Notice(reason, at: "line \(line)")) }
}
