import Inventory
import Reach

/// The journal performed again: at every recorded answer the engine is asked the same once more.
public struct CaseReplay: Sendable {
    /// What became of one recorded answer.
    public enum Outcome: Hashable, Sendable {
        /// Every count came out the same.
        case same
        /// Some count came out differently; what was answered now.
        case different(Measurement.Figures)
        /// The evidence is not at hand.
        case noEvidence
    }

    /// A recorded answer, asked again.
    public struct Line: Hashable, Sendable {
        /// What was recorded.
        public let measurement: Measurement
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
        var engine: (evidence: String, engine: ReachEngine)?
        for entry in entries {
            if case .measure(let measurement) = entry.content.action {
                if engine?.evidence != measurement.evidence {
                    engine = inventory(measurement.evidence).map { (measurement.evidence, ReachEngine($0)) }
                }
                lines.append(
                    Line(
                        measurement: measurement, stamp: entry.stamp,
                        outcome: Self.outcome(of: measurement, fold.state, engine?.engine)))
            }
            fold.take(entry)
        }
        self.lines = lines
        state = fold.state
        self.entries = entries.count
    }

    private static func outcome(of measurement: Measurement, _ state: CaseState, _ engine: ReachEngine?) -> Outcome {
        guard let engine else { return .noEvidence }
        let now = Measurement.Figures(of: state, in: engine, terms: measurement.terms)
        return now == measurement.figures ? .same : .different(now)
    }
}
