import Inventory

/// A blast radius then and now: what the same seeds reach in two inventories, seen from one moment.
public struct BlastChange: Sendable {
    /// What the seeds reach in one inventory.
    public struct Figures: Equatable, Sendable {
        /// The figures of the answer.
        public let counts: BlastRadius.Counts
        /// How many entities stay live when code is rolled back at that moment and no credential is touched.
        public let rollbackOnlyLive: Int
    }

    /// The moment that decides what is live.
    public let at: Instant
    /// The seeds in the old inventory, by id.
    public let seeds: [Seed]
    /// In the old inventory.
    public let then: Figures
    /// In the new one.
    public let now: Figures
    /// Seeds that the new inventory does not have, by their numbers in the old one: what they reach now is not counted.
    public let lostSeeds: [Int]
    /// What is live now and was not: numbers in the new inventory, by id.
    public let becameLive: [Int]
    /// What was live and is not live any more: numbers in the old inventory, by id.
    public let ceasedLive: [Int]
    /// What was live and is not in the new inventory, which is not known to have looked for it: numbers in the old one, by
    /// id.
    public let unknownLive: [Int]
    /// How many relations that gave control the new inventory does not tell, without it being known that they are gone: the
    /// figures of now may be too low by what they lead to.
    public let untoldRelations: Int

    /// Asks both inventories. Seeds are numbered as in the old one; those that the new one marks besides are asked of
    /// it as well, when `marked` says so.
    public init(_ diff: InventoryDiff, seeds: [Seed], at: Instant, marked: Bool) {
        self.at = at
        self.seeds = seeds
        let carried = seeds.compactMap { seed in
            diff.counterpart(ofOld: seed.entity).map { Seed(entity: $0, window: seed.window) }
        }
        let known = Set(carried.map(\.entity))
        let further = marked ? Seed.declared(in: diff.new).filter { !known.contains($0.entity) } : []
        lostSeeds = Set(seeds.map(\.entity)).filter { diff.counterpart(ofOld: $0) == nil }.sorted(
            by: diff.old.idPrecedes)
        let before = Self.ask(diff.old, Question(seeds: seeds, at: at))
        let after = Self.ask(diff.new, Question(seeds: carried + further, at: at))
        (then, now) = (before.figures, after.figures)
        becameLive = after.live.filter { entity in
            !(diff.counterpart(ofNew: entity).map(before.live.contains) ?? false)
        }.sorted(by: diff.new.idPrecedes)
        let unseen = Set(diff.removed.lazy.filter { !$0.silence.isAbsent }.map(\.number))
        let ceased = before.live.filter { entity in
            !(diff.counterpart(ofOld: entity).map(after.live.contains) ?? false)
        }.sorted(by: diff.old.idPrecedes)
        ceasedLive = ceased.filter { !unseen.contains($0) }
        unknownLive = ceased.filter(unseen.contains)
        untoldRelations = diff.removedRelations.count { absence in
            !absence.silence.isAbsent && diff.old.relationTraits[absence.number].gain != .none
        }
    }

    private static func ask(_ inventory: Inventory, _ question: Question) -> (figures: Figures, live: Set<Int>) {
        let engine = ReachEngine(inventory)
        let answer = engine.blastRadius(question)
        let rollback = engine.rollbackOnlyLive(question, at: question.at, knowing: answer)
        let live = Set(answer.unconditional.lazy.filter(\.isLive).map(\.entity.index))
        return (Figures(counts: answer.counts, rollbackOnlyLive: rollback), live)
    }
}
