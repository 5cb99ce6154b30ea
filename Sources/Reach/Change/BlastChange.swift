import Inventory

/// A blast radius then and now, seen from one moment.
///
/// What was taken stays taken until it is itself shown to be over. So *now* is what the old inventory reaches with
/// everything remedied that the new one shows to be over, together with what the new one reaches; what cannot be known
/// counts as it was.
public struct BlastChange: Sendable {
    /// What is reached then, or now.
    public struct Figures: Equatable, Sendable {
        /// How many entities are held at some moment, those that are declared included.
        public internal(set) var reached: Int
        /// How many of them are live.
        public internal(set) var live: Int
        /// How many are held only when guards fail; in no other figure.
        public internal(set) var conditional: Int
        /// How many entities that something gave are reached, by the plane on which it did; those that are declared are on
        /// none.
        public internal(set) var byPlane: [Plane: Int]
        /// How many of these are live.
        public internal(set) var liveByPlane: [Plane: Int]
        /// How many entities stay live when code is rolled back at that moment and no further credential is touched.
        public internal(set) var rollbackOnlyLive: Int
    }

    /// What is known of a plan: the question with what of it is proven, and what the new inventory shows of each item.
    public struct Proven: Sendable {
        let question: Question
        let verification: Verification

        /// What is known of a plan, whose proven items `question` remedies and severs in the old inventory.
        public init(_ question: Question, _ verification: Verification) {
            self.question = question
            self.verification = verification
        }
    }

    /// The moment that decides what is live.
    public let at: Instant
    /// The seeds in the old inventory, by id.
    public let seeds: [Seed]
    /// In the old inventory, nothing taken back.
    public let then: Figures
    /// Live in the old inventory with what of the plan is proven; nil where there is no plan.
    public let verifiedLive: Int?
    /// Now.
    public let now: Figures
    /// What is reached in the old inventory, nothing taken back.
    public let before: BlastRadius
    /// What is reached in the old inventory with everything remedied that is shown to be over.
    public let kept: BlastRadius
    /// What is reached in the new one, by what is declared and by what is held still.
    public let after: BlastRadius
    /// Seeds that the new inventory does not have, by their numbers in the old one. What was taken through them counts;
    /// what they would reach in the new inventory cannot be counted.
    public let lostSeeds: [Int]
    /// What is live now and was not: numbers in the new inventory, by id.
    public let becameLive: [Int]
    /// What was live and is not live any more: numbers in the old inventory, by id.
    public let ceasedLive: [Int]
    /// What counts as live now, though the new inventory does not have it, because nothing shows that it is over: numbers in
    /// the old one, by id.
    public let unknownLive: [Int]
    /// What was found of entities that are themselves shown to be over, by their numbers in the old inventory.
    public let findings: [Int: Finding]
    /// What was live and is shown to be over without being planned: numbers in the old inventory, by id. Empty where there
    /// is no plan.
    public let unplanned: [Int]
    /// How many relations that gave control count as they were, because the new inventory does not tell them, without it
    /// being known that they are gone.
    public let untoldRelations: Int

    /// Asks both inventories. Seeds are numbered as in the old one; those that the new one marks besides are asked of
    /// it as well, when `marked` says so.
    public init(_ diff: InventoryDiff, seeds: [Seed], at: Instant, proven: Proven? = nil, marked: Bool) {
        self.init(diff, Question(seeds: seeds, at: at), proven: proven, marked: marked, patience: EndlessPatience())
    }

    /// The same of any question about the old inventory, for an asker who may lose patience.
    public init<P: Patience>(
        _ diff: InventoryDiff, _ question: Question, proven: Proven? = nil, marked: Bool, patience: P
    ) throws(P.Failure) {
        at = question.at
        seeds = question.seeds
        let old = ReachEngine(diff.old)
        before = try old.blastRadius(question, patience: patience)
        let remedied = proven?.question ?? question
        let verified = remedied == question ? before : try old.blastRadius(remedied, patience: patience)
        verifiedLive = proven == nil ? nil : verified.liveCount
        let endings = ShownEndings(diff, of: verified, plan: proven?.verification)
        let known = endings.added(to: remedied)
        kept = endings.isEmpty ? verified : try old.blastRadius(known, patience: patience)
        let keptRolledBack = try old.rolledBack(known, at: at, knowing: kept, patience: patience)

        let new = ReachEngine(diff.new)
        let later = LaterQuestion(diff, known, held: kept, endings, proven: proven, marked: marked)
        var after = try new.blastRadius(later.question, patience: patience)
        var rolledBack = try new.rolledBack(later.question, at: at, knowing: after, patience: patience)
        if let wider = later.holding(kept.live, besides: after.live) {
            after = try new.blastRadius(wider, patience: patience)
        }
        if let wider = later.holding(keptRolledBack.live, besides: rolledBack.live) {
            rolledBack = try new.rolledBack(wider, at: at, knowing: after, patience: patience)
        }
        self.after = after

        then = Figures(before, rollbackOnlyLive: old.rollbackOnlyLive(question, at: at, knowing: before))
        let staysOpen = Set(keptRolledBack.live)
        let opens = rolledBack.live.count { !(diff.counterpart(ofNew: $0).map(staysOpen.contains) ?? false) }
        var now = Figures(kept, rollbackOnlyLive: staysOpen.count + opens)
        now.add(after, beyond: kept, diff)
        self.now = now

        let (wasLive, isKept, isLive) = (Set(before.live), Set(kept.live), Set(after.live))
        lostSeeds = Set(seeds.map(\.entity)).filter { diff.counterpart(ofOld: $0) == nil }.sorted(
            by: diff.old.idPrecedes)
        becameLive = isLive.filter { !(diff.counterpart(ofNew: $0).map(wasLive.contains) ?? false) }.sorted(
            by: diff.new.idPrecedes)
        let ceased = wasLive.subtracting(isKept).filter {
            !(diff.counterpart(ofOld: $0).map(isLive.contains) ?? false)
        }
        ceasedLive = ceased.sorted(by: diff.old.idPrecedes)
        unknownLive = isKept.filter { diff.counterpart(ofOld: $0) == nil }.sorted(by: diff.old.idPrecedes)
        let planned = (proven?.verification.results ?? []).compactMap { result -> (Int, Finding)? in
            guard result.finding.isClosed, let entity = result.item.target.entity.flatMap({ diff.old.entity(id: $0) })
            else { return nil }
            return (entity.index, result.finding)
        }
        findings = endings.findings.merging(planned) { $1 }
        unplanned = proven == nil ? [] : ceased.filter { endings.findings[$0] != nil }.sorted(by: diff.old.idPrecedes)
        untoldRelations = diff.removedRelations.count { absence in
            !absence.silence.isAbsent && diff.old.relationTraits[absence.number].gain != .none
        }
    }
}
