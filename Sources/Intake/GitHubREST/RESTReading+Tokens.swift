import Inventory

/// The tokens of people that an organisation can see: `GET /orgs/ORG/personal-access-tokens`, the requests for them,
/// and `/orgs/ORG/credential-authorizations` (classic tokens and SSH keys, where single sign-on is in use).
extension RESTReading {
    mutating func readPersonalToken(_ item: RESTItem) -> Bool {
        let permissions = permissions(of: item)
        let organization = owner(of: item, addresses: ["repositories_url"])
        guard var fact = personalToken(item, of: organization, permissions) else { return false }
        fact.issued = item.time("access_granted_at")
        add(fact)
        let selection = item.text("repository_selection")
        guard let grant = item.number("id"), selection != "none" else { return true }
        open(
            Self.grantKey(token: grant), holder: fact.id, rights: rights(permissions),
            everything: selection == "all" ? mention(organization: organization, by: item) : nil, by: item)
        return true
    }

    /// A request gives nothing yet: what is asked for stays an attribute.
    mutating func readTokenRequest(_ item: RESTItem) -> Bool {
        let organization = owner(of: item, addresses: ["repositories_url"])
        guard var fact = personalToken(item, of: organization, permissions(of: item)) else { return false }
        fact.attributes += attributes(
            ("request", "pending"), ("requested_at", item.time("created_at")?.iso8601),
            ("request_reason", item.text("reason")))
        add(fact)
        return true
    }

    private mutating func personalToken(
        _ item: RESTItem, of organization: String, _ permissions: [(key: String, value: String)]
    ) -> EntityFact? {
        guard let number = item.number("token_id") ?? item.number("id") else {
            item.note("a token without a number; left out")
            return nil
        }
        let id = GitHubID.personalToken(organization, number)
        let account = item.object("owner")
        let login = account?.part("login")
        let isExpired = item.flag("token_expired")
        var fact = EntityFact(
            id: id, kind: .token, name: item.text("token_name") ?? "token \(number)", provenance: item.provenance)
        fact.parent = mention(organization: organization, by: item)
        fact.owner = login
        fact.expires = item.time("token_expires_at")
        fact.lastUsed = item.time("token_last_used_at")
        fact.attributes =
            attributes(
                ("type", "fine-grained token"), ("repository_selection", item.text("repository_selection")),
                ("token_expired", isExpired.map(String.init)))
            + permissions.map { Attribute("permission", "\($0.key): \($0.value)") }
        if isExpired == true, fact.expires == nil {
            item.note("an expired token without the time at which it expired; taken as still usable")
        }
        if let login {
            let person = mention(login: login, type: account?.text("type"), by: item)
            add(RelationFact(.issuedTo, from: id, to: person, provenance: item.provenance))
        }
        return fact
    }

    /// The permissions of all three groups.
    private func permissions(of item: RESTItem) -> [(key: String, value: String)] {
        guard let groups = item.object("permissions") else { return [] }
        return ["organization", "repository", "other"].flatMap { groups.object($0)?.textMembers ?? [] }
    }

    /// The last eight characters of a token are part of a secret: they are not read.
    mutating func readCredential(_ item: RESTItem) -> Bool {
        guard let number = item.number("credential_id") else {
            item.note("a credential without a number; left out")
            return false
        }
        let organization = owner(of: item, addresses: [])
        let parent = mention(organization: organization, by: item)
        let id = GitHubID.authorizedCredential(organization, number)
        let type = item.text("credential_type")
        let login = item.part("login")
        let name = item.text("authorized_credential_note") ?? item.text("authorized_credential_title")
        var fact = EntityFact(
            id: id, kind: .token, name: name ?? "\(type ?? "credential") \(number)", provenance: item.provenance)
        fact.parent = parent
        fact.owner = login
        fact.issued = item.time("credential_authorized_at")
        fact.lastUsed = item.time("credential_accessed_at")
        fact.expires = item.time("authorized_credential_expires_at")
        fact.attributes =
            attributes(("type", type), ("fingerprint", item.text("fingerprint")))
            + item.texts("scopes").map { Attribute("scope", $0) }
        add(fact)
        if let login {
            let person = mention(login: login, type: "User", by: item)
            add(RelationFact(.authenticatesAs, from: id, to: person, provenance: item.provenance))
        }
        return true
    }
}
