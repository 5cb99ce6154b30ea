import Inventory

/// Azure: applications, their secrets and certificates, who may sign in as them without one, and people.
extension RunbookRecipe {
    static let azure: [RunbookRecipe] = [
        RunbookRecipe("Azure application secret", "https://learn.microsoft.com/cli/azure/ad/app/credential") {
            $0.kind == .token && $0.provider == .azure
        } steps: {
            secretSteps($0)
        },
        RunbookRecipe("Azure application", "https://learn.microsoft.com/cli/azure/ad/sp") {
            $0.kind == .serviceAccount && $0.provider == .azure
        } steps: {
            applicationSteps($0)
        },
        RunbookRecipe("Azure user", "https://learn.microsoft.com/graph/api/user-revokesigninsessions") {
            $0.kind == .person && $0.provider == .azure
        } steps: {
            userSteps($0)
        },
    ]

    private static let tokensLive =
        "Access tokens that were given out already live on, usually 60 to 90 minutes, up to 24 hours for a managed "
        + "identity. Where client and resource evaluate access continuously they are made for up to 28 hours, and "
        + "refused within minutes of the block."

    /// What is listed is what holds in one subscription: its own assignments, those of everything above and below it, and
    /// those of groups.
    private static let eachSubscription =
        "The list is that of the subscription that is selected, with what it takes over from above and what groups "
        + "give: do it for each subscription that the first command lists (--subscription)."

    private static func assignments(of assignee: CommandWord) -> [RunbookCommand] {
        [
            RunbookCommand("az", "account", "list", "--query", "[].{name:name, id:id, isDefault:isDefault}"),
            RunbookCommand(
                "az", "role", "assignment", "list", "--all", "--include-inherited", "--include-groups", "--assignee",
                assignee),
        ]
    }

    private static func secretSteps(_ subject: RunbookSubject) -> [RunbookStep] {
        let application = AzureApplication(subject.account ?? subject.entity)
        let key = Identifier(
            subject.attribute("key_id", "keyid", "keyId").flatMap(AzureApplication.uuid), .code, or: "KEY_ID")
        let isCertificate = subject.attribute("type", "token_type")?.lowercased().contains("cert") == true
        let listing =
            application.lookup + [
                application.command("ad", "app", "credential", "list"),
                application.command("ad", "app", "credential", "list", more: ["--cert"]),
            ]
        let making = isCertificate ? ["--append", "--create-cert"] : ["--append"] as [CommandWord]
        let needed = subject.replacing(
            "Make a new one beside the old one; without --append all others are deleted at once. The answer shows it "
                + "once. Better is a federated credential, and no secret."
        ).map { step in
            RunbookStep(
                step.phase, step.words,
                commands: application.lookup + [application.command("ad", "app", "credential", "reset", more: making)]
                    + step.commands)
        }
        return needed + [
            RunbookStep(
                .revoke,
                "Delete the old one by its key id. \(tokensLive) To end what they do in Azure sooner, see the "
                    + "application. A secret of the service principal, not of the application, is listed and deleted "
                    + "by az ad sp credential.",
                commands: listing + [
                    application.command(
                        "ad", "app", "credential", "delete",
                        more: ["--key-id", "\(key)"] + (isCertificate ? ["--cert"] : []))
                ]),
            RunbookStep(
                .check, "Only secrets and certificates that you made are listed.",
                commands: listing + [application.principal("ad", "sp", "credential", "list")]),
        ]
    }

    private static func applicationSteps(_ subject: RunbookSubject) -> [RunbookStep] {
        let application = AzureApplication(subject.entity)
        let trust = GitHubTrust(subject)
        return [
            RunbookStep(
                .contain,
                "Block signing in as it; this can be undone. \(tokensLive)",
                application.principal("ad", "sp", "update", more: ["--set", "accountEnabled=false"])),
            RunbookStep(
                .contain,
                "What such a token may do in Azure ends sooner, within some ten minutes, when its role assignments are "
                    + "taken away; hours later for access to data that a management group gives, and for a managed "
                    + "identity that is taken out of a group. Keep what is printed: it is the way back. One of a group is "
                    + "everybody's in it: take it out of the group instead. " + eachSubscription,
                commands: assignments(of: application.name) + [
                    RunbookCommand("az", "role", "assignment", "delete", "--ids", "\(.unknown("ASSIGNMENT_ID"))")
                ]),
        ] + subject.replacing("Let the jobs that cannot wait use another application, with less.") + [
            RunbookStep(
                .revoke,
                "Delete secrets, certificates, and trust in pipelines, that you do not know." + trust.known
                    + " For GitHub the subject of a federated credential should name \(GitHubTrust.subject). A managed "
                    + "identity keeps its own: az identity federated-credential. An application of another tenant "
                    + "keeps its secrets there.",
                commands: application.lookup + [
                    application.command("ad", "app", "credential", "list"),
                    application.command("ad", "app", "credential", "list", more: ["--cert"]),
                    application.principal("ad", "sp", "credential", "list"),
                    application.command("ad", "app", "federated-credential", "list"),
                ] + trust.commands + [
                    application.command(
                        "ad", "app", "federated-credential", "delete",
                        more: ["--federated-credential-id", "\(.unknown("CREDENTIAL_ID"))"])
                ]),
            RunbookStep(
                .check, "Nobody owns it who should not: an owner can give it a new secret.",
                commands: application.lookup + [
                    application.command("ad", "app", "owner", "list"),
                    application.principal("ad", "sp", "owner", "list"),
                ]),
            RunbookStep(
                .replace, "Let it sign in again, and give back the role assignments that it needs.",
                application.principal("ad", "sp", "update", more: ["--set", "accountEnabled=true"])),
            RunbookStep(
                .check, "Whether it may sign in, and what it may do. " + eachSubscription,
                commands: [application.principal("ad", "sp", "show", more: ["--query", "accountEnabled"])]
                    + assignments(of: application.name)),
        ]
    }

    private static func userSteps(_ subject: RunbookSubject) -> [RunbookStep] {
        let attribute = subject.attribute("userprincipalname", "userPrincipalName")
        // The name that somebody signs in by; of attributes importing keeps the domain alone.
        let principal = [attribute, subject.entity.id, subject.entity.name].compactMap { $0 }
            .first { $0.contains("@") && IdentifierShape.name.accepts($0) }
        let user = Identifier(AzureApplication.uuid(subject.entity.id) ?? principal, .name, or: "USER_ID")
        return [
            RunbookStep(
                .contain, "Block signing in; this can be undone.",
                RunbookCommand("az", "ad", "user", "update", "--id", "\(user)", "--account-enabled", "false")),
            RunbookStep(
                .revoke,
                "Then end its sessions: refresh tokens and cookies of browsers are refused after some minutes. Access "
                    + "tokens live on, usually 60 to 90 minutes, where client and resource do not evaluate access "
                    + "continuously; where they do, up to 28 hours by the clock, but they are refused within minutes. A "
                    + "guest is ended in its own tenant.",
                RunbookCommand(
                    "az", "rest", "--method", "POST", "--url",
                    "https://graph.microsoft.com/v1.0/users/\(part: user)/revokeSignInSessions")),
            RunbookStep(
                .replace,
                "New password and second factor, from a clean machine; take out methods of signing in, devices and "
                    + "consents to applications that its holder does not know. Then let it sign in again.",
                RunbookCommand("az", "ad", "user", "update", "--id", "\(user)", "--account-enabled", "true")),
            RunbookStep(.revoke, "Revoke every credential that it made, each as an item of its own."),
            RunbookStep(
                .check, "Whether it may sign in, and what it may do. " + eachSubscription,
                commands: [
                    RunbookCommand(
                        "az", "rest", "--method", "GET", "--url",
                        "https://graph.microsoft.com/v1.0/users/\(part: user)?$select=accountEnabled,signInSessionsValidFromDateTime"
                    )
                ] + assignments(of: "\(user)")),
        ]
    }
}

/// An application of Entra as the commands name it.
struct AzureApplication: Sendable {
    /// What its service principal goes by: the application's id, or the object id of the principal.
    let name: CommandWord
    /// What the application goes by; the object id of a principal would not be accepted.
    private let application: CommandWord
    /// Finds the application of a principal, where only the id of an object is known.
    let lookup: [RunbookCommand]

    init(_ entity: Entity) {
        let names = ["appid", "app_id", "client_id", "clientid", "appId"]
        let told = entity.attributes.first { names.contains($0.name) && Self.uuid($0.value) != nil }?.value
        if told == nil, let object = Self.uuid(entity.id) {
            let object = Identifier(object, .code, or: "APPLICATION_ID")
            name = "\(object)"
            application = "\(variable: "application")"
            lookup = [
                RunbookCommand(
                    "az", "ad", "sp", "show", "--id", "\(object)", "--query", "appId", "--output", "tsv",
                    into: "application")
            ]
            return
        }
        name = "\(Identifier(told, .code, or: "APPLICATION_ID"))"
        application = name
        lookup = []
    }

    /// A command about the application.
    func command(_ words: CommandWord..., more: [CommandWord] = []) -> RunbookCommand {
        RunbookCommand(words: ["az"] + words + ["--id", application] + more)
    }

    /// A command about its service principal.
    func principal(_ words: CommandWord..., more: [CommandWord] = []) -> RunbookCommand {
        RunbookCommand(words: ["az"] + words + ["--id", name] + more)
    }

    /// The text where it is a UUID.
    static func uuid(_ text: String) -> String? {
        let lengths = text.split(separator: "-", omittingEmptySubsequences: false).map(\.utf8.count)
        let isHexadecimal = text.utf8.allSatisfy { $0 == UInt8(ascii: "-") || Character(Unicode.Scalar($0)).isHexDigit }
        return lengths == [8, 4, 4, 4, 12] && isHexadecimal ? text : nil
    }
}
