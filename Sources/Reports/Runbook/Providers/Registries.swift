import Inventory

/// Registries of container images: Docker Hub, Azure Container Registry, Quay, Harbor, and those that take another
/// provider's tokens.
extension RunbookRecipe {
    static let registries: [RunbookRecipe] = [
        RunbookRecipe("Azure Container Registry token", "https://learn.microsoft.com/cli/azure/acr/token") {
            $0.kind == .token && $0.provider == .registry && isAt("acr", $0)
        } steps: {
            azureSteps($0)
        },
        RunbookRecipe(
            "GitHub container registry token",
            "https://docs.github.com/en/packages/working-with-a-github-packages-registry/working-with-the-container-registry"
        ) {
            $0.kind == .token && $0.provider == .registry && isAt("ghcr", $0)
        } steps: { subject in
            subject.replacing(
                "Jobs on GitHub need no stored token: their own may write packages (packages: write). Else its owner "
                    + "makes a new classic token, for packages alone."
            ) + [
                RunbookStep(
                    .revoke,
                    "The registry takes GitHub's tokens: this is a classic personal token, and opens whatever else its "
                        + "scopes name. Its owner deletes it: settings, Developer settings, Personal access tokens, "
                        + "Tokens (classic)."
                ),
                byValue, pushed,
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
                    "The password lives 12 hours, cannot be revoked alone, and has the rights of whoever asked for it: "
                        + "revoke the sessions of that role, or the keys of that user, as items of their own."
                ),
                pushed,
            ]
        },
        RunbookRecipe("Docker Hub token", "https://docs.docker.com/reference/api/hub/latest/") {
            $0.kind == .token && $0.provider == .registry && isAt("docker", $0)
        } steps: {
            dockerSteps($0)
        },
        RunbookRecipe(
            "Quay robot account",
            "https://docs.redhat.com/en/documentation/red_hat_quay/3/html/red_hat_quay_api_reference/robot"
        ) {
            $0.kind == .token && $0.provider == .registry && isAt("quay", $0)
        } steps: {
            quaySteps($0)
        },
        RunbookRecipe(
            "Harbor robot account",
            "https://goharbor.io/docs/2.5.0/working-with-projects/project-configuration/create-robot-accounts"
        ) {
            $0.kind == .token && $0.provider == .registry && isAt("harbor", $0)
        } steps: {
            otherSteps($0)
        },
        RunbookRecipe("registry token") {
            $0.kind == .token && $0.provider == .registry
        } steps: {
            otherSteps($0)
        },
    ]

    private static let pushed = RunbookStep(
        .check,
        "No image was pushed since it was first held that you do not know: compare digests, not tags. What was pulled "
            + "stays pulled.")

    private static let fileWithBearer =
        "The file holds one line, Authorization: Bearer and what the API gave you when you signed in."

    private static func azureSteps(_ subject: RunbookSubject) -> [RunbookStep] {
        let registry = Identifier(subject.attribute("registry", "registry_name"), .code, or: "REGISTRY")
        let token = Identifier(subject.attribute("token_name") ?? subject.entity.name, .code, or: "TOKEN")
        let show = RunbookCommand("az", "acr", "token", "show", "--name", "\(token)", "--registry", "\(registry)")
        return subject.replacing(
            "A token has two passwords. See which it has, and when they were made; then make the one that the jobs do "
                + "not use. Making one that is there ends that one at once.",
            show,
            RunbookCommand(
                "az", "acr", "token", "credential", "generate", "--name", "\(token)", "--registry", "\(registry)",
                "--\(.unknown("PASSWORD1_OR_PASSWORD2"))"))
            + [
                RunbookStep(
                    .contain,
                    "Or switch the whole token off, both passwords; this can be undone. Name its scope map again, or "
                        + "it loses it.",
                    show,
                    RunbookCommand(
                        "az", "acr", "token", "update", "--name", "\(token)", "--registry", "\(registry)", "--status",
                        "disabled", "--scope-map", "\(.unknown("SCOPE_MAP"))")),
                RunbookStep(
                    .revoke,
                    "Delete the old password. Sign-ins made with it may last hours more. An admin user of the registry "
                        + "is another thing: az acr credential renew for both its passwords, az acr update "
                        + "--admin-enabled false to switch it off.",
                    RunbookCommand(
                        "az", "acr", "token", "credential", "delete", "--name", "\(token)", "--registry",
                        "\(registry)", "--\(.unknown("PASSWORD1_OR_PASSWORD2"))")),
                RunbookStep(.check, "The token's state, and when its passwords were made.", show),
                pushed,
            ]
    }

    private static func dockerSteps(_ subject: RunbookSubject) -> [RunbookStep] {
        let token = Identifier(subject.attribute("uuid", "token_id"), .code, or: "TOKEN_UUID")
        let organization = subject.attribute("organization", "org").map {
            Identifier($0, .login, or: "ORGANISATION")
        }
        let address: CommandWord =
            organization.map { "https://hub.docker.com/v2/orgs/\(part: $0)/access-tokens/\(part: token)" }
            ?? "https://hub.docker.com/v2/access-tokens/\(part: token)"
        let bearer: CommandWord = "@\(.unknown("FILE_WITH_BEARER"))"
        return subject.replacing(
            "Make a new token with no more than the jobs need: account settings, Personal access tokens; of an "
                + "organisation, its Access tokens."
        )
            + [
                RunbookStep(
                    .contain, "Switch it off, there or by the API; this can be undone. \(fileWithBearer)",
                    RunbookCommand(
                        "curl", "--fail-with-body", "--request", "PATCH", "--header", bearer, "--header",
                        "Content-Type: application/json", "--data", "{\"is_active\":false}", address)),
                RunbookStep(
                    .revoke,
                    "Delete it, there or by the API; this cannot be undone. Deleting a personal token does not change "
                        + "the password of its owner.",
                    RunbookCommand(
                        "curl", "--fail-with-body", "--request", "DELETE", "--header", bearer, address)),
                pushed,
            ]
    }

    private static func quaySteps(_ subject: RunbookSubject) -> [RunbookStep] {
        // ORGANISATION+ROBOT, as Quay names it.
        let parts = subject.entity.name.split(separator: "+").map(String.init)
        let owner = Identifier(parts.count == 2 ? parts[0] : nil, .login, or: "ORGANISATION")
        let robot = Identifier(parts.count == 2 ? parts[1] : nil, .name, or: "ROBOT")
        let server: CommandWord =
            "https://\(.unknown("QUAY_SERVER"))/api/v1/organization/\(part: owner)/robots/\(part: robot)"
        let again: CommandWord =
            "https://\(.unknown("QUAY_SERVER"))/api/v1/organization/\(part: owner)/robots/\(part: robot)/regenerate"
        let bearer: CommandWord = "@\(.unknown("FILE_WITH_BEARER"))"
        return subject.replacing(
            "Make a new robot account for these repositories alone. Regenerating the token of this one ends the old in "
                + "the same step, so the jobs fail until the slots are filled."
        ) + [
            RunbookStep(
                .revoke, "Give it a new token, which ends the old one: the answer shows it. \(fileWithBearer)",
                RunbookCommand("curl", "--fail-with-body", "--request", "POST", "--header", bearer, again)),
            RunbookStep(
                .revoke, "Or delete the robot account, with all that it may do.",
                RunbookCommand("curl", "--fail-with-body", "--request", "DELETE", "--header", bearer, server)),
            pushed,
        ]
    }

    private static func otherSteps(_ subject: RunbookSubject) -> [RunbookStep] {
        subject.replacing("Make a new robot account or token for these repositories alone.")
            + [
                RunbookStep(
                    .revoke,
                    "Disable the old one at the registry, then delete it. Sign-ins made with it may last until their "
                        + "own tokens expire."),
                pushed,
            ]
    }

    /// Whether the sources say that it is at this registry.
    private static func isAt(_ name: String, _ subject: RunbookSubject) -> Bool {
        (subject.entity.provider ?? subject.attribute("type", "secret_type") ?? "").lowercased().contains(name)
    }
}
