import Inventory

/// What the files of an import say about GitHub and that takes several of them to understand: a job names a secret, but
/// which slot that is depends on the repository's, the environment's and the organisation's secrets; a run names a job
/// by its title; a runner serves whoever asks for its labels. Readers collect; ``GitHubLinker`` draws the conclusions.
///
/// Names of owners and repositories are compared without regard to case, as GitHub does: keys are lower-cased.
struct GitHubEstate {
    /// Workflow files by `owner/name/path` in lower case.
    var workflows: [String: WorkflowRecord] = [:]
    /// Composite actions by `owner/name/path` of their folder in lower case.
    var actions: [String: ActionRecord] = [:]
    /// Secrets that the REST API lists.
    var secrets: [SecretRecord] = []
    var runners: [RunnerRecord] = []
    var runnerGroups: [RunnerGroupRecord] = []
    var repositories: [String: RepositoryRecord] = [:]
    var environments: [EnvironmentRecord] = []
    /// Workflow runs by repository and run id; every attempt's own record.
    var runs: [WorkflowRunRecord] = []
    /// Executions of jobs: one for each job of each attempt.
    var jobRuns: [JobRunRecord] = []
    /// `read` or `write`: the default of the job token, by `owner` or `owner/name` in lower case.
    var defaultTokenPermissions: [String: String] = [:]
    /// What apps and fine-grained tokens may do on which repositories, by the number that GitHub gave the grant.
    var grants: [String: RepositoryGrant] = [:]
    /// Where the record of a secret, runner or runner group stands in its list, by kind and id in lower case: several
    /// answers describe one thing, see `merge(_:)`.
    var recordPlaces: [String: Int] = [:]
}
