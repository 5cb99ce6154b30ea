import Reach

// Why something stays live after the plan: a way that owes nothing to what the plan revokes.
extension State {
    /// Whether the place is a path that asks about what the plan leaves open.
    var isAfterPlan: Bool { place.view == .path && place.section == PathView.afterPlan }

    /// What is asked to find such a way; nil where there is no plan.
    var detour: Inquiry? {
        guard isAfterPlan, let planQuestion, work.present.planCount > 0 else { return nil }
        return .avoiding(planQuestion, work.present.marks)
    }

    /// What is reached without anything that the plan revokes, when it is at hand.
    var detourAnswer: Answer? { detour.flatMap { findings.answer($0) } }
}
