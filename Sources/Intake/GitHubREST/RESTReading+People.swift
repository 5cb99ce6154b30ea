import Inventory

/// Organisations, teams, members and collaborators.
extension RESTReading {
    mutating func readOrganization(_ item: RESTItem) -> Bool {
        guard let login = item.part("login"), RESTName.isOwner(login) else {
            item.note("an organization without a login; left out")
            return false
        }
        let id = mention(organization: login, by: item)
        var fact = EntityFact(id: id, kind: .organization, provenance: item.provenance)
        fact.created = item.time("created_at")
        fact.attributes = attributes(
            ("default_repository_permission", item.text("default_repository_permission")),
            (
                "two_factor_requirement_enabled",
                item.flag("two_factor_requirement_enabled").map(String.init)
            ))
        add(fact)
        return true
    }

    /// An account, in a list of members, of a team's members, or of collaborators: the file's path tells which.
    mutating func readAccount(_ item: RESTItem) -> Bool {
        guard let login = item.part("login") else {
            item.note("an account without a login; left out")
            return false
        }
        let id = mention(login: login, type: item.text("type"), by: item)
        if let slug = path.team, path.lists("members"), RESTName.isPart(slug) {
            let team = mention(team: slug, of: owner(of: item, addresses: []), by: item)
            add(RelationFact(.memberOf, from: id, to: team, provenance: item.provenance))
        } else if path.lists("collaborators") || item.value.hasAny("role_name", "permissions") {
            let repository = mention(repository: repository(of: item, addresses: []), by: item)
            addRights(of: id, on: repository, item)
        } else if path.lists("members"), path.owner != nil {
            let organization = mention(organization: owner(of: item, addresses: []), by: item)
            add(RelationFact(.belongsTo, from: id, to: organization, provenance: item.provenance))
        }
        return true
    }

    /// `GET /orgs/ORG/memberships/LOGIN`: one person's role.
    mutating func readMembership(_ item: RESTItem) -> Bool {
        guard let login = item.object("user")?.part("login") else {
            item.note("a membership without an account; left out")
            return false
        }
        let told = item.object("organization")?.part("login").flatMap { RESTName.isOwner($0) ? $0 : nil }
        let name = told ?? owner(of: item, addresses: ["organization_url", "url"])
        let organization = mention(organization: name, by: item)
        let person = mention(login: login, type: item.object("user")?.text("type"), by: item)
        guard item.text("state") != "pending" else { return true }
        add(RelationFact(.belongsTo, from: person, to: organization, provenance: item.provenance))
        if item.text("role") == "admin" {
            add(RelationFact(.administers, from: person, to: organization, provenance: item.provenance))
        }
        return true
    }

    /// A team: the organisation's, or one that works on the repository whose list this is.
    mutating func readTeam(_ item: RESTItem) -> Bool {
        guard let slug = item.part("slug") else {
            item.note("a team without a name; left out")
            return false
        }
        let owner = owner(of: item, addresses: ["html_url", "url"])
        let id = mention(team: slug, of: owner, by: item)
        var fact = EntityFact(id: id, kind: .team, provenance: item.provenance)
        fact.attributes = attributes(("display_name", item.text("name")), ("privacy", item.text("privacy")))
        add(fact)
        if let parent = item.object("parent")?.part("slug") {
            let above = mention(team: parent, of: owner, by: item)
            add(RelationFact(.memberOf, from: id, to: above, provenance: item.provenance))
        }
        if let fullName = path.fullName {
            addRights(of: id, on: mention(repository: spelling(fullName), by: item), item)
        }
        return true
    }

    /// Declares a team and its organisation; gives the team's id.
    @discardableResult
    mutating func mention(team slug: String, of owner: String, by item: RESTItem) -> String {
        let id = GitHubID.team(owner, slug)
        let organization = mention(organization: owner, by: item)
        mention(id, .team, name: slug, parent: organization, by: item)
        return id
    }

    /// Adds what a role lets its holder do with a repository. Roles with names of their own count by their permissions.
    mutating func addRights(of holder: String, on repository: String, _ item: RESTItem) {
        let role = item.text("role_name") ?? item.text("permission")
        let permissions = item.object("permissions")
        func allows(_ names: String...) -> Bool {
            names.contains { $0 == role || permissions?.flag($0) == true }
        }
        if allows("admin") {
            add(right: .administers, role, of: holder, on: repository, item)
        } else if allows("maintain", "push", "write") {
            add(right: .canWrite, role, of: holder, on: repository, item)
        } else {
            addReading(of: repository, by: holder, item)
        }
    }

    private mutating func add(
        right: RelationKind, _ role: String?, of holder: String, on repository: String, _ item: RESTItem
    ) {
        var fact = RelationFact(right, from: holder, to: repository, provenance: item.provenance)
        fact.attributes = attributes(("role", role))
        add(fact)
    }
}
