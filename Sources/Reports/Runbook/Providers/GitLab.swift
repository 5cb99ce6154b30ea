import Inventory

/// GitLab: tokens of people, projects and groups, deploy tokens and keys, variables, runners.
extension RunbookRecipe {
    static let gitLab: [RunbookRecipe] = [
        RunbookRecipe("GitLab token", "https://docs.gitlab.com/security/tokens/") {
            $0.kind == .token && $0.provider == .gitLab
        } steps: {
            tokenSteps($0)
        },
        RunbookRecipe("GitLab variable", "https://docs.gitlab.com/api/project_level_variables/") {
            $0.kind == .secret && $0.provider == .gitLab
        } steps: { subject in
            let home = GitLabHome(subject)
            let key = Identifier(subject.entity.name, .code, or: "KEY")
            return [
                RunbookStep(
                    .revoke,
                    "A new value in the variable does not end the old credential: revoke that with whoever issued "
                        + "it, as an item of its own."
                ),
                RunbookStep(
                    .replace,
                    "Put the new value in: settings, CI/CD, Variables. Leave it masked and protected as it was, or "
                        + "tighter; the same key may stand there once for each environment.",
                    RunbookCommand("glab", "api", "--paginate", home.address("/variables"))),
                RunbookStep(
                    .check, "Jobs that need it pass.",
                    RunbookCommand("glab", "api", home.address("/variables/", key))),
            ]
        },
        RunbookRecipe("GitLab runner", "https://docs.gitlab.com/api/runners/") {
            $0.kind == .runner && $0.provider == .gitLab
        } steps: { subject in
            let number = Identifier(subject.attribute("runner_id", "id"), .number, or: "RUNNER_ID")
            return [
                RunbookStep(
                    .contain,
                    "Pause it, cut the host off from everything but your own access, and keep its memory and disk "
                        + "before it is wiped.",
                    RunbookCommand(
                        "glab", "api", "--method", "PUT", "runners/\(part: number)", "--field", "paused=true")),
                RunbookStep(
                    .revoke, "Delete it: its token ends with it.",
                    RunbookCommand("glab", "api", "--method", "DELETE", "runners/\(part: number)")),
                RunbookStep(
                    .replace,
                    "Build the host anew from a clean image, with a new runner whose machine is thrown away after "
                        + "each job."
                ),
                RunbookStep(
                    .check, "The list names it no more.", RunbookCommand("glab", "api", "--paginate", "runners")),
            ]
        },
    ]

    private static func tokenSteps(_ subject: RunbookSubject) -> [RunbookStep] {
        let home = GitLabHome(subject)
        let type = subject.attribute("type", "token_type")?.lowercased() ?? ""
        let number = Identifier(subject.attribute("token_id", "id"), .number, or: "TOKEN_ID")
        let isDeployToken = type.contains("deploy") && !type.contains("key")
        let isDeployKey = type.contains("deploy") && type.contains("key")
        let list: CommandWord
        let address: CommandWord
        if isDeployKey {
            (list, address) = (home.address("/deploy_keys"), home.address("/deploy_keys/", number))
        } else if isDeployToken {
            (list, address) = (home.address("/deploy_tokens"), home.address("/deploy_tokens/", number))
        } else if home.isKnown || type.contains("project") || type.contains("group") {
            (list, address) = (home.address("/access_tokens"), home.address("/access_tokens/", number))
        } else {
            (list, address) = ("personal_access_tokens", "personal_access_tokens/\(part: number)")
        }
        return subject.replacing(
            "Make a new one with the least scope and a near expiry. Rotating in GitLab makes the new and ends the "
                + "old in one step, so the jobs fail until the slots are filled."
        )
            + [
                RunbookStep(
                    .revoke, "End the old one; what uses it stops at once.",
                    RunbookCommand("glab", "api", "--method", "DELETE", address)),
                RunbookStep(
                    .check, "It is listed as revoked, or no more.", RunbookCommand("glab", "api", "--paginate", list)),
            ]
    }
}

/// The project or group of something on GitLab, for its API.
private struct GitLabHome {
    private let kind: String
    private let path: Identifier
    /// Whether a source says whose it is.
    let isKnown: Bool

    init(_ subject: RunbookSubject) {
        let project = subject.attribute("project_id", "project_path", "path_with_namespace", "project")
        let group = subject.attribute("group_id", "group_path", "group")
        isKnown = project != nil || group != nil
        kind = project == nil && group != nil ? "groups" : "projects"
        path = Identifier(project ?? group, .path, or: project == nil && group != nil ? "GROUP" : "PROJECT")
    }

    func address(_ rest: String) -> CommandWord { "\(.known(kind))/\(part: path)\(.known(rest))" }
    func address(_ list: String, _ item: Identifier) -> CommandWord {
        "\(.known(kind))/\(part: path)\(.known(list))\(part: item)"
    }
}
