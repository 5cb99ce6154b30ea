import Inventory

/// Tokens and keys of GitHub: personal ones, deploy keys, and what secret scanning found.
extension RunbookRecipe {
    static let gitHubTokens: [RunbookRecipe] = [
        RunbookRecipe("leaked credential", "https://docs.github.com/en/rest/secret-scanning/secret-scanning") {
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
            "GitHub credential with single sign-on",
            "https://docs.github.com/en/enterprise-cloud@latest/rest/orgs/orgs#remove-a-saml-sso-authorization-for-an-organization"
        ) {
            $0.kind == .token && $0.entity.id.contains("/credential-authorizations/")
        } steps: {
            authorizedSteps($0)
        },
        RunbookRecipe("GitHub deploy key", "https://docs.github.com/en/rest/deploy-keys/deploy-keys") {
            $0.kind == .token
                && ($0.attribute("type") == "deploy key" && $0.provider ?? .gitHub == .gitHub
                    || $0.provider == .gitHub && $0.entity.id.contains("/keys/"))
        } steps: {
            deployKeySteps($0)
        },
    ]

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
            + "access tokens (in GH_TOKEN). This does not delete the token: SSH keys made with it go on working, it "
            + "still reads what is public, and \(owner) may point it at the organisation again."
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
            "\(owner) makes a new token with no more than the jobs need: settings, Developer settings, Personal "
                + "access tokens, Fine-grained tokens. Better is an app of your own, whose tokens live an hour."
        )
            + [
                RunbookStep(.revoke, revoking, commands: commands),
                RunbookStep(
                    .revoke,
                    "\(owner) deletes it for good: settings, Developer settings, Personal access tokens, "
                        + "Fine-grained tokens. Then \(owner) goes through settings, SSH and GPG keys, for keys that "
                        + "were added since it was first held."),
                byValue,
                RunbookStep(
                    .check, "The list names it no more: nothing is printed.",
                    RunbookCommand(
                        "gh", "api", "--paginate", tokens, "--jq",
                        isGrant
                            ? ".[] | select(.id == \(number)) | {id, token_name}"
                            : ".[] | select(.token_id == \(number)) | {id, token_name}")),
            ]
    }

    private static func authorizedSteps(_ subject: RunbookSubject) -> [RunbookStep] {
        let place = subject.place
        let owner = subject.entity.owner ?? "its owner"
        let number = Identifier(place.item, .number, or: "CREDENTIAL_ID")
        // "personal access token", "SSH key", "OAuth app token" or "GitHub app token", as GitHub writes it.
        let type = subject.attribute("type")?.lowercased() ?? ""
        let isKey = type.contains("ssh")
        let page =
            if isKey {
                "settings, SSH and GPG keys"
            } else if type.contains("oauth app") {
                "settings, Applications, Authorized OAuth Apps, Revoke; this ends every token of that app"
            } else if type.contains("github app") {
                "settings, Applications, Authorized GitHub Apps, Revoke; this ends every token of that app"
            } else {
                "settings, Developer settings, Personal access tokens"
            }
        let list: CommandWord = "orgs/\(part: place.owner)/credential-authorizations?per_page=100"
        let replacing =
            isKey
            ? "\(owner) makes a new key pair and authorises it for single sign-on."
            : "\(owner) makes a new token, fine-grained and with no more than the jobs need."
        return subject.replacing(replacing)
            + [
                RunbookStep(
                    .revoke,
                    "Take its single sign-on authorisation away. It stays alive for everything outside the "
                        + "organisation, and GitHub's pages differ on whether \(owner) can authorise it again: "
                        + "only deleting it ends it.",
                    RunbookCommand(
                        "gh", "api", "--method", "DELETE",
                        "orgs/\(part: place.owner)/credential-authorizations/\(part: number)")),
                RunbookStep(.revoke, "\(owner) deletes it for good: \(page)."),
            ] + (isKey ? [] : [byValue]) + [
                RunbookStep(
                    .check, "The list names it no more: nothing is printed.",
                    RunbookCommand(
                        "gh", "api", "--paginate", list, "--jq",
                        ".[] | select(.credential_id == \(number)) | {login, credential_type, credential_accessed_at}"))
            ]
    }

    private static func deployKeySteps(_ subject: RunbookSubject) -> [RunbookStep] {
        let place = subject.place
        let number = Identifier(place.item, .number, or: "KEY_ID")
        let key: CommandWord = "\(subject.newKeyFile)"
        var making = [
            RunbookCommand("ssh-keygen", "-t", "ed25519", "-N", "", "-f", key),
            subject.attribute("read_only") == "false"
                ? RunbookCommand(
                    "gh", "repo", "deploy-key", "add", "\(subject.newKeyFile).pub", "--repo", place.fullName, "--title",
                    "replacement", "--allow-write")
                : RunbookCommand(
                    "gh", "repo", "deploy-key", "add", "\(subject.newKeyFile).pub", "--repo", place.fullName, "--title",
                    "replacement"),
        ]
        let filling = SlotFilling(of: subject)
        making += filling.commands(key)
        let mode =
            switch subject.attribute("read_only") {
            case "true": "It could only read."
            case "false": "It can write: look for commits and tags pushed with it since it was first held."
            default: "Whether it can write is not known: look for commits and tags pushed with it."
            }
        let isNeeded = subject.breaks > 0 || !subject.slots.isEmpty
        return
            (isNeeded
            ? [
                RunbookStep(
                    .replace,
                    "Make a new key, give it no more than the old one had, fill the slots from its file, then "
                        + "destroy the file." + filling.others,
                    commands: making)
            ] : [])
            + [
                RunbookStep(
                    .revoke, "Delete the old key; what was cloned with it stays cloned. " + mode,
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
        return [
            RunbookStep(
                .contain, "See where it stands.",
                RunbookCommand("gh", "api", "--paginate", locations, "--jq", ".[] | {type, details}"))
        ] + subject.replacing("Get a new one from whoever issued it.") + [
            RunbookStep(
                .revoke,
                "Revoke the \(type) with whoever issued it. Neither taking it out of the repository nor closing the "
                    + "alert ends it.")
        ] + (subject.provider == .gitHub ? [byValue] : []) + [
            RunbookStep(
                .check, "Only then close the alert as revoked.",
                RunbookCommand(
                    "gh", "api", "--method", "PATCH", alert, "-f", "state=resolved", "-f", "resolution=revoked"))
        ]
    }
}
