import Inventory

/// `GET …/actions/permissions`, `…/permissions/workflow`, `…/actions/oidc/customization/sub`: what an organisation or a
/// repository allows its workflows.
extension RESTReading {
    mutating func readWorkflowPermissions(_ item: RESTItem) -> Bool {
        let (name, id) = subject(of: item)
        let level = item.text("default_workflow_permissions")
        if let level, level == "read" || level == "write" {
            session.estate.defaultTokenPermissions[name.lowercased()] = level
        } else if level != nil {
            item.note("default workflow permissions that are neither read nor write; left out")
        }
        state(
            attributes(
                ("default_workflow_permissions", level),
                ("can_approve_pull_request_reviews", item.flag("can_approve_pull_request_reviews").map(String.init))),
            of: id, item)
        return true
    }

    mutating func readActionsPermissions(_ item: RESTItem) -> Bool {
        let (_, id) = subject(of: item, addresses: ["selected_repositories_url", "selected_actions_url"])
        let repositories = item.text("enabled_repositories")
        let isAboutRunners = path.lists("self-hosted-runners")
        state(
            attributes(
                (isAboutRunners ? "repositories_with_own_runners" : "actions_enabled_repositories", repositories),
                ("actions_enabled", item.flag("enabled").map(String.init)),
                ("allowed_actions", item.text("allowed_actions")),
                ("sha_pinning_required", item.flag("sha_pinning_required").map(String.init))),
            of: id, item)
        return true
    }

    mutating func readIdentityTokenSettings(_ item: RESTItem) -> Bool {
        let (_, id) = subject(of: item)
        state(
            item.texts("include_claim_keys").map { Attribute("oidc_claim_key", $0) }
                + attributes(
                    ("oidc_use_default", item.flag("use_default").map(String.init)),
                    ("oidc_immutable_subject", item.flag("use_immutable_subject").map(String.init))),
            of: id, item)
        return true
    }

    /// The repository or organisation that a setting belongs to: its name and its entity's id. Settings hold no address
    /// of their own.
    private mutating func subject(of item: RESTItem, addresses: [String] = []) -> (name: String, id: String) {
        let place = place(of: item, addresses: addresses)
        let isOrganization = place.repository == nil && (place.owner != nil || item.has("enabled_repositories"))
        if isOrganization {
            let name = owner(in: place, by: item)
            return (name, mention(organization: name, by: item))
        }
        let name = repository(in: place, by: item)
        return (name, mention(repository: name, by: item))
    }

    private mutating func state(_ attributes: [Attribute], of id: String, _ item: RESTItem) {
        var fact = EntityFact(id: id, kind: nil, provenance: item.provenance)
        fact.attributes = attributes
        add(fact)
    }
}
