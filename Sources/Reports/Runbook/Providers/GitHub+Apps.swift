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
        RunbookRecipe(
            "GitHub app",
            "https://docs.github.com/en/apps/maintaining-github-apps/suspending-a-github-app-installation"
        ) {
            $0.kind == .serviceAccount && $0.provider == .gitHub && !$0.entity.id.hasPrefix("github.com/users/")
        } steps: { subject in
            [
                RunbookStep(
                    .contain,
                    "Suspend each of its installations, each as an item of its own: its tokens stop at once.")
            ]
                + subject.replacing("Generate a new private key: \(keyPage).")
                + [
                    RunbookStep(
                        .revoke,
                        "Delete its old keys and client secrets: \(keyPage). If the app is not yours, only its maker "
                            + "can do that: tell it, and uninstall the app."),
                    RunbookStep(
                        .check, "The page shows new keys alone; its webhook address and permissions are as they were."),
                ]
        },
    ]

    private static let keyPage = "Developer settings of the account that owns it, GitHub Apps, Edit, Private keys"
    private static let fileWithJWT =
        "The file holds one line, Authorization: Bearer and a JWT that the app signs with a key of its own."

    private static func keySteps(_ subject: RunbookSubject) -> [RunbookStep] {
        let app = subject.attribute("app_slug") ?? "the app"
        let filling = SlotFilling(of: subject)
        let installations = subject.targets(.authenticatesAs).prefix(20).map { installationID($0) }
        return [
            RunbookStep(
                .replace,
                "Generate a new private key: \(keyPage). An app may have several, so the old one goes on working until "
                    + "it is deleted; the last one cannot be deleted, so the new one comes first."
                    + (subject.slots.isEmpty ? "" : " Then put it into every slot that holds the old one.")
                    + filling.others,
                commands: filling.commands()),
            RunbookStep(
                .contain,
                "Tokens minted with the old key live up to an hour, and deleting the key does not end them. "
                    + "Suspending the installations stops them at once, and every job that uses \(app). A single token "
                    + "that you have can end itself. \(fileWithJWT)",
                commands: installations.map { asApp("PUT", $0, "/suspended") } + [installationToken]),
            RunbookStep(
                .revoke,
                "Delete the old key on the same page. Keys are told apart by their fingerprints. If \(app) is not "
                    + "yours, only its maker can do that: tell it, and suspend or uninstall the app."
            ),
            RunbookStep(
                .replace,
                "If you suspended the installations: bring them back once the old key is deleted. Only the app can "
                    + "lift what the app suspended.",
                commands: installations.map { asApp("DELETE", $0, "/suspended") }),
            RunbookStep(
                .check,
                "The page shows the new key alone, and jobs that use the app pass. Client secrets and the webhook "
                    + "secret stand on it too: renew them if they were held; tokens of people (ghu_, ghr_) hang on "
                    + "those, not on the key."),
        ]
    }

    private static func installationSteps(_ subject: RunbookSubject) -> [RunbookStep] {
        let number = installationID(subject.entity)
        let owner = subject.place.owner
        let page = "organisation settings, Third-party Access, GitHub Apps, Configure"
        return [
            RunbookStep(
                .contain,
                "Suspend it: \(page), Suspend. Its tokens stop at once, and this can be undone there. The app can do "
                    + "it too, and then the app alone can undo it. \(fileWithJWT)",
                asApp("PUT", number, "/suspended"))
        ]
            + subject.replacing(
                "Give the jobs another way, or bring the app back with a new key, chosen repositories alone and "
                    + "fewer permissions."
            )
            + [
                RunbookStep(
                    .revoke,
                    "Uninstall it for good: \(page), Uninstall. This ends neither its key, which works for its other "
                        + "installations, nor what people allowed it to do in their name: each revokes that at "
                        + "settings, Applications, Authorized GitHub Apps.",
                    asApp("DELETE", number, "")),
                RunbookStep(
                    .check,
                    "It is gone: nothing is printed. A time that is printed is when it was suspended, which can be undone.",
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

    /// What an app asks about an installation of its own. Its token comes from a file, so that it stands in no history.
    private static func asApp(_ method: CommandWord, _ number: Identifier, _ rest: String) -> RunbookCommand {
        RunbookCommand(
            "curl", "--fail-with-body", "--request", method, "--header", "@\(.unknown("FILE_WITH_JWT"))",
            "https://api.github.com/app/installations/\(part: number)\(.known(rest))")
    }
}
