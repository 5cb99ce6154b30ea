import Inventory

extension GitHubLinker.Pass {
    /// Adds every slot with the credentials that it must have held, and who sees it.
    mutating func linkSecrets() {
        for slot in slots.all {
            guard let record = slots.record(of: slot) else { continue }
            declare(slot, record)
            addCredentials(of: slot, record.provenance)
        }
        for (slot, provenance) in guessedSlots.values.sorted(by: { $0.slot.id < $1.slot.id }) {
            var fact = EntityFact(id: slot.id, kind: nil, provenance: provenance)
            fact.attributes = [Attribute("scope", "not collected")]
            add(fact)
            addCredentials(of: slot, provenance)
        }
        for (_, name) in repositories.sorted(by: { $0.key < $1.key }) { exposeSlots(of: name) }
    }

    private mutating func declare(_ slot: SlotTable.Slot, _ record: SecretRecord) {
        var fact = EntityFact(id: slot.id, kind: .secret, name: slot.name, provenance: record.provenance)
        fact.provider = "github"
        fact.created = record.created
        fact.rotated = record.updated
        if let repository = slot.scope.fullName {
            addRepository(repository, record.provenance)
            fact.parent = GitHubID.repository(repository)
        } else {
            let owner = GitHubID.organization(slot.scope.owner)
            add(EntityFact(id: owner, kind: .organization, name: slot.scope.owner, provenance: record.provenance))
            fact.parent = owner
            add(RelationFact(.owns, from: owner, to: slot.id, provenance: record.provenance))
        }
        if let repository = slot.scope.fullName, let environment = slot.scope.environment {
            let id = GitHubID.environment(repository, environment)
            var entity = EntityFact(id: id, kind: .environment, name: environment, provenance: record.provenance)
            entity.parent = GitHubID.repository(repository)
            add(entity)
            fact.parent = id
            add(RelationFact(.grants, from: id, to: slot.id, provenance: record.provenance))
        }
        add(fact)
    }

    private mutating func addCredentials(of slot: SlotTable.Slot, _ provenance: Provenance) {
        guard !slotsWithKnownTokens.contains(slot.id) else { return }
        for credential in slots.credentials(in: slot) {
            var token = EntityFact(
                id: credential.id, kind: .token, name: "credential in \(slot.name)", provenance: provenance)
            token.parent = slot.id
            token.flags = [.inferred]
            add(token)
            add(
                RelationFact(
                    .holds, from: slot.id, to: credential.id, valid: credential.placed, evidence: .inferred,
                    provenance: provenance))
        }
    }

    /// A workflow that someone pushes reads every slot of the repository and those that its owner shares with it.
    private mutating func exposeSlots(of repository: String) {
        let id = GitHubID.repository(repository)
        let read = readSlots[repository.lowercased()] ?? []
        for slot in slots.visibleSlots(repository: repository) {
            guard let record = slots.record(of: slot), slot.isCertain || read.contains(slot.id) else { continue }
            addRepository(repository, record.provenance)
            add(
                RelationFact(
                    .exposes, from: id, to: slot.id, evidence: slot.isCertain ? nil : .inferred,
                    provenance: record.provenance))
        }
        for (slot, provenance) in guessedSlots.values.sorted(by: { $0.slot.id < $1.slot.id })
        where slot.scope.fullName?.lowercased() == repository.lowercased() {
            add(RelationFact(.exposes, from: id, to: slot.id, evidence: .inferred, provenance: provenance))
        }
    }
}
