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
        var found: Set<Int> = [entity.index]
        var open = [entity.index]
        while let current = open.popLast() {
            for near in Self.dependents(of: current, inventory) where found.insert(near).inserted {
                open.append(near)
            }
        }
        found.remove(entity.index)
        func all(_ kind: EntityKind) -> [Int] { found.filter { inventory.entity(at: $0).kind == kind } }
        let jobs = all(.job)
        let defining = jobs.flatMap { job in
            inventory.incoming(job).lazy.map(inventory.relation(at:)).filter { $0.kind == .defines }.map(\.fromIndex)
        }
        func listed(_ indices: Set<Int>) -> [Entity] {
            indices.sorted(by: inventory.idPrecedes).map(inventory.entity(at:))
        }
        self.entity = entity
        self.jobs = listed(Set(jobs))
        workflows = listed(Set(all(.workflow) + defining))
        runs = all(.run).count
    }

    private static func dependents(of entity: Int, _ inventory: Inventory) -> [Int] {
        func depends(_ relation: Int, _ gain: Gain) -> Bool {
            let traits = inventory.traits(of: relation)
            return traits.gain == gain && (traits.act == .harvest || traits.act == .impersonate)
        }
        let forward = inventory.incoming(entity).filter { depends($0, .forward) }.map {
            inventory.relationEnds($0).from
        }
        let backward = inventory.outgoing(entity).filter { depends($0, .backward) }.map {
            inventory.relationEnds($0).to
        }
        return Array(forward) + backward
    }
}
