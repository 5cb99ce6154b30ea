import Inventory

/// What collectors' node kinds are in our vocabulary.
///
/// Kinds that are missing here keep their own name: roles, branches and protection rules of GitHub among them, which
/// are steps on the way from a person to a repository and nothing that the vocabulary has a word for. Control flows
/// through them all the same, see ``OpenGraphRelations``.
enum OpenGraphKinds {
    /// One collector's kind.
    struct Row {
        /// The kind as the collector writes it.
        let name: String
        /// What it is.
        let kind: EntityKind
    }

    /// The vocabulary's kind for the first of `kinds` that has one.
    static func kind(of kinds: [String]) -> EntityKind? {
        for name in kinds { if let kind = byName[name] { return kind } }
        return nil
    }

    /// Who issues or hosts things of this kind, by how its name begins.
    static func provider(of kind: String) -> String? {
        providers.first { kind.hasPrefix($0.prefix) }?.provider
    }

    /// Whether a known collector wrote a node or edge of this kind, so that our tables speak for it.
    static func isKnownCollector(_ kind: String) -> Bool { kind.hasPrefix("GH_") || kind.hasPrefix("AZ") }

    private static let providers: [(prefix: String, provider: String)] = [
        ("GH_", "github"), ("AZ", "azure"), ("AWS", "aws"), ("GCP", "gcp"), ("K8s", "kubernetes"),
        ("Kube", "kubernetes"), ("GitLab", "gitlab"), ("Okta", "okta"),
    ]

    private static let byName = Dictionary(rows.map { ($0.name, $0.kind) }) { first, _ in first }

    /// Every row. GitHub: GitHound 1.3.0 and OpenHound 1.3.1, which mostly share their kinds; `GH_Secret`, `GH_Runner`
    /// and `GH_RunnerGroup` are also second labels. A secret scanning alert stands for the leaked token itself. Azure:
    /// BloodHound's kinds. The others: the names that community collectors use most.
    static let rows: [Row] =
        rows(.organization, "GH_Organization", "GH_Enterprise", "GCPOrganization", "AWSOrganization")
        + rows(.team, "GH_Team", "GH_EnterpriseTeam", "AZGroup", "AWSGroup", "GCPGroup")
        + rows(.person, "GH_User", "GH_EnterpriseManagedUser", "AZUser", "GCPUser")
        + rows(.repository, "GH_Repository")
        + rows(.workflow, "GH_Workflow")
        + rows(.job, "GH_WorkflowJob")
        + rows(.runner, "GH_OrgRunner", "GH_RepoRunner", "GH_EnterpriseRunner", "GH_Runner")
        + rows(.runnerGroup, "GH_OrgRunnerGroup", "GH_EnterpriseRunnerGroup", "GH_RunnerGroup")
        + rows(.environment, "GH_Environment")
        + rows(
            .secret, "GH_OrgSecret", "GH_RepoSecret", "GH_EnvironmentSecret", "GH_Secret", "AWSSecret", "GCPSecret",
            "K8sSecret", "KubeSecret")
        + rows(
            .token, "GH_PersonalAccessToken", "GH_SecretScanningAlert", "AWSAccessKey", "GCPServiceAccountKey")
        + rows(
            .serviceAccount, "GH_App", "GH_AppInstallation", "AZServicePrincipal", "AZApp", "AWSRole", "AWSUser",
            "GCPServiceAccount", "K8sServiceAccount", "KubeServiceAccount")
        + rows(
            .resource, "AZTenant", "AZSubscription", "AZResourceGroup", "AZManagementGroup", "AZKeyVault", "AZVM",
            "AZVMScaleSet", "AZContainerRegistry", "AZManagedCluster", "AZWebApp", "AZFunctionApp", "AZLogicApp",
            "AZAutomationAccount", "AWSAccount", "AWSS3Bucket", "AWSEC2Instance", "AWSLambdaFunction",
            "AWSECRRepository", "AWSEKSCluster", "GCPProject", "GCPFolder", "GCPBucket", "GCPInstance", "GCPCluster",
            "K8sCluster", "K8sNamespace", "K8sNode", "KubeCluster", "KubeNamespace", "KubeNode")

    private static func rows(_ kind: EntityKind, _ names: String...) -> [Row] {
        names.map { Row(name: $0, kind: kind) }
    }
}
