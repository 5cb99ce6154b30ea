import Casebook
import Inventory
import Reach

/// What differs between the console's evidence and the other one, to be found.
struct DifferenceInquiry: Sendable {
    let other: OtherEvidence

    func difference<P: Patience>(from inventory: Inventory, patience: P) throws(P.Failure) -> Difference {
        Difference(
            try InventoryDiff(old: inventory, new: other.inventory) { done throws(P.Failure) in
                try patience.check(done)
            })
    }
}

extension DifferenceInquiry: Hashable {
    static func == (left: DifferenceInquiry, right: DifferenceInquiry) -> Bool {
        left.other.inventory === right.other.inventory
    }

    func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(other.inventory)) }
}

/// What the same question reaches in both, to be found.
struct BlastChangeInquiry: Hashable, Sendable {
    let base: DifferenceInquiry
    let question: Question
    /// Whether what the other evidence marks as compromised is asked of it besides.
    let marked: Bool
    /// What the other evidence is to show of the plan.
    let plan: VerificationInquiry
    /// What differs. Follows from ``base``, and so has no part in equality.
    let difference: Difference

    func change<P: Patience>(in inventory: Inventory, patience: P) throws(P.Failure) -> BlastChange {
        let proven = plan.plan.proven(
            plan.verification(in: inventory), of: question, shownBy: base.other.hash ?? "")
        return try BlastChange(difference.diff, question, proven: proven, marked: marked, patience: patience)
    }

    static func == (left: BlastChangeInquiry, right: BlastChangeInquiry) -> Bool {
        left.base == right.base && left.question == right.question && left.marked == right.marked
            && left.plan == right.plan
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(base)
        hasher.combine(question)
    }
}

/// What is planned, and since when a change counts.
enum PlannedItems: Hashable, Sendable {
    /// Marks that nobody wrote down: what happened since the moment counts.
    case marks(Marks, since: Instant)
    /// The plan of a case after the entry with a number, in which each item has a moment of its own.
    case recorded(CaseState, sequence: Int)

    /// The items in order, to be looked for in evidence with this content hash. O(their number).
    func items(in inventory: Inventory, against hash: String?) -> [Reach.Verification.Item] {
        switch self {
        case .marks(let marks, let since):
            marks.sorted(by: inventory.idPrecedes).map { .init(.entity(inventory.entity(at: $0).id), decided: since) }
        case .recorded(let state, _): state.plan.map { $0.verificationItem(against: hash) }
        }
    }

    /// What is known of the plan once it is verified; nil where nothing is planned.
    func proven(_ verification: Reach.Verification, of question: Question, shownBy hash: String) -> BlastChange.Proven?
    {
        switch self {
        case .recorded(let state, _): return state.proven(verification, of: question, shownBy: hash)
        case .marks(let marks, _):
            guard !marks.isEmpty else { return nil }
            var remedied = question
            for result in verification.results where result.finding.isClosed {
                guard let entity = result.item.target.entity.flatMap({ verification.diff.old.entity(id: $0) }) else {
                    continue
                }
                let means = Remediation.shown(by: result.finding.name, of: entity.kind)
                remedied.remedies.append(Remedy(entity: entity.index, at: question.at, means: means))
            }
            return BlastChange.Proven(remedied, verification)
        }
    }

    static func == (left: PlannedItems, right: PlannedItems) -> Bool {
        switch (left, right) {
        case (.marks(let marks, let since), .marks(let others, let then)): marks == others && since == then
        case (.recorded(_, let entry), .recorded(_, let other)): entry == other
        default: false
        }
    }

    func hash(into hasher: inout Hasher) {
        switch self {
        case .marks(_, let since): hasher.combine(since)
        case .recorded(_, let sequence): hasher.combine(sequence)
        }
    }
}

/// What the other evidence shows of the plan, to be found.
struct VerificationInquiry: Hashable, Sendable {
    let base: DifferenceInquiry
    let plan: PlannedItems
    /// The moment by which something must have happened.
    let at: Instant
    /// A moment at which the other evidence is known to have been there.
    let existed: Instant
    /// What differs. Follows from ``base``, and so has no part in equality.
    let difference: Difference

    func verification(in inventory: Inventory) -> Reach.Verification {
        let items = plan.items(in: inventory, against: base.other.hash)
        return Reach.Verification(items, difference.diff, at: at, existed: existed)
    }

    static func == (left: VerificationInquiry, right: VerificationInquiry) -> Bool {
        left.base == right.base && left.plan == right.plan && left.at == right.at && left.existed == right.existed
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(base)
        hasher.combine(plan)
        hasher.combine(at)
    }
}
