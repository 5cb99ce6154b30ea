import Inventory
import Reach

/// Something that takes time to find out. Equal inquiries have equal findings, whoever computes them and when.
enum Inquiry: Hashable, Sendable {
    /// What is reached.
    case reach(Question)
    /// What stays open when code is rolled back at the question's moment and no credential is touched.
    case rollback(Question)
    /// What stays open once these entities are remediated.
    case residual(Question, Marks)
    /// How many entities stay live once these are remediated.
    case live(Question, Marks)
    /// What would be live again if one of the remediated entities were spared.
    case severed(Question, Marks, Int)
    /// What is reached over nothing that these remediations disable, from the beginning on.
    case avoiding(Question, Marks)
    /// In which order these entities are remediated.
    case order(Question, Marks)
    /// The cheapest cut before these targets; before the crown jewels when there are none.
    case firebreak(Question, Marks)
    /// What revoking an entity breaks.
    case impact(Int)
    /// How much each entity opens.
    case exposure(CrossingFilter)

    /// Which entities a place lists.
    case list(Listing)
    /// How the rows of a list divide.
    case breakdown(Breakdown)
    /// The same under what first gave them.
    case tree(Listing)
    /// What the sources call crown jewels.
    case crownJewels
    /// The ways to some targets.
    case routes(MapRequest)
    /// The drawing of such ways.
    case map(MapLayoutRequest)
    /// What all ways to some targets lead through.
    case chokePoints(MapRequest)
    /// The least that keeps some targets from the attacker.
    case cut(MapRequest)
    /// The words that filters may use.
    case vocabulary
    /// Which rows of a list a search finds.
    case search(RowSearch)
    /// Which entities have this name, or one that contains it.
    case named(String)
    /// Which events lie on the axis of time.
    case timeline(TimelineInquiry)
    /// At which moments the lens stops.
    case lensStops(LensStopInquiry)
    /// What a runner exposed.
    case inheritance(InheritanceInquiry)

    /// Finds it out. Pure; may take long.
    func finding(in inventory: Inventory) -> Finding {
        finding(by: ReachEngine(inventory), patience: EndlessPatience()) ?? .list(Listed([]))
    }

    /// The same with an engine that is kept, for an asker who may lose patience; nil when `isCancelled` said so first.
    func finding<P: Patience>(
        by engine: ReachEngine, patience: P, isCancelled: Cancellation? = nil
    ) throws(P.Failure) -> Finding? {
        let inventory = engine.inventory
        switch self {
        case .reach(let question): return .reach(Answer(try engine.blastRadius(question, patience: patience)))
        case .rollback(let question):
            let rolledBack = try engine.blastRadius(question.untouched, rollback: question.at, patience: patience)
            return .reach(Answer(rolledBack))
        case .residual(let question, let marks):
            let residual = try engine.blastRadius(question.remedying(marks, in: inventory), patience: patience)
            return .reach(Answer(residual))
        case .live(let question, let marks):
            let reached = try engine.reached(question.remedying(marks, in: inventory), patience: patience)
            return .live(reached.liveCount)
        case .severed(let question, let marks, let entity):
            return .severed(try Severed(engine, question, marks, entity, patience: patience))
        case .avoiding(let question, let marks):
            return .reach(Answer(try engine.blastRadius(question.avoiding(marks, in: inventory), patience: patience)))
        case .order(let question, let marks):
            return .order(try OrderedPlan(engine, marks, question, patience: patience))
        case .firebreak(let question, let targets): return .firebreak(Firebreak(inventory, question, targets))
        case .impact(let entity): return .impact(Impact(of: inventory.entity(at: entity)))
        case .exposure(let filter): return .exposure(Exposures(inventory, filter))
        case .list(let listing): return listing.listed(in: inventory, isCancelled: isCancelled).map { .list($0) }
        case .breakdown(let breakdown):
            return breakdown.groups(in: inventory, isCancelled: isCancelled).map { .groups($0) }
        case .tree(let listing): return listing.forest(in: inventory, isCancelled: isCancelled).map { .tree($0) }
        case .crownJewels: return .crownJewels(inventory.crownJewels)
        case .routes(let request): return request.routes(in: inventory, isCancelled: isCancelled).map { .routes($0) }
        case .map(let request): return .map(request.rows)
        case .chokePoints(let request): return .chokePoints(request.chokePoints(in: inventory))
        case .cut(let request): return .cut(request.cut(in: inventory))
        case .vocabulary: return .vocabulary(QueryVocabulary(inventory))
        case .search(let search): return search.hits(in: inventory, isCancelled: isCancelled).map { .search($0) }
        case .named(let name):
            return inventory.entities(named: name, isCancelled: isCancelled).map { .list(Listed($0)) }
        case .timeline(let asked): return asked.timeline(in: inventory, isCancelled: isCancelled).map { .timeline($0) }
        case .lensStops(let asked): return asked.stops(in: inventory, isCancelled: isCancelled).map { .lensStops($0) }
        case .inheritance(let asked): return .inheritance(try asked.inheritance(by: engine, patience: patience))
        }
    }

    /// How many findings of a sort are kept: those that may be as large as the inventory only for a few places back.
    fileprivate var limit: Int {
        switch self {
        case .reach, .rollback, .residual, .avoiding, .breakdown, .map: 12
        case .live, .severed: 512
        case .order, .firebreak, .lensStops, .inheritance: 4
        case .list, .timeline, .routes, .chokePoints, .cut: 6
        case .tree: 3
        case .impact: 256
        case .exposure: 2
        case .vocabulary, .crownJewels: 1
        case .search, .named: 4
        }
    }

    /// Whether findings of both are counted together.
    fileprivate func isLike(_ other: Inquiry) -> Bool {
        switch (self, other) {
        case (.list, .list), (.impact, .impact), (.vocabulary, .vocabulary), (.exposure, .exposure), (.live, .live),
            (.severed, .severed), (.order, .order), (.firebreak, .firebreak), (.search, .search), (.named, .named),
            (.timeline, .timeline), (.lensStops, .lensStops), (.inheritance, .inheritance), (.breakdown, .breakdown),
            (.tree, .tree), (.routes, .routes), (.map, .map), (.chokePoints, .chokePoints), (.cut, .cut),
            (.crownJewels, .crownJewels):
            true
        default: isAnswer && other.isAnswer
        }
    }

    /// Whether it asks the engine, which may take much longer than to make a list.
    var asksEngine: Bool {
        switch self {
        case .reach, .rollback, .residual, .live, .severed, .avoiding, .inheritance: true
        case .impact, .exposure, .list, .vocabulary, .order, .firebreak, .search, .named, .timeline, .lensStops,
            .breakdown, .tree, .crownJewels, .routes, .map, .chokePoints, .cut:
            false
        }
    }

    /// Whether its finding is a whole answer of the engine.
    var isAnswer: Bool {
        switch self {
        case .reach, .rollback, .residual, .avoiding: true
        default: false
        }
    }

    /// Whether the rows of a place may be made from its finding.
    var decidesRows: Bool {
        switch self {
        case .order, .firebreak, .inheritance: true
        default: isAnswer
        }
    }

    /// Whether it only adds to what is shown of single rows, so that nobody need be told that it is under way.
    var isAside: Bool {
        switch self {
        case .live, .severed: true
        default: false
        }
    }

    /// Whether it is about the work that the plan asks for, which may take long and nobody waits for who wants a list.
    var isPlanning: Bool {
        switch self {
        case .impact, .order, .firebreak, .chokePoints, .cut: true
        default: false
        }
    }
}

extension Inquiry {
    /// Whether it looks at all relations once, which nobody should have to wait for who wants a list.
    var isRanking: Bool { if case .exposure = self { true } else { false } }

    /// Whether rows are made from it alone.
    var givesRows: Bool {
        switch self {
        case .list, .timeline, .tree, .crownJewels, .routes, .map: true
        default: false
        }
    }
}

/// What an inquiry found.
enum Finding: Sendable {
    case reach(Answer)
    case live(Int)
    case severed(Severed)
    case order(OrderedPlan)
    case firebreak(Firebreak)
    case impact(Impact)
    case exposure(Exposures)
    case list(Listed)
    case groups([RowGroup])
    case tree(HeldForest)
    case crownJewels([Int])
    case routes(Routes)
    case map(MapRows)
    case chokePoints(ChokePoints)
    case cut(MinimumCut)
    case vocabulary(QueryVocabulary)
    case search(SearchHits)
    case timeline(Timeline)
    case lensStops(LensStops)
    case inheritance(Inheritance)
}

/// A blast radius with its figures, counted once.
struct Answer: Sendable {
    let radius: BlastRadius
    let counts: BlastRadius.Counts

    init(_ radius: BlastRadius) {
        self.radius = radius
        counts = radius.counts
    }

    /// The same answer from another moment: only what is live has to be counted again. O(entities), and little a piece.
    func seen(at moment: Instant) -> Answer { Answer(seeing: radius.seen(at: moment), counts: counts) }

    private init(seeing radius: BlastRadius, counts: BlastRadius.Counts) {
        self.radius = radius
        var counts = counts
        counts.live = radius.liveCount
        self.counts = counts
    }
}

/// The findings at hand. The oldest leave first, so that a long session does not grow without end.
struct Findings: Sendable {
    private var known: [Inquiry: Finding] = [:]
    private var order: [Inquiry] = []

    subscript(inquiry: Inquiry) -> Finding? { known[inquiry] }

    /// The answer to a question about reach, when it is at hand.
    func answer(_ inquiry: Inquiry) -> Answer? {
        if case .reach(let answer) = known[inquiry] { answer } else { nil }
    }

    func impact(of entity: Int) -> Impact? {
        if case .impact(let impact) = known[.impact(entity)] { impact } else { nil }
    }

    func live(_ question: Question, after marks: Marks) -> Int? {
        if case .live(let count) = known[.live(question, marks)] { count } else { nil }
    }

    func severed(_ question: Question, _ marks: Marks, by entity: Int) -> Severed? {
        if case .severed(let severed) = known[.severed(question, marks, entity)] { severed } else { nil }
    }

    func order(_ question: Question, _ marks: Marks) -> OrderedPlan? {
        if case .order(let order) = known[.order(question, marks)] { order } else { nil }
    }

    func firebreak(_ question: Question, _ targets: Marks) -> Firebreak? {
        if case .firebreak(let firebreak) = known[.firebreak(question, targets)] { firebreak } else { nil }
    }

    func exposures(_ filter: CrossingFilter) -> Exposures? {
        if case .exposure(let exposures) = known[.exposure(filter)] { exposures } else { nil }
    }

    func timeline(_ inquiry: TimelineInquiry) -> Timeline? {
        if case .timeline(let timeline) = known[.timeline(inquiry)] { timeline } else { nil }
    }

    func lensStops(_ inquiry: LensStopInquiry) -> LensStops? {
        if case .lensStops(let stops) = known[.lensStops(inquiry)] { stops } else { nil }
    }

    func inheritance(_ inquiry: InheritanceInquiry) -> Inheritance? {
        if case .inheritance(let inheritance) = known[.inheritance(inquiry)] { inheritance } else { nil }
    }

    /// The answer to a question that differs from `question` only by its moment, when one is at hand.
    func answer(likeThatTo question: Question) -> Answer? {
        for inquiry in order.reversed() {
            guard case .reach(var other) = inquiry else { continue }
            other.at = question.at
            if other == question { return answer(inquiry) }
        }
        return nil
    }

    func list(_ listing: Listing) -> Listed? {
        if case .list(let listed) = known[.list(listing)] { listed } else { nil }
    }

    func hits(of search: RowSearch) -> SearchHits? {
        if case .search(let hits) = known[.search(search)] { hits } else { nil }
    }

    func groups(_ breakdown: Breakdown) -> [RowGroup]? {
        if case .groups(let groups) = known[.breakdown(breakdown)] { groups } else { nil }
    }

    func forest(_ listing: Listing) -> HeldForest? {
        if case .tree(let forest) = known[.tree(listing)] { forest } else { nil }
    }

    var crownJewels: [Int]? {
        if case .crownJewels(let jewels) = known[.crownJewels] { jewels } else { nil }
    }

    func routes(_ request: MapRequest) -> Routes? {
        if case .routes(let routes) = known[.routes(request)] { routes } else { nil }
    }

    func map(_ request: MapLayoutRequest) -> MapRows? {
        if case .map(let map) = known[.map(request)] { map } else { nil }
    }

    func chokePoints(_ request: MapRequest) -> ChokePoints? {
        if case .chokePoints(let points) = known[.chokePoints(request)] { points } else { nil }
    }

    func cut(_ request: MapRequest) -> MinimumCut? {
        if case .cut(let cut) = known[.cut(request)] { cut } else { nil }
    }

    mutating func add(_ finding: Finding, for inquiry: Inquiry) {
        if known.updateValue(finding, forKey: inquiry) == nil { order.append(inquiry) }
        let same = order.filter(inquiry.isLike)
        guard same.count > inquiry.limit, let oldest = same.first else { return }
        known[oldest] = nil
        order.removeAll { $0 == oldest }
    }
}
