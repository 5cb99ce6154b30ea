/// What a workflow file says, without the file.
struct WorkflowDefinition {
    var name: String?
    /// The events that start it.
    var triggers: [Located<String>] = []
    /// What the job token may do in jobs that do not say so themselves.
    var permissions: PermissionSetting?
    /// Environment variables of every job that runs steps, as written.
    var environment: [String: String] = [:]
    /// The secrets that its own settings name, outside its jobs.
    var secrets: [SecretUse] = []
    /// What a caller, or the person who starts it by hand, may pass.
    var inputs: [InputDefinition] = []
    /// The secrets that a caller passes, by name in upper case.
    var declaredSecrets: [Located<String>] = []
    var jobs: [JobDefinition] = []

    /// Whether other workflows can call it.
    var isReusable: Bool { triggers.contains { $0.value == "workflow_call" } }
    /// Whether nothing else can start it.
    var isOnlyReusable: Bool { isReusable && triggers.allSatisfy { $0.value == "workflow_call" } }
}

/// An input of a workflow or action.
struct InputDefinition {
    var name: String
    /// `string`, `boolean`, `choice`…
    var type: String?
    var defaultValue: ExpressionValue?
    /// What a person may choose from.
    var options: [String] = []
}

/// A place that names a secret.
struct SecretUse {
    var reference: SecretReference
    var line: Int
}

/// What an `action.yml` says, without the file.
struct ActionDefinition {
    var name: String?
    /// `composite`, `docker`, `node20`…
    var runtime: String
    var inputs: [InputDefinition] = []
    /// The steps of a composite action.
    var steps: [StepDefinition] = []
    /// The image of a container action.
    var image: String?
}
