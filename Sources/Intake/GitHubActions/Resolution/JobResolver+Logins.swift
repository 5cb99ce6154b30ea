extension JobResolver {
    /// The cloud identities that `step` asks for in any of `scopes`.
    func logins(
        _ row: CloudLogin.Row, of step: StepDefinition, in scopes: [ExpressionScope], isAllowed: Bool
    ) -> [ResolvedJob.Login] {
        func known(_ input: String) -> String? {
            guard let value = step.inputs[input]?.value else { return nil }
            let values = Self.values(of: value, in: scopes).values
            return values.count == 1 ? values.first?.text : nil
        }
        let usesStoredKey = row.storedKeys.contains { input in
            step.inputs[input].map { $0.value != .null && $0.value != .string("") } ?? false
        }
        let seconds = row.duration.lazy.compactMap { known($0).flatMap(CloudLogin.seconds) }.first
        // The first input that is given and not always empty names the identity.
        var written: ExpressionValue?
        var values = PossibleValues()
        for input in row.identity where written == nil {
            guard let given = step.inputs[input]?.value else { continue }
            values = PossibleValues(
                Self.values(of: given, in: scopes).values.filter { $0.truth != false })
            if !values.values.isEmpty { written = given }
        }
        guard let written else { return [] }
        var attributes: [String: String] = [:]
        for input in ["aws-region", "tenant-id", "subscription-id", "project_id", "workload_identity_provider", "url"] {
            if let text = known(input), !text.isEmpty { attributes[input] = text }
        }
        return values.values.map { value in
            ResolvedJob.Login(
                provider: row.provider, identity: Self.identity(value.text, row.provider, attributes),
                written: written.inOneLine, sessionSeconds: seconds ?? row.defaultSeconds,
                usesStoredKey: usesStoredKey, isAllowed: isAllowed, attributes: attributes)
        }
    }

    /// The id of the identity called `name`: what its provider calls it.
    private static func identity(
        _ name: String?, _ provider: CloudLogin.Provider, _ attributes: [String: String]
    ) -> String? {
        guard let name, !name.isEmpty else { return nil }
        switch provider {
        case .vault: return "vault:\(attributes["url"] ?? "unknown")#\(name)"
        case .aws, .gcp, .azure: return name
        }
    }
}
