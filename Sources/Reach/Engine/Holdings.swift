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

/// Levels without news after which sessions may renew themselves over costly crossings as well. Every answer that needs
/// fewer renewals than this in a row is exact; beyond it a renewal counts as one step, so that a session that must be
/// renewed for years does not take millions.
let patience = 256

/// For each reached entity the least number of tamper, execute and mint steps over all time-respecting paths.
func tiers(_ terrain: Terrain, seeds: [Seed], reached: [Int]) -> [Int: Int] {
    var tiers: [Int: Int] = [:]
    var propagation = Propagation(terrain: terrain, seeds: seeds, isCostly: \.raisesTier)
    var seen = 0
    var lastNews = 0
    repeat {
        propagation.runLevel()
        for label in propagation.labels[seen...] where tiers[label.entity] == nil {
            tiers[label.entity] = propagation.level
            lastNews = propagation.level
        }
        seen = propagation.labels.count
        if propagation.level - lastNews == patience { propagation.allowCostlyRenewal() }
    } while tiers.count < reached.count && propagation.advance()
    return tiers
}
