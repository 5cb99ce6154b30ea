import Inventory

/// `GET /orgs/ORG/actions/runners`, `/repos/OWNER/NAME/actions/runners`, `/orgs/ORG/actions/runner-groups` and the
/// runners of one group.
extension RESTReading {
    mutating func readRunner(_ item: RESTItem) -> Bool {
        guard let number = item.number("id") else {
            item.note("a runner without a number; left out")
            return false
        }
        let scope = runnerScope(of: item)
        let id = GitHubID.runner(scope, number)
        let name = item.text("name") ?? "runner \(number)"
        // The groups belong to the organisation; a repository's own runner is in none.
        let group = scope.repository == nil ? path.group ?? item.number("runner_group_id") : nil
        let labels = labels(of: item)
        let isEphemeral = item.flag("ephemeral")

        var fact = EntityFact(id: id, kind: .runner, name: name, provenance: item.provenance)
        if let repository = scope.repository {
            fact.parent = mention(repository: "\(scope.owner)/\(repository)", by: item)
        } else {
            fact.parent = mention(organization: scope.owner, by: item)
        }
        fact.flags = isEphemeral == true ? [.selfHosted, .ephemeral] : .selfHosted
        fact.attributes =
            labels.map { Attribute("label", $0) }
            + attributes(
                ("os", item.text("os")), ("status", item.text("status")), ("version", item.text("version")))
        add(fact)
        if let group {
            let groupID = mention(group: group, of: scope.owner, by: item)
            add(RelationFact(.contains, from: groupID, to: id, provenance: item.provenance))
        }
        session.estate.merge(
            RunnerRecord(
                id: id, scope: scope, number: number, name: name, group: group,
                labels: Set(labels.map { $0.lowercased() }), isEphemeral: isEphemeral, provenance: item.provenance))
        return true
    }

    mutating func readRunnerGroup(_ item: RESTItem) -> Bool {
        guard let number = item.number("id") else {
            item.note("a runner group without a number; left out")
            return false
        }
        let owner = owner(of: item, addresses: ["runners_url", "selected_repositories_url"])
        let id = mention(group: number, of: owner, by: item)
        let name = item.text("name")
        let visibility = item.text("visibility")
        let allowsPublic = item.flag("allows_public_repositories")
        let isRestricted = item.flag("restricted_to_workflows")
        let workflows = item.texts("selected_workflows")

        var fact = EntityFact(id: id, kind: .runnerGroup, name: name, provenance: item.provenance)
        fact.attributes =
            attributes(
                ("visibility", visibility), ("allows_public_repositories", allowsPublic.map(String.init)),
                ("restricted_to_workflows", isRestricted.map(String.init)),
                ("inherited", item.flag("inherited").map(String.init)))
            + workflows.map { Attribute("selected_workflow", $0) }
        add(fact)
        session.estate.merge(
            RunnerGroupRecord(
                id: id, owner: owner, number: number, name: name ?? "", visibility: visibility,
                allowsPublicRepositories: allowsPublic, selectedWorkflows: isRestricted == false ? [] : workflows,
                provenance: item.provenance))
        return true
    }

    /// Declares a runner group and its organisation; gives the group's id.
    @discardableResult
    mutating func mention(group number: Int64, of owner: String, by item: RESTItem) -> String {
        let id = GitHubID.runnerGroup(owner, number)
        let organization = mention(organization: owner, by: item)
        guard !isMentioned(id) else { return id }
        mention(id, .runnerGroup, name: nil, parent: organization, by: item)
        add(RelationFact(.owns, from: organization, to: id, provenance: item.provenance))
        return id
    }

    /// A list of runners does not say whose they are.
    private mutating func runnerScope(of item: RESTItem) -> GitHubScope {
        let place = place(of: item, addresses: ["url"])
        let isUntold = place.owner == nil && session.repository == nil
        let isGrouped = path.group != nil || isUntold && item.number("runner_group_id") != nil
        if place.repository == nil, place.owner != nil || isGrouped {
            return GitHubScope(owner: owner(in: place, by: item))
        }
        return scope(ofRepository: repository(in: place, by: item))
    }

    private func labels(of item: RESTItem) -> [String] {
        item.array("labels").compactMap { place, label in
            if let text = label.string { return text.isEmpty ? nil : text }
            return item.item(label, place).text("name")
        }
    }
}

extension RESTReading {
    /// A scope from `OWNER/NAME`.
    func scope(ofRepository fullName: String, environment: String? = nil) -> GitHubScope {
        let parts = fullName.split(separator: "/", maxSplits: 1)
        return GitHubScope(
            owner: parts.first.map(String.init) ?? Self.unknownOwner,
            repository: parts.count > 1 ? String(parts[1]) : fallbackName, environment: environment)
    }
}
