import Inventory
import Reach

extension State {
    /// The list of changes that the place shows.
    var changeSection: ChangeSection { place.section.flatMap(ChangeSection.init) ?? .changes }

    /// Why there is nothing to compare; nil while there is, or is to come.
    var changesObstacle: String? {
        guard let comparison else {
            return "there is nothing to compare with: firebreak SOURCE --against NEWER opens both"
        }
        if case .failed(let reason) = comparison.standing { return reason }
        return nil
    }

    /// What differs, to be found; nil where there is nothing to compare with yet.
    var differenceInquiry: DifferenceInquiry? { comparison?.evidence.map { DifferenceInquiry(other: $0) } }

    /// What differs, when it is at hand.
    var difference: Difference? { differenceInquiry.flatMap { findings.difference($0) } }

    /// The blast radius then and now, to be found; nil while the difference is not at hand, and where nothing is declared
    /// compromised.
    var blastChangeInquiry: BlastChangeInquiry? {
        guard let base = differenceInquiry, let difference, let verificationInquiry else { return nil }
        // What the sources mark is asked of each; what the analyst or a case declares, and nothing else, of both.
        let marked = casebook == nil && work.present.seeds.allSatisfy { $0.origin == .source }
        guard question != nil || marked && !difference.diff.new.compromisedEntities.isEmpty else { return nil }
        return BlastChangeInquiry(
            base: base, question: lensQuestion, marked: marked, plan: verificationInquiry, difference: difference)
    }

    /// The blast radius then and now, when it is at hand.
    var blastChange: BlastChange? { blastChangeInquiry.flatMap { findings.blastChange($0) } }

    /// What is planned: by the case, where there is one.
    private var plannedItems: PlannedItems {
        guard let casebook else { return .marks(work.present.marks, since: decisionsCountFrom) }
        return .recorded(casebook.view.state, sequence: casebook.view.sequence)
    }

    /// Since when a change counts for marks that have no moment of their own: since the console's evidence was collected;
    /// where nobody knows when that was, what was changed shows nothing.
    var decisionsCountFrom: Instant { inventory.collected ?? opened }

    /// What the other evidence shows of the plan, to be found; nil while the difference is not at hand.
    var verificationInquiry: VerificationInquiry? {
        guard let base = differenceInquiry, let difference else { return nil }
        let existed = casebook.map { $0.view.state.existed(base.other.hash) } ?? .never
        return VerificationInquiry(base: base, plan: plannedItems, at: at, existed: existed, difference: difference)
    }

    /// What the other evidence shows of the plan, when it is at hand.
    var planVerification: Reach.Verification? { verificationInquiry.flatMap { findings.verification($0) } }

    /// The list of changes that the place shows, to be made; nil elsewhere, and while what it lists is not at hand.
    var changeListing: ChangeListing? {
        guard place.view == .changes, let base = differenceInquiry, let difference else { return nil }
        var ground = ChangeGround(difference: difference)
        var (blast, verification): (BlastChangeInquiry?, VerificationInquiry?)
        switch changeSection {
        case .changes, .widened: break
        case .blast:
            blast = blastChangeInquiry
            guard blast == nil || blastChange != nil else { return nil }
            ground.blast = blastChange
        case .plan, .new:
            verification = verificationInquiry
            guard let found = planVerification else { return nil }
            ground.verification = found
        }
        var listing = ChangeListing(
            base: base, blast: blast, verification: verification, section: changeSection, query: place.query,
            sorts: sortKeys, ground: ground)
        guard !place.query.isEmpty else { return listing }
        guard let context = changeFilterContext else { return nil }
        listing.context = context
        return listing
    }

    /// What the filter asks of the console's evidence; nil while that is not at hand.
    private var changeFilterContext: ChangeListing.FilterContext? {
        let query = query
        var context = ChangeListing.FilterContext(at: at)
        if query.needsMarks { context.remarks = Remarks(work.present) }
        if query.needsReach, question != nil {
            guard let answer else { return nil }
            (context.question, context.answer) = (question, answer)
        }
        if query.needsExposure {
            guard let rank = exposures?.rank else { return nil }
            (context.exposureFilter, context.exposures) = (crossingFilter, rank)
        }
        return context
    }

    /// What the view of changes needs, the most urgent first.
    var neededForChanges: [Inquiry] {
        guard let differenceInquiry else { return [] }
        guard difference != nil else { return [.difference(differenceInquiry)] }
        let verification = verificationInquiry.map { Inquiry.verification($0) }
        let blast = blastChangeInquiry.map { Inquiry.blastChange($0) }
        let own = changeListing.map { Inquiry.changes($0) }
        let others = changeSection == .blast ? [blast, verification] : [verification, blast]
        return [.difference(differenceInquiry)] + ([own] + others).compactMap { $0 }
    }

    /// The changes that the place lists, when they are at hand.
    var changeRows: ChangeRows? { if case .changes(let rows) = rows { rows } else { nil } }

    /// The selected change; nil elsewhere.
    var selectedChange: (ground: ChangeGround, row: ChangeRow)? {
        guard let changes = changeRows, changes.rows.indices.contains(selected) else { return nil }
        return (changes.ground, changes.rows[selected])
    }

    /// Why the other evidence can no longer be trusted; nil while it can.
    var otherProblem: String? { lost == nil ? comparison?.evidence?.problem() : nil }

    /// Whether the place waits for the other evidence.
    var isAwaitingOther: Bool { place.view == .changes && comparison?.isReading == true }

    /// Takes in what became of the reading of the other evidence.
    mutating func learn(_ outcome: OtherOutcome) {
        guard let title = comparison?.title else { return }
        comparison?.learn(outcome)
        switch outcome {
        case .reading: break
        case .read(let evidence):
            let lack = evidence.notices.first.map { "; \($0)" } ?? ""
            message = Message(
                text: "\(title) is read: \(key(.changes)) shows what changed\(lack)",
                tone: lack.isEmpty ? .plain : .warning)
        case .failed(let reason): message = Message(text: reason, tone: .warning)
        }
    }

    /// Goes to what changed.
    mutating func showChanges() -> [Effect] {
        guard place.view != .changes || !place.query.isEmpty || place.section != nil else {
            message = Message(text: "you are there")
            return []
        }
        visit(.changes, cursor: place.view == .start ? nil : selectedEntity?.id)
        return []
    }
}
