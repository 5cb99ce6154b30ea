import Inventory

/// What known collectors' edge kinds mean, and whether control flows along them: the file's own `traversable` does not
/// decide for these.
///
/// How the GitHub dialects are understood:
/// - A role is something one is a member of, roles of roles included; what it may do are edges from the role.
/// - A repository's branches are part of it: control of the repository is control of each branch, guarded where the
///   branch is protected. The way back is not taken: who can write only one branch has no more than what that branch
///   can use.
/// - A repository that can use a runner or a whole group can run code on it, and what runs there stays unless the
///   runner is ephemeral. What a runner inherits from the jobs that it serves is added where jobs are known
///   (``OpenGraphRunners``).
/// - A repository *exposes* the secrets it sees; containing one says only where it is declared.
/// - GitHound's `GH_HasEnvironment` leads from what the environment's branch policy lets deploy to it.
/// - A personal token has rows of its own (`GH_CanAccess`), so that it is *issued to* its person and gains only those.
/// - Most permissions of a role change nothing that an attacker could live in, and gain nothing.
///
/// Kinds that are missing here keep their name, and their `traversable` decides.
enum OpenGraphRelations {
    /// What an edge kind means between two kinds of ends.
    struct Row {
        /// The edge kind as the collector writes it.
        let kind: String
        /// Names of the kinds at the start; empty means any.
        var from: [String] = []
        /// Names of the kinds at the end; empty means any.
        var to: [String] = []
        /// The vocabulary's relation; nil keeps the collector's name.
        var relation: String?
        /// Whether our relation runs from the edge's end to its start.
        var isFlipped = false
        /// What it means where it is not what the relation's own row says.
        var gain: Gain?
        var act: Act?
        var hold: Hold?
        var evidence: Evidence?
        /// Whether the edge's start is what its end belongs to.
        var nests = false
        /// What has to be looked up beyond the two kinds.
        var condition: Condition?
    }

    /// What decides about control beyond the kinds of the ends.
    enum Condition {
        /// The permissions of the token or installation at the start.
        case permissions
        /// Guarded when the branch at the end is protected.
        case branchProtection
        /// Nothing stays on an ephemeral runner.
        case persistentRunner
    }

    /// The rows of each edge kind, in the order in which they are tried.
    static let byKind = Dictionary(grouping: rows, by: \.kind)

    static let rows: [Row] = gitHub + azure

    private static func row(_ kind: String, as relation: String) -> Row { Row(kind: kind, relation: relation) }

    /// Keeps its name and gives control.
    private static func row(_ kind: String, _ act: Act, _ hold: Hold) -> Row {
        Row(kind: kind, gain: .forward, act: act, hold: hold)
    }

    /// Keeps its name and gives nothing.
    private static func fact(_ kind: String) -> Row { Row(kind: kind, gain: Gain.none) }

    private static let gitHub: [Row] = [
        // Who belongs to what.
        row("GH_HasRole", as: "member_of"), row("GH_HasBaseRole", as: "member_of"),
        row("GH_MemberOf", as: "member_of"),
        row("GH_AddMember", .impersonate, .keep),
        row("GH_SyncedTo", .impersonate, .borrow),
        // What a role may do to code.
        row("GH_WriteRepoContents", as: "can_write"), row("GH_CanWriteBranch", as: "can_write"),
        row("GH_AdminTo", as: "administers"),
        row("GH_PushProtectedBranch", .tamper, .keep), row("GH_ManageDeployKeys", .tamper, .keep),
        row("GH_CanCreateBranch", .tamper, .keep), row("GH_CanEditProtection", .tamper, .keep),
        row("GH_CanPwnRequest", .execute, .borrow),
        row("GH_CanCreateEnvironment", .tamper, .keep), row("GH_CanEditEnvironment", .tamper, .keep),
        row("GH_WriteOrganizationCustomOrgRole", .tamper, .keep),
        row("GH_ManageEnterpriseAdmins", .tamper, .keep), row("GH_ManageEnterpriseMembers", .tamper, .keep),
        row("GH_ManageEnterpriseOrganizationAdmins", .tamper, .keep),
        Row(kind: "GH_ProtectedBy", relation: "protects"),
        // Where things are.
        Row(kind: "GH_Owns", relation: "owns", nests: true),
        Row(kind: "GH_HasWorkflow", relation: "contains", nests: true),
        Row(kind: "GH_HasJob", relation: "defines", nests: true),
        Row(kind: "GH_HasStep", relation: "contains", gain: .forward, act: .harvest, hold: .borrow, nests: true),
        Row(
            kind: "GH_HasBranch", relation: "contains", gain: .forward, act: .tamper, hold: .borrow, nests: true,
            condition: .branchProtection),
        Row(
            kind: "GH_HasEnvironment", from: ["repository"], relation: "deploys_to", evidence: .inferred, nests: true),
        Row(kind: "GH_HasEnvironment", relation: "deploys_to", evidence: .inferred),
        Row(
            kind: "GH_Contains", from: ["organization"], to: ["repository", "secret", "runner_group", "organization"],
            relation: "owns", nests: true),
        Row(
            kind: "GH_Contains", from: ["organization"], to: ["runner"], relation: "owns", act: .execute, nests: true),
        Row(kind: "GH_Contains", from: ["repository"], to: ["workflow"], relation: "contains", nests: true),
        Row(
            kind: "GH_Contains", from: ["repository"], to: ["GH_Branch"], relation: "contains", gain: .forward,
            act: .tamper, hold: .borrow, nests: true, condition: .branchProtection),
        Row(kind: "GH_Contains", from: ["environment"], to: ["secret"], relation: "grants", nests: true),
        Row(kind: "GH_Contains", from: ["workflow"], to: ["job"], relation: "defines", nests: true),
        Row(
            kind: "GH_Contains", from: ["job"], to: ["GH_WorkflowStep"], relation: "contains", gain: .forward,
            act: .harvest, hold: .borrow, nests: true),
        Row(kind: "GH_Contains", relation: "belongs_to", isFlipped: true, nests: true),
        // Secrets and tokens.
        Row(kind: "GH_HasSecret", from: ["environment"], relation: "grants"),
        row("GH_HasSecret", as: "exposes"),
        row("GH_UsesSecret", as: "reads"),
        Row(kind: "GH_CanReadSecret", relation: "can_read"),
        Row(kind: "GH_CanReadSecretScanningAlert", relation: "can_read", hold: .keep),
        row("GH_ValidToken", as: "authenticates_as"),
        Row(kind: "GH_HasPersonalAccessToken", relation: "issued_to", isFlipped: true),
        Row(kind: "GH_CanAccess", condition: .permissions),
        row("GH_InstalledAs", as: "can_mint_for"),
        row("GH_CanAssumeIdentity", as: "may_assume"),
        // Jobs, deployments and runners.
        row("GH_DeploysTo", as: "deploys_to"), row("GH_CanDeployToEnvironment", as: "deploys_to"),
        Row(kind: "GH_CallsWorkflow", relation: "used_by", isFlipped: true, hold: .borrow),
        Row(kind: "GH_CanUseRunner", relation: "executes_on", condition: .persistentRunner),
        Row(
            kind: "GH_CanCreateRepositoryWithRunnerAccess", relation: "executes_on", condition: .persistentRunner),
        Row(
            kind: "GH_HasRunner", relation: "contains", act: .execute, hold: .keep, nests: true,
            condition: .persistentRunner),
        row("GH_InheritedFrom", .execute, .borrow),
        // What the collectors mark as traversable, or might, and gives no control.
        fact("GH_HasVariable"), fact("GH_UsesVariable"), fact("GH_IsEligibleFor"), fact("GH_DependsOn"),
        fact("GH_ApprovesDeploymentTo"), fact("GH_HasPersonalAccessTokenRequest"), fact("GH_ReadRepoContents"),
        fact("GH_MatchesEnvironmentPolicy"), fact("GH_MapsToUser"), fact("GH_HasExternalIdentity"),
        fact("GH_HasSamlIdentityProvider"),
    ]

    /// BloodHound's kinds. Its own payloads rarely say `traversable`: there the kind alone implies it.
    private static let azure: [Row] =
        [
            row("AZMemberOf", as: "member_of"), row("AZRunsAs", as: "authenticates_as"),
            row("AZAuthenticatesTo", as: "authenticates_as"), row("AZManagedIdentity", as: "runs_as"),
            row("AZContains", .tamper, .borrow), row("AZOwns", .tamper, .keep),
            row("AZAddMembers", .impersonate, .keep), row("AZMGAddMember", .impersonate, .keep),
            fact("AZHasRole"), fact("AZRoleEligible"), fact("AZRoleApprover"),
        ]
        + [
            "AZAddSecret", "AZAddOwner", "AZMGAddSecret", "AZMGAddOwner", "AZAppAdmin", "AZCloudAppAdmin",
            "AZResetPassword",
        ].map { row($0, as: "can_mint_for") }
        + [
            "AZGlobalAdmin", "AZPrivilegedRoleAdmin", "AZPrivilegedAuthAdmin", "AZMGGrantAppRoles", "AZMGGrantRole",
        ].map { row($0, as: "administers") }
        + [
            "AZOwner", "AZContributor", "AZUserAccessAdministrator", "AZKeyVaultContributor", "AZKeyVaultKVContributor",
            "AZGetSecrets", "AZGetKeys", "AZGetCertificates", "AZVMContributor", "AZVMAdminLogin",
            "AZAvereContributor", "AZExecuteCommand", "AZAKSContributor", "AZWebsiteContributor",
            "AZAutomationContributor", "AZLogicAppContributor", "AZNodeResourceGroup",
        ].map { row($0, as: "can_access") }
}
