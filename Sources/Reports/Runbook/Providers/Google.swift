import Inventory

/// Google Cloud: keys of service accounts, and the accounts.
extension RunbookRecipe {
    static let google: [RunbookRecipe] = [
        RunbookRecipe("Google service account key", "https://cloud.google.com/iam/docs/keys-disable-enable") {
            $0.kind == .token && $0.provider == .google
        } steps: {
            keySteps($0)
        },
        RunbookRecipe("Google service account", "https://cloud.google.com/iam/docs/service-accounts-disable-enable") {
            $0.kind == .serviceAccount && $0.provider == .google
        } steps: {
            accountSteps($0)
        },
        RunbookRecipe("Google secret", "https://cloud.google.com/secret-manager/docs/add-secret-version") {
            $0.kind == .secret && $0.provider == .google
        } steps: {
            managedSecretSteps($0)
        },
    ]

    private static func keySteps(_ subject: RunbookSubject) -> [RunbookStep] {
        // projects/PROJECT/serviceAccounts/ACCOUNT/keys/KEY, as Google names it.
        let parts = subject.entity.id.split(separator: "/").map(String.init)
        let isFullName =
            parts.count >= 6 && parts[parts.count - 2] == "keys" && parts[parts.count - 4] == "serviceAccounts"
        let account = email(isFullName ? parts[parts.count - 3] : subject.account?.id)
        let key = Identifier(
            isFullName ? parts.last : subject.attribute("key_id", "private_key_id", "keyid"), .code, or: "KEY_ID")
        return subject.replacing(
            "Make a new key, and destroy the file once the slots have it. Better is workload identity federation, "
                + "and no key.",
            RunbookCommand(
                "gcloud", "iam", "service-accounts", "keys", "create", "\(subject.newKeyFile).json", "--iam-account",
                "\(account)"))
            + [
                RunbookStep(
                    .contain,
                    "Disable the old key; this can be undone. It does not end access tokens that were made with it.",
                    RunbookCommand(
                        "gcloud", "iam", "service-accounts", "keys", "disable", "\(key)", "--iam-account", "\(account)")
                ),
                RunbookStep(
                    .contain,
                    "Those live on, usually up to an hour, up to twelve where your organisation allows it. Only "
                        + "disabling the whole account rejects them, and it stops everything that runs as the account.",
                    RunbookCommand("gcloud", "iam", "service-accounts", "disable", "\(account)")),
                RunbookStep(
                    .revoke, "Delete the key once nothing fails; this cannot be undone.",
                    RunbookCommand(
                        "gcloud", "iam", "service-accounts", "keys", "delete", "\(key)", "--iam-account",
                        "\(account)")),
                RunbookStep(
                    .replace,
                    "If you disabled the account: enable it again once tokens of the old key have expired. Sooner, "
                        + "they would be accepted again.",
                    RunbookCommand("gcloud", "iam", "service-accounts", "enable", "\(account)")),
                RunbookStep(
                    .check, "The account has only keys that you made.",
                    RunbookCommand(
                        "gcloud", "iam", "service-accounts", "keys", "list", "--iam-account", "\(account)",
                        "--managed-by", "user")),
            ]
    }

    private static func accountSteps(_ subject: RunbookSubject) -> [RunbookStep] {
        let account = email(subject.entity.id)
        let providers = subject.incoming(.mayAssume).compactMap { relation in
            relation.attributes.first { $0.name == "workload_identity_provider" }?.value
        }
        let trust = GitHubTrust(subject)
        return [
            RunbookStep(
                .contain,
                "Disable the account: its access tokens are rejected at once, and what runs as it stops. This can "
                    + "be undone.",
                RunbookCommand("gcloud", "iam", "service-accounts", "disable", "\(account)"))
        ] + subject.replacing("Let the jobs that cannot wait use another account, with less.") + [
            RunbookStep(
                .revoke,
                "Narrow who may act as it before it comes back." + trust.known
                    + " For GitHub the provider's condition should name the repository (assertion.repository == "
                    + "'<OWNER>/<NAME>'), and the binding of roles/iam.workloadIdentityUser one subject, not the whole "
                    + "pool. roles/iam.serviceAccountTokenCreator lets in too. Tokens of the pool that were given out "
                    + "already live on, up to an hour.",
                commands: [RunbookCommand("gcloud", "iam", "service-accounts", "get-iam-policy", "\(account)")]
                    + trust.commands + [
                        RunbookCommand(
                            "gcloud", "iam", "service-accounts", "remove-iam-policy-binding", "\(account)", "--member",
                            "\(.unknown("MEMBER"))", "--role", "\(.unknown("ROLE"))")
                    ] + Set(providers).sorted().prefix(5).flatMap(narrowing)),
            RunbookStep(
                .revoke, "Delete keys of the account that you did not make; they outlive everything above.",
                RunbookCommand(
                    "gcloud", "iam", "service-accounts", "keys", "list", "--iam-account", "\(account)", "--managed-by",
                    "user"),
                RunbookCommand(
                    "gcloud", "iam", "service-accounts", "keys", "delete", "\(.unknown("KEY_ID"))", "--iam-account",
                    "\(account)")),
            RunbookStep(
                .replace,
                "Let it work again, once its old access tokens have expired (usually an hour after it was disabled, up "
                    + "to twelve where your organisation allows it): sooner, they would be accepted again.",
                RunbookCommand("gcloud", "iam", "service-accounts", "enable", "\(account)")),
            RunbookStep(
                .check, "Nothing is printed, or False, while it is enabled.",
                RunbookCommand(
                    "gcloud", "iam", "service-accounts", "describe", "\(account)", "--format", "value(disabled)")),
        ]
    }

    private static func managedSecretSteps(_ subject: RunbookSubject) -> [RunbookStep] {
        // projects/PROJECT/secrets/SECRET, as Google names it.
        func parts(_ text: String) -> [String]? {
            let parts = text.split(separator: "/").map(String.init)
            return parts.count >= 4 && parts[0] == "projects" && parts[2] == "secrets" ? parts : nil
        }
        let name = subject.attribute("name", "secret_id") ?? subject.entity.name
        let fullName = parts(subject.entity.id) ?? parts(name)
        let project = Identifier(fullName?[1] ?? subject.attribute("project", "project_id"), .code, or: "PROJECT")
        let secret = Identifier(fullName?[3] ?? name, .code, or: "SECRET")
        return [
            RunbookStep(
                .replace,
                "Get a new credential from whoever issues it, and put it in from a file, so that it stands in no "
                    + "history.",
                RunbookCommand(
                    "gcloud", "secrets", "versions", "add", "\(secret)", "--project", "\(project)", "--data-file",
                    "\(.unknown("FILE_WITH_VALUE"))")),
            RunbookStep(
                .revoke,
                "A new version does not end the old credential: revoke that with whoever issued it, as an item of its "
                    + "own. Old versions stay readable until they are disabled, which can be undone.",
                RunbookCommand(
                    "gcloud", "secrets", "versions", "disable", "\(.unknown("OLD_VERSION"))", "--secret", "\(secret)",
                    "--project", "\(project)")),
            RunbookStep(
                .check, "The enabled version was made after the decision.",
                RunbookCommand("gcloud", "secrets", "versions", "list", "\(secret)", "--project", "\(project)")),
        ]
    }

    /// What a provider trusts, and the command to narrow it.
    private static func narrowing(_ provider: String) -> [RunbookCommand] {
        // projects/NUMBER/locations/LOCATION/workloadIdentityPools/POOL/providers/PROVIDER
        let parts = provider.split(separator: "/").map(String.init)
        func part(_ place: Int, _ blank: String) -> Identifier {
            Identifier(parts.count == 8 ? parts[place] : nil, .code, or: blank)
        }
        let words: [CommandWord] = [
            "\(part(7, "PROVIDER"))", "--location", "\(part(3, "LOCATION"))", "--workload-identity-pool",
            "\(part(5, "POOL"))", "--project", "\(part(1, "PROJECT"))",
        ]
        let base: [CommandWord] = ["gcloud", "iam", "workload-identity-pools", "providers"]
        return [
            RunbookCommand(words: base + ["describe"] + words),
            RunbookCommand(
                words: base + ["update-oidc"] + words + ["--attribute-condition", "\(.unknown("CONDITION"))"]),
        ]
    }

    private static func email(_ text: String?) -> Identifier {
        Identifier(text.flatMap { $0.contains("@") ? $0 : nil }, .name, or: "SERVICE_ACCOUNT_EMAIL")
    }
}
