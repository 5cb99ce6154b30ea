import Inventory

/// A planned remediation, from its mark on a screen to the proof that it was carried out.
public struct Mark: Codable, Hashable, Sendable {
    /// What is to be remediated.
    public var item: Item
    /// When it is to take effect; nil is the moment of the question.
    public var at: Instant?
    /// How far it is.
    public var state: State
    /// Every state that it went through, the first one first; never empty.
    public var steps: [Step]

    /// What is remediated.
    public enum Item: Hashable, Sendable {
        /// An entity, by its id: disabled or cleansed, as its kind asks for.
        case entity(String)
        /// A relation that is ended: the id of its near end, its kind in snake case, the id of its far end.
        case relation(from: String, kind: String, to: String)

        /// The id of the entity; nil for a relation.
        public var entity: String? { if case .entity(let id) = self { id } else { nil } }
    }

    /// How far a remediation is.
    public enum State: String, Codable, Hashable, Sendable, CaseIterable {
        /// Marked.
        case proposed
        /// Decided by whoever may.
        case approved
        /// Carried out, somebody says.
        case done
        /// New evidence shows it.
        case verified
        /// It could not be carried out, or new evidence shows that it was not.
        case failed
    }

    /// The moment at which a remediation came to a state.
    public struct Step: Codable, Hashable, Sendable {
        /// The state.
        public var state: State
        /// Why, or by what proof; empty where nobody said.
        public var why: String
        /// The content hash of the evidence that shows it, where there is one.
        public var proof: String?
        /// What that evidence is; nil where nobody said.
        public var source: ProofSource?
        /// What that evidence shows, by its name in files: `gone`, `rotated`; nil where nobody said.
        public var finding: String?
        /// Who said so, when.
        public var stamp: Stamp

        /// A step.
        public init(
            state: State, why: String = "", proof: String? = nil, source: ProofSource? = nil, finding: String? = nil,
            stamp: Stamp
        ) {
            self.state = state
            self.why = why
            self.proof = proof
            self.source = source
            self.finding = finding
            self.stamp = stamp
        }
    }

    /// Evidence that shows how far a remediation is, and that the case itself need not be about.
    public struct ProofSource: Codable, Hashable, Sendable {
        /// What kind of evidence it is, which says what its hash is the hash of.
        public var form: CaseEvidence.Form
        /// Where it lay: absolute paths, as they were named.
        public var paths: [String]
        /// The newest moment at which any of it was collected, where it says so.
        public var collected: Instant?

        /// What this evidence is, without what is in it.
        public init(_ evidence: CaseEvidence) {
            form = evidence.form
            paths = evidence.paths
            collected = evidence.collected
        }
    }

    /// A mark that was just made.
    public init(item: Item, at: Instant? = nil, stamp: Stamp) {
        self.item = item
        self.at = at
        state = .proposed
        steps = [Step(state: .proposed, stamp: stamp)]
    }

    /// Who marked it, when.
    public var stamp: Stamp { steps.first?.stamp ?? Stamp(who: "", when: .beginning, entry: 0) }

    /// When it was decided: approved last, or marked where nobody approved it or that was taken back.
    public var decided: Instant {
        state == .proposed ? stamp.when : steps.last { $0.state == .approved }?.stamp.when ?? stamp.when
    }

    /// When it was carried out, as somebody said last; nil where nobody did, or that was taken back.
    public var done: Instant? {
        switch state {
        case .proposed, .approved: nil
        case .done, .verified, .failed: steps.last { $0.state == .done }?.stamp.when
        }
    }
}

/// `{"entity":"…"}` or `{"from":"…","relation":"…","to":"…"}`.
extension Mark.Item: Codable {
    private enum CodingKeys: String, CodingKey { case entity, from, relation, to }

    /// Reads an item.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        if let id = try values.decodeIfPresent(String.self, forKey: .entity) {
            self = .entity(id)
        } else {
            self = .relation(
                from: try values.decode(String.self, forKey: .from),
                kind: try values.decode(String.self, forKey: .relation),
                to: try values.decode(String.self, forKey: .to))
        }
    }

    /// Writes the item.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .entity(let id): try values.encode(id, forKey: .entity)
        case .relation(let from, let kind, let to):
            try values.encode(from, forKey: .from)
            try values.encode(kind, forKey: .relation)
            try values.encode(to, forKey: .to)
        }
    }
}
