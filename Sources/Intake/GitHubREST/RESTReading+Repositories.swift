import Inventory

/// `GET /orgs/ORG/repos`, `/repos/OWNER/NAME`, and the lists of the repositories that something is shared with.
extension RESTReading {
    /// What a list of repositories is for, by the file's path; nil for repositories as such.
    private enum Sharing {
        /// Those that may use the runner group.
        case group(Int64)
        /// Those that see the organisation's secret.
        case secret(String)
        /// Those that the app installation, or the fine-grained token, may use.
        case grant(key: String)
        /// Those that the team works on.
        case team(String)
    }

    private var sharing: Sharing? {
        if let team = path.team { return .team(team) }
        if let secret = path.secret { return .secret(secret) }
        if let number = path.installation { return .grant(key: Self.grantKey(installation: number)) }
        if let number = path.tokenGrant { return .grant(key: Self.grantKey(token: number)) }
        return path.group.map(Sharing.group)
    }

    /// A list of repositories starts. An empty one says that there are none, which is not the same as not knowing.
    mutating func beginRepositories(_ list: RESTItem) {
        guard let sharing else { return }
        if case .grant(let key) = sharing {
            var grant = session.estate.grants[key] ?? RepositoryGrant()
            grant.repositories = grant.repositories ?? [:]
            session.estate.grants[key] = grant
        } else if list.value.count == 0 {
            share(nil, by: sharing, list)
        }
    }

    mutating func readRepository(_ item: RESTItem) -> Bool {
        guard let given = fullName(item) else {
            item.note("a repository without a name that GitHub allows; left out")
            return false
        }
        let fullName = spelling(given)
        if let sharing {
            share(fullName, by: sharing, item)
            describe(fullName, item, isBrief: true)
        } else {
            describe(fullName, item, isBrief: false)
        }
        return true
    }

    /// `OWNER/NAME` of a repository object.
    func fullName(_ item: RESTItem) -> String? {
        item.text("full_name").flatMap { RESTName.isFullName($0) ? $0 : nil }
    }

    /// Adds what a repository object says. A brief one, listed for another's sake, adds its properties only when no
    /// other answer gave them.
    mutating func describe(_ fullName: String, _ item: RESTItem, isBrief: Bool) {
        let id = mention(repository: fullName, by: item)
        let wasDescribed = session.estate.repositories[fullName.lowercased()]?.visibility != nil
        let isPrivate = item.flag("private")
        let visibility = item.text("visibility") ?? isPrivate.map { $0 ? "private" : "public" }
        let isArchived = item.flag("archived")
        let isFork = item.flag("fork")
        session.estate.merge(
            RepositoryRecord(
                fullName: fullName, visibility: visibility, isArchived: isArchived ?? false, isFork: isFork ?? false))
        if isBrief, wasDescribed { return }
        var fact = EntityFact(id: id, kind: .repository, name: fullName, provenance: item.provenance)
        fact.parent = addOwner(of: fullName, id, item)
        fact.created = item.time("created_at")
        fact.attributes = attributes(
            ("visibility", visibility), ("default_branch", item.text("default_branch")),
            ("archived", isArchived.map(String.init)), ("fork", isFork.map(String.init)),
            ("disabled", item.flag("disabled").flatMap { $0 ? "true" : nil }),
            ("pushed_at", item.time("pushed_at")?.iso8601))
        add(fact)
    }

    /// Adds the owner and what it has to do with the repository, when it is told whether it is an organisation or a
    /// person; gives its id.
    private mutating func addOwner(of fullName: String, _ id: String, _ item: RESTItem) -> String? {
        let name = String(fullName.prefix { $0 != "/" })
        let isListedByOrganization = path.isOrganization && path.owner?.lowercased() == name.lowercased()
        let type = item.object("owner")?.text("type") ?? (isListedByOrganization ? "Organization" : nil)
        guard type == "Organization" || type == "User" else { return nil }
        let owner = mention(login: name, type: type, by: item)
        let relation: RelationKind = type == "User" ? .administers : .owns
        add(RelationFact(relation, from: owner, to: id, provenance: item.provenance))
        return owner
    }

    private mutating func share(_ fullName: String?, by sharing: Sharing, _ item: RESTItem) {
        let repositories = Set([fullName?.lowercased()].compactMap(\.self))
        switch sharing {
        case .group(let number):
            let owner = listOwner(fullName, item)
            let id = GitHubID.runnerGroup(owner, number)
            mention(group: number, of: owner, by: item)
            session.estate.merge(
                RunnerGroupRecord(
                    id: id, owner: owner, number: number, name: "", selectedRepositories: repositories,
                    provenance: item.provenance))
        case .secret(let name):
            guard RESTName.isPart(name), !path.isOtherProduct else { return }
            addSlot(
                SecretRecord(
                    scope: GitHubScope(owner: listOwner(fullName, item)), name: name,
                    selectedRepositories: repositories, provenance: item.provenance), by: item)
        case .grant(let key):
            if let fullName { extend(key, with: fullName, by: item) }
        case .team(let slug):
            guard let fullName, RESTName.isPart(slug) else { return }
            let team = mention(team: slug, of: listOwner(fullName, item), by: item)
            addRights(of: team, on: mention(repository: fullName, by: item), item)
        }
    }

    /// The owner of what repositories are shared by: as the path says, else that of the repository itself.
    private mutating func listOwner(_ fullName: String?, _ item: RESTItem) -> String {
        if let owner = path.owner { return owner }
        if let fullName { return String(fullName.prefix { $0 != "/" }) }
        return owner(of: item, addresses: [])
    }
}

extension RESTReading {
    /// The named values that are there.
    func attributes(_ pairs: (name: String, value: String?)...) -> [Attribute] {
        pairs.compactMap { name, value in value.map { Attribute(name, $0) } }
    }
}
