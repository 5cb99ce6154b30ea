import Inventory
import Reach

extension Measurement {
    /// What the engine answers on this evidence, with what the case says at the moment.
    public init(of state: CaseState, in inventory: Inventory, evidence: String, terms: Terms) {
        self.init(
            evidence: evidence, terms: terms, figures: Figures(of: state, in: ReachEngine(inventory), terms: terms))
    }
}

extension Measurement.Figures {
    /// Asks the engine.
    init(of state: CaseState, in engine: ReachEngine, terms: Measurement.Terms) {
        var question = Question(seeds: state.seeds(in: engine.inventory), at: terms.at)
        question.timeless = terms.timeless
        question.guards = terms.guardsFail ? .fail : .hold
        question.plane = terms.plane
        question.evidence = terms.evidence ?? .inferred
        let answer = engine.blastRadius(question)
        let counts = answer.counts
        self.init(
            reached: counts.reached, live: counts.live, conditional: counts.conditional,
            rollbackOnly: engine.blastRadius(question, rollback: terms.at).liveCount,
            afterPlan: engine.blastRadius(state.remedying(question, in: engine.inventory)).liveCount)
    }
}
