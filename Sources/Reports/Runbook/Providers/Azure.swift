import Inventory

/// Azure: applications, their secrets and certificates, and who may sign in as them without one.
extension RunbookRecipe {
    static let azure: [RunbookRecipe] = [
        RunbookRecipe("Azure application secret", "https://learn.microsoft.com/cli/azure/ad/app/credential") {
            $0.kind == .token && $0.provider == .azure
        } steps: {
            secretSteps($0)
        },
        RunbookRecipe("Azure application", "https://learn.microsoft.com/cli/azure/ad/app/federated-credential") {
            $0.kind == .serviceAccount && $0.provider == .azure
        } steps: {
            applicationSteps($0)
        },
    ]

    private static func secretSteps(_ subject: RunbookSubject) -> [RunbookStep] {
        let application = applicationID(subject.account ?? subject.entity)
        let key = Identifier(subject.attribute("key_id", "keyid", "keyId").flatMap(uuid), .code, or: "KEY_ID")
        return subject.replacing(
            "Make a new secret beside the old one; without --append all others are deleted at once. Better is a "
                + "federated credential, and no secret.",
            RunbookCommand("az", "ad", "app", "credential", "reset", "--id", "\(application)", "--append"))
            + [
                RunbookStep(
                    .revoke,
                    "Delete the old secret; add --cert for a certificate. Access tokens made with it live on, "
                        + "usually 60 to 90 minutes.",
                    RunbookCommand("az", "ad", "app", "credential", "list", "--id", "\(application)"),
                    RunbookCommand(
                        "az", "ad", "app", "credential", "delete", "--id", "\(application)", "--key-id", "\(key)")),
                RunbookStep(
                    .check, "Only secrets that you made are listed.",
                    RunbookCommand("az", "ad", "app", "credential", "list", "--id", "\(application)")),
            ]
    }

    private static func applicationSteps(_ subject: RunbookSubject) -> [RunbookStep] {
        let application = applicationID(subject.entity)
        return [
            RunbookStep(
                .contain,
                "Block signing in as it; this can be undone. Access tokens that it has live on, usually 60 to 90 "
                    + "minutes.",
                RunbookCommand("az", "ad", "sp", "update", "--id", "\(application)", "--set", "accountEnabled=false")),
            RunbookStep(
                .revoke,
                "Delete secrets, and trust in pipelines, that you do not know. For GitHub the subject of a "
                    + "federated credential should name one repository and one branch or environment "
                    + "(repo:OWNER/NAME:environment:NAME). A managed identity keeps its own: az identity "
                    + "federated-credential.",
                RunbookCommand("az", "ad", "app", "credential", "list", "--id", "\(application)"),
                RunbookCommand("az", "ad", "app", "federated-credential", "list", "--id", "\(application)"),
                RunbookCommand(
                    "az", "ad", "app", "federated-credential", "delete", "--id", "\(application)",
                    "--federated-credential-id", "\(.unknown("CREDENTIAL_ID"))")),
            RunbookStep(
                .replace, "Let it sign in again.",
                RunbookCommand("az", "ad", "sp", "update", "--id", "\(application)", "--set", "accountEnabled=true")),
            RunbookStep(
                .check, "Whether it may sign in, and what it may do.",
                RunbookCommand(
                    "az", "ad", "sp", "show", "--id", "\(application)", "--query", "accountEnabled"),
                RunbookCommand("az", "role", "assignment", "list", "--all", "--assignee", "\(application)")),
        ]
    }

    /// The application's id: what a collector calls so, else the entity's own id.
    private static func applicationID(_ entity: Entity) -> Identifier {
        let names = ["appid", "app_id", "client_id", "clientid", "appId"]
        let told = entity.attributes.first { names.contains($0.name) && uuid($0.value) != nil }?.value
        return Identifier(told ?? uuid(entity.id), .code, or: "APPLICATION_ID")
    }

    /// The text where it is a UUID.
    private static func uuid(_ text: String) -> String? {
        let lengths = text.split(separator: "-", omittingEmptySubsequences: false).map(\.utf8.count)
        let isHexadecimal = text.utf8.allSatisfy { $0 == UInt8(ascii: "-") || Character(Unicode.Scalar($0)).isHexDigit }
        return lengths == [8, 4, 4, 4, 12] && isHexadecimal ? text : nil
    }
}
