import Inventory
import Reach

/// What new evidence shows of a case: asked for once, and again by a replay.
public struct CaseVerification: Sendable {
    /// What became of each item of the plan, in its order.
    public let verification: Verification
    /// The blast radius then and now; nil where nothing is declared.
    public let blast: BlastChange?

    /// Looks for the plan of `state` in the newer inventory of `diff`, whose evidence has this content hash.
    public init(of state: CaseState, _ diff: InventoryDiff, against hash: String, at: Instant) {
        verification = Verification(
            state.plan.map { $0.verificationItem(against: hash) }, diff, at: at, existed: state.existed(hash))
        let question = Question(seeds: state.seeds(in: diff.old), at: at)
        let proven = state.proven(verification, of: question, shownBy: hash)
        blast =
            question.seeds.isEmpty
            ? nil : BlastChange(diff, seeds: question.seeds, at: at, proven: proven, marked: false)
    }

    /// What is recorded of it.
    public var answer: VerificationRecord.Answer {
        let new = verification.diff.new
        let newcomers = verification.newcomers.prefix(VerificationRecord.longest).map { newcomer in
            let entity = new.entity(at: newcomer.entity)
            return VerificationRecord.Newcomer(
                entity: entity.id, kind: entity.kindName, since: newcomer.since, isKnownNew: newcomer.isKnownNew)
        }
        return VerificationRecord.Answer(
            items: verification.results.count,
            findings: Dictionary(grouping: verification.results, by: \.finding.name).mapValues(\.count),
            closed: verification.results.count(where: \.finding.isClosed),
            newIdentities: verification.newcomers.count, newcomers: newcomers, widened: verification.widened.count,
            then: blast.map { VerificationRecord.Reach($0.then) }, now: blast.map { VerificationRecord.Reach($0.now) })
    }
}

extension VerificationRecord.Reach {
    init(_ figures: BlastChange.Figures) {
        self.init(
            reached: figures.reached, live: figures.live, conditional: figures.conditional,
            rollbackOnly: figures.rollbackOnlyLive)
    }
}
