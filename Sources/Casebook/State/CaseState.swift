/// What a case says now: nothing but what its journal says, entry after entry.
///
/// Everything is found by what it is about in O(1); the sorted lists are made when asked for, in O(n log n).
public struct CaseState: Hashable, Sendable {
    /// What the case is called.
    public internal(set) var title = ""
    /// The evidence, in the order in which it was added.
    public internal(set) var evidence: [StampedEvidence] = []
    /// What is declared, by the entity's id.
    public internal(set) var declarations: [String: Declaration] = [:]
    /// The plan, by item.
    public internal(set) var marks: [Mark.Item: Mark] = [:]
    /// The notes, by the number of the entry that made each.
    public internal(set) var notes: [Int: Note] = [:]
    /// The verdicts, by subject.
    public internal(set) var verdicts: [CaseSubject: Verdict] = [:]
    /// The tags of each subject that has any.
    public internal(set) var tags: [CaseSubject: Set<String>] = [:]
    /// Who is to see to what.
    public internal(set) var assignees: [CaseSubject: String] = [:]
    /// The bookmarks, by name.
    public internal(set) var bookmarks: [String: CaseBookmark] = [:]
    /// The ids of what is to be kept from the attacker; empty leaves it to the crown jewels.
    public internal(set) var targets: [String] = []
    /// What two copies of the case say differently and nobody settled yet, in the order of the entries.
    public internal(set) var conflicts: [CaseConflict] = []
    /// What the engine answered, in the order in which it was recorded.
    public internal(set) var measurements: [StampedMeasurement] = []

    /// What new evidence showed of the plan, in the order in which it was recorded.
    public internal(set) var verifications: [StampedVerification] = []

    /// An empty case.
    public init() {}

    /// The plan in the order in which it was marked; what was marked at once by its ids.
    public var plan: [Mark] {
        marks.values.sorted { ($0.stamp.entry, $0.item.sortKey) < ($1.stamp.entry, $1.item.sortKey) }
    }

    /// What is declared, in the order in which it was said.
    public var declared: [Declaration] {
        declarations.values.sorted { ($0.stamp.entry, $0.entity) < ($1.stamp.entry, $1.entity) }
    }

    /// The notes in the order in which they were written.
    public var noted: [Note] { notes.values.sorted { $0.stamp.entry < $1.stamp.entry } }

    /// The evidence that was added last; nil before any was.
    public var latestEvidence: CaseEvidence? { evidence.last?.evidence }

    /// The evidence with this content hash; nil where the case does not name it.
    public func evidence(hash: String) -> CaseEvidence? { evidence.first { $0.evidence.hash == hash }?.evidence }
}

/// Evidence, and who added it.
public struct StampedEvidence: Codable, Hashable, Sendable {
    /// The evidence.
    public var evidence: CaseEvidence
    /// Who added it, when: the time of its import into the case.
    public var stamp: Stamp

    /// Evidence that somebody added.
    public init(evidence: CaseEvidence, stamp: Stamp) {
        self.evidence = evidence
        self.stamp = stamp
    }
}

/// What the engine answered, and who asked.
public struct StampedMeasurement: Codable, Hashable, Sendable {
    /// The question and its counts.
    public var measurement: Measurement
    /// Who recorded it, when.
    public var stamp: Stamp

    /// A measurement that somebody recorded.
    public init(measurement: Measurement, stamp: Stamp) {
        self.measurement = measurement
        self.stamp = stamp
    }
}

extension Mark.Item {
    /// Orders items that were marked at once.
    var sortKey: String {
        switch self {
        case .entity(let id): id
        case .relation(let from, let kind, let to): "\(from)\n\(kind)\n\(to)"
        }
    }
}
