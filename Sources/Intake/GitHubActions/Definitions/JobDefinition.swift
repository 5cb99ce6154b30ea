/// One job of a workflow file, whatever its matrix.
struct JobDefinition {
    var key: String
    var line: Int
    /// As written: may hold expressions.
    var name: String?
    var needs: [String] = []
    var condition: Located<String>?
    var runsOn: RunsOn?
    var permissions: PermissionSetting?
    /// The environment's name as written.
    var deployment: Located<ExpressionValue>?
    /// The matrix as written: an object, or an expression.
    var matrix: Located<ExpressionValue>?
    /// The image that its steps run in.
    var container: Located<String>?
    /// The images of its services.
    var services: [Located<String>] = []
    var environment: [String: String] = [:]
    var steps: [StepDefinition] = []
    /// The secrets that it names anywhere, its steps included.
    var secrets: [SecretUse] = []
    /// The workflow that it calls instead of running steps.
    var call: WorkflowCall?
}

/// What a job asks for to run on.
struct RunsOn {
    /// A label, a list of labels, or an expression for either.
    var labels: ExpressionValue?
    /// The runner group's name.
    var group: ExpressionValue?
    /// In one line, as written.
    var written: String
    var line: Int
}

/// A call of a reusable workflow.
struct WorkflowCall {
    /// `./.github/workflows/FILE` or `OWNER/REPO/.github/workflows/FILE@REF`.
    var uses: Located<String>
    var inputs: [String: ExpressionValue] = [:]
    /// What each secret of the called workflow, in upper case, is filled with, as written.
    var secrets: [String: Located<String>] = [:]
    /// Whether it passes every secret that it sees.
    var inheritsSecrets = false
}

/// One step of a job or of a composite action.
struct StepDefinition {
    var line: Int
    var name: String?
    var id: String?
    var uses: Located<String>?
    /// What the step is given, by name in lower case, as written.
    var inputs: [String: Located<ExpressionValue>] = [:]
    var run: Located<String>?
    var environment: [String: String] = [:]
    /// The secrets that the step names.
    var secrets: [SecretUse] = []
    /// The agent that it starts.
    var agent: AgentCatalog.Found?
}
