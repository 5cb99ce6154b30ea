import Inventory
import Reach

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

    func ways(_ question: Question, to entity: Int) -> Ways? {
        if case .ways(let ways) = known[.ways(question, entity)] { ways } else { nil }
    }

    func firebreak(_ question: Question, _ targets: Marks) -> Firebreak? {
        if case .firebreak(let firebreak) = known[.firebreak(question, targets)] { firebreak } else { nil }
    }

    func exposures(_ filter: CrossingFilter) -> Exposures? {
        if case .exposure(let exposures) = known[.exposure(filter)] { exposures } else { nil }
    }

    func exactExposure(_ inquiry: ExactExposureInquiry) -> Int? {
        if case .exactExposure(let count) = known[.exactExposure(inquiry)] { count } else { nil }
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

    func difference(_ inquiry: DifferenceInquiry) -> Difference? {
        if case .difference(let difference) = known[.difference(inquiry)] { difference } else { nil }
    }

    func blastChange(_ inquiry: BlastChangeInquiry) -> BlastChange? {
        if case .blastChange(let change) = known[.blastChange(inquiry)] { change } else { nil }
    }

    func verification(_ inquiry: VerificationInquiry) -> Reach.Verification? {
        if case .verification(let verification) = known[.verification(inquiry)] { verification } else { nil }
    }

    func changes(_ listing: ChangeListing) -> ChangeRows? {
        if case .changes(let rows) = known[.changes(listing)] { rows } else { nil }
    }

    func journal(_ inquiry: JournalInquiry) -> JournalGround? {
        if case .journal(let journal) = known[.journal(inquiry)] { journal } else { nil }
    }

    func entries(_ listing: JournalListing) -> JournalRows? {
        if case .entries(let rows) = known[.entries(listing)] { rows } else { nil }
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

    var lookAlikes: LookAlikes? {
        if case .lookAlikes(let names) = known[.lookAlikes] { names } else { nil }
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

    func chokeGround(_ inquiry: ChokeInquiry) -> ChokeGround? {
        if case .chokeGround(let ground) = known[.chokes(inquiry)] { ground } else { nil }
    }

    func chokeCounts(_ counting: ChokeCounting) -> ChokeCounts? {
        if case .chokeCounts(let counts) = known[.chokeCounts(counting)] { counts } else { nil }
    }

    func chokeList(_ listing: ChokeListing) -> Listed? {
        if case .list(let listed) = known[.chokeList(listing)] { listed } else { nil }
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

extension Inquiry {
    /// How many findings of a sort are kept: those that may be as large as the inventory only for a few places back.
    fileprivate var limit: Int {
        switch self {
        case .reach, .rollback, .residual, .avoiding, .breakdown, .map: 12
        case .live, .severed: 512
        case .ways, .order, .firebreak, .lensStops, .inheritance: 4
        case .list, .timeline, .routes, .chokePoints, .cut: 6
        case .tree: 3
        case .impact, .exactExposure: 256
        case .exposure: 2
        case .vocabulary, .crownJewels, .difference, .lookAlikes, .journal: 1
        case .blastChange: 2
        case .verification, .changes, .entries, .chokes, .chokeCounts, .chokeList: 4
        case .search, .named: 4
        }
    }

    /// Whether findings of both are counted together.
    fileprivate func isLike(_ other: Inquiry) -> Bool {
        switch (self, other) {
        case (.list, .list), (.impact, .impact), (.vocabulary, .vocabulary), (.exposure, .exposure), (.live, .live),
            (.severed, .severed), (.ways, .ways), (.order, .order), (.firebreak, .firebreak), (.search, .search),
            (.named, .named),
            (.timeline, .timeline), (.lensStops, .lensStops), (.inheritance, .inheritance), (.breakdown, .breakdown),
            (.tree, .tree), (.routes, .routes), (.map, .map), (.chokePoints, .chokePoints), (.cut, .cut),
            (.crownJewels, .crownJewels), (.difference, .difference), (.blastChange, .blastChange),
            (.verification, .verification), (.changes, .changes), (.journal, .journal),
            (.entries, .entries), (.chokes, .chokes), (.chokeCounts, .chokeCounts), (.chokeList, .chokeList),
            (.lookAlikes, .lookAlikes), (.exactExposure, .exactExposure):
            true
        default: isAnswer && other.isAnswer
        }
    }
}
