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
    /// Other ways to an entity than the earliest.
    case ways(Question, Int)
    /// In which order these entities are remediated.
    case order(Question, Marks)
    /// The cheapest cut before these targets; before the crown jewels when there are none.
    case firebreak(Question, Marks)
    /// What revoking an entity breaks.
    case impact(Int)
    /// How much each entity opens.
    case exposure(CrossingFilter)
    /// How much one entity opens, exactly.
    case exactExposure(ExactExposureInquiry)

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
    /// The same for a list of them, kept for counts.
    case chokes(ChokeInquiry)
    /// What lies behind each of them under a lens.
    case chokeCounts(ChokeCounting)
    /// Which of them a place lists.
    case chokeList(ChokeListing)
    /// The least that keeps some targets from the attacker.
    case cut(MapRequest)
    /// The words that filters may use.
    case vocabulary
    /// Which rows of a list a search finds.
    case search(RowSearch)
    /// Which entities have this name, or one that contains it.
    case named(String)
    /// Which names look like others.
    case lookAlikes
    /// Which events lie on the axis of time.
    case timeline(TimelineInquiry)
    /// At which moments the lens stops.
    case lensStops(LensStopInquiry)
    /// What a runner exposed.
    case inheritance(InheritanceInquiry)
    /// What differs between the evidence and that of another time.
    case difference(DifferenceInquiry)
    /// What a question reaches in both.
    case blastChange(BlastChangeInquiry)
    /// What the other evidence shows of the plan.
    case verification(VerificationInquiry)
    /// Which changes a place lists.
    case changes(ChangeListing)
    /// The journal of a case, ready for lists.
    case journal(JournalInquiry)
    /// Which of its entries a place lists.
    case entries(JournalListing)

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
        case .ways(let question, let entity):
            return .ways(try Ways(engine, question, to: entity, patience: patience))
        case .order(let question, let marks):
            return .order(try OrderedPlan(engine, marks, question, patience: patience))
        case .firebreak(let question, let targets):
            return .firebreak(try Firebreak(by: engine, question, targets, patience: patience))
        case .impact(let entity): return .impact(Impact(of: inventory.entity(at: entity)))
        case .exposure(let filter): return .exposure(Exposures(inventory, filter))
        case .exactExposure(let asked): return asked.count.map { .exactExposure($0) }
        case .list(let listing): return listing.listed(in: inventory, isCancelled: isCancelled).map { .list($0) }
        case .breakdown(let breakdown):
            return breakdown.groups(in: inventory, isCancelled: isCancelled).map { .groups($0) }
        case .tree(let listing): return listing.forest(in: inventory, isCancelled: isCancelled).map { .tree($0) }
        case .crownJewels: return .crownJewels(inventory.crownJewels)
        case .routes(let request): return request.routes(in: inventory, isCancelled: isCancelled).map { .routes($0) }
        case .map(let request): return .map(request.rows)
        case .chokePoints(let request):
            return .chokePoints(try request.chokePoints(in: inventory, patience: patience))
        case .chokes(let asked): return .chokeGround(try asked.ground(in: inventory, patience: patience))
        case .chokeCounts(let asked): return .chokeCounts(asked.counts(in: inventory))
        case .chokeList(let listing):
            return listing.listed(in: inventory, isCancelled: isCancelled).map { .list($0) }
        case .cut(let request): return .cut(try request.cut(by: engine, patience: patience))
        case .vocabulary: return .vocabulary(QueryVocabulary(inventory))
        case .search(let search): return search.hits(in: inventory, isCancelled: isCancelled).map { .search($0) }
        case .named(let name):
            return inventory.entities(named: name, isCancelled: isCancelled).map { .list(Listed($0)) }
        case .lookAlikes: return .lookAlikes(inventory.lookAlikes)
        case .timeline(let asked): return asked.timeline(in: inventory, isCancelled: isCancelled).map { .timeline($0) }
        case .lensStops(let asked): return asked.stops(in: inventory, isCancelled: isCancelled).map { .lensStops($0) }
        case .inheritance(let asked): return .inheritance(try asked.inheritance(by: engine, patience: patience))
        case .difference(let asked): return .difference(try asked.difference(from: inventory, patience: patience))
        case .blastChange(let asked): return .blastChange(try asked.change(in: inventory, patience: patience))
        case .verification(let asked): return .verification(asked.verification(in: inventory))
        case .changes(let listing): return listing.rows(isCancelled: isCancelled).map { .changes($0) }
        case .journal(let asked):
            return JournalGround(asked.entries, in: inventory, isCancelled: isCancelled).map { .journal($0) }
        case .entries(let listing): return listing.rows(isCancelled: isCancelled).map { .entries($0) }
        }
    }
}
