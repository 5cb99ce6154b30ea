import Inventory

/// HashiCorp Vault: tokens, secret ids, roles that pipelines log in with, and what was leased to them.
extension RunbookRecipe {
    static let vault: [RunbookRecipe] = [
        RunbookRecipe("Vault AppRole secret id", "https://developer.hashicorp.com/vault/api-docs/auth/approle") {
            $0.kind == .token && $0.provider == .vault && isSecretID($0)
        } steps: { subject in
            let server = VaultServer(subject)
            let accessor = Identifier(
                subject.attribute("secret_id_accessor", "accessor"), .accessor, or: "SECRET_ID_ACCESSOR")
            return subject.replacing(
                "Let the jobs log in with their own identity token instead. Else make a new secret id, bound to the "
                    + "addresses of the hosts and good for a few uses."
            ) + [
                RunbookStep(
                    .revoke,
                    "Destroy it by its accessor, which is not secret. Tokens that it logged in with live on: revoke "
                        + "them too, as the role's item says.",
                    server.command(
                        "write",
                        "auth/\(mount(subject))/role/\(.unknown("ROLE"))/secret-id-accessor/destroy",
                        "secret_id_accessor=\(accessor)")),
                RunbookStep(
                    .check, "Only accessors that you know are listed.",
                    server.command(
                        "list", "auth/\(mount(subject))/role/\(.unknown("ROLE"))/secret-id")),
            ]
        },
        RunbookRecipe("Vault token", "https://developer.hashicorp.com/vault/docs/commands/token/revoke") {
            $0.kind == .token && $0.provider == .vault
        } steps: { subject in
            let accessor = Identifier(subject.attribute("accessor"), .accessor, or: "ACCESSOR")
            let server = VaultServer(subject)
            return subject.replacing("Let the jobs log in with their own identity token instead of a stored one.")
                + [
                    RunbookStep(
                        .revoke,
                        "Revoke it by its accessor, which is not secret: its children, and all that was leased to "
                            + "them, end with it. Orphans that it made do not, and a batch token cannot be revoked: it "
                            + "ends with its parent, or when it expires.",
                        server.command("token", "revoke", "-accessor", "\(accessor)")),
                    leases(of: server),
                    RunbookStep(
                        .check, "The lookup is refused: invalid accessor.",
                        server.command("token", "lookup", "-accessor", "\(accessor)", suffix: " || true")),
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
    private static func leases(of server: VaultServer) -> RunbookStep {
        RunbookStep(
            .revoke,
            "Credentials that Vault made for it at other providers end with their leases; where its token is gone "
                + "already, by the path that they were read from. The prefix takes in everybody's: make it as long as "
                + "it can be.",
            server.command("lease", "revoke", "-prefix", "\(.unknown("PATH_OF_LEASES"))"))
    }

    private static func roleSteps(_ subject: RunbookSubject) -> [RunbookStep] {
        // vault:ADDRESS#ROLE, as our readers write it.
        let parts = subject.entity.id.dropFirst("vault:".count).split(separator: "#").map(String.init)
        let isOurs = subject.entity.id.hasPrefix("vault:") && parts.count == 2
        let role = Identifier(isOurs ? parts[1] : subject.entity.name, .name, or: "ROLE")
        let server = VaultServer(subject)
        let mount = mount(subject)
        let trust = GitHubTrust(subject)
        return [
            RunbookStep(
                .contain,
                "See what the role lets in, and narrow it. MOUNT is where the method is mounted: vault auth list says. "
                    + "Keep what the first command prints: it is the way back." + trust.known
                    + " For GitHub, bound_audiences should be set, bound_claims_type be string, and bound_subject name "
                    + "\(GitHubTrust.subject). This ends no token that was given out.",
                commands: [server.command("read", "auth/\(mount)/role/\(role)")] + trust.commands + [
                    server.command("write", "auth/\(mount)/role/\(role)", "@\(.unknown("NARROWER_ROLE_FILE"))")
                ]),
            RunbookStep(
                .contain, "Or let nobody in by it: delete it, until it is made anew, narrow.",
                server.command("delete", "auth/\(mount)/role/\(role)")),
        ]
            + subject.replacing("Make the role anew, narrow, and with tokens that live minutes.")
            + [
                RunbookStep(
                    .revoke,
                    "Then revoke what it gave out. One token: by its accessor; a lookup shows its role. All that were "
                        + "issued by the whole method, with their children and leases: by its path, which logs out "
                        + "whoever else uses the method.",
                    server.command("list", "auth/token/accessors"),
                    server.command("token", "lookup", "-accessor", "\(.unknown("ACCESSOR"))"),
                    server.command("token", "revoke", "-accessor", "\(.unknown("ACCESSOR"))")),
                RunbookStep(
                    .revoke,
                    "All of the method at once; batch tokens end only when they expire. Whoever runs it needs sudo on "
                        + "sys/leases/revoke-prefix.",
                    server.command("token", "revoke", "-mode=path", "auth/\(mount)")),
                leases(of: server),
                RunbookStep(.check, "The role is gone or narrow.", server.command("list", "auth/\(mount)/role")),
            ]
    }
}

/// The server that the commands go to: the tool would take whichever the reader's environment names.
private struct VaultServer {
    private let address: Identifier

    /// What a source names; of vault:ADDRESS#ROLE, as our readers write it, the address, also of whom a token belongs to.
    init(_ subject: RunbookSubject) {
        let roles = [subject.entity.id, subject.account?.id].compactMap { $0 }.filter { $0.hasPrefix("vault:http") }
        let named = roles.first?.dropFirst("vault:".count).split(separator: "#").first.map(String.init)
        address = Identifier(
            named ?? subject.attribute("url", "address", "vault_addr"), .address, or: "ADDRESS")
    }

    func command(_ words: CommandWord..., suffix: StaticString = "") -> RunbookCommand {
        RunbookCommand(words: ["env", "VAULT_ADDR=\(address)", "vault"] + words, suffix: suffix)
    }
}
