import Inventory

/// AWS: access keys, users, roles and the sessions that were opened with them.
extension RunbookRecipe {
    static let amazon: [RunbookRecipe] = [
        RunbookRecipe(
            "AWS access key", "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html"
        ) {
            $0.kind == .token && $0.provider == .amazon
        } steps: {
            inAccount(of: $0, keySteps($0))
        },
        RunbookRecipe(
            "AWS user",
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_disable-perms.html"
        ) {
            $0.kind == .serviceAccount && $0.provider == .amazon && $0.entity.id.contains(":user/")
        } steps: {
            inAccount(of: $0, userSteps($0))
        },
        RunbookRecipe(
            "AWS secret",
            "https://docs.aws.amazon.com/secretsmanager/latest/userguide/manage_update-secret-value.html"
        ) {
            $0.kind == .secret && $0.provider == .amazon
        } steps: {
            amazonSecretSteps($0)
        },
        RunbookRecipe(
            "AWS role", "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_revoke-sessions.html"
        ) {
            $0.kind == .serviceAccount && $0.provider == .amazon
        } steps: {
            inAccount(of: $0, roleSteps($0))
        },
    ]

    private static func keySteps(_ subject: RunbookSubject) -> [RunbookStep] {
        let account = subject.account?.id
        let told = name(in: account, after: ":user/", or: "USER_NAME")
        let written = [
            subject.attribute("access_key_id", "accesskeyid", "AccessKeyId"), subject.entity.name, subject.entity.id,
        ]
        let key = Identifier(written.compactMap { $0 }.first(where: isKey), .code, or: "ACCESS_KEY_ID")
        if key.text?.hasPrefix("ASIA") == true {
            return [
                RunbookStep(
                    .revoke,
                    "This is the key of a session, and ends with it. It is revoked through the role or user that "
                        + "opened it: deny everything to their older sessions, as an item of its own.")
            ]
        }
        if account?.hasPrefix("arn:") == true, account?.hasSuffix(":root") == true {
            return [
                RunbookStep(
                    .revoke,
                    "This is a key of the root user: only the root user, signed in to the console, can delete it "
                        + "(Security credentials, Access keys). No policy of the account ends what was opened with it, "
                        + "which lives up to an hour. Change the password and the second factor too.")
            ]
        }
        // Where no source says whose the key is, AWS does.
        let isAsked = told.text == nil && key.text != nil
        let user: CommandWord = isAsked ? "\(variable: "user")" : "\(told)"
        let asking =
            isAsked
            ? [
                RunbookCommand(
                    "aws", "iam", "get-access-key-last-used", "--access-key-id", "\(key)", "--query", "UserName",
                    "--output", "text", into: "user")
            ] : []
        return subject.replacing(
            "Make a second key; a user may have two. The answer shows its secret once. Better is a role that the "
                + "job assumes with its own identity token, and no key.",
            asking + [RunbookCommand("aws", "iam", "create-access-key", "--user-name", user)])
            + [
                RunbookStep(
                    .contain,
                    "Switch the old key off; this can be undone (--status Active). It ends no session that was opened "
                        + "with the key.",
                    commands: asking + [
                        RunbookCommand(
                            "aws", "iam", "update-access-key", "--user-name", user, "--access-key-id", "\(key)",
                            "--status", "Inactive")
                    ]),
                RunbookStep(
                    .revoke,
                    "Temporary credentials that were made with the key (GetSessionToken, GetFederationToken) "
                        + "outlive it, up to 36 hours: deny everything to those made before now. Sessions of roles "
                        + "that it assumed are not ended by that: they are the roles' items. " + again,
                    commands: asking
                        + denying([
                            "aws", "iam", "put-user-policy", "--user-name", user, "--policy-name",
                            "AWSRevokeOlderSessions",
                        ])),
                RunbookStep(
                    .check,
                    "What the old key did is known: management events of 90 days, one region a command.",
                    RunbookCommand("aws", "iam", "get-access-key-last-used", "--access-key-id", "\(key)"),
                    RunbookCommand(
                        "aws", "cloudtrail", "lookup-events", "--lookup-attributes",
                        "AttributeKey=AccessKeyId,AttributeValue=\(key)")),
                RunbookStep(
                    .revoke, "Delete the key once nothing fails; this cannot be undone.",
                    commands: asking + [
                        RunbookCommand(
                            "aws", "iam", "delete-access-key", "--user-name", user, "--access-key-id", "\(key)")
                    ]),
                RunbookStep(
                    .check, "The user has only keys that you made.",
                    commands: asking + [RunbookCommand("aws", "iam", "list-access-keys", "--user-name", user)]),
            ]
    }

    private static func userSteps(_ subject: RunbookSubject) -> [RunbookStep] {
        let user = name(in: subject.entity.id, after: ":user/", or: "USER_NAME")
        let partition = Identifier(
            subject.entity.id.split(separator: ":").dropFirst().first.map(String.init), .code, or: "PARTITION")
        return [
            RunbookStep(
                .contain,
                "Deny the user everything, its temporary credentials too; this can be undone by detaching the policy. "
                    + "Sessions of roles that it assumed live on: they are the roles' items.",
                RunbookCommand(
                    "aws", "iam", "attach-user-policy", "--user-name", "\(user)", "--policy-arn",
                    "arn:\(partition):iam::aws:policy/AWSDenyAll"))
        ]
            + subject.replacing("Give the jobs a role that they assume with their own identity token.")
            + [
                RunbookStep(
                    .revoke,
                    "Deactivate and then delete each access key, password, certificate and other credential of the "
                        + "user; keys that the sources know are items of their own. While the policy stands, nothing "
                        + "signs in as the user.",
                    RunbookCommand("aws", "iam", "list-access-keys", "--user-name", "\(user)"),
                    RunbookCommand("aws", "iam", "list-signing-certificates", "--user-name", "\(user)"),
                    RunbookCommand("aws", "iam", "list-ssh-public-keys", "--user-name", "\(user)"),
                    RunbookCommand("aws", "iam", "list-service-specific-credentials", "--user-name", "\(user)"),
                    RunbookCommand("aws", "iam", "list-mfa-devices", "--user-name", "\(user)"),
                    RunbookCommand(
                        "aws", "iam", "update-access-key", "--user-name", "\(user)", "--access-key-id",
                        "\(.unknown("ACCESS_KEY_ID"))", "--status", "Inactive")),
                RunbookStep(
                    .revoke, "Its password for the console; where it has none, leave this out.",
                    RunbookCommand("aws", "iam", "delete-login-profile", "--user-name", "\(user)")),
                RunbookStep(
                    .check, "The policy is attached, and no policy was added that you do not know.",
                    RunbookCommand("aws", "iam", "list-attached-user-policies", "--user-name", "\(user)"),
                    RunbookCommand("aws", "iam", "list-user-policies", "--user-name", "\(user)")),
            ]
    }

    private static func roleSteps(_ subject: RunbookSubject) -> [RunbookStep] {
        let role = name(in: subject.entity.id, after: ":role/", or: "ROLE_NAME")
        if subject.entity.id.contains(":role/aws-service-role/") {
            return [
                RunbookStep(
                    .revoke,
                    "This role belongs to a service of AWS: its sessions cannot be revoked. Stop what it is used "
                        + "by in that service."
                )
            ]
        }
        if role.text?.hasPrefix("AWSReservedSSO_") == true {
            return [
                RunbookStep(
                    .revoke,
                    "This role is made by IAM Identity Center and cannot be changed in IAM: take the assignment "
                        + "away and end the sessions there."
                )
            ]
        }
        let trust = GitHubTrust(subject)
        let next = subject.targets(.canAssume).map(\.name)
        let onwards =
            next.isEmpty
            ? " Sessions of other roles that were opened from here live on."
            : " Sessions of \(next.prefix(5).joined(separator: ", ")) opened from here live on: they are items of "
                + "their own."
        let machines = subject.origins(.runsAs).map(\.name)
        let lent =
            machines.isEmpty
            ? ""
            : " It is lent to \(machines.prefix(5).joined(separator: ", ")): what runs there is denied until it "
                + "fetched new credentials."
        return [
            RunbookStep(
                .contain,
                "First close the door by which the session was opened: narrow the trust policy. The new one takes the "
                    + "place of the old one as a whole: keep what the first command prints." + trust.known
                    + " For GitHub, token.actions.githubusercontent.com:aud must equal sts.amazonaws.com, and "
                    + "token.actions.githubusercontent.com:sub name \(GitHubTrust.subject). This ends no session that "
                    + "is open.",
                commands: [
                    RunbookCommand(
                        "aws", "iam", "get-role", "--role-name", "\(role)", "--query", "Role.AssumeRolePolicyDocument")
                ] + trust.commands + [
                    RunbookCommand(
                        "aws", "iam", "update-assume-role-policy", "--role-name", "\(role)", "--policy-document",
                        "file://\(.unknown("TRUST_POLICY_FILE"))")
                ]),
            RunbookStep(
                .revoke,
                "Then deny everything to every session opened before now, whoever opened it. Jobs need nothing new: "
                    + "each opens a session of its own with its next run. " + again + onwards + lent,
                commands: denying([
                    "aws", "iam", "put-role-policy", "--role-name", "\(role)", "--policy-name",
                    "AWSRevokeOlderSessions",
                ])),
            RunbookStep(
                .check,
                "The policy is there, and shows the moment; no policy was added that you do not know. The last use may "
                    + "be shown hours late.",
                RunbookCommand(
                    "aws", "iam", "get-role-policy", "--role-name", "\(role)", "--policy-name", "AWSRevokeOlderSessions"
                ),
                RunbookCommand("aws", "iam", "list-role-policies", "--role-name", "\(role)"),
                RunbookCommand("aws", "iam", "list-attached-role-policies", "--role-name", "\(role)"),
                RunbookCommand("aws", "iam", "get-role", "--role-name", "\(role)", "--query", "Role.RoleLastUsed")),
        ]
    }

    /// Why the denial of older sessions is run twice.
    private static let again =
        "A change takes minutes to be known everywhere: do it again then, for what was opened in between."

    /// The policy that AWS itself attaches to revoke sessions, with the moment at which the command is run: what was
    /// opened between the decision and the deed must be caught too.
    private static func denying(_ command: [CommandWord]) -> [RunbookCommand] {
        let policy: CommandWord =
            #"{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":["*"],"Resource":["*"],"Condition":{"DateLessThan":{"aws:TokenIssueTime":"\#(variable: "now")"}}}]}"#
        return [
            RunbookCommand("date", "-u", "+%Y-%m-%dT%H:%M:%SZ", into: "now"),
            RunbookCommand(words: command + ["--policy-document", policy]),
        ]
    }

    /// The last part of a resource name, behind its path.
    private static func name(in id: String?, after marker: String, or blank: String) -> Identifier {
        guard let id, id.hasPrefix("arn:"), let found = id.firstRange(of: marker) else { return .unknown(blank) }
        return Identifier(id[found.upperBound...].split(separator: "/").last.map(String.init), .name, or: blank)
    }

    /// Whether AWS could have given an access key this id.
    private static func isKey(_ text: String) -> Bool {
        (text.hasPrefix("AKIA") || text.hasPrefix("ASIA")) && (16...128).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
            }
    }
}
