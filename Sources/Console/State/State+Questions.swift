import Inventory
import Reach
import TerminalKit

extension State {
    /// What is asked of the engine without the plan; nil while nothing is declared.
    var question: Question? {
        let seeds = work.present.seeds
        return seeds.isEmpty ? nil : lensQuestion
    }

    /// The same without anything declared, for what depends only on the lens.
    var lensQuestion: Question {
        var question = Question(seeds: work.present.seeds.map(\.seed), at: at)
        question.timeless = place.lens.isTimeless
        question.guards = place.lens.guardsFail ? .fail : .hold
        question.plane = place.lens.plane
        question.evidence = place.lens.evidence ?? .inferred
        return question
    }

    /// What is asked about everything that is marked being remediated at the moment of the lens; nil while there is
    /// nothing to ask.
    var planInquiry: Inquiry? {
        guard let planQuestion, work.present.planCount > 0 else { return nil }
        return .residual(planQuestion, work.present.marks)
    }

    /// The question with every relation ended that is planned to be, and with what evidence shows of marks: what is asked of
    /// a plan whose marks are told beside it.
    var planQuestion: Question? {
        question?.ending(work.present.endings.keys, in: inventory).knowing(work.present.judgements, in: inventory)
    }

    /// The answer of the present lens, when it is at hand.
    var answer: Answer? { question.flatMap { findings.answer(.reach($0)) } }
    /// What rolling back code alone leaves open.
    var rollbackAnswer: Answer? { question.flatMap { findings.answer(.rollback($0)) } }
    /// What the plan leaves open.
    var planAnswer: Answer? { planInquiry.flatMap { findings.answer($0) } }

    /// Everything that the present place shows and that takes time to find out, the most urgent first.
    var needed: [Inquiry] {
        var needed: [Inquiry] = []
        if asksForExposure { needed.append(.exposure(crossingFilter)) }
        if let listing, !asksForExposure || exposures != nil {
            if isTree {
                needed.append(.tree(listing))
            } else if inventory.entityCount > Self.promptEntities {
                needed.append(.list(listing))
            }
        }
        if vocabulary == nil { needed.append(.vocabulary) }
        if let rowSearch, !isPromptSearch { needed.append(.search(rowSearch)) }
        if let name = paletteName, inventory.entityCount > Self.promptEntities { needed.append(.named(name)) }
        if let grouping { needed.append(.breakdown(grouping)) }
        if let faceting { needed.append(.breakdown(faceting)) }
        if let question {
            needed.append(.reach(question))
            if let planInquiry { needed.append(planInquiry) }
            needed.append(.rollback(question))
        }
        if let timelineInquiry { needed.append(.timeline(timelineInquiry)) }
        if let inheritanceInquiry { needed.append(.inheritance(inheritanceInquiry)) }
        switch place.view {
        case .plan: needed += PlanView().needed(by: self)
        case .entity:
            if let subject { needed.append(.impact(subject.index)) }
            if let exactExposureInquiry { needed.append(.exactExposure(exactExposureInquiry)) }
        case .blast: needed += whatIfs
        case .path:
            if let detour { needed.append(detour) }
            if let ways { needed.append(ways) }
        case .map: needed += neededForMap
        case .changes: needed += neededForChanges
        case .journal: needed += neededForJournal
        case .start, .inventory, .inherit, .timeline: break
        }
        if let entity = runbookEntity?.index, !needed.contains(.impact(entity)) { needed.append(.impact(entity)) }
        if wantedStep != nil, inventory.entityCount > Self.promptEntities, let lensStopInquiry {
            needed.append(.lensStops(lensStopInquiry))
        }
        // Last, because it is only shown beside other facts; what is waited for gets the whole machine.
        if !asksForExposure, !rows.isPending, place.view == .inventory || place.view == .entity || showsExposure {
            needed.append(.exposure(crossingFilter))
        }
        if inventory.entityCount > Self.promptEntities { needed.append(.lookAlikes) }
        return needed
    }

    /// Whether exposures stand beside the rows, in a column or in the panel of facets.
    private var showsExposure: Bool {
        place.facets != nil
            || place.table?.columns.contains { $0.isShown && EntityColumn(named: $0.name) == .exposure } ?? false
    }

    /// The exposures under the present assumptions on guards, when they are at hand.
    var exposures: Exposures? { findings.exposures(crossingFilter) }

    /// What the entity of the place opens, to be counted; nil where that is no estimate.
    private var exactExposureInquiry: ExactExposureInquiry? {
        guard let entity = subject?.index, let exposures, exposures[entity]?.isExact == false else { return nil }
        return ExactExposureInquiry(entity: entity, filter: crossingFilter, exposures: exposures)
    }

    /// How much the entity of the place opens: counted once that is done, estimated until then.
    var subjectExposure: Exposure? {
        guard let estimate = subject.flatMap({ exposures?[$0.index] }) else { return nil }
        let count = exactExposureInquiry.flatMap { findings.exactExposure($0) }
        return count.map { Exposure(count: $0, isExact: true) } ?? estimate
    }

    /// Which crossings count for exposures.
    var crossingFilter: CrossingFilter {
        CrossingFilter(
            guards: place.lens.guardsFail ? .fail : .hold, plane: place.lens.plane,
            evidence: place.lens.evidence ?? .inferred)
    }

    /// Asks for what is needed and not at hand; a new request supersedes the one under way.
    mutating func inquire() -> [Effect] {
        let missing = needed.filter { findings[$0] == nil }
        if !missing.allSatisfy(declined.contains) { declined = [] }
        let wanted = missing.filter { !declined.contains($0) }
        guard wanted != asked else { return [] }
        asked = wanted
        generation += 1
        progress = nil
        return [.ask(wanted, generation: generation)]
    }

    /// A moved lens changes only what is live: an answer that is at hand is seen from there instead of asked for again.
    mutating func seeFromHere() {
        guard let question, findings[.reach(question)] == nil,
            let known = findings.answer(likeThatTo: question)
        else { return }
        findings.add(.reach(known.seen(at: question.at)), for: .reach(question))
    }

    /// Takes in a finding; one for a superseded request is dropped.
    mutating func learn(_ finding: Finding, for inquiry: Inquiry, generation: Int) {
        guard generation == self.generation else { return }
        progress = nil
        if case .vocabulary(let words) = finding {
            vocabulary = words
        } else {
            findings.add(finding, for: inquiry)
            measures = TableMeasures()
        }
        asked.removeAll { $0 == inquiry }
    }
}
