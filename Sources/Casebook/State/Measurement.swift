import Inventory

/// What the engine answered at a point of the case: `case replay` asks the same again and compares.
public struct Measurement: Codable, Hashable, Sendable {
    /// What was asked besides what the case itself says.
    public struct Terms: Codable, Hashable, Sendable {
        /// The moment of the question.
        public var at: Instant
        /// Whether times were left out of account.
        public var timeless: Bool
        /// Whether guards were taken as failing.
        public var guardsFail: Bool
        /// The plane that was crossed; nil for both.
        public var plane: Plane?
        /// The weakest relations that were crossed; nil for all.
        public var evidence: Evidence?

        /// Terms.
        public init(
            at: Instant, timeless: Bool = false, guardsFail: Bool = false, plane: Plane? = nil,
            evidence: Evidence? = nil
        ) {
            self.at = at
            self.timeless = timeless
            self.guardsFail = guardsFail
            self.plane = plane
            self.evidence = evidence
        }
    }

    /// The counts.
    public struct Figures: Codable, Hashable, Sendable {
        /// Entities held at some time, the declared ones included.
        public var reached: Int
        /// Entities held at the moment of the question.
        public var live: Int
        /// Entities held only where guards fail.
        public var conditional: Int
        /// Entities held at that moment where code is rolled back and no credential touched.
        public var rollbackOnly: Int
        /// Entities held at that moment once every mark is carried out.
        public var afterPlan: Int

        /// Counts.
        public init(reached: Int, live: Int, conditional: Int, rollbackOnly: Int, afterPlan: Int) {
            self.reached = reached
            self.live = live
            self.conditional = conditional
            self.rollbackOnly = rollbackOnly
            self.afterPlan = afterPlan
        }
    }

    /// The content hash of the evidence that was asked.
    public var evidence: String
    /// What was asked.
    public var terms: Terms
    /// What was answered.
    public var figures: Figures

    /// A measurement.
    public init(evidence: String, terms: Terms, figures: Figures) {
        self.evidence = evidence
        self.terms = terms
        self.figures = figures
    }
}
