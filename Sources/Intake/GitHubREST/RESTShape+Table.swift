extension RESTShape {
    /// Every answer that is known, the more particular shapes first. Where one item fits several, the first counts.
    static let table: [RESTShape] = [
        RESTShape("jobs", list: "jobs") {
            $0.has("run_id") && $0.hasAny("run_url", "runner_id", "steps", "check_run_url")
        } read: {
            $1.readJob($0)
        },
        RESTShape("workflow runs", list: "workflow_runs") {
            $0.has("run_number") && $0.hasAny("workflow_id", "jobs_url") && $0.hasAny("event", "head_sha")
        } read: {
            $1.readRun($0)
        },
        RESTShape("secret scanning alerts") {
            $0.has("secret_type", "state") && $0.hasAny("locations_url", "html_url", "url")
        } read: {
            $1.readAlert($0)
        },
        RESTShape("installations", list: "installations") {
            $0.has("app_id", "permissions") && $0.hasAny("app_slug", "target_type", "access_tokens_url")
        } read: {
            $1.readInstallation($0)
        },
        RESTShape("fine-grained token requests") {
            $0.has("repository_selection", "permissions", "created_at")
                && ($0.has("reason") || $0.has("token_id")) && !$0.has("access_granted_at")
        } read: {
            $1.readTokenRequest($0)
        },
        RESTShape("fine-grained tokens") {
            $0.has("repository_selection", "permissions", "access_granted_at")
        } read: {
            $1.readPersonalToken($0)
        },
        RESTShape("authorized credentials") {
            $0.has("credential_id", "credential_type")
        } read: {
            $1.readCredential($0)
        },
        RESTShape("deploy keys") {
            $0.has("key", "title", "read_only") && $0["url"]?.string?.contains("/user/keys") != true
        } read: {
            $1.readDeployKey($0)
        },
        RESTShape("environments", list: "environments") {
            $0.has("name") && $0.hasAny("protection_rules", "deployment_branch_policy")
        } read: {
            $1.readEnvironment($0)
        },
        RESTShape("runner groups", list: "runner_groups") {
            $0.has("id", "name", "runners_url") && $0.hasAny("visibility", "inherited", "default")
        } read: {
            $1.readRunnerGroup($0)
        },
        RESTShape("runners", list: "runners") {
            $0.has("id", "name", "os", "labels") && $0.hasAny("status", "busy")
        } read: {
            $1.readRunner($0)
        },
        RESTShape("repositories", list: "repositories") {
            $0.has("full_name", "name") && $0.hasAny("private", "default_branch", "visibility")
        } read: {
            $1.readRepository($0)
        },
        RESTShape("secrets", list: "secrets") {
            $0.has("name", "created_at", "updated_at") && !$0.hasAny("id", "value", "node_id", "url")
        } read: {
            $1.readSecret($0)
        },
        RESTShape("workflow permissions") {
            $0.has("default_workflow_permissions")
        } read: {
            $1.readWorkflowPermissions($0)
        },
        RESTShape("actions permissions") {
            $0.hasAny("enabled_repositories", "enabled")
                && $0.hasAny("allowed_actions", "sha_pinning_required", "selected_repositories_url")
        } read: {
            $1.readActionsPermissions($0)
        },
        RESTShape("identity token settings") {
            $0.has("include_claim_keys") || $0.has("use_default") && $0.count <= 4
        } read: {
            $1.readIdentityTokenSettings($0)
        },
        RESTShape("organization memberships") {
            $0.has("role", "state", "organization", "user")
        } read: {
            $1.readMembership($0)
        },
        RESTShape("teams") {
            $0.has("slug", "members_url", "repositories_url")
        } read: {
            $1.readTeam($0)
        },
        RESTShape("organizations") {
            $0.has("login") && ($0.has("members_url", "repos_url") || $0["type"]?.string == "Organization")
        } read: {
            $1.readOrganization($0)
        },
        RESTShape("accounts") {
            $0.has("login", "id", "type") && $0.hasAny("node_id", "url", "html_url", "permissions", "role_name")
        } read: {
            $1.readAccount($0)
        },
        RESTShape("error answers") {
            $0.has("message", "documentation_url")
        } read: {
            $1.readError($0)
        },
        unread("variables", list: "variables"),
        unread("artifacts", list: "artifacts"),
        unread("caches", list: "actions_caches"),
        unread("workflows", list: "workflows"),
        unread("branch policies", list: "branch_policies"),
        unread("deployment protection rules", list: "custom_deployment_protection_rules"),
    ]

    /// A list that is known and of no use here: named in the report, so that nobody looks for what became of it.
    private static func unread(_ name: String, list: String) -> RESTShape {
        RESTShape(name, list: list) { _ in
            false
        } read: { item, reading in
            reading.notes.noteOnce("GitHub's lists of \(name) are not read", at: item.location)
            return false
        }
    }
}
