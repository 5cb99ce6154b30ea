import Inventory

/// Registries of container images: Docker Hub, Azure Container Registry, and those that take another provider's tokens.
extension RunbookRecipe {
    static let registries: [RunbookRecipe] = [
        RunbookRecipe("Azure Container Registry token", "https://learn.microsoft.com/cli/azure/acr/token") {
            $0.kind == .token && $0.provider == .registry && isAt("acr", $0)
        } steps: { subject in
            let registry = Identifier(subject.attribute("registry", "registry_name"), .code, or: "REGISTRY")
            let token = Identifier(subject.attribute("token_name") ?? subject.entity.name, .code, or: "TOKEN")
            return subject.replacing(
                "Make a new password for the token beside the old one.",
                RunbookCommand(
                    "az", "acr", "token", "credential", "generate", "--name", "\(token)", "--registry", "\(registry)",
                    "--password2"))
                + [
                    RunbookStep(
                        .revoke,
                        "Delete the old password, or switch the token off. Of an admin user both passwords are "
                            + "renewed, and the user switched off.",
                        RunbookCommand(
                            "az", "acr", "token", "credential", "delete", "--name", "\(token)", "--registry",
                            "\(registry)", "--password1")),
                    RunbookStep(
                        .check, "The token's state, and when its passwords were made.",
                        RunbookCommand("az", "acr", "token", "show", "--name", "\(token)", "--registry", "\(registry)")),
                ]
        },
        RunbookRecipe(
            "GitHub container registry token",
            "https://docs.github.com/en/packages/working-with-a-github-packages-registry/working-with-the-container-registry"
        ) {
            $0.kind == .token && $0.provider == .registry && isAt("ghcr", $0)
        } steps: { _ in
            [
                RunbookStep(
                    .revoke,
                    "The registry takes GitHub's tokens: this is a classic personal token. Its owner deletes it: "
                        + "settings, Developer settings, Tokens (classic)."
                ),
                RunbookStep(
                    .replace,
                    "Jobs on GitHub need no stored token: their own may write packages (packages: write)."),
                RunbookStep(
                    .check,
                    "No image was pushed since it was first held that you do not know: compare digests, not tags."),
            ]
        },
        RunbookRecipe(
            "AWS container registry token", "https://docs.aws.amazon.com/AmazonECR/latest/userguide/registry_auth.html"
        ) {
            $0.kind == .token && $0.provider == .registry && isAt("ecr", $0)
        } steps: { _ in
            [
                RunbookStep(
                    .revoke,
                    "The password lives 12 hours and has the rights of whoever asked for it: revoke the sessions "
                        + "of that role, or the keys of that user, as items of their own."
                ),
                RunbookStep(
                    .check,
                    "No image was pushed since it was first held that you do not know: compare digests, not tags."),
            ]
        },
        RunbookRecipe("Docker Hub token", "https://docs.docker.com/security/access-tokens/personal-access-tokens/") {
            $0.kind == .token && $0.provider == .registry && isAt("docker", $0)
        } steps: { subject in
            let token = Identifier(subject.attribute("uuid", "token_id"), .code, or: "TOKEN_UUID")
            let organization = subject.attribute("organization", "org").map {
                Identifier($0, .login, or: "ORGANISATION")
            }
            let address: CommandWord =
                organization.map { "https://hub.docker.com/v2/orgs/\(part: $0)/access-tokens/\(part: token)" }
                ?? "https://hub.docker.com/v2/access-tokens/\(part: token)"
            return subject.replacing(
                "Make a new token with no more than the jobs need: account settings, Personal access tokens; of an "
                    + "organisation, its Access tokens."
            )
                + [
                    RunbookStep(
                        .revoke, "Delete it there, or by the API; BEARER is what the API gave you at sign-in.",
                        RunbookCommand(
                            "curl", "--fail-with-body", "--request", "DELETE", "--header",
                            "Authorization: Bearer \(.unknown("BEARER"))", address)),
                    RunbookStep(
                        .check,
                        "No image was pushed since it was first held that you do not know: compare digests, not tags."),
                ]
        },
        RunbookRecipe("registry token") {
            $0.kind == .token && $0.provider == .registry
        } steps: { subject in
            subject.replacing("Make a new robot account or token for these repositories alone.")
                + [
                    RunbookStep(.revoke, "Delete the old one at the registry."),
                    RunbookStep(
                        .check,
                        "No image was pushed since it was first held that you do not know: compare digests, not tags."),
                ]
        },
    ]

    /// Whether the sources say that it is at this registry.
    private static func isAt(_ name: String, _ subject: RunbookSubject) -> Bool {
        (subject.entity.provider ?? subject.attribute("type", "secret_type") ?? "").lowercased().contains(name)
    }
}
