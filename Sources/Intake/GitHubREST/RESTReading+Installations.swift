import Inventory

/// `GET /orgs/ORG/installations`: apps, what they may do, and the keys they do it with.
extension RESTReading {
    mutating func readInstallation(_ item: RESTItem) -> Bool {
        guard let number = item.number("id") else {
            item.note("an installation without a number; left out")
            return false
        }
        let account = item.object("account")
        let login = account?.part("login").flatMap { RESTName.isOwner($0) ? $0 : nil }
        let owner = login ?? owner(of: item, addresses: ["html_url", "repositories_url"])
        let isUser = (account?.text("type") ?? item.text("target_type")) == "User"
        let id = GitHubID.installation(owner, number)
        let slug = item.part("app_slug")
        let permissions = item.object("permissions")?.textMembers ?? []
        let selection = item.text("repository_selection")

        var fact = EntityFact(id: id, kind: .serviceAccount, name: slug, provenance: item.provenance)
        let organization =
            isUser ? mention(login: owner, type: "User", by: item) : mention(organization: owner, by: item)
        fact.parent = organization
        // A suspension is not the end of it: one click takes it back.
        fact.created = item.time("created_at")
        fact.issued = fact.created
        fact.attributes =
            attributes(
                ("app_slug", slug), ("app_id", item.number("app_id").map { String($0) }),
                ("client_id", item.text("client_id")), ("repository_selection", selection),
                ("suspended_at", item.time("suspended_at")?.iso8601))
            + permissions.map { Attribute("permission", "\($0.key): \($0.value)") }
            + item.texts("events").map { Attribute("event", $0) }
        add(fact)
        open(
            Self.grantKey(installation: number), holder: id, rights: rights(permissions),
            everything: selection == "all" && !isUser ? organization : nil, by: item)
        addKey(of: id, slug: slug, by: item)
        return true
    }

    /// Every app has a private key that mints its tokens, and nothing lists those keys: one is inferred, so that it can
    /// be revoked.
    private mutating func addKey(of installation: String, slug: String?, by item: RESTItem) {
        let id = slug.map(GitHubID.appKey) ?? "\(installation)/private-key"
        var fact = EntityFact(
            id: id, kind: .token, name: "private key of \(slug ?? "the app")", provenance: item.provenance)
        fact.flags = .inferred
        if !isMentioned(id) { fact.attributes = attributes(("type", "app private key"), ("app_slug", slug)) }
        mark(id)
        add(fact)
        add(
            RelationFact(
                .authenticatesAs, from: id, to: installation, evidence: .inferred, provenance: item.provenance))
    }
}
