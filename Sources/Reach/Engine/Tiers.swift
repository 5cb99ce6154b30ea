import Inventory

/// For each reached entity the least number of tamper, execute and mint steps over all time-respecting paths.
struct Tiers {
    /// The tier of each entity, by the place that the workspace gives it.
    private(set) var byPlace: [UInt32]

    /// Counts level by level until every one of `count` reached entities has its tier. The workspace holds their places.
    init<P: Patience>(
        _ terrain: Terrain, _ workspace: Workspace, from seeds: [Seed], count: Int, shortcuts: Shortcuts,
        _ stage: Stage<P>
    ) throws(P.Failure) {
        let places = workspace.places.rows
        byPlace = [UInt32](repeating: .max, count: count)
        var propagation = Propagation(terrain, cost: .alteration, workspace, from: seeds, shortcuts: shortcuts)
        defer { propagation.tidy() }
        var found = 0
        var seen = 0
        var lastNews = 0
        while found < count, !propagation.pending.isEmpty {
            let level = propagation.level
            try propagation.runLevel(stage) { _ in Double(found) / Double(max(1, count)) }
            for label in propagation.accepted[seen...] {
                let place = Int(places[Int(label.entity)])
                guard place < count, byPlace[place] == .max else { continue }
                byPlace[place] = UInt32(level)
                found += 1
                lastNews = level
            }
            seen = propagation.accepted.count
            if level - lastNews == Propagation.patience { propagation.allowCostlyRenewal() }
        }
    }
}
