import Inventory

/// HashiCorp Vault: tokens, secret ids, roles that pipelines log in with, and what was leased to them.
extension RunbookRecipe {
    static let vault: [RunbookRecipe] = [
        RunbookRecipe("Vault AppRole secret id", "https://developer.hashicorp.com/vault/api-docs/auth/approle") {
            $0.kind == .token && $0.provider == .vault && isSecretID($0)
        } steps: { subject in
            let accessor = Identifier(
                subject.attribute("secret_id_accessor", "accessor"), .code, or: "SECRET_ID_ACCESSOR")
            return subject.replacing(
                "Let the jobs log in with their own identity token instead. Else make a new secret id, bound to the "
                    + "addresses of the hosts and good for a few uses."
            ) + [
                RunbookStep(
                    .revoke,
                    "Destroy it by its accessor, which is not secret. Tokens that it logged in with live on: revoke "
                        + "them too, as the role's item says.",
                    RunbookCommand(
                        "vault", "write",
                        "auth/\(mount(subject))/role/\(.unknown("ROLE"))/secret-id-accessor/destroy",
                        "secret_id_accessor=\(accessor)")),
                RunbookStep(
                    .check, "Only accessors that you know are listed.",
                    RunbookCommand(
                        "vault", "list", "auth/\(mount(subject))/role/\(.unknown("ROLE"))/secret-id")),
            ]
        },
        RunbookRecipe("Vault token", "https://developer.hashicorp.com/vault/docs/commands/token/revoke") {
            $0.kind == .token && $0.provider == .vault
        } steps: { subject in
            let accessor = Identifier(subject.attribute("accessor"), .code, or: "ACCESSOR")
            return subject.replacing("Let the jobs log in with their own identity token instead of a stored one.")
                + [
                    RunbookStep(
                        .revoke,
                        "Revoke it by its accessor, which is not secret: its children, and all that was leased to "
                            + "them, end with it. Orphans that it made do not, and a batch token cannot be revoked: it "
                            + "ends with its parent, or when it expires.",
                        RunbookCommand("vault", "token", "revoke", "-accessor", "\(accessor)")),
                    leases,
                    RunbookStep(
                        .check, "The lookup is refused: invalid accessor.",
                        RunbookCommand(
                            "vault", "token", "lookup", "-accessor", "\(accessor)", suffix: " || true")),
                ]
        },
        RunbookRecipe("Vault role", "https://developer.hashicorp.com/vault/api-docs/auth/jwt") {
            $0.kind == .serviceAccount && $0.provider == .vault
        } steps: {
            roleSteps($0)
        },
    ]

    /// Whether it is what an AppRole logs in with, and no token.
    private static func isSecretID(_ subject: RunbookSubject) -> Bool {
        let type = subject.attribute("type", "token_type")?.lowercased() ?? ""
        return subject.attribute("secret_id_accessor") != nil || type.contains("secret id")
            || type.contains("secret_id")
            || type.contains("approle")
    }

    /// Where the method is mounted that something logs in by.
    private static func mount(_ subject: RunbookSubject) -> Identifier {
        Identifier(subject.attribute("mount", "mount_path"), .path, or: "MOUNT")
    }

    /// Ends what was handed out under a path.
    private static let leases = RunbookStep(
        .revoke,
        "Credentials that Vault made for it at other providers end with their leases; where its token is gone "
            + "already, by the path that they were read from. The prefix takes in everybody's: make it as long as it "
            + "can be.",
        RunbookCommand("vault", "lease", "revoke", "-prefix", "\(.unknown("PATH_OF_LEASES"))"))

    private static func roleSteps(_ subject: RunbookSubject) -> [RunbookStep] {
        // vault:ADDRESS#ROLE, as our readers write it.
        let parts = subject.entity.id.dropFirst("vault:".count).split(separator: "#").map(String.init)
        let isOurs = subject.entity.id.hasPrefix("vault:") && parts.count == 2
        let role = Identifier(isOurs ? parts[1] : subject.entity.name, .name, or: "ROLE")
        let told = isOurs && parts[0].hasPrefix("http") ? parts[0] : subject.attribute("url")
        let address = Identifier(told, .address, or: "ADDRESS")
        let mount = mount(subject)
        let trust = GitHubTrust(subject)
        func vault(_ words: CommandWord...) -> RunbookCommand {
            RunbookCommand(words: ["env", "VAULT_ADDR=\(address)", "vault"] + words)
        }
        return [
            RunbookStep(
                .contain,
                "See what the role lets in, and narrow it. MOUNT is where the method is mounted: vault auth list says. "
                    + "Keep what the first command prints: it is the way back." + trust.known
                    + " For GitHub, bound_audiences should be set, bound_claims_type be string, and bound_subject name "
                    + "\(GitHubTrust.subject). This ends no token that was given out.",
                commands: [vault("read", "auth/\(mount)/role/\(role)")] + trust.commands + [
                    vault("write", "auth/\(mount)/role/\(role)", "@\(.unknown("NARROWER_ROLE_FILE"))")
                ]),
            RunbookStep(
                .contain, "Or let nobody in by it: delete it, until it is made anew, narrow.",
                vault("delete", "auth/\(mount)/role/\(role)")),
        ]
            + subject.replacing("Make the role anew, narrow, and with tokens that live minutes.")
            + [
                RunbookStep(
                    .revoke,
                    "Then revoke what it gave out. One token: by its accessor; a lookup shows its role. All that were "
                        + "issued by the whole method, with their children and leases: by its path, which logs out "
                        + "whoever else uses the method.",
                    vault("list", "auth/token/accessors"),
                    vault("token", "lookup", "-accessor", "\(.unknown("ACCESSOR"))"),
                    vault("token", "revoke", "-accessor", "\(.unknown("ACCESSOR"))")),
                RunbookStep(
                    .revoke, "All of the method at once.",
                    vault("token", "revoke", "-mode", "path", "auth/\(mount)")),
                leases,
                RunbookStep(.check, "The role is gone or narrow.", vault("list", "auth/\(mount)/role")),
            ]
    }
}
