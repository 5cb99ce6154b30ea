import Inventory

/// Kubernetes: service accounts and their tokens.
extension RunbookRecipe {
    static let kubernetes: [RunbookRecipe] = [
        RunbookRecipe(
            "Kubernetes service account",
            "https://kubernetes.io/docs/reference/access-authn-authz/service-accounts-admin/"
        ) {
            ($0.kind == .token || $0.kind == .serviceAccount) && $0.provider == .kubernetes
        } steps: {
            accountSteps($0)
        },
        RunbookRecipe("Kubernetes secret", "https://kubernetes.io/docs/concepts/configuration/secret/") {
            $0.kind == .secret && $0.provider == .kubernetes
        } steps: { subject in
            let name = Identifier(subject.entity.name, .name, or: "SECRET")
            let namespace = Identifier(subject.attribute("namespace"), .name, or: "NAMESPACE")
            return [
                RunbookStep(
                    .revoke,
                    "A new value does not end the old credential: revoke that with whoever issued it, as an item "
                        + "of its own. Deleting the token of a service account ends it.",
                    RunbookCommand(
                        "kubectl", "get", "secret", "\(name)", "--namespace", "\(namespace)", "--output",
                        "jsonpath={.type}")),
                RunbookStep(
                    .replace,
                    "Put the new value in with whatever made it (a controller writes its own over yours), and "
                        + "start the pods anew."
                ),
            ]
        },
    ]

    private static func accountSteps(_ subject: RunbookSubject) -> [RunbookStep] {
        let account = subject.kind == .token ? subject.account ?? subject.entity : subject.entity
        // system:serviceaccount:NAMESPACE:NAME, as the cluster itself writes it.
        let written = [account.id, account.name].first { $0.hasPrefix("system:serviceaccount:") }
        let parts = written?.split(separator: ":").map(String.init) ?? []
        func attribute(_ name: String) -> String? {
            account.attributes.first { $0.name == name }?.value ?? subject.attribute(name)
        }
        let last = account.id.hasPrefix("kubernetes/") ? account.id.split(separator: "/").last.map(String.init) : nil
        let name = Identifier(
            parts.count == 4 ? parts[3] : attribute("service_account") ?? last ?? account.name, .name, or: "NAME")
        let namespace = Identifier(parts.count == 4 ? parts[2] : attribute("namespace"), .name, or: "NAMESPACE")
        let user: CommandWord = "system:serviceaccount:\(namespace):\(name)"
        return [
            RunbookStep(
                .contain,
                "Take its rights away first: delete the bindings that name it. A client certificate in a "
                    + "kubeconfig cannot be revoked at all: only this, or a new certificate authority, ends what "
                    + "it can do.",
                RunbookCommand(
                    "kubectl", "get", "rolebindings,clusterrolebindings", "--all-namespaces", "--output", "wide"),
                RunbookCommand(
                    "kubectl", "delete", "rolebinding", "\(.unknown("BINDING"))", "--namespace", "\(namespace)"))
        ]
            + subject.replacing(
                "Give the jobs a new account, with the least rights and tokens that live an hour.",
                RunbookCommand(
                    "kubectl", "create", "serviceaccount", "\(.unknown("NEW_NAME"))", "--namespace", "\(namespace)"),
                RunbookCommand(
                    "kubectl", "create", "token", "\(.unknown("NEW_NAME"))", "--namespace", "\(namespace)",
                    "--duration",
                    "1h"))
            + [
                RunbookStep(
                    .revoke,
                    "Delete its long-lived tokens (secrets of type kubernetes.io/service-account-token), then the "
                        + "account: that ends every token bound to it. Made anew under the same name it is another "
                        + "account, and old tokens stay dead. Pods that use it have to be started anew.",
                    RunbookCommand(
                        "kubectl", "get", "secrets", "--namespace", "\(namespace)", "--field-selector",
                        "type=kubernetes.io/service-account-token"),
                    RunbookCommand(
                        "kubectl", "delete", "secret", "\(.unknown("TOKEN_SECRET"))", "--namespace", "\(namespace)"),
                    RunbookCommand("kubectl", "delete", "serviceaccount", "\(name)", "--namespace", "\(namespace)")),
                RunbookStep(
                    .check, "Nothing that matters is allowed.",
                    RunbookCommand(
                        "kubectl", "auth", "can-i", "--list", "--as", user, "--namespace", "\(namespace)")),
            ]
    }
}
