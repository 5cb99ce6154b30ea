import Inventory

/// The facts that one workflow file gives, once what it names was resolved.
struct WorkflowFacts {
    private(set) var entities: [EntityFact] = []
    private(set) var relations: [RelationFact] = []
    /// Slots that jobs read and no source lists, and where.
    private(set) var guessedSlots: [(slot: SlotTable.Slot, provenance: Provenance)] = []

    let record: WorkflowRecord
    let slots: SlotTable
    /// What protects each environment, by its id in lower case.
    let protections: [String: String]

    var repositoryID: String { GitHubID.repository(record.repository) }
    var workflowID: String { GitHubID.workflow(record.repository, path: record.path) }

    /// The facts of the repository and the workflow itself.
    init(_ record: WorkflowRecord, slots: SlotTable, protections: [String: String]) {
        self.record = record
        self.slots = slots
        self.protections = protections
        addRepository()
        addWorkflow()
    }

    func jobID(_ key: String) -> String { GitHubID.job(record.repository, path: record.path, key: key) }

    private mutating func addRepository() {
        let facts = RepositoryFacts(record.repository, provenance: record.provenance)
        entities += facts.entities
        relations += facts.relations
    }

    private mutating func addWorkflow() {
        let definition = record.definition
        let file = record.path.split(separator: "/").last.map(String.init) ?? record.path
        var fact = EntityFact(
            id: workflowID, kind: .workflow, name: definition.name ?? file, provenance: record.provenance)
        fact.parent = repositoryID
        fact.provider = "github"
        fact.attributes = [Attribute("path", record.path)]
        for trigger in definition.triggers {
            fact.attributes.append(Attribute("trigger", trigger.value))
            guard let row = TriggerEvent.row(trigger.value) else { continue }
            fact.attributes.append(Attribute("trigger_note", "\(row.event): \(row.note)"))
            if row.isOpenToOutsiders { fact.attributes.append(Attribute("open_to_outsiders", row.event)) }
        }
        if let permissions = definition.permissions {
            fact.attributes.append(Attribute("permissions", permissions.written))
        }
        entities.append(fact)
        relate(.contains, from: repositoryID, to: workflowID, at: record.provenance)
    }

    /// Whether people outside can start the workflow.
    var isOpenToOutsiders: Bool {
        record.definition.triggers.contains { TriggerEvent.row($0.value)?.isOpenToOutsiders ?? false }
    }

    mutating func add(_ fact: EntityFact) { entities.append(fact) }
    mutating func add(_ fact: RelationFact) { relations.append(fact) }
    mutating func guess(_ slot: SlotTable.Slot, at provenance: Provenance) {
        if !guessedSlots.contains(where: { $0.slot.id == slot.id }) { guessedSlots.append((slot, provenance)) }
    }

    mutating func relate(_ kind: RelationKind, from: String, to: String, at provenance: Provenance) {
        relations.append(RelationFact(kind, from: from, to: to, provenance: provenance))
    }
}

/// The facts that any mention of a repository gives: that it exists, and whose it is.
struct RepositoryFacts {
    private(set) var entities: [EntityFact] = []
    private(set) var relations: [RelationFact] = []

    init(_ fullName: String, provenance: Provenance) {
        let id = GitHubID.repository(fullName)
        let parts = fullName.split(separator: "/", maxSplits: 1).map(String.init)
        var repository = EntityFact(id: id, kind: .repository, name: fullName, provenance: provenance)
        repository.provider = "github"
        if let owner = parts.first, parts.count == 2, owner != WorkflowLocation.unknownOwner {
            let ownerID = GitHubID.organization(owner)
            var organization = EntityFact(id: ownerID, kind: .organization, name: owner, provenance: provenance)
            organization.provider = "github"
            entities.append(organization)
            repository.parent = ownerID
            relations.append(RelationFact(.owns, from: ownerID, to: id, provenance: provenance))
        }
        entities.append(repository)
    }
}

extension PermissionSetting {
    /// In one line, as written.
    var written: String {
        switch grant {
        case .readAll: "read-all"
        case .writeAll: "write-all"
        case .scopes(let scopes):
            scopes.isEmpty ? "{}" : scopes.map { "\($0.scope): \($0.level.name)" }.joined(separator: ", ")
        }
    }
}
