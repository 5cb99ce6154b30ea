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
    /// The jobs that run on it or use it without needing it for a credential, by id: they do not count as broken, and are
    /// without it meanwhile all the same.
    public let users: [Entity]
    /// How many recorded runs ran on it or used it.
    public let usingRuns: Int

    /// How many jobs break.
    public var breaks: Int { jobs.count }

    /// Walks backwards from `entity` over harvest and impersonate relations, whatever their time and guards. O(what it
    /// finds and the relations of the entity).
    public init(of entity: Entity) {
        let inventory = entity.inventory
        let memory = SearchMemory(entities: inventory.entityCount)
        let found = Dependents(
            of: [entity.index], DirectedRows(entering: inventory), memory, withArcs: false
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
        let (users, using) = Self.users(of: entity)
        self.users = listed(users.subtracting(jobs))
        usingRuns = using.count
    }

    /// What leads from a runner, an action, a package or an artifact to those that cannot do without it.
    private static let uses: Set<RelationKind> = [.serves, .executed, .usedBy, .consumedBy, .restoredBy]

    /// The jobs and the runs that use `entity`, those of the runs among the jobs.
    private static func users(of entity: Entity) -> (jobs: Set<Int>, runs: Set<Int>) {
        let inventory = entity.inventory
        func ends(_ number: Int, _ isIn: (RelationKind) -> Bool) -> [Entity] {
            inventory.outgoing(number).map(inventory.relation(at:)).filter { isIn($0.kind) }.map(\.to)
        }
        let direct = ends(entity.index, uses.contains)
        let runs = Set(direct.filter { $0.kind == .run }.map(\.index))
        let jobs = direct + runs.flatMap { ends($0) { $0 == .instanceOf } }
        return (Set(jobs.filter { $0.kind == .job }.map(\.index)), runs)
    }
}
