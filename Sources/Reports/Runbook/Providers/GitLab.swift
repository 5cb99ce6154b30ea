import Inventory

/// GitLab: tokens of people, projects and groups, deploy tokens and keys, variables, runners.
extension RunbookRecipe {
    static let gitLab: [RunbookRecipe] = [
        RunbookRecipe("GitLab token", "https://docs.gitlab.com/security/tokens/") {
            $0.kind == .token && $0.provider == .gitLab
        } steps: {
            tokenSteps($0)
        },
        RunbookRecipe("GitLab variable", "https://docs.gitlab.com/cli/variable/") {
            $0.kind == .secret && $0.provider == .gitLab
        } steps: {
            variableSteps($0)
        },
        RunbookRecipe("GitLab runner", "https://docs.gitlab.com/api/runners/") {
            $0.kind == .runner && $0.provider == .gitLab
        } steps: { subject in
            let number = Identifier(subject.attribute("runner_id", "id"), .number, or: "RUNNER_ID")
            let server = GitLabServer(subject)
            return [
                RunbookStep(
                    .contain,
                    "Pause it, cut the host off from everything but your own access, and keep its memory and disk "
                        + "before it is wiped. Pausing does not stop a job that runs there: see which do.",
                    server.api(
                        "--method", "PUT", "runners/\(part: number)", "--field", "paused=true"),
                    server.api("--paginate", "runners/\(part: number)/jobs?status=running")),
                RunbookStep(
                    .revoke, "Delete it: its token ends with it. The host is not cleaned by that.",
                    server.api("--method", "DELETE", "runners/\(part: number)")),
                RunbookStep(
                    .replace,
                    "Build the host anew from a clean image, with a new runner whose machine is thrown away after "
                        + "each job."
                ),
                RunbookStep(
                    .check, "The list names it no more. Runners that you did not make may be the attacker's.",
                    server.api("--paginate", "runners?per_page=100")),
            ]
        },
    ]

    private static func tokenSteps(_ subject: RunbookSubject) -> [RunbookStep] {
        let (home, server) = (GitLabHome(subject), GitLabServer(subject))
        let type = subject.attribute("type", "token_type")?.lowercased() ?? ""
        if type.contains("runner") {
            return [RunbookStep(.revoke, "A runner's token ends with its runner: take that as an item of its own.")]
        }
        let number = Identifier(subject.attribute("token_id", "id"), .number, or: "TOKEN_ID")
        var list: CommandWord?
        let address: CommandWord
        var words = ""
        if type.contains("deploy") && type.contains("key") {
            list = home.address("/deploy_keys?per_page=100")
            address = home.address("/deploy_keys/", number)
            words = " A deploy key that other projects use too is taken out of this one alone: do it in each."
        } else if type.contains("deploy") {
            list = home.address("/deploy_tokens?per_page=100")
            address = home.address("/deploy_tokens/", number)
        } else if type.contains("trigger") {
            // Its list would print the tokens.
            address = home.address("/triggers/", number)
        } else if ["project", "group"].contains(where: { type.contains($0) }) || type == "access token" {
            list = home.address("/access_tokens?state=active&per_page=100")
            address = home.address("/access_tokens/", number)
        } else if !type.contains("personal") {
            // In another list the same number is another's token.
            address = "\(.unknown("LIST_OF_ITS_SORT"))/\(part: number)"
            words =
                " No source says of which sort it is, and each sort has a list of its own: personal_access_tokens, or "
                + "access_tokens, deploy_tokens, deploy_keys or triggers of the project or group."
        } else {
            list = "personal_access_tokens?state=active&per_page=100"
            address = "personal_access_tokens/\(part: number)"
            words =
                " Only its owner may, and an administrator; an owner of the top-level group may by its value "
                + "(API: POST /groups/<GROUP>/tokens/revoke)."
        }
        let check = list.map { [server.api("--paginate", $0)] } ?? []
        return subject.replacing(
            "Make a new one with the least scope and a near expiry. Rotating in GitLab makes the new and ends the "
                + "old in one step, so the jobs fail until the slots are filled, and the new one lives a week unless "
                + "you say otherwise; then leave the next step out. Never rotate one that is revoked: that ends its "
                + "successors."
        )
            + [
                RunbookStep(
                    .revoke,
                    "End the old one; what uses it stops at once. Sessions of its owner, and jobs with a token of "
                        + "their own, go on." + words,
                    server.api("--method", "DELETE", address)),
                RunbookStep(
                    .check, "It is listed no more, or as revoked, and no token is listed that you do not know.",
                    commands: check),
            ]
    }

    private static func variableSteps(_ subject: RunbookSubject) -> [RunbookStep] {
        let home = GitLabHome(subject)
        let key = Identifier(subject.entity.name, .code, or: "KEY")
        let tool = GitLabServer(subject).tool
        // The API prints values; the tool's own list does not.
        let list = RunbookCommand(words: tool + ["variable", "list"] + home.option)
        return [
            RunbookStep(
                .replace,
                "Get a new credential from whoever issues it, and put it in from a file, so that it stands in no "
                    + "history. Say --masked and --protected as the list shows them, or tighter. The same key may "
                    + "stand there once for each environment (--scope); * is all of them.",
                list,
                RunbookCommand(
                    words: tool + ["variable", "update", "\(key)"] + home.option + ["\(.unknown("FLAGS_AS_LISTED"))"],
                    input: "./replacement-value")),
            RunbookStep(
                .revoke,
                "A new value in the variable does not end the old credential: revoke that with whoever issued "
                    + "it, as an item of its own. Jobs that run already still have it."
            ),
            RunbookStep(.check, "It is as it was, or tighter, and jobs that need it pass.", list),
        ]
    }
}

/// The server that the commands go to, where a source names it: the tool would take GitLab's own.
private struct GitLabServer {
    private let host: Identifier?

    init(_ subject: RunbookSubject) {
        let told = subject.attribute("url", "web_url", "instance_url", "host", "hostname")
        host = told.map { text in
            let start = text.firstRange(of: "://")?.upperBound ?? text.startIndex
            return Identifier(text[start...].split(separator: "/").first.map(String.init), .host, or: "GITLAB_HOST")
        }
    }

    /// Asks the API.
    func api(_ words: CommandWord...) -> RunbookCommand {
        RunbookCommand(words: ["glab", "api"] + (host.map { ["--hostname", "\($0)"] } ?? []) + words)
    }

    /// The start of the tool's own commands, which know no such option.
    var tool: [CommandWord] { (host.map { ["env", "GITLAB_HOST=\($0)"] } ?? []) + ["glab"] }
}

/// The project or group of something on GitLab, for its API.
private struct GitLabHome {
    private let isGroup: Bool
    private let path: Identifier
    /// Whether a source says whose it is.
    let isKnown: Bool

    init(_ subject: RunbookSubject) {
        let project = subject.attribute("project_id", "project_path", "path_with_namespace", "project")
        let group = subject.attribute("group_id", "group_path", "group")
        isKnown = project != nil || group != nil
        isGroup = project == nil && group != nil
        path = Identifier(project ?? group, .path, or: isGroup ? "GROUP" : "PROJECT")
    }

    func address(_ rest: String) -> CommandWord {
        "\(.known(isGroup ? "groups" : "projects"))/\(part: path)\(.known(rest))"
    }
    func address(_ list: String, _ item: Identifier) -> CommandWord {
        "\(.known(isGroup ? "groups" : "projects"))/\(part: path)\(.known(list))\(part: item)"
    }

    /// What names it to the tool's own commands, which take no number.
    var option: [CommandWord] {
        let isNumber = path.text.map { IdentifierShape.number.accepts($0) } ?? false
        let named: Identifier = isNumber ? .unknown(isGroup ? "GROUP" : "PROJECT") : path
        return isGroup ? ["--group", "\(named)"] : ["--repo", "\(named)"]
    }
}
