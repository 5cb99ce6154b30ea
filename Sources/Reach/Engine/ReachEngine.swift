import Inventory

/// Answers questions about one inventory, and keeps between two questions what both need: the limits of its entities, and
/// the memory to work in. For one thread at a time.
///
/// The first question costs O(entities) beforehand, a few milliseconds a million; every question then costs what its answer is
/// worth.
public final class ReachEngine {
    /// What is asked about.
    public let inventory: Inventory
    /// Made when the first question comes.
    private(set) lazy var index = ReachIndex(inventory)
    let workspace: Workspace
    let shortcuts: Shortcuts

    /// An engine for `inventory`.
    public convenience init(_ inventory: Inventory) { self.init(inventory, shortcuts: .all) }

    init(_ inventory: Inventory, shortcuts: Shortcuts) {
        self.inventory = inventory
        self.shortcuts = shortcuts
        workspace = Workspace(entityCount: inventory.entityCount)
    }

    /// Answers `question`. Exact: the smallest sets of moments that the rules of crossing allow.
    ///
    /// With `rollback`, every piece of code that was gained on the integrity plane is cleansed at that moment; where
    /// guards fail, what was gained because they fail is cleansed as well.
    public func blastRadius(_ question: Question, rollback: Instant? = nil) -> BlastRadius {
        blastRadius(question, rollback: rollback, patience: EndlessPatience())
    }

    /// The same for an asker who may lose patience.
    public func blastRadius<P: Patience>(
        _ question: Question, rollback: Instant? = nil, patience: P
    ) throws(P.Failure) -> BlastRadius {
        let stage = Stage(whole: patience)
        let terrain = Terrain(inventory, index, question)
        let asksTwice = question.guards == .hold && index.hasGuards
        let held = try columns(question, rollback: rollback, stage.part(0, asksTwice ? 0.5 : 1))
        var failing: HeldColumns?
        if asksTwice {
            var ifGuardsFail = question
            ifGuardsFail.guards = .fail
            failing = try columns(ifGuardsFail, rollback: rollback, stage.part(0.5, 1))
        }
        try stage.check(1)
        return BlastRadius(
            question: question, seeds: question.seeds.filter { terrain.holding(of: $0) != nil },
            impossibleSeeds: question.seeds.filter { terrain.holding(of: $0) == nil },
            entities: HeldEntities(held, failing: failing, at: question.at))
    }

    /// Which entities are held and when, and nothing else.
    public func reached(_ question: Question) -> Reached { reached(question, patience: EndlessPatience()) }

    /// The same for an asker who may lose patience.
    public func reached<P: Patience>(_ question: Question, patience: P) throws(P.Failure) -> Reached {
        let terrain = Terrain(inventory, index, question)
        let pass = EnginePass(self, terrain)
        let stage = Stage(whole: patience)
        let held = try pass.held(stage)
        try stage.check(1)
        return Reached(question, held.entities, held.holdings)
    }

    /// How many entities stay live when code is rolled back at `moment` and no credential is touched: the live figure of
    /// ``BlastRadius/rollbackOnly(_:_:at:)`` without its paths and tiers. `answer`, when it answers the same question
    /// without a plan or a rollback, tells which code was altered.
    public func rollbackOnlyLive(_ question: Question, at moment: Instant, knowing answer: BlastRadius? = nil) -> Int {
        rolledBack(question.untouched, at: moment, knowing: answer, patience: EndlessPatience()).liveCount
    }

    /// What is held when code is rolled back at `moment`, besides what the question remedies and severs. `answer`, when it
    /// answers the same question, tells which code was altered.
    func rolledBack<P: Patience>(
        _ question: Question, at moment: Instant, knowing answer: BlastRadius?, patience: P
    ) throws(P.Failure) -> Reached {
        let stage = Stage(whole: patience)
        let altered: [UInt32]
        if let answer, answer.question == question {
            altered = answer.entities.columns.alteredCode
        } else {
            let pass = EnginePass(self, Terrain(inventory, index, question))
            altered = try pass.columns(stage.part(0, 0.5), needsTiers: false).alteredCode
        }
        let terrain = Terrain(inventory, index, question, rollback: (altered, moment))
        let held = try EnginePass(self, terrain).held(stage.part(0.5, 1))
        return Reached(question, held.entities, held.holdings)
    }

    /// Everything that is held with the guards as the question has them.
    private func columns<P: Patience>(
        _ question: Question, rollback: Instant?, _ stage: Stage<P>
    ) throws(P.Failure) -> HeldColumns {
        guard let rollback else {
            return try EnginePass(self, Terrain(inventory, index, question)).columns(stage)
        }
        let before = try EnginePass(self, Terrain(inventory, index, question)).columns(
            stage.part(0, 0.4), needsTiers: false)
        let terrain = Terrain(inventory, index, question, rollback: (before.alteredCode, rollback))
        return try EnginePass(self, terrain).columns(stage.part(0.4, 1))
    }
}
