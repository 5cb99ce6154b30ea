import Casebook
import Reach

/// All that the counts of a case depend on.
struct Counted: Hashable, Sendable {
    private let seeds: [DeclaredSeed]
    private let marks: Marks
    private let endings: Set<RelationMark>

    init(_ work: Investigation) {
        seeds = work.seeds
        marks = work.marks
        endings = Set(work.endings.keys)
    }
}

extension CaseBond {
    /// Whether something was decided here of which no counts are recorded yet.
    var owesCounts: Bool { Counted(recorded) != counted }
}

extension CaseAction {
    /// Whether it only tells what the engine answered.
    var isMeasurement: Bool { if case .measure = self { true } else { false } }
}

extension State {
    /// Asks for the counts to be recorded that a replay compares: once for what was decided here, as soon as it is in the
    /// journal and its counts are on the screen. A step of every update.
    mutating func recordCounts() -> [Effect] {
        guard lost == nil, let bond = casebook, bond.holds(work.present), bond.owesCounts, showsCounts else {
            return []
        }
        let counted = Counted(bond.recorded)
        guard bond.counting != counted else { return [] }
        casebook?.counting = counted
        return [.measure(measuredTerms)]
    }

    /// The terms under which counts are still to be recorded on leaving; nil where none are.
    var owedTerms: Measurement.Terms? {
        guard let bond = casebook, lost == nil, Counted(work.present) != bond.counted else { return nil }
        return measuredTerms
    }

    /// Whether the plan or the blast radius is shown, with all its counts.
    private var showsCounts: Bool {
        guard place.view == .plan || place.view == .blast else { return false }
        return question != nil && !isCounting
    }

    /// What is asked besides what the case says.
    private var measuredTerms: Measurement.Terms {
        let question = lensQuestion
        return Measurement.Terms(
            at: question.at, timeless: question.timeless, guardsFail: question.guards == .fail, plane: question.plane,
            evidence: place.lens.evidence)
    }
}
