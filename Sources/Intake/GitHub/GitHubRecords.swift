import Inventory

/// Where a secret, runner or environment is declared.
struct GitHubScope: Hashable {
    /// The organisation or user.
    var owner: String
    /// The repository's name without its owner; nil when the whole owner is meant.
    var repository: String?
    /// The environment's name; only within a repository.
    var environment: String?
}

/// A repository as the REST API shows it.
struct RepositoryRecord {
    /// `OWNER/NAME` as written.
    var fullName: String
    /// `public`, `private` or `internal`; nil when not told.
    var visibility: String?
    var isArchived = false
    var isFork = false
}

/// A secret's slot: its name and who sees it, never its value.
struct SecretRecord {
    var scope: GitHubScope
    var name: String
    var created: Instant?
    var updated: Instant?
    /// `all`, `private` or `selected` for organisation secrets.
    var visibility: String?
    /// `owner/name` in lower case, when the list of selected repositories was collected.
    var selectedRepositories: Set<String>?
    var provenance: Provenance
}

/// A self-hosted runner.
struct RunnerRecord {
    /// The entity's id.
    var id: String
    var scope: GitHubScope
    var number: Int64
    var name: String
    var group: Int64?
    /// In lower case.
    var labels: Set<String>
    var isEphemeral: Bool?
    var provenance: Provenance
}

/// A group of runners and the repositories that may use it.
struct RunnerGroupRecord {
    /// The entity's id.
    var id: String
    var owner: String
    var number: Int64
    var name: String
    /// `all`, `private` or `selected`.
    var visibility: String?
    /// `owner/name` in lower case, when collected.
    var selectedRepositories: Set<String>?
    var allowsPublicRepositories: Bool?
    /// `owner/name/path@ref` of the only workflows that may use it; empty when not restricted.
    var selectedWorkflows: [String] = []
    var provenance: Provenance
}

/// What an app or a fine-grained token may do, and on which repositories: GitHub tells the two in answers of their own,
/// which come in any order.
struct RepositoryGrant {
    /// The entity that may; nil until its own answer was read.
    var holder: String?
    /// What its permissions amount to: *can write*, *administers*.
    var rights: [RelationKind] = []
    /// Whether only chosen repositories are meant.
    var isSelected = false
    /// `OWNER/NAME` with where it is told; nil until a list was read.
    var repositories: [String: Provenance]?
}

/// A deployment environment and what protects it.
struct EnvironmentRecord {
    /// With an environment.
    var scope: GitHubScope
    /// In words, when something must be passed first: `2 required reviewers`; nil when nothing stands in the way.
    var protection: String?
    var provenance: Provenance
}

/// One attempt of a workflow run.
struct WorkflowRunRecord {
    /// `OWNER/NAME`.
    var repository: String
    var number: Int64
    var attempt: Int64
    /// `.github/workflows/FILE`, without `@ref`.
    var path: String?
    var event: String?
    var headSHA: String?
    var headBranch: String?
    var actor: String?
    var created: Instant?
    var started: Instant?
    var updated: Instant?
    /// Reusable workflows that this run resolved: `OWNER/NAME/path@ref` and the commit.
    var referencedWorkflows: [(path: String, sha: String?)] = []
    var provenance: Provenance
}

/// One execution of one job in one attempt.
struct JobRunRecord {
    /// `OWNER/NAME`; nil when the file does not tell.
    var repository: String?
    var runNumber: Int64
    var attempt: Int64
    var number: Int64
    /// The title as GitHub shows it: `build (ubuntu-latest, 20)`, `caller / called`.
    var name: String
    var workflowName: String?
    /// Nil when no runner took it, or GitHub gave none (it writes 0 or null).
    var runnerNumber: Int64?
    var runnerName: String?
    var runnerGroup: Int64?
    var runnerGroupName: String?
    var labels: [String]
    var started: Instant?
    var completed: Instant?
    var conclusion: String?
    var headSHA: String?
    var provenance: Provenance
}

/// A parsed workflow file: filled in by its reader, see `GitHubActions/`.
struct WorkflowRecord {
    /// `OWNER/NAME`.
    var repository: String
    /// `.github/workflows/FILE`.
    var path: String
    var definition: WorkflowDefinition
    var provenance: Provenance
}

/// A parsed `action.yml`.
struct ActionRecord {
    /// `OWNER/NAME`.
    var repository: String
    /// The folder within the repository; empty for its root.
    var path: String
    var definition: ActionDefinition
    var provenance: Provenance
}
