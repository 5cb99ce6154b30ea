import Inventory

/// Machines that run jobs.
extension RunbookRecipe {
    static let gitHubRunners: [RunbookRecipe] = [
        RunbookRecipe("GitHub self-hosted runner", "https://docs.github.com/en/rest/actions/self-hosted-runners") {
            $0.kind == .runner && $0.provider == .gitHub
        } steps: {
            runnerSteps($0)
        },
        RunbookRecipe("GitHub runner group", "https://docs.github.com/en/rest/actions/self-hosted-runner-groups") {
            $0.kind == .runnerGroup && $0.provider == .gitHub
        } steps: {
            groupSteps($0)
        },
        RunbookRecipe("runner") {
            $0.kind == .runner && $0.provider != .gitLab
        } steps: { subject in
            [evidence, RunbookStep(.replace, "Build the host anew from a clean image; do not clean it in place.")]
                + lent(subject)
        },
    ]

    private static let evidence = RunbookStep(
        .contain,
        "Cut the host off from everything but your own access, and keep its memory and disk before it is wiped: "
            + "what watches there for a revocation must be gone before the first credential is revoked."
    )

    /// What the host is lent by whatever it stands on.
    private static func lent(_ subject: RunbookSubject) -> [RunbookStep] {
        let accounts = subject.targets(.runsAs).map(\.name)
        guard !accounts.isEmpty else { return [] }
        return [
            RunbookStep(
                .revoke,
                "The host is lent \(accounts.prefix(5).joined(separator: ", ")): sessions opened there outlive the "
                    + "host. Revoke them, as items of their own."
            )
        ]
    }

    private static func runnerSteps(_ subject: RunbookSubject) -> [RunbookStep] {
        let place = subject.place
        let told = subject.entity.id.hasPrefix("github.com/") ? place.item : subject.attribute("runner_id", "id")
        let number = Identifier(told, .number, or: "RUNNER_ID")
        var home: CommandWord = "https://github.com/\(place.owner)"
        if let repository = place.repository { home = "https://github.com/\(place.owner)/\(repository)" }
        return [
            evidence,
            RunbookStep(
                .revoke,
                "Take its registration away; it gets no more jobs. This neither stops a job that runs there nor "
                    + "cleans the host, and GitHub may refuse it (422) while a job runs: cancel the run first.",
                RunbookCommand("gh", "api", "--method", "DELETE", place.address("/actions/runners/", number))),
            RunbookStep(
                .replace,
                "Build a new host from a clean image, and register it there so that it takes one job and is thrown "
                    + "away; add --labels and --runnergroup as the old one had them. The first command prints a token "
                    + "with which anybody can register a runner for an hour: keep it like a password.",
                RunbookCommand(
                    "gh", "api", "--method", "POST", place.address("/actions/runners/registration-token"), "--jq",
                    ".token"),
                RunbookCommand(
                    "./config.sh", "--url", home, "--token", "\(.unknown("REGISTRATION_TOKEN"))", "--ephemeral")),
        ] + lent(subject) + [
            RunbookStep(
                .check,
                "The old number is not printed. Other runners that you did not register may be the attacker's.",
                RunbookCommand(
                    "gh", "api", "--paginate", place.address("/actions/runners?per_page=100"), "--jq",
                    ".runners[] | {id, name, status, busy}"))
        ]
    }

    private static func groupSteps(_ subject: RunbookSubject) -> [RunbookStep] {
        let place = subject.place
        let told = subject.entity.id.hasPrefix("github.com/") ? place.item : subject.attribute("runner_group_id", "id")
        let number = Identifier(told, .number, or: "GROUP_ID")
        let name = Identifier(subject.entity.name, .visible, or: "GROUP_NAME")
        let group: CommandWord = "orgs/\(part: place.owner)/actions/runner-groups/\(part: number)"
        let repositories: CommandWord =
            "orgs/\(part: place.owner)/actions/runner-groups/\(part: number)/repositories"
        let inherited =
            subject.attribute("inherited") == "true"
            ? " This group comes from the enterprise, and is changed there: enterprise settings, Actions." : ""
        return [
            RunbookStep(
                .contain,
                "Let chosen repositories alone use the group, and no public one: a job of any repository that may "
                    + "use it runs on its hosts. Keep what the first command prints: it is the way back. A group that "
                    + "was open to all is open to none after this, until you name repositories." + inherited,
                RunbookCommand("gh", "api", group),
                RunbookCommand(
                    "gh", "api", "--method", "PATCH", group, "-f", "name=\(name)", "-f", "visibility=selected", "-F",
                    "allows_public_repositories=false")),
            RunbookStep(
                .replace,
                "Name the repositories that need it, by number, one -F for each. The list takes the place of the old "
                    + "one.",
                RunbookCommand(
                    "gh", "api", "--method", "PUT", repositories, "-F",
                    "selected_repository_ids[]=\(.unknown("REPOSITORY_ID"))")),
            RunbookStep(
                .check, "The settings, and the repositories that may use it.",
                RunbookCommand("gh", "api", group),
                RunbookCommand(
                    "gh", "api", "--paginate",
                    "orgs/\(part: place.owner)/actions/runner-groups/\(part: number)/repositories?per_page=100", "--jq",
                    ".repositories[].full_name")),
        ]
    }
}
