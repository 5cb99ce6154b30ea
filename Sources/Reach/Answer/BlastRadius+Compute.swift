import Inventory

extension BlastRadius {
    /// Answers `question`. Exact: the smallest sets of moments that the rules of crossing allow. Whoever asks often keeps
    /// a ``ReachEngine`` and asks that.
    ///
    /// With `rollback`, every piece of code that was gained on the integrity plane is cleansed at that moment; where
    /// guards fail, what was gained because they fail is cleansed as well.
    public init(_ inventory: Inventory, _ question: Question, rollback: Instant? = nil) {
        self = ReachEngine(inventory).blastRadius(question, rollback: rollback)
    }

    /// What stays open when code is rolled back at `moment` and no credential is touched: the plan's remedies and severed
    /// relations are left out of account.
    public static func rollbackOnly(_ inventory: Inventory, _ question: Question, at moment: Instant) -> BlastRadius {
        ReachEngine(inventory).blastRadius(question.untouched, rollback: moment)
    }
}

extension Question {
    /// The question without what is planned.
    public var untouched: Question {
        var untouched = self
        untouched.remedies = []
        untouched.severances = []
        return untouched
    }
}
