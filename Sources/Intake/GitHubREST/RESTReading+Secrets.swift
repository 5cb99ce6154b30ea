import Inventory

/// The slots of secrets: `GET …/actions/secrets` of organisations and repositories, `…/environments/ENV/secrets`, and
/// `/repos/OWNER/NAME/actions/organization-secrets`, the organisation's that the repository sees.
extension RESTReading {
    mutating func readSecret(_ item: RESTItem) -> Bool {
        let selection = item.text("selected_repositories_url").map(RESTPlace.init(address:))
        if path.isOtherProduct || selection?.isOtherProduct == true {
            notes.noteOnce("secrets of Dependabot and Codespaces are not read", at: item.location)
            return false
        }
        guard let name = item.part("name") else {
            item.note("a secret without a name; left out")
            return false
        }
        var record = SecretRecord(
            scope: GitHubScope(owner: ""), name: name, created: item.time("created_at"),
            updated: item.time("updated_at"), visibility: item.text("visibility"), provenance: item.provenance)
        if path.isShared {
            let repository = repository(of: item, addresses: [])
            record.scope.owner = String(repository.prefix { $0 != "/" })
            record.selectedRepositories = [repository.lowercased()]
            mention(repository: repository, by: item)
        } else if isOrganizationSecret(item) {
            record.scope.owner = owner(of: item, addresses: ["selected_repositories_url"])
        } else {
            record.scope = scope(ofRepository: repository(of: item), environment: path.environment)
        }
        addSlot(record, by: item)
        return true
    }

    /// Only an organisation's secret says who sees it.
    private func isOrganizationSecret(_ item: RESTItem) -> Bool {
        if item.value.hasAny("visibility", "selected_repositories_url") { return true }
        return item.context.owner != nil && item.context.repository == nil
    }

    /// Adds the slot's entity, what owns or grants it, and its record.
    mutating func addSlot(_ record: SecretRecord, by item: RESTItem) {
        let scope = record.scope
        let id = GitHubID.secret(scope, record.name)
        var fact = EntityFact(id: id, kind: .secret, name: record.name, provenance: item.provenance)
        fact.created = record.created
        if let updated = record.updated, updated != record.created { fact.rotated = updated }
        fact.attributes = attributes(("visibility", record.visibility))
        if let repository = scope.repository {
            fact.parent = mention(repository: "\(scope.owner)/\(repository)", by: item)
            if let environment = scope.environment {
                let granting = mention(environment: environment, of: "\(scope.owner)/\(repository)", by: item)
                fact.parent = granting
                add(RelationFact(.grants, from: granting, to: id, provenance: item.provenance))
            }
        } else {
            let organization = mention(organization: scope.owner, by: item)
            fact.parent = organization
            add(RelationFact(.owns, from: organization, to: id, provenance: item.provenance))
        }
        add(fact)
        session.estate.merge(record)
    }
}
