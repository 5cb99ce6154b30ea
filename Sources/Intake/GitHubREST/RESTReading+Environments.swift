import Inventory

/// `GET /repos/OWNER/NAME/environments`: where jobs deploy to, and what stands before it.
extension RESTReading {
    mutating func readEnvironment(_ item: RESTItem) -> Bool {
        guard let name = item.text("name"), name.utf8.count <= RESTName.longest else {
            item.note("an environment without a name; left out")
            return false
        }
        let repository = repository(of: item, addresses: ["url", "html_url"])
        let id = mention(environment: name, of: repository, by: item)
        var fact = EntityFact(id: id, kind: .environment, name: name, provenance: item.provenance)
        fact.created = item.time("created_at")
        fact.attributes = attributes(("can_admins_bypass", item.flag("can_admins_bypass").map(String.init)))

        var gates: [String] = []
        var wait: String?
        for rule in item.objects("protection_rules") {
            switch rule.text("type") {
            case "required_reviewers":
                let reviewers = addReviewers(rule, of: id, repository)
                if reviewers > 0 { gates.append("\(reviewers) required reviewer\(reviewers == 1 ? "" : "s")") }
                fact.attributes += [Attribute("required_reviewers", String(reviewers))]
                fact.attributes += attributes(
                    ("prevent_self_review", rule.flag("prevent_self_review").map(String.init)))
            case "wait_timer":
                guard let minutes = rule.number("wait_timer") else { break }
                wait = "\(minutes) minutes' wait"
                fact.attributes.append(Attribute("wait_minutes", String(minutes)))
            case "branch_policy", nil: break
            case let other?: fact.attributes.append(Attribute("protection_rule", other))
            }
        }
        if let policy = branchPolicy(item) {
            gates.append(policy)
            fact.attributes.append(Attribute("branch_policy", policy))
        }
        // A wait passes by itself: it stops nobody.
        if let wait, !gates.isEmpty { gates.append(wait) }
        let protection = gates.isEmpty ? nil : gates.joined(separator: ", ")
        fact.attributes += attributes(("protection", protection))
        add(fact)
        session.estate.environments.append(
            EnvironmentRecord(
                scope: scope(ofRepository: repository, environment: name), protection: protection,
                provenance: item.provenance))
        return true
    }

    /// Declares an environment and its repository; gives the environment's id.
    @discardableResult
    mutating func mention(environment name: String, of fullName: String, by item: RESTItem) -> String {
        let id = GitHubID.environment(fullName, name)
        let repository = mention(repository: fullName, by: item)
        mention(id, .environment, name: name, parent: repository, by: item)
        return id
    }

    /// Adds who protects the environment; gives how many.
    private mutating func addReviewers(_ rule: RESTItem, of environment: String, _ fullName: String) -> Int {
        var count = 0
        for entry in rule.objects("reviewers") {
            guard let reviewer = entry.object("reviewer") else { continue }
            count += 1
            let id: String
            if let login = reviewer.part("login") {
                id = mention(login: login, type: reviewer.text("type") ?? entry.text("type"), by: reviewer)
            } else if let slug = reviewer.part("slug") {
                id = mention(team: slug, of: String(fullName.prefix { $0 != "/" }), by: reviewer)
            } else {
                entry.note("a reviewer without a name; counted only")
                continue
            }
            add(RelationFact(.protects, from: id, to: environment, provenance: entry.provenance))
        }
        return count
    }

    private func branchPolicy(_ item: RESTItem) -> String? {
        guard let policy = item.object("deployment_branch_policy") else { return nil }
        if policy.flag("protected_branches") == true { return "protected branches only" }
        return policy.flag("custom_branch_policies") == true ? "selected branches only" : nil
    }
}
