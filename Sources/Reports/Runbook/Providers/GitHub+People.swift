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
        RunbookRecipe("agent", "https://docs.github.com/en/actions/reference/security/secure-use") {
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
        RunbookRecipe("GitHub team or organisation", "https://docs.github.com/en/rest/orgs") {
            ($0.kind == .team || $0.kind == .organization) && $0.provider == .gitHub
        } steps: {
            organizationSteps($0)
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
                "Taking the account out of the organisation cuts all its tokens and keys off from it at once. Forks "
                    + "that it has of private repositories are deleted. Invited again within three months it gets back "
                    + "what it had. It stays where it is a member through a team of the enterprise.",
                RunbookCommand(
                    "gh", "api", "--method", "DELETE", "orgs/\(part: owner)/memberships/\(part: login)")),
            RunbookStep(
                .contain,
                "An outside collaborator is no member: this takes it out of every repository of the organisation.",
                RunbookCommand(
                    "gh", "api", "--method", "DELETE", "orgs/\(part: owner)/outside_collaborators/\(part: login)")),
            RunbookStep(
                .replace,
                "Its holder changes password and second factor from a clean machine, ends all sessions (settings, "
                    + "Sessions), and looks for keys, tokens and apps that they do not know."
            ),
            RunbookStep(
                .revoke,
                "Revoke the tokens and keys that it made, each as an item of its own: without the membership they "
                    + "still work elsewhere, and deploy keys that it added go on working."),
            RunbookStep(
                .check, "Nothing is printed: it is no member. Otherwise you invited it again yourself.",
                RunbookCommand(
                    "gh", "api", "--paginate", "orgs/\(part: owner)/members?per_page=100", "--jq",
                    ".[] | select(.login == \"\(login)\") | .login")),
        ]
    }

    private static func organizationSteps(_ subject: RunbookSubject) -> [RunbookStep] {
        let owner = Identifier(
            subject.kind == .organization && !subject.entity.id.hasPrefix("github.com/")
                ? subject.entity.name : subject.place.owner.text, .login, or: "ORGANISATION")
        let members: RunbookCommand
        if subject.kind == .team {
            let told = subject.entity.id.hasPrefix("github.com/") ? subject.place.item : subject.attribute("slug")
            let slug = Identifier(told, .code, or: "TEAM")
            members = RunbookCommand(
                "gh", "api", "--paginate", "orgs/\(part: owner)/teams/\(part: slug)/members?per_page=100", "--jq",
                ".[].login")
        } else {
            members = RunbookCommand(
                "gh", "api", "--paginate", "orgs/\(part: owner)/members?role=admin&per_page=100", "--jq", ".[].login")
        }
        return [
            RunbookStep(
                .contain,
                "Compare members, owners and outside collaborators with those before it was first held; take out who "
                    + "was added.",
                members,
                RunbookCommand(
                    "gh", "api", "--paginate", "orgs/\(part: owner)/outside_collaborators?per_page=100", "--jq",
                    ".[].login")),
            RunbookStep(
                .revoke,
                "Delete webhooks, apps, runners and secrets that you do not know, each as an item of its own; the "
                    + "account that added them comes first.",
                RunbookCommand(
                    "gh", "api", "--paginate", "orgs/\(part: owner)/hooks?per_page=100", "--jq",
                    ".[] | {id, url: .config.url, updated_at}"),
                RunbookCommand(
                    "gh", "api", "--paginate", "orgs/\(part: owner)/installations?per_page=100", "--jq",
                    ".installations[] | {id, app_slug, created_at}")),
            RunbookStep(
                .check, "Go through the audit log since then: new tokens, keys, apps, webhooks, changed policies."),
        ]
    }
}
