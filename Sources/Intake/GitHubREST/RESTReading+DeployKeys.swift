import Inventory

/// `GET /repos/OWNER/NAME/keys`: keys that open one repository. The key itself is never kept.
extension RESTReading {
    mutating func readDeployKey(_ item: RESTItem) -> Bool {
        guard let number = item.number("id") else {
            item.note("a deploy key without a number; left out")
            return false
        }
        let fullName = repository(of: item)
        let repository = mention(repository: fullName, by: item)
        let id = GitHubID.deployKey(fullName, number)
        let isReadOnly = item.flag("read_only")
        var fact = EntityFact(
            id: id, kind: .token, name: item.text("title") ?? "deploy key \(number)", provenance: item.provenance)
        fact.parent = repository
        fact.created = item.time("created_at")
        fact.issued = fact.created
        fact.lastUsed = item.time("last_used")
        fact.attributes = attributes(
            ("type", "deploy key"), ("algorithm", algorithm(of: item)), ("read_only", isReadOnly.map(String.init)),
            ("added_by", item.part("added_by")), ("verified", item.flag("verified").map(String.init)),
            ("enabled", item.flag("enabled").map(String.init)))
        add(fact)
        if isReadOnly == true {
            addReading(of: repository, by: id, item)
        } else {
            // Not told is not the same as harmless.
            add(
                RelationFact(
                    .canWrite, from: id, to: repository, evidence: isReadOnly == nil ? .inferred : .configured,
                    provenance: item.provenance))
        }
        return true
    }

    /// The fact that `holder` can read a repository, which gives no control over it.
    mutating func addReading(of repository: String, by holder: String, _ item: RESTItem) {
        let kind = session.builder.relationKind(named: "can_read_repository")
        var fact = RelationFact(kind, from: holder, to: repository, evidence: .configured, provenance: item.provenance)
        fact.gain = Gain.none
        add(fact)
    }

    /// The first word of a public key, when it is one that OpenSSH knows (`ssh-keygen -t`).
    private func algorithm(of item: RESTItem) -> String? {
        let known = [
            "ssh-rsa", "ssh-dss", "ssh-ed25519", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521",
            "sk-ssh-ed25519@openssh.com", "sk-ecdsa-sha2-nistp256@openssh.com",
        ]
        let word = item.text("key")?.prefix { $0 != " " }
        return known.first { $0 == word.map(String.init) }
    }
}
