import Inventory
import Reach

extension State {
    /// The list of the timeline that the place shows.
    var timelineSection: TimelineSection { place.section.flatMap(TimelineSection.init) ?? .everything }

    /// The timeline that the place shows, to be made; nil elsewhere, and while what it needs is not at hand.
    var timelineInquiry: TimelineInquiry? {
        guard place.view == .timeline else { return nil }
        let query = query
        var inquiry = TimelineInquiry(
            section: timelineSection, query: place.query, at: place.query.isEmpty ? nil : at, focus: timelineFocus,
            seeds: work.present.seeds.map(\.seed))
        if query.needsMarks { inquiry.remarks = Remarks(work.present) }
        if query.needsExposure {
            guard let rank = exposures?.rank else { return nil }
            inquiry.exposures = rank
            inquiry.exposureFilter = crossingFilter
        }
        guard var question else { return inquiry }
        guard let answer else { return nil }
        // Events do not depend on the moment of the lens, unless the filter asks for what is live then.
        if !query.needsReach { question.at = Instant(0) }
        inquiry.question = question
        inquiry.answer = answer
        return inquiry
    }

    /// The moment near which events are listed when there are too many: the day of the lens, where one was chosen; else
    /// the first declaration.
    private var timelineFocus: Instant {
        if let at = place.lens.at { return Instant(at.floored(to: 86_400)) }
        return work.present.seeds.map(\.seed.window.from).filter(\.isBounded).min() ?? opened
    }

    /// The timeline of the place, when it is at hand.
    var timeline: Timeline? { timelineInquiry.flatMap { findings.timeline($0) } }

    /// What is marked, planned for the moment of the lens, as far as the filter leaves it.
    var plannedEvents: [TimeEvent] {
        guard timelineSection.contains(.planned), at.isBounded, !work.present.marks.isEmpty else { return [] }
        let bound = boundQuery(answer)
        let passing = work.present.marks.sorted().lazy.filter { bound.matches($0) }.prefix(TimelineRows.plannedLimit)
        return passing.map { TimeEvent(at: at, kind: .planned, entity: $0) }
            .sorted { $0.precedes($1, in: inventory) }
    }

    /// What the lens stops at, to be found: the events of the answer, else those of the inventory; nil while the answer
    /// is not at hand.
    var lensStopInquiry: LensStopInquiry? {
        let seeds = work.present.seeds.map(\.seed)
        guard var question else { return LensStopInquiry(seeds: seeds) }
        guard let answer else { return nil }
        question.at = Instant(0)
        return LensStopInquiry(question: question, seeds: seeds, answer: answer)
    }

    /// The moments at which the lens stops, when they are at hand or found at once.
    mutating func knownLensStops() -> LensStops? {
        guard let lensStopInquiry else { return nil }
        if let known = findings.lensStops(lensStopInquiry) { return known }
        guard inventory.entityCount <= Self.promptEntities, let stops = lensStopInquiry.stops(in: inventory) else {
            return nil
        }
        findings.add(.lensStops(stops), for: .lensStops(lensStopInquiry))
        return stops
    }
}
