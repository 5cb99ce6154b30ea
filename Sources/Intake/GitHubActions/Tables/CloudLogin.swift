/// Well-known actions that trade a job's identity token for a cloud identity.
struct CloudLogin {
    enum Provider: String {
        case aws, gcp, azure, vault
    }

    /// One action.
    struct Row {
        /// `owner/repo` in lower case.
        let action: String
        let provider: Provider
        /// The inputs that name the identity: the first that is given counts.
        let identity: [String]
        /// The input that says how many seconds the session lasts.
        let duration: [String]
        /// When the action says nothing.
        let defaultSeconds: UInt32
        /// Inputs that, when given, mean that a stored key is used instead of the job's identity token.
        let storedKeys: [String]
    }

    /// See each action's own `action.yml`.
    static let table: [Row] = [
        Row(
            action: "aws-actions/configure-aws-credentials", provider: .aws, identity: ["role-to-assume"],
            duration: ["role-duration-seconds"], defaultSeconds: 3_600,
            storedKeys: ["aws-access-key-id", "aws-secret-access-key", "web-identity-token-file"]),
        Row(
            action: "google-github-actions/auth", provider: .gcp,
            identity: ["service_account", "workload_identity_provider"],
            duration: ["access_token_lifetime", "token_lifetime", "id_token_lifetime"], defaultSeconds: 3_600,
            storedKeys: ["credentials_json"]),
        Row(
            action: "azure/login", provider: .azure, identity: ["client-id"], duration: [], defaultSeconds: 3_600,
            storedKeys: ["creds"]),
        Row(
            action: "hashicorp/vault-action", provider: .vault, identity: ["role"], duration: [],
            defaultSeconds: 3_600, storedKeys: ["token", "secretid", "githubtoken"]),
    ]

    /// The row of the action that `step` uses, when the step names an identity.
    static func login(of step: StepDefinition) -> Row? {
        guard let slug = step.uses.flatMap({ ActionReference($0.value) })?.slug,
            let row = table.first(where: { $0.action == slug }),
            row.identity.contains(where: { step.inputs[$0] != nil })
        else { return nil }
        if row.provider == .vault {
            guard let method = step.inputs["method"]?.value.text?.lowercased(), method == "jwt" else { return nil }
        }
        return row
    }

    /// Seconds from `3600` or `3600s`; nil for anything else, or more than a week.
    static func seconds(_ text: String) -> UInt32? {
        guard let seconds = UInt32(text.hasSuffix("s") ? String(text.dropLast()) : text), seconds <= 604_800 else {
            return nil
        }
        return seconds
    }
}
