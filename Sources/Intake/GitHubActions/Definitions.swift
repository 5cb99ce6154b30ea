/// What a workflow file says, without the file.
struct WorkflowDefinition {}

/// What an `action.yml` says, without the file.
struct ActionDefinition {}
