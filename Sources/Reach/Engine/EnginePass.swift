import Inventory

/// One run of the engine over one terrain.
struct EnginePass {
    private let engine: ReachEngine
    private let terrain: Terrain

    init(_ engine: ReachEngine, _ terrain: Terrain) {
        self.engine = engine
        self.terrain = terrain
    }

    /// Whether time can be left out of account altogether.
    private var isWalk: Bool { terrain.isTimeless && !terrain.isCleansed && engine.shortcuts.contains(.walk) }

    private var seeds: [Seed] { terrain.question.seeds.filter { terrain.holding(of: $0) != nil } }
    private var seedEntities: [UInt32] { seeds.map { UInt32($0.entity) } }

    /// What is held and when.
    struct Held {
        /// By first held.
        var entities: [UInt32]
        var holdings = HoldingColumns()
        /// Entities that are held longer because sessions renew one another.
        var renewable: Set<UInt32> = []
    }

    /// Everything that follows from the seeds.
    func held<P: Patience>(_ stage: Stage<P>) throws(P.Failure) -> Held {
        if isWalk {
            let rules = CrossingRules(terrain.question, cost: .nothing, hasGuards: engine.index.hasGuards)
            let walk = TimelessWalk(terrain, rules, engine.workspace)
            return Held(entities: try walk.run(from: seedEntities, stage))
        }
        if engine.shortcuts.contains(.arrivals), Arrivals.suffice(for: terrain, engine.index) {
            let rules = CrossingRules(terrain.question, cost: .nothing, hasGuards: engine.index.hasGuards)
            var arrivals = Arrivals(terrain, rules, engine.workspace)
            let (entities, holdings) = try arrivals.run(from: seeds, stage)
            return Held(entities: entities, holdings: holdings)
        }
        var propagation = Propagation(
            terrain, cost: .nothing, engine.workspace, from: seeds, shortcuts: engine.shortcuts)
        defer { propagation.tidy() }
        let count = Double(max(1, engine.workspace.entityCount))
        try propagation.runLevel(stage) { Double($0) / count }
        let places = engine.workspace.places.rows
        var held = Held(entities: [], holdings: HoldingColumns(capacity: propagation.accepted.count))
        held.entities.reserveCapacity(propagation.accepted.count)
        defer { engine.workspace.places.blank(held.entities) }
        for label in propagation.accepted {
            if label.isRenewable { held.renewable.insert(label.entity) }
            let place = places[Int(label.entity)]
            if place == .max {
                places[Int(label.entity)] = UInt32(held.entities.count)
                held.entities.append(label.entity)
                held.holdings.append(label.holding)
            } else {
                held.holdings.extend(Int(place), by: label.holding)
            }
        }
        held.holdings.finish()
        return held
    }

    /// The same with tiers, unless they are not needed, and paths.
    func columns<P: Patience>(_ stage: Stage<P>, needsTiers: Bool = true) throws(P.Failure) -> HeldColumns {
        if isWalk { return try timelessColumns(stage, needsTiers: needsTiers) }
        let held = try held(stage.part(0, 0.2))
        try stage.check(0.2)
        let workspace = engine.workspace
        let (places, firstHeld) = (workspace.places.rows, workspace.firstHeld.rows)
        for (place, entity) in held.entities.enumerated() {
            places[Int(entity)] = UInt32(place)
            firstHeld[Int(entity)] = held.holdings.first(place).seconds
        }
        defer {
            workspace.places.blank(held.entities)
            workspace.firstHeld.blank(held.entities)
        }
        let paths = try EarliestPaths(
            terrain, workspace, from: seeds, count: held.entities.count, shortcuts: engine.shortcuts,
            stage.part(0.2, needsTiers ? 0.7 : 1))
        try stage.check(needsTiers ? 0.7 : 1)
        let tiers =
            needsTiers
            ? try Tiers(
                terrain, workspace, from: seeds, count: held.entities.count, shortcuts: engine.shortcuts,
                stage.part(0.7, 1)
            ).byPlace : []
        return HeldColumns(
            engine.inventory, entities: held.entities, holdings: held.holdings, tiers: tiers,
            paths: PathColumns(paths, engine.inventory), seeds: Set(seedEntities), renewable: held.renewable)
    }

    private func timelessColumns<P: Patience>(
        _ stage: Stage<P>, needsTiers: Bool
    ) throws(P.Failure) -> HeldColumns {
        let workspace = engine.workspace
        let rules = CrossingRules(terrain.question, cost: .nothing, hasGuards: engine.index.hasGuards)
        let paths = try TimelessPaths(terrain, rules, workspace, from: seedEntities, stage.part(0, 0.6))
        try stage.check(0.6)
        let places = workspace.places.rows
        for (place, entity) in paths.entities.enumerated() { places[Int(entity)] = UInt32(place) }
        defer { workspace.places.blank(paths.entities) }
        var tiers: [UInt32] = []
        if needsTiers {
            tiers = [UInt32](repeating: 0, count: paths.entities.count)
            try TimelessTiers.find(terrain, workspace, from: seedEntities, stage.part(0.6, 1)) { entity, tier in
                let place = Int(places[Int(entity)])
                if place < tiers.count { tiers[place] = tier }
            }
        }
        return HeldColumns(
            engine.inventory, entities: paths.entities, holdings: HoldingColumns(), tiers: tiers,
            paths: PathColumns(paths, engine.inventory, places: places), seeds: Set(seedEntities), renewable: [])
    }
}
