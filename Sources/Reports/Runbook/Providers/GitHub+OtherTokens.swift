import Inventory

/// Tokens of GitHub that no list of an organisation names: classic ones, those of apps, and those of jobs.
extension RunbookRecipe {
    /// Ends a token of which somebody has the value; no one has to sign in for it.
    static let byValue = RunbookStep(
        .revoke,
        "Whoever has the value can do it without its owner, who is told: "
            + "https://docs.github.com/en/rest/credentials/revoke. Put {\"credentials\":[\"…\"]} with the value into a "
            + "file, send it, destroy the file. It takes tokens that start with ghp_, github_pat_, gho_, ghu_ or ghr_, "
            + "cannot be undone, and refuses a request that is signed in.",
        RunbookCommand(
            "curl", "--fail-with-body", "--request", "POST", "--header", "Accept: application/vnd.github+json",
            "--header", "X-GitHub-Api-Version: 2022-11-28", "--data", "@\(.unknown("FILE_WITH_VALUES"))",
            "https://api.github.com/credentials/revoke"))

    /// Ends one token of an installation of an app; only the token itself may.
    static let installationToken = RunbookCommand(
        "curl", "--fail-with-body", "--request", "DELETE", "--header", "@\(.unknown("FILE_WITH_TOKEN"))",
        "https://api.github.com/installation/token")

    static let gitHubOtherTokens: [RunbookRecipe] = [
        RunbookRecipe(
            "GitHub token",
            "https://docs.github.com/en/organizations/managing-programmatic-access-to-your-organization/github-credential-types"
        ) {
            $0.kind == .token && $0.provider == .gitHub && !$0.entity.flags.contains(.inferred)
        } steps: { subject in
            let owner = subject.entity.owner ?? "its owner"
            return subject.replacing(
                "\(owner) makes a new one, fine-grained and with no more than the jobs need. Better is an app of your "
                    + "own, whose tokens live an hour."
            )
                + [
                    RunbookStep(
                        .revoke,
                        "\(owner) deletes it. A classic token (ghp_): settings, Developer settings, Personal access "
                            + "tokens, Tokens (classic); no organisation can, but it can shut all classic tokens out: "
                            + "organisation settings, Personal access tokens, Settings. A token of an app (gho_, ghu_, "
                            + "ghr_): settings, Applications, Revoke; this ends every token of that app. An SSH key: "
                            + "settings, SSH and GPG keys."),
                    byValue,
                    RunbookStep(
                        .revoke,
                        "A token of an installation (ghs_) lives up to an hour. It can end itself: put the line "
                            + "Authorization: Bearer and the token into a file. Else suspend the installation.",
                        installationToken),
                    RunbookStep(
                        .revoke,
                        "The token of a job (GITHUB_TOKEN) ends with its job, and cannot be revoked: cancel the run, "
                            + "as an item of its own."),
                    RunbookStep(
                        .check,
                        "The old one is refused, and the audit log shows nothing done with it that you do not know."),
                ]
        }
    ]
}
