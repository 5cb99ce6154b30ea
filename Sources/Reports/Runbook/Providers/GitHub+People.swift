import Inventory

/// People, teams and organisations, and agents that act in a pipeline.
extension RunbookRecipe {
    static let gitHubPeople: [RunbookRecipe] = [
        RunbookRecipe("GitHub account", "https://docs.github.com/en/rest/orgs/members") {
            $0.provider == .gitHub
                && ($0.kind == .person || $0.kind == .serviceAccount && $0.entity.id.hasPrefix("github.com/users/"))
        } steps: {
            accountSteps($0)
        },
        RunbookRecipe("person") {
            $0.kind == .person
        } steps: { _ in
            [
                RunbookStep(
                    .contain,
                    "End the person's sessions with your identity provider, and block signing in until they were "
                        + "spoken to."
                ),
                RunbookStep(.replace, "New password and second factor, from a clean machine."),
                RunbookStep(.revoke, "Revoke every token and key that they made, each as an item of its own."),
            ]
        },
        RunbookRecipe("agent") {
            $0.kind == .agent
        } steps: { subject in
            let held = subject.targets(.holds).map(\.name)
            return [
                RunbookStep(
                    .contain,
                    "Take the step that starts it out of the workflow, or disable the workflow; what a repository "
                        + "holds tells it what to do.",
                    commands: disabling(subject.origins(.invokes))),
                RunbookStep(
                    .revoke,
                    held.isEmpty
                        ? "Revoke the key that it uses with the maker of the model; no source names it."
                        : "Revoke what it was given, as items of their own: "
                            + "\(held.prefix(5).joined(separator: ", "))."),
                RunbookStep(
                    .replace, "Bring it back with no write access, and only on events that nobody outside can cause."),
            ]
        },
        RunbookRecipe("team or organisation") {
            $0.kind == .team || $0.kind == .organization
        } steps: { _ in
            [
                RunbookStep(
                    .contain,
                    "Compare members, roles and outside collaborators with those before it was first held; take "
                        + "out who was added."
                ),
                RunbookStep(
                    .check, "Go through the audit log since then: new tokens, keys, apps, webhooks, changed policies."),
            ]
        },
    ]

    private static func accountSteps(_ subject: RunbookSubject) -> [RunbookStep] {
        let login = Identifier(subject.entity.name, .login, or: "LOGIN")
        let organizations = (subject.targets(.belongsTo) + subject.targets(.administers)).filter {
            $0.kind == .organization
        }
        let told = organizations.first?.name ?? subject.attribute("environment_name")
        let owner = Identifier(told, .login, or: "ORGANISATION")
        return [
            RunbookStep(
                .contain,
                "Taking the account out of the organisation cuts all its tokens and keys off from it at once, and "
                    + "can be undone by a new invitation. Private forks of it are deleted.",
                RunbookCommand(
                    "gh", "api", "--method", "DELETE", "orgs/\(part: owner)/memberships/\(part: login)")),
            RunbookStep(
                .replace,
                "Its holder changes password and second factor from a clean machine, ends all sessions (settings, "
                    + "Sessions), and looks for keys, tokens and apps that they do not know."
            ),
            RunbookStep(.revoke, "Revoke the tokens and keys that it made, each as an item of its own."),
            RunbookStep(
                .check, "The membership is gone, or was made anew by you.",
                RunbookCommand("gh", "api", "orgs/\(part: owner)/memberships/\(part: login)", "--jq", ".state")),
        ]
    }
}
