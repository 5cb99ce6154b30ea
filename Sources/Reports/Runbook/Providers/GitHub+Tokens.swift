import Inventory

/// Tokens and keys of GitHub: personal ones, deploy keys, and what secret scanning found.
extension RunbookRecipe {
    static let gitHubTokens: [RunbookRecipe] = [
        RunbookRecipe(
            "leaked credential",
            "https://docs.github.com/en/code-security/secret-scanning/managing-alerts-from-secret-scanning/resolving-alerts"
        ) {
            $0.kind == .token && ($0.entity.id.contains("/secret-scanning/") || $0.entity.id.hasPrefix("SSA_"))
        } steps: {
            leakedSteps($0)
        },
        RunbookRecipe(
            "GitHub fine-grained token", "https://docs.github.com/en/rest/orgs/personal-access-tokens"
        ) {
            $0.kind == .token
                && ($0.entity.id.contains("/personal-access-tokens/") || $0.entity.id.hasPrefix("GH_PAT_")
                    || $0.attribute("type") == "fine-grained token")
        } steps: {
            fineGrainedSteps($0)
        },
        RunbookRecipe(
            "GitHub classic token or SSH key",
            "https://docs.github.com/en/organizations/managing-programmatic-access-to-your-organization/github-credential-types"
        ) {
            $0.kind == .token && $0.entity.id.contains("/credential-authorizations/")
        } steps: {
            classicSteps($0)
        },
        RunbookRecipe("GitHub deploy key", "https://docs.github.com/en/rest/deploy-keys/deploy-keys") {
            $0.kind == .token
                && ($0.attribute("type") == "deploy key"
                    || $0.provider == .gitHub && $0.entity.id.contains("/keys/"))
        } steps: {
            deployKeySteps($0)
        },
    ]

    private static let byValue =
        "Whoever has the value itself can revoke it without its owner: GitHub's credential revocation API takes "
        + "it, and tells the owner."

    private static func fineGrainedSteps(_ subject: RunbookSubject) -> [RunbookStep] {
        let place = subject.place
        let owner = subject.entity.owner ?? "its owner"
        let isGrant = subject.entity.id.hasPrefix("GH_PAT_")
        let number = Identifier(
            isGrant ? subject.entity.id.split(separator: "_").last.map(String.init) : place.item, .number,
            or: "TOKEN_ID")
        let revoking =
            "Take its access to the organisation away: organisation settings, Personal access tokens, Active "
            + "tokens; or by the API, which accepts only the token of a GitHub App that may write personal "
            + "access tokens (in GH_TOKEN). SSH keys made with it go on working, and it still reads what is public."
        let tokens: CommandWord = "orgs/\(part: place.owner)/personal-access-tokens?per_page=100"
        let commands =
            isGrant
            ? [
                RunbookCommand(
                    "gh", "api", "--method", "POST", "orgs/\(part: place.owner)/personal-access-tokens/\(part: number)",
                    "-f", "action=revoke")
            ]
            : [
                // The list is asked, because the number that the log knows a token by is not the one of its grant.
                RunbookCommand(
                    "gh", "api", "--paginate", tokens, "--jq", ".[] | select(.token_id == \(number)) | .id",
                    into: "grant"),
                RunbookCommand(
                    "gh", "api", "--method", "POST",
                    "orgs/\(part: place.owner)/personal-access-tokens/\(variable: "grant")", "-f", "action=revoke"),
            ]
        return subject.replacing(
            "\(owner) makes a new token with no more than the jobs need: settings, Developer settings, "
                + "Fine-grained tokens. Better is an app of your own, whose tokens live an hour."
        )
            + [
                RunbookStep(.revoke, revoking, commands: commands),
                RunbookStep(
                    .revoke,
                    "\(owner) deletes it for good: settings, Developer settings, Personal access tokens, "
                        + "Fine-grained tokens. "
                        + byValue),
                RunbookStep(
                    .check, "The list names it no more: nothing is printed.",
                    RunbookCommand(
                        "gh", "api", "--paginate", tokens, "--jq",
                        isGrant ? ".[] | select(.id == \(number))" : ".[] | select(.token_id == \(number))")),
            ]
    }

    private static func classicSteps(_ subject: RunbookSubject) -> [RunbookStep] {
        let place = subject.place
        let owner = subject.entity.owner ?? "its owner"
        let number = Identifier(place.item, .number, or: "CREDENTIAL_ID")
        let isKey = subject.attribute("type")?.lowercased().contains("ssh") == true
        let page = isKey ? "settings, SSH and GPG keys" : "settings, Developer settings, Tokens (classic)"
        let list: CommandWord = "orgs/\(part: place.owner)/credential-authorizations?per_page=100"
        return subject.replacing(
            "\(owner) makes a new \(isKey ? "key" : "token, fine-grained and with no more than the jobs need").")
            + [
                RunbookStep(
                    .revoke,
                    "Take its single sign-on authorisation away; the same credential can never be authorised "
                        + "again. It stays alive for everything outside the organisation.",
                    RunbookCommand(
                        "gh", "api", "--method", "DELETE",
                        "orgs/\(part: place.owner)/credential-authorizations/\(part: number)")),
                RunbookStep(
                    .revoke, "\(owner) deletes it for good: \(page)." + (isKey ? "" : " " + byValue)),
                RunbookStep(
                    .check, "The list names it no more: nothing is printed.",
                    RunbookCommand(
                        "gh", "api", "--paginate", list, "--jq", ".[] | select(.credential_id == \(number))")),
            ]
    }

    private static func deployKeySteps(_ subject: RunbookSubject) -> [RunbookStep] {
        let place = subject.place
        let number = Identifier(place.item, .number, or: "KEY_ID")
        var making = [
            RunbookCommand("ssh-keygen", "-t", "ed25519", "-N", "", "-f", "./replacement-key"),
            subject.attribute("read_only") == "false"
                ? RunbookCommand(
                    "gh", "repo", "deploy-key", "add", "./replacement-key.pub", "--repo", place.fullName, "--title",
                    "replacement", "--allow-write")
                : RunbookCommand(
                    "gh", "repo", "deploy-key", "add", "./replacement-key.pub", "--repo", place.fullName, "--title",
                    "replacement"),
        ]
        making += subject.slots.prefix(20).map { GitHubSlot($0).setFromFile() }
        let mode =
            switch subject.attribute("read_only") {
            case "true": "It could only read."
            case "false": "It can write: look for commits and tags pushed with it since it was first held."
            default: "Whether it can write is not known."
            }
        let isNeeded = subject.breaks > 0 || !subject.slots.isEmpty
        return
            (isNeeded
            ? [
                RunbookStep(
                    .replace,
                    "Make a new key, give it no more than the old one had, fill the slots from its file, then "
                        + "destroy the file.",
                    commands: making)
            ] : [])
            + [
                RunbookStep(
                    .revoke, "Delete the old key. " + mode,
                    RunbookCommand("gh", "repo", "deploy-key", "delete", "\(number)", "--repo", place.fullName)),
                RunbookStep(
                    .check, "The list names it no more.",
                    RunbookCommand("gh", "repo", "deploy-key", "list", "--repo", place.fullName)),
            ]
    }

    private static func leakedSteps(_ subject: RunbookSubject) -> [RunbookStep] {
        let place = subject.place
        let number = Identifier(
            subject.entity.id.hasPrefix("SSA_")
                ? subject.entity.id.split(separator: "_").last.map(String.init) : place.item, .number, or: "ALERT")
        let type = subject.attribute("type", "secret_type") ?? "credential"
        let repository = place.repository ?? .unknown("REPOSITORY")
        let alert: CommandWord =
            "repos/\(part: place.owner)/\(part: repository)/secret-scanning/alerts/\(part: number)"
        let locations: CommandWord =
            "repos/\(part: place.owner)/\(part: repository)/secret-scanning/alerts/\(part: number)/locations"
        let own = subject.provider == .gitHub ? " " + byValue : ""
        return [
            RunbookStep(
                .revoke,
                "Revoke the \(type) with whoever issued it; taking it out of the repository ends nothing." + own,
                RunbookCommand("gh", "api", locations)),
            RunbookStep(
                .check, "Only then close the alert as revoked.",
                RunbookCommand(
                    "gh", "api", "--method", "PATCH", alert, "-f", "state=resolved", "-f", "resolution=revoked")),
        ]
    }
}
