import Inventory
import Reach

/// Something that takes time to find out. Equal inquiries have equal findings, whoever computes them and when.
enum Inquiry: Hashable, Sendable {
    /// What is reached.
    case reach(Question)
    /// What stays open when code is rolled back at the question's moment and no credential is touched.
    case rollback(Question)
    /// What revoking an entity breaks.
    case impact(Int)
    /// How much each entity opens.
    case exposure(CrossingFilter)

    /// Which entities a place lists.
    case list(Listing)
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
        case .impact(let entity): return .impact(Impact(of: inventory.entity(at: entity)))
        case .exposure(let filter): return .exposure(Exposures(inventory, filter))
        case .list(let listing): return listing.listed(in: inventory, isCancelled: isCancelled).map { .list($0) }
        case .tree(let listing): return listing.forest(in: inventory, isCancelled: isCancelled).map { .tree($0) }
        case .crownJewels: return .crownJewels(inventory.crownJewels)
        case .routes(let request): return request.routes(in: inventory, isCancelled: isCancelled).map { .routes($0) }
        case .map(let request): return .map(request.rows)
        case .chokePoints(let request): return .chokePoints(request.chokePoints(in: inventory))
        case .cut(let request): return .cut(request.cut(in: inventory))
        case .vocabulary: return .vocabulary(QueryVocabulary(inventory))
        }
    }

    /// How many findings of a sort are kept: those that may be as large as the inventory only for a few places back.
    fileprivate var limit: Int {
        switch self {
        case .reach, .rollback: 12
        case .list, .routes, .chokePoints, .cut: 6
        case .map: 12
        case .tree: 3
        case .impact: 256
        case .exposure: 2
        case .vocabulary, .crownJewels: 1
        }
    }

    /// Whether findings of both are counted together.
    fileprivate func isLike(_ other: Inquiry) -> Bool {
        switch (self, other) {
        case (.reach, .reach), (.reach, .rollback), (.rollback, .reach), (.rollback, .rollback), (.list, .list),
            (.impact, .impact), (.vocabulary, .vocabulary), (.exposure, .exposure), (.tree, .tree), (.routes, .routes),
            (.map, .map),
            (.chokePoints, .chokePoints), (.cut, .cut), (.crownJewels, .crownJewels):
            true
        default: false
        }
    }

    /// Whether it asks the engine, which may take much longer than to make a list.
    var asksEngine: Bool {
        switch self {
        case .reach, .rollback: true
        case .impact, .exposure, .list, .vocabulary, .tree, .crownJewels, .routes, .map, .chokePoints, .cut: false
        }
    }
}

extension Inquiry {
    /// Whether it looks at all relations once, which nobody should have to wait for who wants a list.
    var isRanking: Bool { if case .exposure = self { true } else { false } }

    /// Whether it looks for what closes ways, which may take as long as several answers and is shown beside them.
    var isCutting: Bool {
        switch self {
        case .chokePoints, .cut: true
        default: false
        }
    }

    /// Whether rows are made from it alone.
    var givesRows: Bool {
        switch self {
        case .list, .tree, .crownJewels, .routes, .map: true
        default: false
        }
    }
}

/// What an inquiry found.
enum Finding: Sendable {
    case reach(Answer)
    case impact(Impact)
    case exposure(Exposures)
    case list(Listed)
    case tree(HeldForest)
    case crownJewels([Int])
    case routes(Routes)
    case map(MapRows)
    case chokePoints(ChokePoints)
    case cut(MinimumCut)
    case vocabulary(QueryVocabulary)
}

/// A blast radius with its figures, counted once.
struct Answer: Sendable {
    let radius: BlastRadius
    let counts: BlastRadius.Counts

    init(_ radius: BlastRadius) {
        self.radius = radius
        counts = radius.counts
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

    func exposures(_ filter: CrossingFilter) -> Exposures? {
        if case .exposure(let exposures) = known[.exposure(filter)] { exposures } else { nil }
    }

    func list(_ listing: Listing) -> Listed? {
        if case .list(let listed) = known[.list(listing)] { listed } else { nil }
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
