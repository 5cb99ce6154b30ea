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
        let cluster = KubernetesCluster(subject)
        return [
            RunbookStep(
                .contain, "See what it is; this prints no value. " + cluster.words,
                cluster.command(
                    "get", "secret", "\(name)", "--namespace", "\(namespace)", "--output",
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
                    + "end what is in it: the command deletes none of another type.",
                cluster.command(
                    "delete", "secrets", "--namespace", "\(namespace)", "--field-selector",
                    "metadata.name=\(name),type=kubernetes.io/service-account-token")),
            RunbookStep(
                .check, "Only those may read it that must.",
                cluster.command(
                    "get", "rolebindings,clusterrolebindings", "--all-namespaces", "--output", "wide")),
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
        let cluster = KubernetesCluster(subject)
        return [
            RunbookStep(
                .contain,
                cluster.words
                    + " Take its rights away first: delete the bindings that name it. One that names others too is edited "
                    + "instead, or they lose theirs. Keep what the second command prints: it is the way back. A "
                    + "client certificate in a kubeconfig cannot be revoked at all: only this, or a new certificate "
                    + "authority, ends what it can do.",
                cluster.command(
                    "get", "rolebindings,clusterrolebindings", "--all-namespaces", "--output", "wide"),
                cluster.command(
                    "get", "rolebinding", "\(.unknown("BINDING"))", "--namespace",
                    "\(.unknown("NAMESPACE_OF_BINDING"))", "--output", "yaml"),
                cluster.command(
                    "delete", "rolebinding", "\(.unknown("BINDING"))", "--namespace",
                    "\(.unknown("NAMESPACE_OF_BINDING"))"),
                cluster.command("delete", "clusterrolebinding", "\(.unknown("CLUSTER_BINDING"))"),
                cluster.command(
                    "edit", "rolebinding", "\(.unknown("SHARED_BINDING"))", "--namespace",
                    "\(.unknown("NAMESPACE_OF_BINDING"))"))
        ]
            + subject.replacing(
                "Give the jobs a new account, with the least rights and tokens that live an hour. A token that is "
                    + "bound to a secret can be ended alone later, by deleting that secret.",
                cluster.command(
                    "create", "serviceaccount", "\(.unknown("NEW_NAME"))", "--namespace", "\(namespace)"),
                cluster.command(
                    "create", "token", "\(.unknown("NEW_NAME"))", "--namespace", "\(namespace)",
                    "--duration", "1h", "--bound-object-kind", "Secret", "--bound-object-name",
                    "\(.unknown("SECRET_TO_BIND_TO"))"))
            + revoking(name, namespace, in: cluster)
    }

    private static func revoking(
        _ name: Identifier, _ namespace: Identifier, in cluster: KubernetesCluster
    ) -> [RunbookStep] {
        let user: CommandWord = "system:serviceaccount:\(namespace):\(name)"
        return [
            RunbookStep(
                .revoke,
                "Delete its long-lived tokens: secrets of type kubernetes.io/service-account-token that name the "
                    + "account. A token that was bound to a pod or secret ends with that; one that was asked for with "
                    + "kubectl create token and is bound to nothing ends only when it expires, or with the account.",
                cluster.command(
                    "get", "secrets", "--namespace", "\(namespace)", "--field-selector",
                    "type=kubernetes.io/service-account-token", "--output",
                    "custom-columns=NAME:.metadata.name,MADE:.metadata.creationTimestamp,ABOUT:.metadata.annotations"
                ),
                cluster.command(
                    "delete", "secret", "\(.unknown("TOKEN_SECRET"))", "--namespace", "\(namespace)")),
            RunbookStep(
                .revoke,
                "Delete the account: that ends every token of it, within a minute or so. Made anew under the same name "
                    + "it is another account, and old tokens stay dead; its bindings hold for that one again. Pods "
                    + "that use it have to be started anew.",
                cluster.command("delete", "serviceaccount", "\(name)", "--namespace", "\(namespace)")),
            RunbookStep(
                .check, "Nothing that matters is allowed; look in every namespace that a binding named.",
                cluster.command(
                    "auth", "can-i", "--list", "--as", user, "--namespace", "\(namespace)")),
        ]
    }
}

/// The cluster that the commands go to: kubectl would take whichever was chosen last.
private struct KubernetesCluster {
    private let context: Identifier

    init(_ subject: RunbookSubject) {
        let names: Set = ["context", "kube_context", "cluster", "cluster_name"]
        let told = subject.account?.attributes.first { names.contains($0.name) && !$0.value.isEmpty }?.value
        context = Identifier(
            subject.attribute("context", "kube_context", "cluster", "cluster_name") ?? told, .address, or: "CONTEXT")
    }

    /// What the reader has to know of it.
    var words: String {
        context.text == nil
            ? "CONTEXT is the cluster as your own configuration calls it: kubectl config get-contexts."
            : "The cluster is called as the sources call it: where your own configuration calls it otherwise "
                + "(kubectl config get-contexts), kubectl refuses."
    }

    func command(_ words: CommandWord...) -> RunbookCommand {
        RunbookCommand(words: ["kubectl", "--context", "\(context)"] + words)
    }
}
