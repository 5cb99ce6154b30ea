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
                "Take its registration away; it gets no more jobs. A job that runs there is not stopped by that: "
                    + "stop the host.",
                RunbookCommand("gh", "api", "--method", "DELETE", place.address("/actions/runners/", number))),
            RunbookStep(
                .replace,
                "Build the host anew from a clean image, and register it so that it takes one job and is thrown "
                    + "away. The token for that lives an hour.",
                RunbookCommand(
                    "gh", "api", "--method", "POST", place.address("/actions/runners/registration-token"), "--jq",
                    ".token"),
                RunbookCommand(
                    "./config.sh", "--url", home, "--token", "\(.unknown("REGISTRATION_TOKEN"))", "--ephemeral")),
        ] + lent(subject) + [
            RunbookStep(
                .check, "The list names the old number no more: nothing is printed.",
                RunbookCommand(
                    "gh", "api", "--paginate", place.address("/actions/runners?per_page=100"), "--jq",
                    ".runners[] | select(.id == \(number)) | {id, name, status}"))
        ]
    }

    private static func groupSteps(_ subject: RunbookSubject) -> [RunbookStep] {
        let place = subject.place
        let told = subject.entity.id.hasPrefix("github.com/") ? place.item : subject.attribute("runner_group_id", "id")
        let number = Identifier(told, .number, or: "GROUP_ID")
        let name = Identifier(subject.entity.name, .visible, or: "GROUP_NAME")
        let group: CommandWord = "orgs/\(part: place.owner)/actions/runner-groups/\(part: number)"
        return [
            RunbookStep(
                .contain,
                "Let chosen repositories alone use the group, and no public one: a job of any repository that may "
                    + "use it runs on its hosts.",
                RunbookCommand(
                    "gh", "api", "--method", "PATCH", group, "-f", "name=\(name)", "-f", "visibility=selected", "-F",
                    "allows_public_repositories=false")),
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
