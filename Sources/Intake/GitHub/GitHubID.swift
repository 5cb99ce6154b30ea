/// The stable, readable ids of things on GitHub. Every reader takes them from here, so that facts meet.
enum GitHubID {
    static func organization(_ owner: String) -> String { "github.com/\(owner)" }
    static func repository(_ fullName: String) -> String { "github.com/\(fullName)" }
    /// `path` from the repository's root: `.github/workflows/FILE`.
    static func workflow(_ fullName: String, path: String) -> String { "github.com/\(fullName)/\(path)" }
    static func job(_ fullName: String, path: String, key: String) -> String {
        "\(workflow(fullName, path: path))#\(key)"
    }
    static func run(_ fullName: String, path: String, key: String, run: Int64, attempt: Int64) -> String {
        "\(job(fullName, path: path, key: key))@\(run).\(attempt)"
    }
    static func environment(_ fullName: String, _ name: String) -> String {
        "github.com/\(fullName)/environments/\(name)"
    }
    static func secret(_ scope: GitHubScope, _ name: String) -> String {
        var id = "github.com/\(scope.owner)"
        if let repository = scope.repository { id += "/\(repository)" }
        if let environment = scope.environment { id += "/environments/\(environment)" }
        return "\(id)/secrets/\(name)"
    }
    static func runner(_ scope: GitHubScope, _ number: Int64) -> String {
        "github.com/\(scope.owner)\(scope.repository.map { "/\($0)" } ?? "")/runners/\(number)"
    }
    static func runnerGroup(_ owner: String, _ number: Int64) -> String {
        "github.com/\(owner)/runner-groups/\(number)"
    }
    static func person(_ login: String) -> String { "github.com/users/\(login)" }
    static func team(_ owner: String, _ slug: String) -> String { "github.com/\(owner)/teams/\(slug)" }
    static func deployKey(_ fullName: String, _ number: Int64) -> String { "github.com/\(fullName)/keys/\(number)" }
    static func installation(_ owner: String, _ number: Int64) -> String {
        "github.com/\(owner)/installations/\(number)"
    }
    /// A fine-grained token, by the id that the audit log names it by.
    static func personalToken(_ owner: String, _ number: Int64) -> String {
        "github.com/\(owner)/personal-access-tokens/\(number)"
    }
    /// A classic token or key that was authorised for single sign-on.
    static func authorizedCredential(_ owner: String, _ number: Int64) -> String {
        "github.com/\(owner)/credential-authorizations/\(number)"
    }
    /// The private keys of an app, which mint tokens for all its installations.
    static func appKey(_ slug: String) -> String { "github.com/apps/\(slug)/private-key" }
    /// A credential that secret scanning found in a repository.
    static func secretAlert(_ fullName: String, _ number: Int64) -> String {
        "github.com/\(fullName)/secret-scanning/\(number)"
    }
    /// The token that a slot must hold when no source names it; one for each known version of the slot.
    static func inferredToken(inSlot slot: String, version: Int) -> String { "\(slot)/token-\(version)" }
    /// A third-party action or reusable workflow: `OWNER/REPO[/PATH]@REF`, as it stands in `uses:`.
    static func action(_ uses: String) -> String { uses }
}
