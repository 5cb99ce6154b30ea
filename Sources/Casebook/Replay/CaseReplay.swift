import Inventory
import Reach

/// The journal performed again: at every recorded answer the engine is asked the same once more.
public struct CaseReplay: Sendable {
    /// What the engine answered.
    public enum Answer: Hashable, Sendable {
        /// The counts of declarations and plan.
        case counts(Measurement.Figures)
        /// What new evidence shows of the plan.
        case verification(VerificationRecord.Answer)
    }

    /// What became of one recorded answer.
    public enum Outcome: Hashable, Sendable {
        /// Every count came out the same.
        case same
        /// Some count came out differently; what was answered now.
        case different(Answer)
        /// Evidence is not at hand; its content hash.
        case noEvidence(String)
    }

    /// A recorded answer, asked again.
    public struct Line: Hashable, Sendable {
        /// What was recorded.
        public let answer: Answer
        /// Who recorded it, when.
        public let stamp: Stamp
        /// What became of it.
        public let outcome: Outcome
    }

    /// The recorded answers in the order of the journal.
    public let lines: [Line]
    /// What the case says at the end.
    public let state: CaseState
    /// How many entries were performed.
    public let entries: Int

    /// Whether every recorded answer came out the same.
    public var isSame: Bool { lines.allSatisfy { $0.outcome == .same } }

    /// Performs the journal. `inventory` gives the evidence with a content hash, where it is at hand.
    public init(_ entries: [JournalEntry], inventory: (String) -> Inventory?) {
        var fold = CaseFold()
        var lines: [Line] = []
        var desk = Desk()
        for entry in entries {
            switch entry.content.action {
            case .measure(let measurement):
                let figures = Answer.counts(measurement.figures)
                let outcome = desk.outcome(of: measurement, fold.state, inventory)
                lines.append(Line(answer: figures, stamp: entry.stamp, outcome: outcome))
            case .verify(let verification):
                let shown = Answer.verification(verification.answer)
                let outcome = desk.outcome(of: verification, fold.state, inventory)
                lines.append(Line(answer: shown, stamp: entry.stamp, outcome: outcome))
            default: break
            }
            fold.take(entry)
        }
        self.lines = lines
        state = fold.state
        self.entries = entries.count
    }

    /// The evidence that was asked last, and what was made ready to ask it.
    private struct Desk {
        private var engine: (evidence: String, engine: ReachEngine)?
        private var diff: (old: String, new: String, diff: InventoryDiff)?

        mutating func outcome(
            of measurement: Measurement, _ state: CaseState, _ inventory: (String) -> Inventory?
        ) -> Outcome {
            let hash = measurement.evidence
            if engine?.evidence != hash { engine = inventory(hash).map { (hash, ReachEngine($0)) } }
            guard let engine else { return .noEvidence(hash) }
            let now = Measurement.Figures(of: state, in: engine.engine, terms: measurement.terms)
            return now == measurement.figures ? .same : .different(.counts(now))
        }

        mutating func outcome(
            of record: VerificationRecord, _ state: CaseState, _ inventory: (String) -> Inventory?
        ) -> Outcome {
            if diff?.old != record.evidence || diff?.new != record.against {
                guard let old = inventory(record.evidence) else { return .noEvidence(record.evidence) }
                guard let new = inventory(record.against) else { return .noEvidence(record.against) }
                diff = (record.evidence, record.against, InventoryDiff(old: old, new: new))
            }
            guard let diff else { return .noEvidence(record.against) }
            let now = CaseVerification(of: state, diff.diff, against: record.against, at: record.at).answer
            return now == record.answer ? .same : .different(.verification(now))
        }
    }
}
