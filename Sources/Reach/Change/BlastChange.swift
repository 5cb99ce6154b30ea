import Inventory

/// A blast radius then and now: what the same seeds reach in two inventories, seen from one moment.
public struct BlastChange: Sendable {
    /// What the seeds reach in one inventory.
    public struct Figures: Equatable, Sendable {
        /// The figures of the answer.
        public let counts: BlastRadius.Counts
        /// How many entities that something gave are live, by the plane on which it did; those that are declared are on
        /// none.
        public let liveByPlane: [Plane: Int]
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
    /// What is reached in the old inventory.
    public let before: BlastRadius
    /// What is reached in the new one.
    public let after: BlastRadius
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
        self.init(diff, Question(seeds: seeds, at: at), marked: marked, patience: EndlessPatience())
    }

    /// The same of any question about the old inventory, for an asker who may lose patience.
    public init<P: Patience>(
        _ diff: InventoryDiff, _ question: Question, marked: Bool, patience: P
    ) throws(P.Failure) {
        at = question.at
        seeds = question.seeds
        let carried = seeds.compactMap { seed in
            diff.counterpart(ofOld: seed.entity).map { Seed(entity: $0, window: seed.window) }
        }
        let known = Set(carried.map(\.entity))
        let further = marked ? Seed.declared(in: diff.new).filter { !known.contains($0.entity) } : []
        lostSeeds = Set(seeds.map(\.entity)).filter { diff.counterpart(ofOld: $0) == nil }.sorted(
            by: diff.old.idPrecedes)
        let before = try Self.ask(diff.old, question, patience: patience)
        var later = question
        later.seeds = carried + further
        let after = try Self.ask(diff.new, later, patience: patience)
        (then, now) = (before.figures, after.figures)
        (self.before, self.after) = (before.answer, after.answer)
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

    private struct Told {
        let answer: BlastRadius
        let figures: Figures
        let live: Set<Int>
    }

    private static func ask<P: Patience>(
        _ inventory: Inventory, _ question: Question, patience: P
    ) throws(P.Failure) -> Told {
        let engine = ReachEngine(inventory)
        let answer = try engine.blastRadius(question, patience: patience)
        let rollback = engine.rollbackOnlyLive(question, at: question.at, knowing: answer)
        let held = answer.unconditional.filter(\.isLive)
        let figures = Figures(
            counts: answer.counts,
            liveByPlane: Dictionary(grouping: held.compactMap(\.plane)) { $0 }.mapValues(\.count),
            rollbackOnlyLive: rollback)
        return Told(answer: answer, figures: figures, live: Set(held.map(\.entity.index)))
    }
}
