import Inventory

/// What rolling back restores: repositories, workflows, actions, packages, artifacts; and what runs of them.
extension RunbookRecipe {
    static let code: [RunbookRecipe] = [
        RunbookRecipe("GitHub repository", "https://docs.github.com/en/rest/repos/repos#list-repository-activities") {
            $0.kind == .repository && $0.provider == .gitHub
        } steps: { subject in
            let place = subject.place
            return [
                RunbookStep(
                    .contain,
                    "See what changed since it was first held: every push, merge, forced update, and branch made or "
                        + "deleted, with who and when. Tags are not in that list: compare them, and releases, with the "
                        + "commits that they named before.",
                    RunbookCommand(
                        "gh", "api", "--paginate", place.address("/activity?per_page=100"), "--jq",
                        ".[] | [.timestamp, .activity_type, .ref, .actor.login, .after] | @tsv"),
                    RunbookCommand(
                        "git", "ls-remote", "--tags",
                        "https://github.com/\(part: place.owner)/\(part: repository(place))")),
                RunbookStep(
                    .contain,
                    "Look at what was added that goes on acting: deploy keys, webhooks, collaborators. What you do not "
                        + "know is an item of its own.",
                    RunbookCommand("gh", "repo", "deploy-key", "list", "--repo", place.fullName),
                    RunbookCommand(
                        "gh", "api", "--paginate", place.address("/hooks?per_page=100"), "--jq",
                        ".[] | {id, url: .config.url, updated_at}"),
                    RunbookCommand(
                        "gh", "api", "--paginate", place.address("/collaborators?affiliation=direct&per_page=100"),
                        "--jq",
                        ".[] | {login, role_name}")),
                RunbookStep(
                    .revoke,
                    "Undo each bad commit in a clone, on every branch that has it; move changed tags back. The commits "
                        + "stay readable by their number, and in forks: secrets that stood in them count as read.",
                    RunbookCommand("git", "revert", "--no-edit", "\(.unknown("COMMIT"))")),
                RunbookStep(
                    .check,
                    "Releases, packages and actions that were built from it in the meantime are items of their own."),
            ]
        },
        RunbookRecipe(
            "GitHub workflow",
            "https://docs.github.com/en/actions/how-tos/manage-workflow-runs/disable-and-enable-workflows"
        ) {
            ($0.kind == .workflow || $0.kind == .job) && $0.provider == .gitHub
        } steps: { subject in
            let place = subject.place
            let file = workflowFile(subject.entity)
            return [
                RunbookStep(
                    .contain,
                    "Stop new runs of it. Runs that are under way go on: cancel those, each as an item of its own.",
                    commands: disabling([subject.entity])
                        + [
                            RunbookCommand(
                                "gh", "run", "list", "--all", "--workflow", "\(file)", "--repo", place.fullName,
                                "--status", "in_progress")
                        ]),
                RunbookStep(
                    .revoke,
                    "See who changed the file, and put the last good version back, on every branch that has it: a bad "
                        + "version on any branch can still be started there.",
                    RunbookCommand(
                        "gh", "api", "--paginate",
                        place.address("/commits?per_page=100&path=.github/workflows/", file), "--jq",
                        ".[] | [.commit.committer.date, .sha, .commit.author.name] | @tsv"),
                    RunbookCommand("git", "revert", "--no-edit", "\(.unknown("COMMIT"))")),
                RunbookStep(
                    .replace, "Let it run again.",
                    RunbookCommand("gh", "workflow", "enable", "\(file)", "--repo", place.fullName)),
            ]
        },
        RunbookRecipe("GitHub run", "https://docs.github.com/en/rest/actions/workflow-runs") {
            $0.kind == .run && $0.provider == .gitHub
        } steps: { subject in
            let run = subject.entity.id.split(separator: "@").last?.split(separator: ".").first.map(String.init)
            let number = Identifier(run, .number, or: "RUN_ID")
            return [
                RunbookStep(
                    .contain,
                    "Cancel it if it still runs; its token ends with its job. Steps that run always() go on: where it "
                        + "does not end, force it. What it read and wrote, and cloud sessions that it opened, are "
                        + "items of their own.",
                    RunbookCommand("gh", "run", "cancel", "\(number)", "--repo", subject.place.fullName)),
                RunbookStep(
                    .contain, "Where that does not end it.",
                    RunbookCommand(
                        "gh", "api", "--method", "POST",
                        subject.place.address("/actions/runs/", number, "/force-cancel"))),
                RunbookStep(
                    .check, "It has ended.",
                    RunbookCommand(
                        "gh", "run", "view", "\(number)", "--repo", subject.place.fullName, "--json",
                        "status,conclusion")),
            ]
        },
        RunbookRecipe("action", "https://docs.github.com/en/actions/reference/security/secure-use") {
            $0.kind == .action
        } steps: { subject in
            let users = subject.targets(.usedBy).filter { $0.kind == .job }.map(\.name)
            let known = users.isEmpty ? "" : " Known users: \(users.prefix(10).joined(separator: ", "))."
            return [
                RunbookStep(
                    .contain,
                    "Pin every use of it to the full commit of a version that you have read, not to a tag or branch. "
                        + "Actions that it uses itself are not pinned by that." + known
                ),
                RunbookStep(
                    .revoke,
                    "If it is yours, undo the bad commits and move the tags back, as its repository's item says. "
                        + "If not, tell its maker and take it off the list of allowed actions: organisation settings, "
                        + "Actions, General. Whatever the jobs held that ran it counts as read."
                ),
            ]
        },
        RunbookRecipe("artifact or cache", "https://docs.github.com/en/rest/actions/cache") {
            $0.kind == .artifact
        } steps: { subject in
            let place = subject.entity.parent.map { GitHubPlace($0) } ?? subject.place
            return [
                RunbookStep(
                    .contain,
                    "Runs that restore it run what is in it. See what there is: caches, with the branch that made "
                        + "each, and artifacts of runs.",
                    RunbookCommand("gh", "cache", "list", "--repo", place.fullName, "--limit", "100"),
                    RunbookCommand(
                        "gh", "api", "--paginate", place.address("/actions/artifacts?per_page=100"), "--jq",
                        ".artifacts[] | [.id, .name, .created_at, .workflow_run.id] | @tsv")),
                RunbookStep(
                    .revoke,
                    "Delete a cache by its number; by its key all of that name go. A build that needs it makes it "
                        + "anew. Images and releases that were built from it are deleted at their registry.",
                    RunbookCommand("gh", "cache", "delete", "\(.unknown("CACHE_ID"))", "--repo", place.fullName)),
                RunbookStep(
                    .revoke, "Delete an artifact. Who downloaded it keeps it.",
                    RunbookCommand(
                        "gh", "api", "--method", "DELETE",
                        place.address("/actions/artifacts/", .unknown("ARTIFACT_ID")))),
            ]
        },
    ]

    private static func repository(_ place: GitHubPlace) -> Identifier { place.repository ?? .unknown("REPOSITORY") }

    /// The commands that stop new runs of the workflows that these jobs or workflows are.
    static func disabling(_ entities: [Entity]) -> [RunbookCommand] {
        entities.prefix(10).map {
            RunbookCommand("gh", "workflow", "disable", "\(workflowFile($0))", "--repo", GitHubPlace($0).fullName)
        }
    }

    /// The name of a workflow's file, as the commands take it.
    private static func workflowFile(_ entity: Entity) -> Identifier {
        let path =
            entity.id.contains("/.github/workflows/") ? entity.id : entity.attributes.first { $0.name == "path" }?.value
        let file = path?.split(separator: "#").first?.split(separator: "/").last
        return Identifier(file.map(String.init), .name, or: "WORKFLOW_FILE")
    }
}
