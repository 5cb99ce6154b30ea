import Inventory

/// Kubernetes: service accounts, their tokens, and secrets.
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
        } steps: {
            secretSteps($0)
        },
    ]

    private static func secretSteps(_ subject: RunbookSubject) -> [RunbookStep] {
        let name = Identifier(subject.entity.name, .name, or: "SECRET")
        let namespace = Identifier(subject.attribute("namespace"), .name, or: "NAMESPACE")
        return [
            RunbookStep(
                .contain, "See what it is; this prints no value.",
                RunbookCommand(
                    "kubectl", "get", "secret", "\(name)", "--namespace", "\(namespace)", "--output",
                    "jsonpath={.type} {.metadata.ownerReferences}")),
            RunbookStep(
                .replace,
                "Get a new credential from whoever issues it, and put it in with whatever made the secret (a "
                    + "controller writes its own over yours). Start the pods anew: they keep the old value in their "
                    + "environment."
            ),
            RunbookStep(
                .revoke,
                "A new value does not end the old credential: revoke that with whoever issued it, as an item "
                    + "of its own. Only where the type is kubernetes.io/service-account-token does deleting the secret "
                    + "end what is in it.",
                RunbookCommand(
                    "kubectl", "delete", "secret", "\(.unknown("TOKEN_SECRET"))", "--namespace", "\(namespace)")),
            RunbookStep(
                .check, "Only those may read it that must.",
                RunbookCommand(
                    "kubectl", "get", "rolebindings,clusterrolebindings", "--all-namespaces", "--output", "wide")),
        ]
    }

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
        return [
            RunbookStep(
                .contain,
                "Take its rights away first: delete the bindings that name it. One that names others too is edited "
                    + "instead, or they lose theirs. Keep what the second command prints: it is the way back. A "
                    + "client certificate in a kubeconfig cannot be revoked at all: only this, or a new certificate "
                    + "authority, ends what it can do.",
                RunbookCommand(
                    "kubectl", "get", "rolebindings,clusterrolebindings", "--all-namespaces", "--output", "wide"),
                RunbookCommand(
                    "kubectl", "get", "rolebinding", "\(.unknown("BINDING"))", "--namespace",
                    "\(.unknown("NAMESPACE_OF_BINDING"))", "--output", "yaml"),
                RunbookCommand(
                    "kubectl", "delete", "rolebinding", "\(.unknown("BINDING"))", "--namespace",
                    "\(.unknown("NAMESPACE_OF_BINDING"))"),
                RunbookCommand("kubectl", "delete", "clusterrolebinding", "\(.unknown("CLUSTER_BINDING"))"),
                RunbookCommand(
                    "kubectl", "edit", "rolebinding", "\(.unknown("SHARED_BINDING"))", "--namespace",
                    "\(.unknown("NAMESPACE_OF_BINDING"))"))
        ]
            + subject.replacing(
                "Give the jobs a new account, with the least rights and tokens that live an hour. A token that is "
                    + "bound to a secret can be ended alone later, by deleting that secret.",
                RunbookCommand(
                    "kubectl", "create", "serviceaccount", "\(.unknown("NEW_NAME"))", "--namespace", "\(namespace)"),
                RunbookCommand(
                    "kubectl", "create", "token", "\(.unknown("NEW_NAME"))", "--namespace", "\(namespace)",
                    "--duration", "1h", "--bound-object-kind", "Secret", "--bound-object-name",
                    "\(.unknown("SECRET_TO_BIND_TO"))"))
            + revoking(name, namespace)
    }

    private static func revoking(_ name: Identifier, _ namespace: Identifier) -> [RunbookStep] {
        let user: CommandWord = "system:serviceaccount:\(namespace):\(name)"
        return [
            RunbookStep(
                .revoke,
                "Delete its long-lived tokens: secrets of type kubernetes.io/service-account-token that name the "
                    + "account. A token that was bound to a pod or secret ends with that; one that was asked for with "
                    + "kubectl create token and is bound to nothing ends only when it expires, or with the account.",
                RunbookCommand(
                    "kubectl", "get", "secrets", "--namespace", "\(namespace)", "--field-selector",
                    "type=kubernetes.io/service-account-token", "--output",
                    "custom-columns=NAME:.metadata.name,MADE:.metadata.creationTimestamp,ABOUT:.metadata.annotations"
                ),
                RunbookCommand(
                    "kubectl", "delete", "secret", "\(.unknown("TOKEN_SECRET"))", "--namespace", "\(namespace)")),
            RunbookStep(
                .revoke,
                "Delete the account: that ends every token of it, within a minute or so. Made anew under the same name "
                    + "it is another account, and old tokens stay dead; its bindings hold for that one again. Pods "
                    + "that use it have to be started anew.",
                RunbookCommand("kubectl", "delete", "serviceaccount", "\(name)", "--namespace", "\(namespace)")),
            RunbookStep(
                .check, "Nothing that matters is allowed; look in every namespace that a binding named.",
                RunbookCommand(
                    "kubectl", "auth", "can-i", "--list", "--as", user, "--namespace", "\(namespace)")),
        ]
    }
}
