import Inventory

/// What no other row knows: said in words, without a command that might be the wrong one.
extension RunbookRecipe {
    static let unknown: [RunbookRecipe] = [
        RunbookRecipe("credential that no source names") {
            $0.kind == .token && $0.entity.flags.contains(.inferred)
        } steps: { subject in
            let slot = subject.slots.first ?? subject.entity.parent
            let hint = slot.flatMap { guess($0.name) }.map { " The slot's name suggests \($0); that is a guess." } ?? ""
            return [
                RunbookStep(
                    .contain,
                    "No source says what is in the slot. Ask whoever filled it what it opens, and who issued it." + hint
                )
            ]
                + subject.replacing("Get a new one from whoever issues it.")
                + [RunbookStep(.revoke, "Revoke the old one there: a new value in the slot alone ends nothing.")]
        },
        RunbookRecipe("credential") {
            $0.kind == .token
        } steps: { subject in
            let issuer = subject.entity.provider ?? "whoever issued it"
            return subject.replacing("Get a new one from \(issuer), with no more than the jobs need.")
                + [
                    RunbookStep(.revoke, "Revoke the old one with \(issuer); Firebreak knows no command for that."),
                    RunbookStep(
                        .check,
                        "The old one is refused, and its record of use shows nothing that you do not know."),
                ]
        },
        RunbookRecipe("person") {
            $0.kind == .person
        } steps: { _ in
            [
                RunbookStep(
                    .contain,
                    "End the person's sessions with your identity provider, and block signing in until they were "
                        + "spoken to. Sessions at providers that do not ask it again live on."
                ),
                RunbookStep(.replace, "New password and second factor, from a clean machine."),
                RunbookStep(.revoke, "Revoke every token and key that they made, each as an item of its own."),
            ]
        },
        RunbookRecipe("team or organisation") {
            $0.kind == .team || $0.kind == .organization
        } steps: { _ in
            [
                RunbookStep(
                    .contain,
                    "Compare members and roles with those before it was first held; take out who was added."
                ),
                RunbookStep(
                    .check, "Go through its log since then: new tokens, keys, applications, changed policies."),
            ]
        },
        RunbookRecipe("service account") {
            $0.kind == .serviceAccount
        } steps: { subject in
            [
                RunbookStep(
                    .contain,
                    "Block it with \(subject.entity.provider ?? "whoever hosts it"), and end its sessions."),
                RunbookStep(
                    .revoke,
                    "Delete its keys and tokens, each as an item of its own, and whatever else may sign in as it."),
                RunbookStep(.check, "Its record of use shows nothing after that."),
            ]
        },
        RunbookRecipe("anything else") { _ in
            true
        } steps: { subject in
            [
                RunbookStep(
                    .revoke,
                    subject.kind.remediation == .disable
                        ? "Revoke it with whoever hosts it; Firebreak knows no command for that."
                        : "Bring it back to a state from before it was first held, and change what was kept in it."),
                RunbookStep(.check, "Whatever watches it shows nothing after that which you do not know."),
            ]
        },
    ]

    /// Whom the name of a slot suggests.
    private static func guess(_ name: String) -> String? {
        let name = name.uppercased()
        let hints = [
            ("AWS", "AWS"), ("GCP", "Google Cloud"),
            (
                "GOOGLE",
                "Google Cloud"
            ), ("AZURE", "Azure"), ("ARM_CLIENT", "Azure"),
            ("NPM", "npm"), ("PYPI", "PyPI"), ("TWINE", "PyPI"), ("DOCKER", "a container registry"),
            ("GHCR", "GitHub's container registry"), ("GITLAB", "GitLab"), ("VAULT", "Vault"), ("KUBE", "Kubernetes"),
            ("GITHUB", "GitHub"), ("GH_", "GitHub"), ("SLACK", "Slack"), ("SONAR", "Sonar"), ("CODECOV", "Codecov"),
        ]
        return hints.first { name.contains($0.0) }?.1
    }
}
