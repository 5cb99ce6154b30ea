import Inventory
import Reach

@testable import Reports

/// Entities of every provider, as the readers write them, and the runbook of each.
struct RunbookFixture {
    private var builder = InventoryBuilder()
    private let here: Provenance

    init() {
        here = Provenance(source: builder.add(source: Source(path: "a.json", format: "test")), location: "/0")
    }

    mutating func add(
        _ id: String, _ kind: EntityKind, name: String? = nil, provider: String? = nil, parent: String? = nil,
        _ attributes: KeyValuePairs<String, String> = [:], flags: EntityFlags = []
    ) {
        var fact = EntityFact(id: id, kind: kind, name: name, provenance: here)
        fact.provider = provider
        fact.parent = parent
        fact.flags = flags
        fact.attributes = attributes.map { Attribute($0.key, $0.value) }
        builder.add(fact)
    }

    mutating func relate(
        _ from: String, _ kind: RelationKind, _ to: String, _ attributes: KeyValuePairs<String, String> = [:]
    ) {
        var fact = RelationFact(kind, from: from, to: to, provenance: here)
        fact.attributes = attributes.map { Attribute($0.key, $0.value) }
        builder.add(fact)
    }

    func build() -> Inventory { builder.build().inventory }

    /// The runbook of one entity.
    func subject(_ id: String, breaks: Int = 1) -> RunbookSubject? {
        build().entity(id: id).map { RunbookSubject($0, breaks: breaks) }
    }

    /// What the runbook of one entity is called.
    func recipe(_ id: String) -> String? { subject(id).flatMap(RunbookRecipe.row)?.name }

    /// The lines of its runbook: a phase and a colon before each, and a question mark where it is not complete.
    func lines(_ id: String, breaks: Int = 1) -> [String] {
        guard let subject = subject(id, breaks: breaks), let recipe = RunbookRecipe.row(for: subject) else { return [] }
        return recipe.steps(subject).flatMap { step in
            step.listed.map { "\(step.phase.rawValue)\($0.canRun ? "" : "?"): \($0.command.line)" }
        }
    }

    /// A thing of every sort, and the runbook that it should have.
    struct Row {
        let id: String
        let kind: EntityKind
        let provider: String?
        let recipe: String
        let attributes: KeyValuePairs<String, String>

        init(
            _ id: String, _ kind: EntityKind, _ provider: String?, _ recipe: String,
            _ attributes: KeyValuePairs<String, String> = [:]
        ) {
            self.id = id
            self.kind = kind
            self.provider = provider
            self.recipe = recipe
            self.attributes = attributes
        }
    }

    private static let uuid = "11111111-2222-3333-4444-555555555555"

    static let rows: [Row] = [
        Row("github.com/o/r/secret-scanning/4", .token, "github", "leaked credential", ["type": "github_app_token"]),
        Row("github.com/o/personal-access-tokens/8", .token, "github", "GitHub fine-grained token"),
        Row("github.com/o/credential-authorizations/9", .token, "github", "GitHub credential with single sign-on"),
        Row("github.com/o/r/keys/5", .token, "github", "GitHub deploy key", ["type": "deploy key"]),
        Row("github.com/apps/bot/private-key", .token, "github", "GitHub app key"),
        Row("github.com/o/installations/7", .serviceAccount, "github", "GitHub app installation"),
        Row("GH_App_1", .serviceAccount, "github", "GitHub app"),
        Row("classic-1", .token, "github", "GitHub token"),
        Row("github.com/o/r/secrets/A", .secret, "github", "GitHub secret"),
        Row("github.com/o/r/environments/prod", .environment, "github", "GitHub environment"),
        Row("github.com/o/runners/117", .runner, "github", "GitHub self-hosted runner"),
        Row("github.com/o/runner-groups/3", .runnerGroup, "github", "GitHub runner group"),
        Row("host-1", .runner, nil, "runner"),
        Row("github.com/users/octocat", .person, "github", "GitHub account"),
        Row("github.com/o/teams/web", .team, "github", "GitHub team or organisation"),
        Row("github.com/o", .organization, "github", "GitHub team or organisation"),
        Row("agent-1", .agent, nil, "agent"),
        Row("AKIAIOSFODNN7EXAMPLE", .token, "aws", "AWS access key"),
        Row("arn:aws:iam::1:user/u", .serviceAccount, nil, "AWS user"),
        Row("arn:aws:iam::1:role/r", .serviceAccount, nil, "AWS role"),
        Row("arn:aws:secretsmanager:eu-1:1:secret:s", .secret, nil, "AWS secret"),
        Row("a@p.iam.gserviceaccount.com", .serviceAccount, nil, "Google service account"),
        Row(
            "projects/p/serviceAccounts/a@p.iam.gserviceaccount.com/keys/k", .token, "gcp", "Google service account key"
        ),
        Row("projects/p/secrets/s", .secret, "gcp", "Google secret"),
        Row(uuid, .serviceAccount, "azure", "Azure application"),
        Row("azure-key", .token, "azure", "Azure application secret"),
        Row("someone@example.org", .person, "azure", "Azure user"),
        Row("acr-token", .token, "acr", "Azure Container Registry token"),
        Row("ghcr-token", .token, "ghcr", "GitHub container registry token"),
        Row("ecr-token", .token, "ecr", "AWS container registry token"),
        Row("hub-token", .token, "dockerhub", "Docker Hub token"),
        Row("org+robot", .token, "quay", "Quay robot account"),
        Row("harbor-token", .token, "harbor", "Harbor robot account"),
        Row("image-token", .token, "registry", "registry token"),
        Row("gitlab-token", .token, "gitlab", "GitLab token"),
        Row("gitlab-variable", .secret, "gitlab", "GitLab variable"),
        Row("gitlab-runner", .runner, "gitlab", "GitLab runner"),
        Row("kubernetes/prod/sync", .serviceAccount, "kubernetes", "Kubernetes service account"),
        Row("kubernetes/prod/secrets/s", .secret, "kubernetes", "Kubernetes secret"),
        Row("vault:https://v.example#deploy", .serviceAccount, "vault", "Vault role"),
        Row("vault-token", .token, "vault", "Vault token"),
        Row("vault-secret-id", .token, "vault", "Vault AppRole secret id", ["type": "AppRole secret id"]),
        Row("npm/tokens/9c1", .token, "npm", "npm token"), Row("npm/@o/tools", .package, "npm", "npm package"),
        Row("pypi-token", .token, "pypi", "PyPI token"), Row("wheel", .package, "pypi", "PyPI package"),
        Row("gem", .package, nil, "package"),
        Row("github.com/o/r", .repository, "github", "GitHub repository"),
        Row("github.com/o/r/.github/workflows/a.yml", .workflow, "github", "GitHub workflow"),
        Row("github.com/o/r/.github/workflows/a.yml#b@12.1", .run, "github", "GitHub run"),
        Row("o/action@v1", .action, nil, "action"), Row("cache", .artifact, nil, "artifact or cache"),
        Row("github.com/o/r/secrets/X/token-1", .token, nil, "credential that no source names"),
        Row("other-token", .token, "somebody else", "credential"), Row("someone", .person, nil, "person"),
        Row("group", .team, "azure", "team or organisation"), Row("robot", .serviceAccount, nil, "service account"),
        Row("thing", .resource, nil, "anything else"),
    ]

    static let everything: RunbookFixture = {
        var fixture = RunbookFixture()
        for row in rows {
            fixture.add(
                row.id, row.kind, provider: row.provider, row.attributes,
                flags: row.recipe.contains("no source") ? [.inferred] : [])
        }
        return fixture
    }()
}
