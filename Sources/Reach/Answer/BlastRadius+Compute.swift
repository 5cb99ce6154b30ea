import Inventory

extension BlastRadius {
    /// Answers `question`. Exact: the smallest sets of moments that the rules of crossing allow.
    ///
    /// With `rollback`, every piece of code that was gained on the integrity plane is cleansed at that moment; where
    /// guards fail, what was gained because they fail is cleansed as well.
    public init(_ inventory: Inventory, _ question: Question, rollback: Instant? = nil) {
        let held = Pass(inventory, question, rollback: rollback)
        var entities = held.entities(conditional: false, except: [])
        var conditionalPaths: EarliestPaths?
        if question.guards == .hold, held.terrain.hasGuards {
            var ifGuardsFail = question
            ifGuardsFail.guards = .fail
            let known = Set(held.holdings.reached)
            let failed = Pass(inventory, ifGuardsFail, rollback: rollback)
            entities += failed.entities(conditional: true, except: known)
            conditionalPaths = failed.paths
        }
        entities.sort { left, right in
            left.firstHeld == right.firstHeld
                ? inventory.idPrecedes(left.entity.index, right.entity.index) : left.firstHeld < right.firstHeld
        }
        let possible = question.seeds.filter { held.terrain.holding(of: $0) != nil }
        self.init(
            question: question, seeds: possible,
            impossibleSeeds: question.seeds.filter { held.terrain.holding(of: $0) == nil }, entities: entities,
            paths: held.paths, conditionalPaths: conditionalPaths)
    }

    /// The code that rolling back restores: repositories, workflows, actions, packages and artifacts that were gained on
    /// the integrity plane or declared as seeds.
    public var alteredCode: [Int] { unconditional.filter(\.isAlteredCode).map(\.entity.index) }

    /// What stays open when code is rolled back at `moment` and no credential is touched: the plan's remedies and severed
    /// relations are left out of account.
    public static func rollbackOnly(_ inventory: Inventory, _ question: Question, at moment: Instant) -> BlastRadius {
        var untouched = question
        untouched.remedies = []
        untouched.severances = []
        return BlastRadius(inventory, untouched, rollback: moment)
    }
}

/// One run of the engine with the guards in one state.
private struct Pass {
    let inventory: Inventory
    let question: Question
    let terrain: Terrain
    let holdings: Holdings
    private let tiers: Tiers
    let paths: EarliestPaths
    private let seeds: Set<Int>

    /// With `rollback`, the code that was altered in this state of the guards is cleansed at that moment.
    init(_ inventory: Inventory, _ question: Question, rollback: Instant?) {
        var cleansed: (entities: [Int], at: Instant)?
        if let rollback {
            let altered = Pass(inventory, question, cleansed: nil)
                .entities(conditional: false, except: []).filter(\.isAlteredCode)
            cleansed = (altered.map(\.entity.index), rollback)
        }
        self.init(inventory, question, cleansed: cleansed)
    }

    private init(_ inventory: Inventory, _ question: Question, cleansed: (entities: [Int], at: Instant)?) {
        self.inventory = inventory
        self.question = question
        terrain = Terrain(inventory, question, rollback: cleansed)
        holdings = Holdings(terrain, seeds: question.seeds)
        tiers = Tiers(terrain, seeds: question.seeds, reached: holdings.reached)
        paths = EarliestPaths(terrain, seeds: question.seeds, holdings: holdings)
        let terrain = terrain
        seeds = Set(question.seeds.filter { terrain.holding(of: $0) != nil }.map(\.entity))
    }

    func entities(conditional: Bool, except known: Set<Int>) -> [HeldEntity] {
        holdings.reached.filter { !known.contains($0) }.map { index in
            let isSeed = seeds.contains(index)
            return HeldEntity(
                entity: inventory.entity(at: index), holdings: holdings.coverage[index],
                liveUntil: holdings.coverage[index].first { $0.contains(question.at) }?.until,
                isConditional: conditional, isSeed: isSeed,
                tier: isSeed ? 0 : tiers[index] ?? 0, hops: isSeed ? 0 : paths.hops(to: index) ?? 0,
                via: isSeed ? nil : paths.via(index),
                confidence: isSeed ? .observed : paths.confidence(in: index) ?? .inferred,
                isRenewable: holdings.renewable.contains(index))
        }
    }
}
