import Inventory

/// A plan as it is carried out: the order of its items, what each is worth and breaks, and what stays open after all of it,
/// beside what stays open when code alone is rolled back.
public struct Plan: Sendable {
    /// One remediation in its place.
    public struct Item: Sendable {
        /// What is planned.
        public let planned: PlannedItem
        /// The entity.
        public let entity: Entity
        /// Where it stands in the order; nil where nothing is left to do, or no order was worked out.
        public let step: PlanOrder.Step?
        /// Whether it has expired or been revoked by the moment of the question, so that no action is needed.
        public let isOver: Bool
        /// How the attacker held it before the plan; nil where it was never held.
        public let held: HeldEntity?
        /// What stops working.
        public let impact: Impact
        /// How many entities would be live again without it alone; nil where that was not counted.
        public let severs: Int?
        /// The slots from which a new value would be read too once the plan is carried out; none where it needs none.
        public let openSlots: [OpenSlot]

        /// Whether it is known to have been used at or after the moment it was first held.
        public var isUsedSince: Bool { held.map { !$0.isConditional && $0.usedSince == true } ?? false }
    }

    /// What was asked, the plan left out.
    public let question: Question
    /// The items in the order in which they are done; what has already expired comes last.
    public let items: [Item]
    /// The relations that the plan ends.
    public let endings: [PlannedEnding]
    /// Whether an order was worked out.
    public let isOrdered: Bool
    /// How many entities are live at the moment of the question without the plan.
    public let live: Int
    /// How many stay live when code is rolled back at that moment and no credential is touched.
    public let rollbackOnly: Int
    /// What stays live once the whole plan is carried out, by first held, then id.
    public let residual: [HeldEntity]
    /// The seeds that never could be held.
    public let impossibleSeeds: [Seed]

    /// Beyond this nobody works through a plan by hand, and the order would take long to find.
    public static let limit = 5_000
    /// Beyond this it is not counted what each item is worth alone: that asks the engine once for each.
    public static let severedLimit = 64

    /// Works out the plan for the moment and the other conditions of `question`, whose own remedies are left out of
    /// account and whose severances are part of the plan, as `endings` are.
    ///
    /// The same entity twice counts once, by the last. Three answers of the engine, one more for each of at most
    /// ``severedLimit`` items, and O(what the items reach and what depends on them).
    public init(
        _ engine: ReachEngine, _ question: Question, items planned: [PlannedItem],
        endings planning: [PlannedEnding] = []
    ) {
        let inventory = engine.inventory
        endings = planning + question.severances.map { PlannedEnding($0) }
        var question = question
        question.severances = endings.map(\.severance)
        let known = planned.filter { inventory.exists($0.remedy.entity) }
        let byEntity = Dictionary(known.map { ($0.remedy.entity, $0) }, uniquingKeysWith: { $1 })
        let entities = byEntity.keys.sorted()
        let answer = engine.blastRadius(question.untouched)
        var closed = question
        closed.remedies = entities.compactMap { byEntity[$0]?.remedy }
        let after = engine.blastRadius(closed)

        isOrdered = entities.count <= Self.limit
        let used = Set(entities.filter { answer[$0].map { !$0.isConditional && $0.usedSince == true } ?? false })
        let order =
            isOrdered ? PlanOrder(inventory, items: entities, question, usedSince: used) : nil
        let steps = order?.steps ?? [:]
        let over = Set(order?.expired.map(\.index) ?? [])
        let liveAfter = after.liveCount
        func severed(_ entity: Int) -> Int? {
            guard entities.count <= Self.severedLimit else { return nil }
            var spared = closed
            spared.remedies.removeAll { $0.entity == entity }
            return max(0, engine.reached(spared).liveCount - liveAfter)
        }
        items = (order?.sequence ?? entities).compactMap { entity in
            guard let planned = byEntity[entity] else { return nil }
            let (subject, isOver) = (inventory.entity(at: entity), over.contains(entity))
            return Item(
                planned: planned, entity: subject, step: steps[entity], isOver: isOver, held: answer[entity],
                impact: Impact(of: subject), severs: severed(entity),
                openSlots: isOver ? [] : after.openSlots(of: subject))
        }
        self.question = question.untouched
        live = answer.liveCount
        rollbackOnly = engine.rollbackOnlyLive(question, at: question.at, knowing: answer)
        residual = after.unconditional.filter(\.isLive)
        impossibleSeeds = answer.impossibleSeeds
    }
}
