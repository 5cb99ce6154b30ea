import Inventory
import Testing

@testable import Intake

@Suite("GitHub REST: secrets, environments, settings")
struct GitHubRESTSecretTests {
    private func slots(_ names: String...) -> String {
        let items = names.map {
            #"{"name":"\#($0)","created_at":"2024-01-01T00:00:00Z","updated_at":"2025-01-01T00:00:00Z"}"#
        }
        return #"{"total_count":\#(names.count),"secrets":[\#(items.joined(separator: ","))]}"#
    }

    private let shared = #"""
        {"total_count":2,"secrets":[
          {"name":"ALL","created_at":"2024-01-01T00:00:00Z","updated_at":"2024-01-01T00:00:00Z","visibility":"all"},
          {"name":"NPM","created_at":null,"updated_at":"2025-05-05T05:05:05Z","visibility":"selected",
           "selected_repositories_url":"https://api.github.com/orgs/acme/actions/secrets/NPM/repositories"}]}
        """#

    @Test("A repository's secrets")
    func repositorySecrets() throws {
        let read = try RESTImport("repos/acme/web/actions/secrets.json", slots("A", "B"))
        let entity = try #require(read.entity("github.com/acme/web/secrets/A"))
        #expect(entity.kind == .secret)
        #expect(entity.parent?.id == "github.com/acme/web")
        #expect(entity.created == Instant(text: "2024-01-01"))
        #expect(entity.rotated == Instant(text: "2025-01-01"))
        #expect(read.estate.secrets.map(\.name) == ["A", "B"])
        #expect(read.estate.secrets.first?.scope == GitHubScope(owner: "acme", repository: "web"))
        #expect(read.relations.isEmpty)
        #expect(read.issues.isEmpty)
    }

    @Test("An environment's secrets are granted by it")
    func environmentSecrets() throws {
        let read = try RESTImport("repos/acme/web/environments/eu%2Fprod/secrets.json", slots("KEY"))
        let environment = "github.com/acme/web/environments/eu/prod"
        #expect(read.relations == ["\(environment) grants \(environment)/secrets/KEY"])
        #expect(read.estate.secrets.first?.scope.environment == "eu/prod")
        #expect(read.entity("\(environment)/secrets/KEY")?.parent?.kind == .environment)
    }

    @Test("An organisation's secrets: the address in one of them tells whose all are")
    func organizationSecrets() throws {
        let read = try RESTImport("secrets.json", shared)
        #expect(
            read.relations == [
                "github.com/acme owns github.com/acme/secrets/ALL", "github.com/acme owns github.com/acme/secrets/NPM",
            ])
        #expect(read.estate.secrets.map(\.visibility) == ["all", "selected"])
        #expect(read.estate.secrets.map(\.selectedRepositories) == [nil, nil])
        #expect(read.entity("github.com/acme/secrets/NPM")?.values("visibility") == ["selected"])
        #expect(read.entity("github.com/acme/secrets/ALL")?.rotated == nil)
        #expect(read.notices.isEmpty)
    }

    @Test("Lists of the repositories that see a secret meet in one record")
    func selectedRepositories() throws {
        let repositories = #"{"total_count":1,"repositories":[{"name":"web","full_name":"acme/web","private":true}]}"#
        let read = try RESTImport([
            ("orgs/acme/actions/secrets/NPM/repositories.json", repositories),
            ("orgs/acme/actions/secrets.json", shared),
            ("repos/Acme/API/actions/organization-secrets.json", slots("NPM")),
        ])
        #expect(read.estate.secrets.count == 2)
        let record = try #require(read.estate.secrets.first { $0.name == "NPM" })
        #expect(record.selectedRepositories == ["acme/web", "acme/api"])
        #expect(record.visibility == "selected")
        #expect(record.updated == Instant(text: "2025-05-05T05:05:05Z"))
        #expect(record.created == Instant(text: "2024-01-01"))
    }

    @Test("Secrets of Dependabot and Codespaces are other slots: not mixed up with those of Actions")
    func otherProducts() throws {
        let read = try RESTImport("repos/acme/web/dependabot/secrets.json", slots("A", "B"))
        #expect(read.estate.secrets.isEmpty)
        #expect(read.notices.count == 1)
    }

    @Test("Environments and what protects them")
    func environments() throws {
        let read = try RESTImport(
            "environments.json",
            #"""
            {"total_count":3,"environments":[
              {"id":1,"name":"prod","url":"https://api.github.com/repos/acme/web/environments/prod",
               "created_at":"2024-01-01T00:00:00Z","can_admins_bypass":true,"protection_rules":[
                 {"id":1,"type":"wait_timer","wait_timer":30},
                 {"id":2,"type":"required_reviewers","prevent_self_review":false,"reviewers":[
                   {"type":"User","reviewer":{"login":"ann","id":1,"type":"User"}},
                   {"type":"Team","reviewer":{"slug":"ops","id":2}},{"type":"User","reviewer":null}]},
                 {"id":3,"type":"branch_policy"}],
               "deployment_branch_policy":{"protected_branches":true,"custom_branch_policies":false}},
              {"id":2,"name":"staging","url":"https://api.github.com/repos/acme/web/environments/staging",
               "protection_rules":[{"type":"wait_timer","wait_timer":5},{"type":"gate"}],
               "deployment_branch_policy":null},
              {"id":3,"name":"dev","protection_rules":null,
               "html_url":"https://github.com/acme/web/deployments/activity_log?environments_filter=dev"}]}
            """#)
        #expect(
            read.estate.environments.map(\.protection) == [
                "2 required reviewers, protected branches only, 30 minutes' wait", nil, nil,
            ])
        #expect(read.estate.environments.map(\.scope.environment) == ["prod", "staging", "dev"])
        let production = try #require(read.entity("github.com/acme/web/environments/prod"))
        #expect(production.kind == .environment)
        #expect(production.parent?.id == "github.com/acme/web")
        #expect(production.values("can_admins_bypass") == ["true"])
        #expect(production.values("wait_minutes") == ["30"])
        #expect(
            read.relations == [
                "github.com/acme/teams/ops protects github.com/acme/web/environments/prod",
                "github.com/users/ann protects github.com/acme/web/environments/prod",
            ])
        #expect(read.entity("github.com/acme/web/environments/staging")?.values("protection_rule") == ["gate"])
        #expect(read.notices.isEmpty)
    }

    @Test("The default rights of the job token, of an organisation and of a repository")
    func workflowPermissions() throws {
        let text = #"{"default_workflow_permissions":"write","can_approve_pull_request_reviews":true}"#
        let read = try RESTImport([
            ("orgs/Acme/actions/permissions/workflow.json", text),
            ("repos/acme/Web/actions/permissions/workflow.json", text.replacing("write", with: "read")),
            ("repos/acme/odd/actions/permissions/workflow.json", text.replacing("write", with: "all")),
        ])
        #expect(read.estate.defaultTokenPermissions == ["acme": "write", "acme/web": "read"])
        #expect(read.entity("github.com/Acme")?.values("can_approve_pull_request_reviews") == ["true"])
        #expect(read.notices.count == 1)
    }

    @Test("What actions an organisation or a repository allows, and its identity tokens")
    func permissions() throws {
        let read = try RESTImport([
            (
                "orgs/acme/actions/permissions.json",
                #"{"enabled_repositories":"all","allowed_actions":"selected","#
                    + #""selected_actions_url":"x","sha_pinning_required":true}"#
            ),
            ("repos/acme/web/actions/permissions.json", #"{"enabled":true,"allowed_actions":"all"}"#),
            (
                "orgs/acme/actions/oidc/customization/sub.json",
                #"{"include_claim_keys":["repo","context"],"use_immutable_subject":false}"#
            ),
            ("repos/acme/web/actions/oidc/customization/sub.json", #"{"use_default":true}"#),
        ])
        let organization = try #require(read.entity("github.com/acme"))
        #expect(organization.values("actions_enabled_repositories") == ["all"])
        #expect(organization.values("sha_pinning_required") == ["true"])
        #expect(organization.values("oidc_claim_key") == ["repo", "context"])
        let web = try #require(read.entity("github.com/acme/web"))
        #expect(web.values("allowed_actions") == ["all"])
        #expect(web.values("oidc_use_default") == ["true"])
    }
}
