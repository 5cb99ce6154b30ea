import Inventory

/// Draws the conclusions that take several files: see ``GitHubEstate``.
enum GitHubLinker {
    /// Adds to the session's builder everything that follows from its estate.
    static func link(_ session: inout ImportSession) {
        GitHubRESTReader.conclude(&session)
        let taken = session
        session = ImportSession()
        var pass = Pass(taken)
        pass.linkWorkflows()
        pass.linkActions()
        pass.linkSecrets()
        pass.linkRuns()
        pass.linkRunners()
        pass.tellBlindSpots()
        session = pass.session
    }

    /// One pass over an estate, and what it has found so far.
    struct Pass {
        var session: ImportSession
        let slots: SlotTable
        /// Ids of slots whose credentials some source names: none is made up for them.
        let slotsWithKnownTokens: Set<String>
        /// What each job does, by its id.
        var jobs: [String: (job: JobDefinition, resolved: ResolvedJob, record: WorkflowRecord)] = [:]
        /// Slots that jobs read and no source lists, by their ids, and where one is read.
        var guessedSlots: [String: (slot: SlotTable.Slot, provenance: Provenance)] = [:]
        /// The ids of the slots that the jobs of each repository read.
        var readSlots: [String: Set<String>] = [:]
        /// The jobs whose runs are known, by their ids.
        var jobsWithRuns: Set<String> = []
        /// Jobs that some listed runner serves, by their ids.
        var servedJobs: Set<String> = []
        /// The repositories of which runs are known, and where one is told.
        var repositoriesWithRuns: [String: Provenance] = [:]
        /// Cloud identities that only workflow files name, and where.
        var undescribedIdentities: [String: Provenance] = [:]
        /// Jobs whose calls branch so much that they were not followed to the end.
        var unfinishedJobs = 0
        /// Runs whose job no workflow file tells.
        var unmatchedRuns = 0
        private var toldAttributes: Set<ToldAttribute> = []

        var estate: GitHubEstate { session.estate }

        init(_ session: ImportSession) {
            self.session = session
            self.session.estate.useCollectedNames()
            slots = SlotTable(self.session.estate)
            slotsWithKnownTokens = session.builder.nearEnds(of: .holds)
        }

        /// Adds a fact; what an earlier one of this pass said in the same words is not repeated.
        mutating func add(_ fact: EntityFact) {
            var fact = fact
            fact.attributes = fact.attributes.filter {
                toldAttributes.insert(ToldAttribute(entity: fact.id, attribute: $0)).inserted
            }
            session.add(fact)
        }

        mutating func add(_ fact: RelationFact) { session.builder.add(fact) }

        /// Adds a repository and its owner.
        mutating func addRepository(_ fullName: String, _ provenance: Provenance) {
            let facts = RepositoryFacts(fullName, provenance: provenance)
            for fact in facts.entities { add(fact) }
            for fact in facts.relations { add(fact) }
        }
    }

    private struct ToldAttribute: Hashable {
        var entity: String
        var attribute: Attribute
    }
}

extension GitHubEstate {
    /// Writes owners and repositories as the REST API does, so that ids from files and from the API are the same.
    fileprivate mutating func useCollectedNames() {
        let names = repositories.mapValues(\.fullName)
        func collected(_ name: String) -> String { names[name.lowercased()] ?? name }
        for key in workflows.keys.sorted() {
            if let name = workflows[key]?.repository { workflows[key]?.repository = collected(name) }
        }
        for key in actions.keys.sorted() {
            if let name = actions[key]?.repository { actions[key]?.repository = collected(name) }
        }
    }
}
