import Inventory
import Reach

/// Events on one axis: what a timeline lists, how many more there are, and how densely they lie.
struct Timeline: Sendable {
    /// The events in order of time, at most ``limit``.
    var events: [TimeEvent] = []
    /// How many events before and after them are left out.
    var earlier = 0, later = 0
    /// How many events of each kind pass the filter, listed or not.
    var counts: [EventKind: Int] = [:]
    /// How densely all events of the section lie that pass the filter; nil where none has a time.
    var density: Density?

    /// How many events are listed.
    static let limit = 20_000

    /// How many events of the section pass the filter.
    func count(in section: TimelineSection) -> Int {
        counts.reduce(0) { $0 + (section.contains($1.key) ? $1.value : 0) }
    }
}

/// A timeline to be made. Equal ones give equal timelines.
struct TimelineInquiry: Sendable {
    var section: TimelineSection
    /// The text of the filter.
    var query: String
    /// The moment that the filter counts from; nil without a filter.
    var at: Instant?
    /// The events near this moment are listed when there are too many for all.
    var focus: Instant
    var seeds: [Seed]
    /// What the analyst said, where the filter asks for it.
    var remarks = Remarks()
    /// The question that ``answer`` answers, its moment left out; nil for the whole inventory.
    var question: Question?
    /// What is reached. Follows from ``question``, and so has no part in equality.
    var answer: Answer?
    /// The assumptions that ``exposures`` are made under, where the filter asks for them.
    var exposureFilter: CrossingFilter?
    /// How much each entity opens. Follows from ``exposureFilter``.
    var exposures: ExposureRank?

    init(section: TimelineSection, query: String, at: Instant?, focus: Instant, seeds: [Seed]) {
        self.section = section
        self.query = query
        self.at = at
        self.focus = focus
        self.seeds = seeds
    }

    /// Makes it; nil when `isCancelled` said so first. O(entities), a few times where not all can be listed.
    func timeline(in inventory: Inventory, limit: Int = Timeline.limit, isCancelled: Cancellation? = nil) -> Timeline? {
        var passing: RowSet?
        if !query.isEmpty {
            var context = QueryContext(at: at ?? focus, remarks: remarks, answer: answer)
            if let exposures { context.know(exposures) }
            let bound = ((try? Query(parsing: query)) ?? .everything).bound(to: inventory, context: context)
            guard let rows = bound.matchingRows(isCancelled: isCancelled) else { return nil }
            passing = rows
        }
        let source = EventSource(
            inventory: inventory, answer: section == .inventory ? nil : answer, seeds: seeds)
        var timeline = Timeline()
        var nearest = NearestEvents(focus, limit: limit)
        var (all, foreground) = (TimeSpan(), TimeSpan())
        let isWhole = source.forEach(isCancelled: isCancelled) { event in
            guard passing?.contains(event.entity) != false else { return }
            timeline.counts[event.kind, default: 0] += 1
            guard section.contains(event.kind) else { return }
            nearest.note(event.at)
            all.add(event.at)
            if event.kind.isForeground { foreground.add(event.at) }
        }
        guard isWhole else { return nil }
        let span = foreground.interval ?? all.interval
        var density = span.flatMap { Density(from: $0.from, to: $0.until) }
        nearest.decide()
        while !nearest.isDecided {
            let isCounted = source.forEach(isCancelled: isCancelled) { event in
                guard section.contains(event.kind), passing?.contains(event.entity) != false else { return }
                nearest.note(event.at)
            }
            guard isCounted else { return nil }
            nearest.decide()
        }
        let isListed = source.forEach(isCancelled: isCancelled) { event in
            guard section.contains(event.kind), passing?.contains(event.entity) != false else { return }
            density?.count(event.at)
            if nearest.lists(event.at) {
                timeline.events.append(event)
            } else if event.at < focus {
                timeline.earlier += 1
            } else {
                timeline.later += 1
            }
        }
        guard isListed else { return nil }
        timeline.events.sort { $0.precedes($1, in: inventory, by: answer?.radius) }
        timeline.density = density
        return timeline
    }
}

extension TimelineInquiry: Hashable {
    static func == (left: TimelineInquiry, right: TimelineInquiry) -> Bool {
        left.section == right.section && left.query == right.query && left.at == right.at && left.focus == right.focus
            && left.seeds == right.seeds && left.remarks == right.remarks
            && left.question == right.question && left.exposureFilter == right.exposureFilter
    }

    func hash(into hasher: inout Hasher) {
        hasher.combine(section)
        hasher.combine(query)
        hasher.combine(at)
        hasher.combine(focus)
    }
}

/// The first and the last of some moments.
private struct TimeSpan {
    private(set) var interval: Interval?

    mutating func add(_ moment: Instant) {
        guard let known = interval else {
            interval = Interval(moment, moment)
            return
        }
        interval = Interval(min(known.from, moment), max(known.until, moment))
    }
}
