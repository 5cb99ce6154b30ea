import Inventory

extension GitHubLinker.Pass {
    /// Describes every action that a job uses, and adds which of them a repository of the estate publishes.
    mutating func linkActions() {
        let known = repositories
        var done: Set<String> = []
        for (_, job) in jobs.sorted(by: { $0.key < $1.key }) {
            for use in job.resolved.uses where done.insert(use.value.id).inserted {
                describe(use.value, use.provenance)
                publish(use.value, use.provenance, known)
            }
        }
    }

    private mutating func describe(_ reference: ActionReference, _ provenance: Provenance) {
        var fact = EntityFact(id: reference.id, kind: nil, provenance: provenance)
        fact.attributes = [
            Attribute("pin", reference.pin.rawValue),
            Attribute("first_party", reference.isFirstParty ? "true" : "false"),
        ]
        if case .remote(let repository, let path, let name) = reference.target {
            fact.attributes.append(Attribute("repository", repository))
            if !path.isEmpty { fact.attributes.append(Attribute("path", path)) }
            fact.attributes.append(Attribute("ref", name))
            if path.contains(".github/workflows/") { fact.attributes.append(Attribute("reusable_workflow", "true")) }
        }
        if case .local(let path) = reference.target, path.contains(".github/workflows/") {
            fact.attributes.append(Attribute("reusable_workflow", "true"))
        }
        add(fact)
    }

    /// Whoever writes to the repository of an action changes what its users run, unless they name it by its digest.
    private mutating func publish(_ reference: ActionReference, _ provenance: Provenance, _ known: [String: String]) {
        let repository: String
        switch reference.target {
        case .remote(let name, _, _): repository = name
        case .local:
            guard let home = reference.home else { return }
            repository = home
        case .image: return
        }
        guard let name = known[repository.lowercased()] else { return }
        addRepository(name, provenance)
        var fact = RelationFact(
            .publishes, from: GitHubID.repository(name), to: reference.id, provenance: provenance)
        if reference.pin == .digest { fact.gain = Gain.none }
        add(fact)
    }

    /// Every repository that some source names, as written, by its name in lower case.
    var repositories: [String: String] {
        var names = estate.repositories.mapValues(\.fullName)
        for record in estate.workflows.values { names[record.repository.lowercased()] = record.repository }
        for record in estate.actions.values { names[record.repository.lowercased()] = record.repository }
        return names
    }
}
