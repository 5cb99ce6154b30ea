import Inventory

/// For each reached entity the least number of tamper, execute and mint steps over all time-respecting paths.
struct Tiers {
    private let tiers: [Int: Int]

    /// Counts level by level until every entity of `reached` has its tier.
    init(_ terrain: Terrain, seeds: [Seed], reached: [Int]) {
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
            if propagation.level - lastNews == Propagation.patience { propagation.allowCostlyRenewal() }
        } while tiers.count < reached.count && propagation.advance()
        self.tiers = tiers
    }

    /// The tier of the entity; nil for what is not reached.
    subscript(entity: Int) -> Int? { tiers[entity] }
}
