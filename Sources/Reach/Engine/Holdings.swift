import Inventory

/// The moments at which each entity is held.
struct Holdings {
    /// Disjoint and ascending, by entity.
    let coverage: Coverage
    /// The entities that are held at some moment, ascending.
    let reached: [Int]
    /// Entities that are held longer because sessions renew one another.
    let renewable: Set<Int>

    /// Everything that follows from the seeds, in one level.
    init(_ terrain: Terrain, seeds: [Seed]) {
        var propagation = Propagation(terrain: terrain, seeds: seeds)
        propagation.runLevel()
        coverage = propagation.coverage
        reached = Set(propagation.labels.map(\.entity)).sorted()
        renewable = Set(propagation.labels.lazy.filter(\.isRenewable).map(\.entity))
    }

    /// The first moment at which the entity is held; nil when it never is.
    func firstHeld(_ entity: Int) -> Instant? { coverage[entity].first?.from }
}
