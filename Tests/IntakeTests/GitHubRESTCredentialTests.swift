import Inventory
import Testing

@testable import Intake

@Suite("GitHub REST: keys, apps and tokens")
struct GitHubRESTCredentialTests {
    @Test("Deploy keys: who can write; the key itself is not kept")
    func deployKeys() throws {
        let read = try RESTImport(
            "keys.json",
            #"""
            [{"id":1,"key":"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5","url":"https://api.github.com/repos/acme/web/keys/1",
              "title":"deploy","read_only":false,"verified":true,"created_at":"2024-01-01T00:00:00Z","added_by":"ann",
              "last_used":"2026-01-01T00:00:00Z"},
             {"id":2,"key":"ssh-rsa AAAAB3NzaC1yc2E","url":"https://api.github.com/repos/acme/web/keys/2","title":"",
              "read_only":true,"last_used":null},
             {"id":3,"key":"mystery","url":"https://api.github.com/repos/user-x/web/keys/3","title":"x",
              "read_only":null}]
            """#)
        let first = try #require(read.entity("github.com/acme/web/keys/1"))
        #expect(first.kind == .token)
        #expect(first.name == "deploy")
        #expect(first.issued == Instant(text: "2024-01-01"))
        #expect(first.lastUsed == Instant(text: "2026-01-01"))
        #expect(first.values("added_by") == ["ann"])
        #expect(first.values("algorithm") == ["ssh-ed25519"])
        #expect(read.entity("github.com/acme/web/keys/2")?.name == "deploy key 2")
        #expect(
            read.relations == [
                "github.com/acme/web/keys/1 can_write github.com/acme/web",
                "github.com/acme/web/keys/2 can_read_repository github.com/acme/web",
                "github.com/user-x/web/keys/3 can_write github.com/user-x/web",
            ])
        let inventory = read.inventory
        let traits = (0..<3).map { inventory.relation(at: $0).traits }
        #expect(traits.map(\.gain) == [.forward, Gain.none, .forward])
        #expect(traits.map(\.evidence) == [.configured, .configured, .inferred])
        #expect(!read.everything.contains("AAAA"))
    }

    private let installations = #"""
        {"total_count":2,"installations":[
          {"id":50,"app_id":9,"client_id":"Iv1.x","app_slug":"deployer","target_type":"Organization",
           "account":{"login":"acme","id":7,"type":"Organization"},"repository_selection":"selected",
           "permissions":{"contents":"write","administration":"read","metadata":"read"},"events":["push"],
           "created_at":"2024-01-01T00:00:00Z","suspended_at":null,"suspended_by":null},
          {"id":51,"app_id":10,"app_slug":"janitor","target_type":"Organization",
           "account":{"login":"acme","type":"Organization"},"repository_selection":"all",
           "permissions":{"administration":"write","odd":7},"events":null,
           "created_at":1704067200,"suspended_at":"2025-01-01T00:00:00Z"}]}
        """#
    private let installed = #"{"total_count":1,"repositories":[{"name":"web","full_name":"acme/web","private":true}]}"#

    @Test("Apps act on what they were installed for, whichever file comes first", arguments: [false, true])
    func installations(isReversed: Bool) throws {
        var files = [("i.json", installations), ("orgs/acme/installations/50/repositories.json", installed)]
        if isReversed { files.reverse() }
        let read = try RESTImport(files)
        let app = try #require(read.entity("github.com/acme/installations/50"))
        #expect(app.kind == .serviceAccount)
        #expect(app.name == "deployer")
        #expect(app.values("permission") == ["contents: write", "administration: read", "metadata: read"])
        #expect(app.values("event") == ["push"])
        #expect(app.issued == Instant(text: "2024-01-01"))
        #expect(app.revoked == nil)
        let suspended = try #require(read.entity("github.com/acme/installations/51"))
        // Suspending is undone with one click: it is no revocation.
        #expect(suspended.revoked == nil && suspended.values("suspended_at") == ["2025-01-01T00:00:00Z"])
        #expect(suspended.issued == Instant(text: "2024-01-01"))
        #expect(
            read.relations.filter { !$0.contains(" owns ") } == [
                "github.com/acme/installations/50 can_write github.com/acme/web",
                "github.com/acme/installations/51 administers github.com/acme",
                "github.com/apps/deployer/private-key authenticates_as github.com/acme/installations/50",
                "github.com/apps/janitor/private-key authenticates_as github.com/acme/installations/51",
            ])
        let key = try #require(read.entity("github.com/apps/deployer/private-key"))
        #expect(key.kind == .token)
        #expect(key.flags == .inferred)
        #expect(key.isRevocable)
        var session = read.session
        GitHubRESTReader.conclude(&session)
        #expect(session.builder.build().inventory.blindSpots.isEmpty)
    }

    @Test("An app whose repositories were not collected is a blind spot")
    func unlistedRepositories() throws {
        var session = try RESTImport("i.json", installations).session
        GitHubRESTReader.conclude(&session)
        #expect(session.builder.build().inventory.blindSpots.map(\.count) == [1])
    }

    private let tokens = #"""
        [{"id":25381,"owner":{"login":"ann","id":1,"type":"User"},"repository_selection":"subset",
          "repositories_url":"https://api.github.com/organizations/7/personal-access-tokens/25381/repositories",
          "permissions":{"organization":{"members":"read"},"repository":{"contents":"write","administration":"write"}},
          "access_granted_at":"2025-01-01T00:00:00Z","token_id":98716,"token_name":"ci","token_expired":false,
          "token_expires_at":"2026-06-01T00:00:00+02:00","token_last_used_at":null},
         {"id":25382,"owner":null,"repository_selection":"all","permissions":{"repository":{"contents":"write"}},
          "access_granted_at":"2025-01-01T00:00:00Z","token_id":98717,"token_name":null,"token_expired":true,
          "token_expires_at":null,"token_last_used_at":"2025-02-01T00:00:00Z"},
         {"id":25383,"owner":{"login":"ann"},"repository_selection":"none","permissions":{},
          "access_granted_at":null,"token_id":98718,"token_name":"idle"}]
        """#

    @Test("Fine-grained tokens reach what they were granted, and no more")
    func personalTokens() throws {
        let read = try RESTImport([
            ("orgs/acme/personal-access-tokens.json", tokens),
            (
                "orgs/acme/personal-access-tokens/25381/repositories.json",
                #"[{"name":"web","full_name":"acme/web","private":true}]"#
            ),
        ])
        let token = try #require(read.entity("github.com/acme/personal-access-tokens/98716"))
        #expect(token.kind == .token)
        #expect(token.name == "ci")
        #expect(token.owner == "ann")
        #expect(token.issued == Instant(text: "2025-01-01"))
        #expect(token.expires == Instant(text: "2026-05-31T22:00:00Z"))
        #expect(token.lastUsed == nil)
        #expect(token.values("permission") == ["members: read", "contents: write", "administration: write"])
        let tokens = "github.com/acme/personal-access-tokens"
        #expect(
            read.relations.filter { !$0.contains(" owns ") } == [
                "\(tokens)/98716 administers github.com/acme/web", "\(tokens)/98716 can_write github.com/acme/web",
                "\(tokens)/98716 issued_to github.com/users/ann", "\(tokens)/98717 can_write github.com/acme",
                "\(tokens)/98718 issued_to github.com/users/ann",
            ])
        #expect(read.entity("\(tokens)/98717")?.values("token_expired") == ["true"])
        #expect(read.notices.map(\.location) == ["/1"])
        #expect(read.gave == ["fine-grained tokens": 3, "repositories": 1])
    }

    @Test("A request for a token gives nothing yet")
    func tokenRequests() throws {
        let read = try RESTImport(
            "orgs/acme/personal-access-token-requests.json",
            #"""
            [{"id":1,"reason":"deploys","owner":{"login":"ann"},"repository_selection":"all",
              "permissions":{"repository":{"contents":"write"}},"created_at":"2026-01-01T00:00:00Z","token_id":5,
              "token_name":"new","token_expired":false,"token_expires_at":null,"token_last_used_at":null}]
            """#)
        let token = try #require(read.entity("github.com/acme/personal-access-tokens/5"))
        #expect(token.values("request") == ["pending"])
        #expect(token.issued == nil)
        #expect(read.relations == ["github.com/acme/personal-access-tokens/5 issued_to github.com/users/ann"])
    }

    @Test("Authorised classic tokens and keys act as their owner; their last characters are not kept")
    func credentials() throws {
        let read = try RESTImport(
            "orgs/acme/credential-authorizations.json",
            #"""
            [{"login":"ann","credential_id":1,"credential_type":"personal access token","token_last_eight":"deadbeef",
              "credential_authorized_at":"2024-01-26T19:06:43Z","credential_accessed_at":"2026-01-26T19:06:43Z",
              "scopes":["repo","workflow",null],"fingerprint":null,"authorized_credential_id":12,
              "authorized_credential_note":"my laptop","authorized_credential_title":null,
              "authorized_credential_expires_at":"2027-01-01T00:00:00Z"},
             {"login":"ann","credential_id":2,"credential_type":"SSH key","credential_authorized_at":null,
              "fingerprint":"SHA256:abc","authorized_credential_title":"key"}]
            """#)
        let token = try #require(read.entity("github.com/acme/credential-authorizations/1"))
        #expect(token.kind == .token)
        #expect(token.name == "my laptop")
        #expect(token.issued == Instant(text: "2024-01-26T19:06:43Z"))
        #expect(token.lastUsed == Instant(text: "2026-01-26T19:06:43Z"))
        #expect(token.expires == Instant(text: "2027-01-01"))
        #expect(token.values("scope") == ["repo", "workflow"])
        #expect(read.entity("github.com/acme/credential-authorizations/2")?.values("fingerprint") == ["SHA256:abc"])
        #expect(
            read.relations == [
                "github.com/acme/credential-authorizations/1 authenticates_as github.com/users/ann",
                "github.com/acme/credential-authorizations/2 authenticates_as github.com/users/ann",
            ])
        #expect(!read.everything.contains("deadbeef"))
        #expect(read.notices.isEmpty)
    }

    @Test("Secret scanning alerts: what leaked, never the secret")
    func alerts() throws {
        let read = try RESTImport(
            "orgs/acme/secret-scanning/alerts.json",
            #"""
            [{"number":42,"created_at":"2026-01-01T00:00:00Z",
              "url":"https://api.github.com/repos/acme/web/secret-scanning/alerts/42",
              "html_url":"https://github.com/acme/web/security/secret-scanning/42","state":"open","resolution":null,
              "resolved_at":null,"secret_type":"npm_access_token","secret_type_display_name":"npm Access Token",
              "secret":"npm_0123456789","validity":"active","publicly_leaked":true,
              "repository":{"full_name":"acme/web"}},
             {"number":43,"html_url":"https://github.com/acme/web/security/secret-scanning/43","state":"resolved",
              "resolution":"revoked","resolved_at":"2026-02-01T00:00:00Z","secret_type":"x","secret":"raw-secret"},
             {"number":44,"html_url":"https://github.com/acme/web/security/secret-scanning/44","state":"resolved",
              "resolution":"false_positive","resolved_at":"2026-02-01T00:00:00Z","secret_type":"x"}]
            """#)
        let open = try #require(read.entity("github.com/acme/web/secret-scanning/42"))
        #expect(open.kind == .token)
        #expect(open.name == "npm Access Token #42")
        #expect(open.flags == .leaked)
        #expect(open.parent?.id == "github.com/acme/web")
        #expect(open.values("validity") == ["active"])
        #expect(open.revoked == nil)
        #expect(read.entity("github.com/acme/web/secret-scanning/43")?.revoked == Instant(text: "2026-02-01"))
        #expect(read.entity("github.com/acme/web/secret-scanning/44")?.flags == [])
        #expect(!read.everything.contains("npm_0123456789"))
        #expect(!read.everything.contains("raw-secret"))
        #expect(read.relations.isEmpty)
    }
}
