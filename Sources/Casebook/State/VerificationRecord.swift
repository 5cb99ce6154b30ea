import Inventory

/// What new evidence showed of the plan at a point of the case: `case replay` looks again and compares.
public struct VerificationRecord: Codable, Hashable, Sendable {
    /// What was shown.
    public struct Answer: Codable, Hashable, Sendable {
        /// How many items were planned.
        public var items: Int
        /// How many of them were found how, by the names of findings.
        public var findings: [String: Int]
        /// How many of them are shown to be done.
        public var closed: Int
        /// How many identities the evidence of the case does not have, ``newcomers`` and those beyond.
        public var newIdentities: Int
        /// Which they are, by id: the first ``VerificationRecord/longest``.
        public var newcomers: [Newcomer]
        /// How many identities can do more than before.
        public var widened: Int
        /// What is reached in the evidence of the case; nil where nothing is declared.
        public var then: Reach?
        /// What is reached in the new evidence.
        public var now: Reach?
    }

    /// The counts of a blast radius.
    public struct Reach: Codable, Hashable, Sendable {
        /// Entities held at some time, and at the moment of the question.
        public var reached: Int, live: Int
        /// Entities held only where guards fail.
        public var conditional: Int
        /// Entities held at that moment where code is rolled back and no credential touched.
        public var rollbackOnly: Int
    }

    /// An identity that the evidence of the case does not have.
    public struct Newcomer: Codable, Hashable, Sendable {
        /// Its id, and what it is.
        public var entity: String, kind: String
        /// Since when it is there, as far as the new evidence says.
        public var since: Instant?
        /// Whether it is known to be new; else the evidence of the case may only have been silent about it.
        public var isKnownNew: Bool
    }

    /// So many new identities are recorded one by one; how many there are is recorded always.
    public static let longest = 1_000

    /// The content hash of the evidence of the case.
    public var evidence: String
    /// The content hash of the new evidence, which the case need not be about.
    public var against: String
    /// What that is.
    public var source: Mark.ProofSource
    /// The repository that its workflow files belong to, where that was said.
    public var repository: String?
    /// The moment by which something must have happened.
    public var at: Instant
    /// What was shown.
    public var answer: Answer

    /// A verification against `new`.
    public init(evidence: String, against new: CaseEvidence, at: Instant, answer: Answer) {
        self.evidence = evidence
        against = new.hash
        source = Mark.ProofSource(new)
        repository = new.repository
        self.at = at
        self.answer = answer
    }
}

/// What new evidence showed, and who looked.
public struct StampedVerification: Codable, Hashable, Sendable {
    /// What was shown.
    public var verification: VerificationRecord
    /// Who recorded it, when.
    public var stamp: Stamp
}
