import Inventory

/// What stops working when an entity is revoked: everything that gets at it by harvesting or impersonating.
public struct Impact: Sendable {
    /// The entity that is revoked.
    public let entity: Entity
    /// The jobs that need it, by id. Their number is what the revocation *breaks*.
    public let jobs: [Entity]
    /// The workflows that need it, and those that define a job that does, by id.
    public let workflows: [Entity]
    /// How many recorded runs needed it.
    public let runs: Int

    /// How many jobs break.
    public var breaks: Int { jobs.count }

    /// Walks backwards from `entity` over harvest and impersonate relations, whatever their time and guards. O(what it
    /// finds).
    public init(of entity: Entity) {
        let inventory = entity.inventory
        let memory = SearchMemory(entities: inventory.entityCount)
        let found = Dependents(
            of: [entity.index], CrossingRows(entering: inventory), memory, withArcs: false
        ).entities.dropFirst()
        let kinds = inventory.entityKinds
        let jobs = found.filter { kinds[$0] == .job }
        let defining = jobs.flatMap { job in
            inventory.incoming(job).lazy.filter { $0 < inventory.relationCount }.map(inventory.relation(at:))
                .filter { $0.kind == .defines }.map(\.fromIndex).filter(inventory.exists)
        }
        func listed(_ indices: Set<Int>) -> [Entity] {
            indices.sorted(by: inventory.idPrecedes).map(inventory.entity(at:))
        }
        self.entity = entity
        self.jobs = listed(Set(jobs))
        workflows = listed(Set(found.filter { kinds[$0] == .workflow } + defining))
        runs = found.count { kinds[$0] == .run }
    }
}
