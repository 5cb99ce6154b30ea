import Inventory

/// HashiCorp Vault: tokens, roles that pipelines log in with, and what was leased to them.
extension RunbookRecipe {
    static let vault: [RunbookRecipe] = [
        RunbookRecipe("Vault token", "https://developer.hashicorp.com/vault/docs/commands/token/revoke") {
            $0.kind == .token && $0.provider == .vault
        } steps: { subject in
            let accessor = Identifier(subject.attribute("accessor"), .code, or: "ACCESSOR")
            return subject.replacing("Let the jobs log in with their own identity token instead of a stored one.")
                + [
                    RunbookStep(
                        .revoke,
                        "Revoke it by its accessor, which is not secret: its children, and all that was leased to "
                            + "them, end with it. The secret id of an AppRole is destroyed at its role.",
                        RunbookCommand("vault", "token", "revoke", "-accessor", "\(accessor)"),
                        RunbookCommand(
                            "vault", "write",
                            "auth/\(.unknown("MOUNT"))/role/\(.unknown("ROLE"))/secret-id-accessor/destroy",
                            "secret_id_accessor=\(accessor)")),
                    RunbookStep(
                        .check, "The lookup fails with: invalid accessor.",
                        RunbookCommand("vault", "token", "lookup", "-accessor", "\(accessor)")),
                ]
        },
        RunbookRecipe("Vault role", "https://developer.hashicorp.com/vault/api-docs/auth/jwt") {
            $0.kind == .serviceAccount && $0.provider == .vault
        } steps: {
            roleSteps($0)
        },
    ]

    private static func roleSteps(_ subject: RunbookSubject) -> [RunbookStep] {
        // vault:ADDRESS#ROLE, as our readers write it.
        let parts = subject.entity.id.dropFirst("vault:".count).split(separator: "#").map(String.init)
        let isOurs = subject.entity.id.hasPrefix("vault:") && parts.count == 2
        let role = Identifier(isOurs ? parts[1] : subject.entity.name, .name, or: "ROLE")
        let told = isOurs && parts[0].hasPrefix("http") ? parts[0] : subject.attribute("url")
        let address = Identifier(told, .address, or: "ADDRESS")
        let mount = Identifier(subject.attribute("mount", "mount_path"), .path, or: "MOUNT")
        func vault(_ words: CommandWord...) -> RunbookCommand {
            RunbookCommand(words: ["env", "VAULT_ADDR=\(address)", "vault"] + words)
        }
        return [
            RunbookStep(
                .contain,
                "See what the role lets in, and narrow it: for GitHub, bound_claims should name one repository and "
                    + "one branch or environment, and bound_audiences be set. MOUNT is where the method is "
                    + "mounted: jwt where nothing else was chosen. Deleting the role lets nobody in any more.",
                vault("read", "auth/\(mount)/role/\(role)"),
                vault("delete", "auth/\(mount)/role/\(role)")),
            RunbookStep(
                .revoke,
                "Revoke every token that was issued by this method, with their children and all that was leased to "
                    + "them: this logs out whoever else uses it.",
                vault("token", "revoke", "-mode", "path", "auth/\(mount)")),
        ]
            + subject.replacing("Make the role anew, narrow, and with tokens that live minutes.")
            + [RunbookStep(.check, "The role is gone or narrow.", vault("list", "auth/\(mount)/role"))]
    }
}
