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
        let found = Self.dependents(of: entity.index, CrossingRows(entering: inventory), memory)
        let kinds = inventory.entityKinds
        let jobs = found.filter { kinds[$0] == .job }
        let defining = jobs.flatMap { job in
            inventory.incoming(job).lazy.map(inventory.relation(at:)).filter { $0.kind == .defines }.map(\.fromIndex)
        }
        func listed(_ indices: Set<Int>) -> [Entity] {
            indices.sorted(by: inventory.idPrecedes).map(inventory.entity(at:))
        }
        self.entity = entity
        self.jobs = listed(Set(jobs))
        workflows = listed(Set(found.filter { kinds[$0] == .workflow } + defining))
        runs = found.count { kinds[$0] == .run }
    }

    /// What depends on `entity`, which is not among it, in no order that matters.
    private static func dependents(of entity: Int, _ entering: CrossingRows, _ memory: SearchMemory) -> [Int] {
        let stamp = memory.freshStamps(1)
        let (cells, queue) = (memory.cells, memory.queue)
        cells[entity].stamp = stamp
        queue[0] = UInt32(truncatingIfNeeded: entity)
        var (head, tail) = (0, 1)
        while head < tail {
            entering.prefetch(queue, head, tail, cells)
            let current = Int(queue[head])
            head &+= 1
            entering.forEach(of: current, where: \.makesDependent) { near in
                guard cells[near].stamp != stamp else { return }
                cells[near].stamp = stamp
                queue[tail] = UInt32(truncatingIfNeeded: near)
                tail &+= 1
            }
        }
        return (1..<tail).map { Int(queue[$0]) }
    }
}

extension Act {
    /// Whether what gains control by this act stops working when that control is taken away.
    @inline(__always)
    var makesDependent: Bool { self == .harvest || self == .impersonate }
}
