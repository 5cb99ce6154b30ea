import Inventory

/// Apps of GitHub: their keys, and where they are installed.
extension RunbookRecipe {
    static let gitHubApps: [RunbookRecipe] = [
        RunbookRecipe(
            "GitHub app key",
            "https://docs.github.com/en/apps/creating-github-apps/authenticating-with-a-github-app/managing-private-keys-for-github-apps"
        ) {
            $0.kind == .token
                && ($0.attribute("type") == "app private key"
                    || $0.entity.id.hasPrefix("github.com/") && $0.entity.id.hasSuffix("/private-key"))
        } steps: {
            keySteps($0)
        },
        RunbookRecipe(
            "GitHub app installation",
            "https://docs.github.com/en/apps/using-github-apps/reviewing-and-modifying-installed-github-apps"
        ) {
            $0.kind == .serviceAccount
                && ($0.entity.id.hasPrefix("github.com/") && $0.entity.id.contains("/installations/")
                    || $0.attribute("html_url")?.contains("/settings/installations/") == true)
        } steps: {
            installationSteps($0)
        },
    ]

    private static func keySteps(_ subject: RunbookSubject) -> [RunbookStep] {
        let app = subject.attribute("app_slug") ?? "the app"
        let page = "the app's settings, Private keys"
        let installations = subject.targets(.authenticatesAs)
        return subject.replacing(
            "Generate a new private key: \(page). An app may have several, so the old one goes on working until it "
                + "is deleted."
        )
            + [
                RunbookStep(
                    .revoke,
                    "Delete the old key: \(page). Keys are told apart by their fingerprints. If \(app) is not "
                        + "yours, only its maker can do that: tell it, and suspend or uninstall the app."
                ),
                RunbookStep(
                    .revoke,
                    "Tokens minted with the old key live up to an hour, and deleting the key does not end them. "
                        + "Suspending the installations stops them at once; JWT is a token that the app signs with "
                        + "its new key.",
                    commands: installations.prefix(20).map { suspend(installationID($0)) }),
                RunbookStep(.check, "The page shows the new key alone, and jobs that use the app pass."),
            ]
    }

    private static func installationSteps(_ subject: RunbookSubject) -> [RunbookStep] {
        let number = installationID(subject.entity)
        let owner = subject.place.owner
        let page = "organisation settings, GitHub Apps, Configure"
        return [
            RunbookStep(
                .contain,
                "Suspend it: \(page), Suspend. Its tokens stop at once, and this can be undone. The app itself can "
                    + "do it too; JWT is a token that the app signs with its key.",
                suspend(number))
        ]
            + subject.replacing(
                "Give the jobs another way, or bring the app back with a new key, chosen repositories alone and "
                    + "fewer permissions."
            )
            + [
                RunbookStep(
                    .revoke,
                    "Uninstall it for good: \(page), Uninstall. People who signed in to the app revoke that "
                        + "themselves.",
                    RunbookCommand(
                        "curl", "--fail-with-body", "--request", "DELETE", "--header",
                        "Authorization: Bearer \(.unknown("JWT"))",
                        "https://api.github.com/app/installations/\(part: number)")),
                RunbookStep(
                    .check, "It is gone, or shows when it was suspended.",
                    RunbookCommand(
                        "gh", "api", "--paginate", "orgs/\(part: owner)/installations?per_page=100", "--jq",
                        ".installations[] | select(.id == \(number)) | {id, suspended_at}")),
            ]
    }

    /// The number of an installation: from its id, else from the page that a collector names.
    private static func installationID(_ installation: Entity) -> Identifier {
        let page = installation.attributes.first { $0.name == "html_url" }?.value
        let last = (installation.id.contains("/installations/") ? installation.id : page)?.split(separator: "/").last
        return Identifier(last.map(String.init), .number, or: "INSTALLATION_ID")
    }

    private static func suspend(_ number: Identifier) -> RunbookCommand {
        RunbookCommand(
            "curl", "--fail-with-body", "--request", "PUT", "--header", "Authorization: Bearer \(.unknown("JWT"))",
            "https://api.github.com/app/installations/\(part: number)/suspended")
    }
}
